import DemoService
import Foundation
import NIOCore
import Testing
import VideosAPI

extension TerminalTests {
  /// The memory that saving takes does not grow with the film. `DAILIES_LARGE_FILM` is the length of the large one in
  /// bytes; `make large` asks for 4 GiB.
  struct LargeFilmTests {
    private static let length =
      ProcessInfo.processInfo.environment["DAILIES_LARGE_FILM"].flatMap { Int($0) } ?? 512 << 20

    @Test(.timeLimit(.minutes(30))) func aLargeFilmTakesNoMoreMemoryThanASmallOne() throws {
      let small = try peakMemory(savingFilmOf: 4 << 20)
      let large = try peakMemory(savingFilmOf: Self.length)
      #expect(large < small + 48 << 20, "\(small >> 20) MiB, \(large >> 20) MiB")
    }

    /// Saves a film, compares it with what was sent, and gives the memory that the program had at most meanwhile.
    private func peakMemory(savingFilmOf length: Int) throws -> Int {
      let workplace = try Workplace(settings: "countdown = 0\n")
      let server = try DemoServerProcess(workplace, speed: 2000, filmBytes: length)
      workplace.use(server)
      let errors = workplace.folder + "/errors"
      let program = try ChildProcess(
        BuiltProgram.path, ["new", "-p", "a long film", "--seconds", "4", "--size", "1280x720", "--yes", "--wait"],
        environment: workplace.environment, errors: .file(errors))
      var peak = 0
      let end = try program.waitForEnd(within: .seconds(1500)) { peak = max(peak, program.peakMemory) }
      #expect(end == .code(0), "\((try? String(contentsOfFile: errors, encoding: .utf8)) ?? "")")
      try expectFilm(of: length, at: try #require(workplace.films.first))
      return try #require(peak > 0 ? peak : nil)
    }

    private func expectFilm(of length: Int, at path: String) throws {
      let film = SyntheticFilm(byteCount: length, size: VideoSize(width: 1280, height: 720), seconds: 4)
      let file = try #require(FileHandle(forReadingAtPath: path))
      defer { try? file.close() }
      let step = 1 << 20
      for offset in stride(from: 0, to: length, by: step) {
        let piece = try file.read(upToCount: step) ?? Data()
        let sent = Data(film.bytes(offset..<min(offset + step, length)).readableBytesView)
        guard piece == sent else { return #expect(Bool(false), "another film from byte \(offset) on, within a MiB") }
      }
      #expect(try file.read(upToCount: 1) ?? Data() == Data())
    }
  }
}
