import ArgumentParser
import DailiesCore
import DailiesRuntime
import Foundation
import Synchronization
import Testing
import VideosAPI

@testable import dailies

@Suite(.timeLimit(.minutes(1)))
struct NoticeCallerTests {
  private func take(_ phase: TakePhase) -> Take {
    let order = Order(model: "m", prompt: "a boat", seconds: 4, size: VideoSize(width: 1280, height: 720))
    return Take(
      number: Take.Number(1), order: order, service: Take.Service(profile: "default", baseURL: "https://x/v1"),
      phase: phase, recorded: Timestamp(seconds: 0))
  }

  /// A caller whose command writes what it is told to the file `told` of the folder.
  private func caller(_ folder: TemporaryFolder, clock: ClockSource) throws -> NoticeCaller {
    try folder.write(
      "notify = \"command\"\nnotify_command = \"sh -c 'cat >> \(folder.path)/told'\"\n",
      to: "config/dailies/config.toml")
    let environment = KeyStore.Environment([
      "HOME": folder.path, "XDG_CONFIG_HOME": folder.path + "/config", "XDG_STATE_HOME": folder.path + "/state",
    ])
    let surroundings = try Surroundings(try CommonOptions.parse([]), environment: environment)
    return NoticeCaller(surroundings, clock: clock)
  }

  @Test func aNoticeIsToldAfterItsMomentThoughTheClockOnTheWallWasPutBack() async throws {
    let folder = try TemporaryFolder()
    let clock = ManualClock()
    let ahead = Mutex(Duration.zero)
    let source = ClockSource(
      elapsed: clock.source.elapsed, sleep: clock.source.sleep, now: { clock.source.now() + ahead.withLock { $0 } })
    let caller = try caller(folder, clock: source)
    let path = folder.path
    let (running, failed) = (take(.running), take(.failed))
    try await caller.calling(about: [running]) {
      let events = FileEvents.stream([(path, .entries)])
      caller.changed(failed)
      await clock.waitForSleepers()
      ahead.withLock { $0 = .seconds(-3600) }
      clock.advance(by: NoticePlan.moment)
      // Before anything has come to an end.
      for await _ in events {
        if (try? String(contentsOfFile: path + "/told", encoding: .utf8))?.hasSuffix("\n") == true { break }
      }
    }
    let told = try folder.text(of: "told").split(separator: "\n")
    #expect(told.count == 1)
    #expect(told.first?.contains("T001 FAILED") == true)
  }

  private struct GivenUp: Error {}

  @Test(arguments: [false, true]) func whatComesAtTheEndIsToldAtOnce(isGivenUp: Bool) async throws {
    let folder = try TemporaryFolder()
    let clock = ManualClock()
    let caller = try caller(folder, clock: clock.source)
    let (running, failed) = (take(.running), take(.failed))
    do {
      try await caller.calling(about: [running]) {
        caller.changed(failed)
        await clock.waitForSleepers()
        if isGivenUp { throw GivenUp() }
      }
    } catch is GivenUp {}
    #expect(try folder.text(of: "told").contains("T001 FAILED"))
    #expect(clock.elapsed == .zero)
  }
}
