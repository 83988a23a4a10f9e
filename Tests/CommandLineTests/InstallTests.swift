import Foundation
import Testing

/// `make install`, and the program where it was put.
struct InstallTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().standardizedFileURL

  @Test func theInstalledProgramFindsItsFilesBesideItself() throws {
    let folder = try TemporaryFolder()
    let made = try run(
      "/usr/bin/env",
      ["make", "-C", Self.root.path, "install", "CONFIGURATION=debug", "PREFIX=/opt/films", "DESTDIR=\(folder.path)"],
      environment: ProcessInfo.processInfo.environment)
    try #require(made.status == 0, "\(made.output)")

    let program = folder.path + "/opt/films/bin/dailies"
    let home = ["HOME": folder.path]
    let version = try run(program, ["--version"], environment: home)
    #expect(version.status == 0)
    #expect(!version.output.isEmpty)

    let paths = try run(program, ["config", "path"], environment: home)
    #expect(paths.status == 0)
    #expect(paths.output.contains(folder.path + "/opt/films/share/dailies"))
    #expect(!paths.output.contains(Self.root.path + "/assets"))
    let clips = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/opt/films/share/dailies/clips")
    #expect(clips.contains("1280x720-8s.mp4"))
    let snippets = try FileManager.default.contentsOfDirectory(
      atPath: folder.path + "/opt/films/share/dailies/snippets")
    #expect(snippets.sorted() == ["en.toml", "zh-Hans.toml"])

    // With the files gone it does not look where it was built: the program carries no path of that place.
    try FileManager.default.removeItem(atPath: folder.path + "/opt/films/share")
    let lost = try run(program, ["config", "path"], environment: home)
    #expect(!lost.output.contains(Self.root.path + "/"))
    let bytes = try Data(contentsOf: URL(filePath: program), options: .alwaysMapped)
    #expect(bytes.range(of: Data((Self.root.path + "/assets").utf8)) == nil)
  }

  /// Runs a program with `/` as its folder, and waits for its end.
  private func run(
    _ program: String, _ arguments: [String], environment: [String: String]
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(filePath: "/")
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
