import DailiesCore
import Testing

@Suite struct UsualTimeTests {
  private func usual(_ times: [Double]) throws -> UsualTime { try #require(UsualTime(times, basis: .same)) }

  private func left(_ usual: UsualTime, after seconds: Int) -> Int? {
    guard case .left(let left) = usual.timeLeft(after: .seconds(seconds)) else { return nil }
    return left.wholeSeconds
  }

  @Test func withoutTakesNothingIsSaid() { #expect(UsualTime([], basis: .same) == nil) }

  @Test func oneTakeIsAlreadySomething() throws {
    let usual = try usual([200])
    #expect(usual.median == .seconds(200))
    #expect(usual.takes == 1)
    #expect(left(usual, after: 0) == 200)
    #expect(usual.limit == .seconds(300))
  }

  @Test func takesThatWereStuckMoveNeitherTheMiddleNorTheEndOfTheUsual() throws {
    let plain = (0..<20).map { 100 + Double($0 * 7 % 20) }
    var stuck = plain
    for index in [3, 9, 14] { stuck[index] = 3000 }
    let (one, other) = (try usual(plain), try usual(stuck))
    #expect(abs(one.median.wholeSeconds - other.median.wholeSeconds) <= 3)
    #expect(other.limit < .seconds(160))
    #expect((other.limit - one.limit) < .seconds(15))
  }

  @Test func theUsualFollowsAServiceThatBecomesSlower() throws {
    let before = [Double](repeating: 100, count: 20)
    #expect(try usual(before + [Double](repeating: 200, count: 4)).median < .seconds(150))
    #expect(try usual(before + [Double](repeating: 200, count: 10)).median == .seconds(200))
  }

  @Test func whatRanLongerThanMostHasLeftWhatThoseHadThatRanAsLong() throws {
    let usual = try usual((0..<30).map { 90 + Double($0 * 7 % 30) * 2 })
    let lefts = stride(from: 0, through: 120, by: 20).compactMap { left(usual, after: $0) }
    #expect(lefts == lefts.sorted(by: >), "more time, less left")
    // Half of the takes are longer than the median: what has run that long is not about to be done.
    let median = usual.median.wholeSeconds
    let then = try #require(left(usual, after: median))
    #expect((8...30).contains(then))
  }

  @Test func whatHasBeenLeftAddsUpToTheUsualAtFirstAndNeverPassesItsEnd() throws {
    let usual = try usual([95, 130, 110, 160, 100, 125, 90, 140])
    let first = try #require(left(usual, after: 0))
    #expect(abs(first - usual.median.wholeSeconds) <= 1)
    for second in 0..<usual.limit.wholeSeconds {
      let rest = try #require(left(usual, after: second))
      #expect(rest >= 0 && .seconds(second + rest) <= usual.limit)
    }
  }

  @Test func whatRunsLongerThanTheUsualIsLateAndSaysByHowMuch() throws {
    let usual = try usual([100, 100, 100, 100])
    #expect(usual.limit == .seconds(125))
    #expect(usual.timeLeft(after: .seconds(40)) == .left(.seconds(60)))
    #expect(usual.timeLeft(after: .milliseconds(124_999)) == .left(.zero))
    #expect(usual.timeLeft(after: .seconds(125)) == .late(.seconds(25)), "counted from the usual that is shown")
    #expect(usual.timeLeft(after: .seconds(165)) == .late(.seconds(65)))
  }

  @Test(arguments: [[0.0], [0, 0, 0], [5, 5], [1, 1_000_000], [.leastNonzeroMagnitude, 86_400]])
  func oddTimesDoNoHarm(times: [Double]) throws {
    let usual = try usual(times)
    for elapsed in [-5, 0, 1, 60, 100_000_000] {
      guard case .left(let left) = usual.timeLeft(after: .seconds(elapsed)) else { continue }
      #expect(left >= .zero && elapsed < 100_000_000)
    }
  }
}
