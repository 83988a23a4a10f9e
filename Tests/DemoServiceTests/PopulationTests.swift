import Foundation
import Testing
import VideosAPI

@testable import DemoService

struct PopulationTests {
  @Test func theServiceAnswersForWhatWasMadeUp() async throws {
    try await withLoopback { loopback, time in
      var population = DemoPopulation()
      (population.live, population.past, population.span) = (6, 40, 600)
      let lines = Array(population.lines(at: time.now))
      let takes = lines.compactMap { try? JSONValue(reading: Array($0.utf8)) }
      #expect(takes.count == 46)
      #expect(Set(takes.compactMap { $0["id"]?.text }).count == 46)
      let now = Int(time.now.timeIntervalSince1970)
      #expect(
        takes.allSatisfy { ($0["created_at"]?.number ?? .infinity) <= Double(now) }, "nothing is ordered tomorrow")
      let words = try await states(of: takes, loopback)
      #expect(words.prefix(40).allSatisfy { $0 == "completed" })
      #expect(words.suffix(6).allSatisfy { ["queued", "processing"].contains($0) })
      time.advance(by: 700)
      #expect(try await states(of: takes, loopback).allSatisfy { $0 == "completed" })
      #expect(takes.prefix(40).contains { $0["status"]?.text == "failed" })
      #expect(takes.prefix(40).contains { $0["file"] != nil })
    }
  }

  private func states(of takes: [JSONValue], _ loopback: Loopback) async throws -> [String] {
    var words: [String] = []
    for take in takes {
      let answer = try await loopback.state(take["id"]?.text ?? "")
      words.append(answer.json?["status"]?.text ?? "")
    }
    return words
  }

  @Test func connectionsAreCounted() async throws {
    try await withLoopback { loopback, _ in
      _ = try await loopback.create("boat")
      _ = try await loopback.create("boat")
      let counts = loopback.server.counts
      #expect(counts.connectionsOpened == 1)
      #expect(counts.connectionsNow == 1)
    }
  }
}
