import DailiesCore
import DailiesStore
import DemoService
import Foundation
import Synchronization
import Testing

@testable import DailiesRuntime

/// Saving that a person pauses.
@Suite(.timeLimit(.minutes(3)))
struct SavePauseTests {
  /// A film that arrives so slowly that it can be stopped on its way, however slow the machine is.
  private static let slow = Fault.drip(bytes: 64, every: .milliseconds(10))

  /// The film of a take that is on its way.
  private func arriving(_ prompt: String, on stage: RunnerStage) async throws -> Take.Number {
    let takes = await stage.runner.confirm([stage.order(prompt)], for: stage.service, countdown: 0)
    let number = try #require(takes.first?.number)
    try await stage.history.wait { action -> Bool? in
      if case .transferProgressed(number, let transfer) = action, transfer.bytesReceived > 0 { true } else { nil }
    }
    return number
  }

  private func paused(_ number: Take.Number, on stage: RunnerStage) async throws -> Take.SavePause {
    try await stage.history.wait { action in
      if case .takeChanged(let take, _) = action, take.number == number, take.phase == .ready {
        take.savePause
      } else {
        nil
      }
    }
  }

  @Test func itStaysPausedOverAStartKeepsWhatArrivedAndGoesOnByAKey() async throws {
    try await RunnerStage.with(faults: FaultPlan(content: [Self.slow])) { stage in
      let number = try await arriving("a film that is paused", on: stage)
      await stage.runner.pauseSaving([number])
      let pause = try await paused(number, on: stage)
      let film = try Data(contentsOf: URL(filePath: RunnerStage.clips + "/1280x720-4s.mp4"))
      let received = try #require(pause.received)
      #expect(received > 0 && received < film.count && pause.expected == Int64(film.count))
      let folder = stage.folder + "/films/"
      let parts = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".part") }
      #expect(try Data(contentsOf: URL(filePath: folder + parts[0])) == film.prefix(Int(received)))
      await stage.runner.stop(within: .zero)

      let next = try stage.another()
      try await next.play { next in
        // What comes later is saved by itself, the other one is not.
        let later = await next.runner.confirm([next.order("another film")], for: next.service, countdown: 0)
        _ = try await next.take(later[0].number, in: .saved)
        let take = try #require(await next.store.take(number))
        #expect(take.phase == .ready && take.savePause == pause)
        let sent = next.server.counts.filmBytes
        await next.runner.save([number])
        let saved = try await next.take(number, in: .saved)
        #expect(saved.savePause == nil)
        #expect(try Data(contentsOf: URL(filePath: saved.filePath ?? "")) == film)
        #expect(next.server.counts.filmBytes - sent == film.count - Int(received))
      }
    }
  }

  @Test func anotherWindowPausesWhatThisOneSaves() async throws {
    try await RunnerStage.with(faults: FaultPlan(content: [Self.slow])) { stage in
      let number = try await arriving("saved here, paused there", on: stage)
      let other = try stage.another()
      try await other.play { other in
        await other.runner.pauseSaving([number])
        _ = try await paused(number, on: stage)
        #expect(try await stage.store.take(number)?.phase == .ready)
      }
    }
  }

  @Test func whatIsPausedWhileItWaitsForItsTurnAsksForNothing() async throws {
    try await RunnerStage.with(faults: FaultPlan(always: [.content: Self.slow]), autosave: false, creates: 8) { stage in
      let orders = (1...4).map { stage.order("film \($0)") }
      let numbers = await stage.runner.confirm(Confirmation(orders), for: stage.service, countdown: 0).map(\.number)
      for number in numbers { _ = try await stage.take(number, in: .ready) }
      await stage.runner.save(numbers)
      // Three at once: the last one waits.
      for number in numbers.prefix(3) {
        try await stage.history.wait { action -> Bool? in
          if case .transferProgressed(number, _) = action { true } else { nil }
        }
      }
      let start = stage.history.all.count
      await stage.runner.pauseSaving([numbers[3]])
      try await stage.history.wait(from: start) { action -> Bool? in
        if case .takeChanged(let take, _) = action, take.number == numbers[3], take.phase == .ready {
          true
        } else {
          nil
        }
      }
      #expect(stage.server.counts.contentRequests == 3)
      await stage.runner.pauseSaving(Array(numbers.prefix(3)))
      for number in numbers.prefix(3) { _ = try await paused(number, on: stage) }
    }
  }
}
