import DailiesCore
import TestSupport
import Testing

@testable import DailiesRuntime

struct PollLaneTests {
  @Test func oneRateLimitPausesEverythingOnceAndSlowsTheLane() {
    var player = SchedulePlayer(limits: PollSchedule.Limits(inFlight: 4, perSecond: 10))
    player.add(1...4, age: .seconds(60))
    player.now = .seconds(10)
    let asked = (1...4).compactMap { _ in player.waitAndAsk() }
    #expect(asked.count == 4)
    let start = player.now
    for number in asked { player.end(number, .rateLimited(wait: .seconds(40))) }
    #expect(player.news == [.slowedDown(until: start + .seconds(40))])
    player.play(until: start + .seconds(39))
    #expect(player.asked.isEmpty)
    player.play(until: start + .seconds(60))
    #expect(player.asked.count >= 4)
    #expect(player.news.last == .resumed)
  }

  @Test func rateLimitsThatNameNoWaitDoubleFromFifteenSecondsToTwoMinutes() {
    var player = SchedulePlayer()
    player.add([1], age: .seconds(60))
    player.play(until: .seconds(600)) { _, _ in .rateLimited(wait: nil) }
    let pauses = player.news.compactMap { if case .slowedDown(let until) = $0 { until } else { nil } }
    #expect(zip(pauses, player.asked).prefix(5).map { $0 - $1.at } == [15, 30, 60, 120, 120].map { .seconds($0) })
  }

  @Test func aPauseStretchesTheIntervalsAndGoodAnswersBringThemBack() {
    var player = SchedulePlayer()
    player.add([1])
    player.play(until: .seconds(60)) { _, now in now < .seconds(10) ? .rateLimited(wait: nil) : .unfinished(hint: nil) }
    #expect(player.gaps.dropFirst().first.map { $0 > .seconds(16) } == true)
    player.play(until: .seconds(290))
    #expect(player.gaps.last.map { $0 < .seconds(12) } == true)
  }

  @Test func aRefusedKeyIsAskedOnceMoreBeforeTheLaneStops() {
    var player = SchedulePlayer()
    player.add(1...20, age: .seconds(60))
    player.play(until: .seconds(120)) { _, _ in .keyRefused }
    #expect(player.asked.count == 2)
    #expect(player.news == [.stopped])
    #expect(player.schedule.next(at: player.now) == .idle)
    #expect(player.schedule.nextCheck(of: Take.Number(3)) == nil)
    #expect(player.schedule.count == 20)
  }

  @Test func aSingleRefusalOfOneTakeStopsNothing() {
    var player = SchedulePlayer()
    player.add(1...5, age: .seconds(60))
    player.play(until: .seconds(120)) { number, _ in number.value == 3 ? .keyRefused : .unfinished(hint: nil) }
    #expect(!player.news.contains(.stopped))
    #expect(player.asked.count { $0.number.value == 1 } > 5)
  }

  @Test func aStoppedLaneGoesOnWhenTheKeyWasChanged() {
    var player = SchedulePlayer()
    player.add([1, 2], age: .seconds(60))
    player.play(until: .seconds(60)) { _, _ in .keyRefused }
    #expect(player.schedule.resume(SchedulePlayer.main) == .resumed)
    player.play(until: .seconds(62))
    #expect(Set(player.asked.suffix(2).map(\.number.value)) == [1, 2])
  }

  @Test func aCheckByHandTriesAStoppedLaneAndAGoodAnswerOpensIt() {
    var player = SchedulePlayer()
    player.add([1, 2], age: .seconds(60))
    player.play(until: .seconds(60)) { _, _ in .keyRefused }
    player.news = []
    player.schedule.checkNow(Take.Number(2))
    player.play(until: .seconds(70))
    #expect(player.news == [.resumed])
    #expect(player.asked.count { $0.number.value == 1 } >= 1)
  }

  @Test func anAnswerToAQuestionFromBeforeTheRefusalDoesNotOpenTheLane() {
    var player = SchedulePlayer()
    player.add(1...3, age: .seconds(60))
    player.now = .seconds(10)
    let asked = (1...3).compactMap { _ in player.waitAndAsk() }
    player.now += .seconds(1)
    player.end(asked[0], .keyRefused)
    player.end(asked[1], .keyRefused)
    #expect(player.news.isEmpty)
    player.end(asked[2], .unfinished(hint: nil))
    player.play(until: player.now + .seconds(60)) { _, _ in .keyRefused }
    #expect(player.news == [.stopped])
  }

  @Test func aBrokenWayIsOneStateTriedWithOneQuestionAtATime() {
    var player = SchedulePlayer()
    player.add(1...100, age: .seconds(60))
    player.play(until: .seconds(100)) { _, _ in .unreachable }
    #expect(player.asked.count <= 7)
    #expect(player.news.allSatisfy { if case .offline = $0 { true } else { false } })
    player.news = []
    player.play(until: .seconds(200))
    #expect(player.news == [.resumed])
    #expect(Set(player.asked.map(\.number)).count == 100)
  }

  @Test func anErrorAnswerShowsThatTheServiceIsReachedAgain() {
    var player = SchedulePlayer()
    player.add([1], age: .seconds(60))
    player.play(until: .seconds(8)) { _, _ in .unreachable }
    player.news = []
    player.play(until: .seconds(30)) { _, _ in .passing(wait: nil) }
    #expect(player.news == [.resumed])
  }

  @Test func troubleWithOneServiceLeavesTheOtherAlone() {
    let other = Take.Service(profile: "other", baseURL: "https://two.example/v1")
    var schedule = PollSchedule(generator: SeededGenerator(seed: 3))
    schedule.add(Take.Number(1), service: SchedulePlayer.main, age: .seconds(60), at: .zero)
    schedule.add(Take.Number(2), service: other, age: .seconds(60), at: .zero)
    var asked: [Int] = []
    var now = Duration.zero
    while now < .seconds(100) {
      switch schedule.next(at: now) {
      case .ask(let number):
        asked.append(number.value)
        let (service, outcome): (Take.Service, PollSchedule.Outcome) =
          number.value == 1 ? (SchedulePlayer.main, .keyRefused) : (other, .unfinished(hint: nil))
        _ = schedule.ended(number, service: service, with: outcome, at: now)
      case .wait(let until): now = until
      case .idle: now = .seconds(100)
      }
    }
    #expect(asked.count { $0 == 1 } == 2)
    #expect(asked.count { $0 == 2 } > 7)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func whateverHappensLimitsHoldAndNothingIsForgotten(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let limits = PollSchedule.Limits(inFlight: 4, perSecond: 10)
    var player = SchedulePlayer(limits: limits, seed: seed)
    player.add(1...30)
    var underWay: Set<Take.Number> = []
    var last: Duration?
    for _ in 0..<5000 {
      let step = player.schedule.next(at: player.now)
      switch step {
      case .ask(let number):
        #expect(underWay.insert(number).inserted)
        #expect(underWay.count <= limits.inFlight)
        if let last { #expect(player.now - last >= .milliseconds(100)) }
        last = player.now
        if Bool.random(using: &random) { continue }
      case .wait(let until): if underWay.isEmpty { player.now = until }
      case .idle: break
      }
      if let number = underWay.randomElement(using: &random) {
        underWay.remove(number)
        let outcomes: [PollSchedule.Outcome] = [
          .unfinished(hint: nil), .unfinished(hint: .seconds(3)), .passing(wait: nil), .unknown, .unreachable,
          .rateLimited(wait: nil), .rateLimited(wait: .seconds(20)), .keyRefused, .abandoned,
          .passing(wait: .seconds(9)),
        ]
        player.end(number, outcomes.randomElement(using: &random) ?? .unknown)
      } else if step == .idle {
        _ = player.schedule.resume(SchedulePlayer.main)
      }
      player.now += .milliseconds(Int.random(in: 0...500, using: &random))
    }
    for number in underWay { player.end(number, .unfinished(hint: nil)) }
    _ = player.schedule.resume(SchedulePlayer.main)
    player.asked = []
    player.play(until: player.now + .seconds(600))
    #expect(Set(player.asked.map(\.number)).count == 30)
  }
}
