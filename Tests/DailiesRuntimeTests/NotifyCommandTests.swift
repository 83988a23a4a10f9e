import DailiesCore
import DailiesRuntime
import Foundation
import Testing
import VideosAPI

@Suite(.timeLimit(.minutes(1)))
struct NotifyCommandTests {
  private var notice: Notice { Self.notice }
  private static var notice: Notice {
    let order = Order(model: "m", prompt: "a boat", seconds: 4, size: VideoSize(width: 1280, height: 720))
    let take = Take(
      number: Take.Number(31), order: order, service: Take.Service(profile: "default", baseURL: "https://x/v1"),
      phase: .saved, recorded: Timestamp(seconds: 0))
    return Notice([Notice.Item(kind: .saved, take: take)], .english)
  }

  @Test func theCommandGetsTheWordsInItsArgumentsAndTheTakesOnItsInput() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let script = "cat > \(file); printf '%s' \"$1\" >> \(file)"
    let note = await NotifyCommand { "sh -c '\(script)' sh {text}" }.run(notice)
    #expect(note == nil)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let lines = text.split(separator: "\n")
    let report = try JSONDecoder().decode(NoticeReport.self, from: Data(lines[0].utf8))
    #expect(report.takes.map(\.take) == ["T031"])
    #expect(report.kinds == ["saved"])
    #expect(lines[1] == "T031 saved: a boat")
  }

  @Test func aFailureIsSaidOnceUntilItWorksAgain() async {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let command = NotifyCommand { "test -e \(file)" }
    #expect(await command.run(notice)?.text(.english).contains("test: ") == true)
    #expect(await command.run(notice) == nil)
    _ = FileManager.default.createFile(atPath: file, contents: nil)
    #expect(await command.run(notice) == nil)
    try? FileManager.default.removeItem(atPath: file)
    #expect(await command.run(notice) != nil)
  }

  @Test func aCommandThatIsMissingOrDoesNotReadOrDoesNotEndHarmsNothing() async {
    #expect(await NotifyCommand { nil }.run(notice)?.phrase == Strings.notifyCommandMissing)
    #expect(
      await NotifyCommand { "no-such-program-anywhere" }.run(notice)?.text(.english).contains("not found") == true)
    #expect(
      await NotifyCommand { "no-such-program-anywhere" }.run(notice)?.text(.chinese)
        .contains("no-such-program-anywhere：找不到该程序") == true)
    #expect(await NotifyCommand { "true" }.run(notice) == nil)
    #expect(await NotifyCommand { "/bin/sh -c true" }.run(notice) == nil, "a path is no name")
    let endless = NotifyCommand(patience: .zero) { "sleep 3600" }
    #expect(await endless.run(notice)?.text(.english).contains("no end within 0 s") == true)
    #expect(await endless.run(notice) == nil)
  }

  @Test func theKeyOfTheEnvironmentIsNotHandedOn() async {
    // In a process of its own: an environment belongs to all tests of a process.
    await #expect(processExitsWith: .success) {
      setenv("DAILIES_API_KEY", "sk-secret", 1)
      setenv("DAILIES_TEST", "there", 1)
      let command = "test there = \"$DAILIES_TEST\" && test -z \"$DAILIES_API_KEY\""
      exit(await NotifyCommand { "sh -c '\(command)'" }.run(Self.notice) == nil ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }
}
