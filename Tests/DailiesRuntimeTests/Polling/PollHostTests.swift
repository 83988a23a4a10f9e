import DailiesCore
import TestSupport
import Testing

@testable import DailiesRuntime

struct PollHostTests {
  /// Another profile at the same host.
  private static let second = Take.Service(profile: "second", baseURL: "https://ONE.example:443/v1/")

  private static func service(_ number: Take.Number) -> Take.Service {
    number.value == 2 ? second : SchedulePlayer.main
  }

  private func answering(_ services: [Int: Take.Service]) -> SchedulePlayer {
    var player = SchedulePlayer()
    for (number, service) in services.sorted(by: { $0.key < $1.key }) {
      player.add([number], age: .seconds(60), service: service)
    }
    return player
  }

  @Test func twoProfilesAtOneHostShareTheRate() {
    var player = SchedulePlayer(limits: PollSchedule.Limits(inFlight: 8, perSecond: 5))
    player.add(1...100, age: .seconds(600))
    player.add(101...200, age: .seconds(600), service: Self.second)
    player.play(until: .seconds(60), of: { $0.value > 100 ? Self.second : SchedulePlayer.main })
    #expect(player.gaps.allSatisfy { $0 >= .milliseconds(200) })
    let counts = Dictionary(grouping: player.asked, by: { $0.number.value > 100 }).mapValues(\.count)
    #expect(abs(counts[true, default: 0] - counts[false, default: 0]) <= 20)
  }

  @Test func aPauseForOneProfileIsAPauseForAllAtTheHost() {
    var player = answering([1: SchedulePlayer.main, 2: Self.second])
    player.now = .seconds(10)
    guard let first = player.waitAndAsk() else { return #expect(Bool(false), "nothing is due") }
    let start = player.now
    player.end(first, .rateLimited(wait: .seconds(40)))
    player.play(until: start + .seconds(39), of: Self.service)
    #expect(player.asked.isEmpty)
    #expect(player.schedule.servicesAtWork(atHostOf: SchedulePlayer.main) == [SchedulePlayer.main, Self.second])
  }

  @Test func aRefusedKeyStopsItsProfileAlone() {
    var player = answering([1: SchedulePlayer.main, 2: Self.second])
    player.play(until: .seconds(120), of: Self.service) { number, _ in
      number.value == 1 ? .keyRefused : .unfinished(hint: nil)
    }
    #expect(player.news == [.stopped])
    #expect(player.asked.count { $0.number.value == 1 } == 2)
    #expect(player.asked.count { $0.number.value == 2 } > 9)
    #expect(player.schedule.servicesAtWork(atHostOf: SchedulePlayer.main) == [Self.second])
  }

  @Test func aRefusedKeyShowsThatABrokenWayIsMended() {
    var player = answering([1: SchedulePlayer.main, 2: Self.second])
    player.play(until: .seconds(20), of: Self.service) { _, _ in .unreachable }
    player.news = []
    player.play(until: .seconds(60), of: Self.service) { number, _ in
      number.value == 1 ? .keyRefused : .unfinished(hint: nil)
    }
    #expect(player.news.contains(.resumed))
    #expect(player.news.last == .stopped)
  }

  @Test func whatIsOnTheScreenIsAskedBeforeWhatIsNotAndTheSelectedBeforeBoth() {
    var player = SchedulePlayer()
    player.add(1...500, age: .seconds(3600))
    player.now = .seconds(10)
    player.schedule.see([Take.Number(400), Take.Number(401)])
    player.schedule.select(Take.Number(500))
    let first = (1...3).compactMap { _ in player.waitAndAsk()?.value }
    #expect(first == [500, 400, 401])
  }

  @Test func youngTakesAreAskedBeforeOlderOnes() {
    var player = SchedulePlayer()
    player.add(1...500, age: .seconds(3600))
    player.add(501...503, age: .seconds(30))
    player.now = .seconds(10)
    let first = (1...3).compactMap { _ in player.waitAndAsk()?.value }
    #expect(Set(first) == [501, 502, 503])
  }

  @Test func nobodyWaitsForGoodWhileTheRateIsTooLowForAll() {
    var player = SchedulePlayer(limits: PollSchedule.Limits(inFlight: 8, perSecond: 10))
    player.add(1...300, age: .seconds(3600))
    player.now = .seconds(10)
    // Twice as many young ones as the rate allows for, and always new ones.
    for round in 0..<60 {
      player.add((1000 + round * 200)..<(1200 + round * 200))
      player.play(until: player.now + .seconds(10))
    }
    let old = player.asked.filter { $0.number.value <= 300 }
    #expect(Set(old.map(\.number)).count == 300)
    #expect(old.count < player.asked.count / 3, "a quarter is enough for them")
  }

  @Test func otherLimitsHoldFromNowOn() {
    var player = SchedulePlayer(limits: PollSchedule.Limits(inFlight: 8, perSecond: 100))
    player.add(1...300, age: .seconds(3600))
    player.now = .seconds(10)
    player.play(until: .seconds(11))
    #expect((90...110).contains(player.asked.count))
    player.schedule.limit(to: PollSchedule.Limits(inFlight: 8, perSecond: 5))
    player.asked = []
    player.play(until: .seconds(21))
    #expect((45...52).contains(player.asked.count))
  }
}
