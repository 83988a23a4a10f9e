import DailiesCore
import DailiesRuntime
import Foundation
import Testing

@testable import dailies

/// `dailies export` with a film that the demo service made.
struct ExportTests {
  private static let prober = ["/usr/bin/ffprobe", "/usr/local/bin/ffprobe"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// The program with one saved take, in a folder whose name wants care.
  private func filmed() throws -> (program: Program, home: String) {
    let program = try Program()
    let home = try #require(program.environment["HOME"])
    let made = try program.run(
      "new", "-p", "=A \"lantern\", <dusk>", "--yes", "--wait", "--data-dir", home + "/it's 灯", demo: true)
    try #require(made.code == 0, "\(made.errors)")
    return (program, home)
  }

  @Test func everyFormatHoldsTheTake() throws {
    let (program, home) = try filmed()
    let data = home + "/it's 灯"
    func export(_ format: String) throws -> String {
      let outcome = try program.run("export", "--format", format, "--data-dir", data, "--demo")
      #expect(outcome.code == 0, "\(outcome.errors)")
      return outcome.output
    }
    #expect(try export("csv").contains("\r\nT001,saved,,\"'=A \"\"lantern\"\", <dusk>\","))
    let listed = try JSONDecoder().decode(
      Report.self, from: Data(try program.run("ls", "--json", "--data-dir", data, "--demo").output.utf8))
    let exported = try JSONDecoder().decode(Report.self, from: Data(try export("json").utf8))
    #expect(exported == listed)
    let edl = try export("edl")
    #expect(edl.contains("\r\n001  T001     AA/V  C        00:00:00:00 "))
    #expect(edl.contains("\r\n* FROM CLIP NAME: "))
    #expect(try export("concat").contains("file '\(home)/it'\\''s 灯/"))
    #expect(try export("html").contains("=A &quot;lantern&quot;, &lt;dusk&gt;"))
  }

  @Test(.enabled(if: ExportTests.prober != nil)) func ffmpegReadsTheListOfFilms() throws {
    let (program, home) = try filmed()
    let list = home + "/films.ffconcat"
    let made = try program.run("export", "--out", list, "--data-dir", home + "/it's 灯", "--demo")
    #expect(made.code == 0, "\(made.errors)")
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.prober))
    process.arguments = [
      "-v", "error", "-f", "concat", "-safe", "0", "-show_entries", "stream=codec_type", "-of", "csv", list,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(said.contains("stream,video"), "\(said)")
  }

  @Test func aFileIsWrittenOverOnlyWhenToldSo() throws {
    let program = try Program()
    let home = try #require(program.environment["HOME"])
    try "mine".write(toFile: home + "/takes.csv", atomically: true, encoding: .utf8)
    let refused = try program.run("export", "--out", "takes.csv")
    #expect(refused.code == CommandExit.failed)
    #expect(refused.errors.hasSuffix("/takes.csv is there already; --force writes over it.\n"))
    #expect(try String(contentsOfFile: home + "/takes.csv", encoding: .utf8) == "mine")
    let forced = try program.run("export", "--out", "takes.csv", "--force")
    #expect(forced.code == 0, "\(forced.errors)")
    #expect(try String(contentsOfFile: home + "/takes.csv", encoding: .utf8).hasPrefix("take,state,"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: home).allSatisfy { !$0.hasSuffix(".part") })
    let nowhere = try program.run("export", "--out", "missing/takes.csv")
    #expect(nowhere.code == CommandExit.failed)
    #expect(nowhere.errors.contains("No such file or directory"))
  }

  @Test func whatCannotBeWrittenIsSaid() throws {
    let program = try Program()
    #expect(try program.run("export").code == CommandExit.usage)
    #expect(try program.run("export", "--out", "takes.mp4").code == CommandExit.usage)
    #expect(try program.run("export", "--format", "edl", "--fps", "30").code == CommandExit.usage)
    let empty = try program.run("export", "--out", "cut.edl")
    #expect(empty.code == CommandExit.failed)
    #expect(empty.errors == "dailies: No saved film of it belongs in: nothing was written.\n")
  }
}
