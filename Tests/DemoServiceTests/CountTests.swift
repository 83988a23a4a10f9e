import Foundation
import Testing
import VideosAPI

@testable import DemoService

struct CountTests {
  @Test func everythingIsCountedAndToldInJSON() async throws {
    try await withLoopback { loopback, time in
      let id = try await loopback.create("boat", model: .sora, seconds: 12).id
      _ = try await loopback.create("boat", model: .sora, seconds: 8)
      _ = try await loopback.create("")
      _ = try await loopback.state(id)
      time.advance(by: 40)
      let film = try await loopback.content(id, headers: ["range": "bytes=0-99"])
      #expect(film.body.count == 100)

      let counts = loopback.server.counts
      #expect(counts.createsReceived == 3)
      #expect(counts.createsAccepted == 2)
      #expect(counts.createsByPrompt == ["boat": 2])
      #expect(counts.acceptedIDs.first == id)
      #expect(counts.secondsOrdered == 20)
      #expect(counts.stateQueries == 1)
      #expect(counts.contentRequests == 1)
      #expect(counts.filmBytes == 100)

      let told = try await loopback.send(.get, "/demo/counts", key: nil)
      #expect(told.json?["creates_accepted"]?.number == 2)
      #expect(told.json?["creates_by_prompt"]?["boat"]?.number == 2)
      #expect(told.json?["seconds_ordered"]?.number == 20)
      #expect(told.json?["accepted_ids"]?.elements?.first?.text == id)
      #expect(told.json?["film_bytes"]?.number == 100)
    }
  }

  @Test func thoseAtTheSameTimeAreCounted() async throws {
    let gate = Gate(opensAt: 3)
    let faults = FaultPlan(always: [.create: .delay(.seconds(1))])
    try await withLoopback(faults: faults, time: ManualTime { await gate.pass() }) { loopback, _ in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<3 { group.addTask { try await loopback.create().status } }
        for try await status in group { #expect(status == 200) }
      }
      #expect(loopback.server.counts.greatestCreatesAtOnce == 3)
    }
  }
}

/// Holds everyone until enough have come.
private actor Gate {
  private let enough: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(opensAt enough: Int) { self.enough = enough }

  func pass() async {
    await withCheckedContinuation { continuation in
      waiting.append(continuation)
      guard waiting.count == enough else { return }
      for one in waiting { one.resume() }
    }
  }
}
