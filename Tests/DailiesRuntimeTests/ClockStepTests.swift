import DailiesCore
import DailiesRuntime
import DailiesStore
import DemoService
import Synchronization
import Testing

/// The clock on the wall is set while takes are live. The one that never jumps goes on.
@Suite(.timeLimit(.minutes(2)))
struct ClockStepTests {
  /// Three hours forward, back to where it was, three hours back, and so on.
  private static let steps: [Int64] = [3, -3, -3, 3, 3, -3].map { $0 * 3600 }

  @Test func aLiveTakeIsAskedAboutAtItsPaceAndItsWatcherKeepsTheLease() async throws {
    let wall = WallClock()
    try await RunnerStage.with(clock: wall.source, speed: 1) { holder in
      let takes = await holder.runner.confirm([holder.order("demo-queue")], for: holder.service, countdown: 0)
      let live = try #require(takes.first?.number)
      try await holder.history.wait { if case .takeReached(live, _, _) = $0 { () } else { nil } }
      let accepted = try await holder.store.take(live)?.accepted
      let waiting = try holder.another()
      try await waiting.play { waiting in
        let (start, before) = (wall.source.elapsed(), holder.server.counts.stateQueries)
        try await wall.waiting(for: holder.store) {
          for step in Self.steps {
            wall.step(by: .seconds(step))
            let seen = holder.history.all.count
            try await holder.history.wait(from: seen) { if case .takeReached(live, _, _) = $0 { () } else { nil } }
          }
        }
        let passed = wall.source.elapsed() - start
        let queries = holder.server.counts.stateQueries - before
        // Every ten seconds, with some jitter.
        #expect(Double(queries) <= passed / .seconds(9) + 1)
        #expect(try await holder.store.leaseHolder() == holder.store.owner)
        #expect(!holder.history.all.contains(.noted(Note(Strings.noLease))))
        #expect(!waiting.history.all.contains { if case .takeAsked = $0 { true } else { false } })
      }
      #expect(try await holder.store.take(live)?.accepted == accepted)
    }
  }

  @Test(arguments: [3, -3].map { Duration.seconds($0 * 3600) })
  func aTakeHasTheTimesOfTheWallAndTeachesNothingWhereTheyDoNotFit(step: Duration) async throws {
    let wall = WallClock()
    try await RunnerStage.with(clock: wall.source, speed: 20) { stage in
      let takes = await stage.runner.confirm([stage.order("a kite")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      try await stage.history.wait { if case .takeReached(number, _, _) = $0 { () } else { nil } }
      let before = wall.source.now()
      wall.step(by: step)
      let saved = try await stage.take(number, in: .saved)
      let accepted = try #require(saved.accepted)
      #expect(accepted <= before)
      #expect(try #require(saved.finished) >= before + step)
      #expect(try #require(saved.saved) <= wall.source.now())
      #expect(try await stage.store.times() == [])

      let next = await stage.runner.confirm([stage.order("a boat")], for: stage.service, countdown: 0)
      let after = try await stage.take(try #require(next.first?.number), in: .saved)
      #expect(after.recorded >= before + step)
      #expect(try await stage.store.times().map(\.number) == [after.number])
    }
  }
}

/// A clock ten times as fast as the machine's, whose wall clock can be set.
private final class WallClock: Sendable {
  private struct State {
    var elapsed = Duration.zero
    /// How far `elapsed` goes so fast.
    var limit: Duration?
    /// By the machine's clock.
    var looked = Duration.zero
    var ahead = Duration.zero
  }

  /// More than what lies between two renewals of the lease, and half of what it holds for.
  private static let patience = Duration.seconds(2)

  private let state = Mutex(State())
  private let machine: ClockSource
  private let start: Timestamp

  init() {
    machine = .live()
    start = machine.now()
  }

  var source: ClockSource {
    ClockSource(
      elapsed: { self.elapsed },
      sleep: { until in
        while case let rest = until - self.elapsed, rest > .zero {
          try await self.machine.sleep(self.machine.elapsed() + rest / 10)
        }
      },
      now: { self.start + self.elapsed + self.state.withLock { $0.ahead } })
  }

  private var elapsed: Duration {
    state.withLock { state in
      let now = machine.elapsed()
      let fast = (now - state.looked) * 10
      state.looked = now
      let room = state.limit.map { max(.zero, $0 - state.elapsed) } ?? fast
      state.elapsed += fast <= room ? fast : room + (fast - room) / 10
      return state.elapsed
    }
  }

  func step(by duration: Duration) { state.withLock { $0.ahead += duration } }

  /// While `body` runs, this clock is no faster than others once the store was not written for long: on a busy machine the
  /// lease is then as safe as it is in life.
  func waiting(for store: Store, _ body: () async throws -> Void) async throws {
    let writes = StoreWatcher.writes(to: store.path)
    setLimit()
    let watch = Task { for await _ in writes { setLimit() } }
    defer {
      watch.cancel()
      state.withLock { $0.limit = nil }
    }
    try await body()
  }

  private func setLimit() {
    let limit = elapsed + Self.patience
    state.withLock { $0.limit = limit }
  }
}
