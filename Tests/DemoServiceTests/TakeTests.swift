import Foundation
import Testing
import VideosAPI

@testable import DemoService

struct TakeTests {
  private static func takes(_ count: UInt64) -> [DemoTake] {
    (0..<count).map { index in
      let model = DemoModel.allCases[Int(index % 2)]
      return DemoTake(
        createdMilliseconds: 1_795_397_969_123 + Int(index), model: model, seconds: model.lengths[Int(index % 3)],
        size: VideoSize.known[Int(index % 6)], effect: DemoEffect(rawValue: UInt8(index % 8)),
        nonce: mixed(index) >> 24)
    }
  }

  @Test func anIDHoldsItsWholeTake() throws {
    for take in Self.takes(500) {
      #expect(try TakeID.take(from: TakeID.text(for: take)) == take)
    }
  }

  @Test func anIDIsAsLongAsThoseOfRealServers() {
    for take in Self.takes(50) {
      #expect((130...310).contains(TakeID.text(for: take).count))
    }
  }

  @Test func noDigitOfATicketCanBeChangedUnnoticed() throws {
    let take = try #require(Self.takes(1).first)
    let id = TakeID.text(for: take)
    for place in id.indices.dropFirst(6) where id[place] != "=" {
      var damaged = id
      damaged.replaceSubrange(place...place, with: id[place] == "A" ? "B" : "A")
      // The last letters hold bits that no byte uses, and the provider's name says nothing.
      if let other = try? TakeID.take(from: damaged) { #expect(other == take) }
    }
  }

  @Test func takesLastTenToFortySecondsAndDiffer() {
    let plain = Self.takes(600).filter { $0.effect != .queuedLong && $0.effect != .failed }
    let times = plain.map(\.lifeTime)
    #expect(times.allSatisfy { (10...40).contains($0) })
    #expect(Set(times.map { Int($0) }).count > 15)
    #expect(plain.map(\.transferTime).allSatisfy { (3...8).contains($0) })
  }

  @Test func aTakeFromTheFutureWaits() {
    for take in Self.takes(2) {
      #expect(take.phase(at: take.createdAt.addingTimeInterval(-50), speed: 1) == .queued(percent: 0))
    }
  }
}
