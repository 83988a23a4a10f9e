import DailiesCore
import Testing

@testable import DailiesRuntime

struct PollScheduleTests {
  @Test func aTakeIsAskedFirstAfterFiveSecondsThenEveryTenThenEveryTwenty() {
    var player = SchedulePlayer()
    player.add([1])
    player.play(until: .seconds(900))
    #expect((.seconds(5) ... .seconds(6)).contains(player.asked[0].at))
    for (index, gap) in player.gaps.enumerated() {
      let isOld = player.asked[index].at >= .seconds(300)
      #expect((isOld ? .seconds(18) ... .seconds(22) : .seconds(9) ... .seconds(11)).contains(gap))
    }
    #expect(player.asked.count > 50)
  }

  @Test func ofManyQuestionsSomeLeaveTogetherAndNeverMoreThanTheLimitInASecond() {
    var player = SchedulePlayer(limits: PollSchedule.Limits(inFlight: 64, perSecond: 500))
    player.add(1...2000, age: .seconds(3600))
    // Slots that went by unused do not add up.
    player.now = .seconds(60)
    player.play(until: .seconds(66))
    let times = player.asked.map(\.at)
    #expect(times.count == 2000)
    #expect(times.count { $0 == times[0] } == 25)
    for (index, time) in times.enumerated() where index + 500 < times.count {
      #expect(times[index + 500] - time >= .seconds(1) - .microseconds(1))
    }
  }

  @Test func ofFewQuestionsEachWaitsForItsTurn() {
    var player = SchedulePlayer()
    player.add(1...30, age: .seconds(3600))
    player.now = .seconds(60)
    player.play(until: .seconds(62))
    for (earlier, later) in zip(player.asked, player.asked.dropFirst()) {
      #expect(later.at - earlier.at >= .milliseconds(100) - .microseconds(1))
    }
  }

  @Test func whatTheRateHoldsBackDoesNotWaitForOthers() {
    var player = SchedulePlayer()
    player.add(1...3, age: .seconds(3600))
    var now = Duration.seconds(2)
    var times: [Duration] = []
    while times.count < 3 {
      switch player.schedule.next(at: now, slack: .milliseconds(50)) {
      case .ask: times.append(now)
      case .wait(let until): now = until
      case .idle: return #expect(Bool(false))
      }
    }
    for (index, time) in times.enumerated() {
      let slot = Duration.seconds(2) + .milliseconds(100) * index
      #expect((slot...slot + .microseconds(1)).contains(time))
    }
    #expect(player.schedule.next(at: now, slack: .milliseconds(50)) == .idle)
  }

  @Test func theTimesBetweenChecksDiffer() {
    var player = SchedulePlayer()
    player.add([1])
    player.play(until: .seconds(300))
    #expect(Set(player.gaps).count > player.gaps.count / 2)
  }

  @Test func aTakeOfAnEarlierRunIsAskedAtOnce() {
    var player = SchedulePlayer()
    player.add([1], age: .seconds(3600))
    player.play(until: .seconds(1))
    #expect(player.asked.count == 1)
  }

  @Test func theWaitThatTheServiceNamesIsObeyedUpToTwoMinutes() {
    for (hint, expected) in [(30, 30), (2, 2), (0, 1), (500, 120)] {
      var player = SchedulePlayer()
      player.add([1])
      player.play(until: .seconds(300)) { _, _ in .unfinished(hint: .seconds(hint)) }
      for gap in player.gaps { #expect((.seconds(expected) ... .seconds(expected) * 1.1).contains(gap)) }
    }
  }

  @Test func aFinishedTakeIsNeverAskedAgain() {
    var player = SchedulePlayer()
    player.add([1, 2])
    player.play(until: .seconds(600)) { number, _ in number.value == 1 ? .finished : .unfinished(hint: nil) }
    #expect(player.asked.count { $0.number.value == 1 } == 1)
    #expect(player.schedule.count == 1)
  }

  @Test func aRefusedQuestionIsAskedAgainByAPersonAlone() {
    var player = SchedulePlayer()
    player.add([1, 2])
    player.play(until: .seconds(60)) { number, _ in number.value == 1 ? .refused : .unfinished(hint: nil) }
    #expect(player.asked.count { $0.number.value == 1 } == 1)
    #expect(player.asked.count { $0.number.value == 2 } > 3)
    let refused = Take.Number(1)
    #expect(player.schedule.nextCheck(of: refused) == nil)
    player.schedule.select(refused)
    player.play(until: .seconds(120)) { _, _ in .unfinished(hint: nil) }
    #expect(player.asked.count { $0.number == refused } == 1)
    player.schedule.checkNow(refused)
    player.play(until: .seconds(180)) { _, _ in .unfinished(hint: nil) }
    #expect(player.asked.count { $0.number == refused } > 2)
  }

  @Test func failuresStretchTheIntervalToTwoMinutesAndASuccessBringsItBack() {
    var player = SchedulePlayer()
    player.add([1])
    player.play(until: .seconds(1200)) { _, _ in .passing(wait: nil) }
    #expect(player.gaps.allSatisfy { $0 <= .seconds(132) })
    #expect(player.gaps.last.map { $0 >= .seconds(108) } == true)
    #expect(player.schedule.count == 1)
    let before = player.asked.count
    player.play(until: .seconds(1500))
    #expect(player.gaps[before...].allSatisfy { $0 <= .seconds(22) })
  }

  @Test func severalMinutesOfNotFoundLookLostOnceAndAreAskedAllTheSame() {
    var player = SchedulePlayer()
    player.add([1])
    player.play(until: .seconds(3600)) { _, _ in .unknown }
    #expect(player.news == [.seemsLost])
    #expect(player.gaps.allSatisfy { $0 <= .seconds(66) })
    #expect(player.asked.count > 50)
  }

  @Test func aTakeThatIsNotKnownForAWhileAfterItsCreateDoesNotLookLost() {
    var player = SchedulePlayer()
    player.add([1])
    player.play(until: .seconds(600)) { _, now in now < .seconds(120) ? .unknown : .unfinished(hint: nil) }
    #expect(player.news.isEmpty)
  }

  @Test func theSelectedTakeIsAskedBeforeOthersThatAreDue() {
    var player = SchedulePlayer()
    player.add(1...50, age: .seconds(3600))
    player.now = .seconds(10)
    player.schedule.select(Take.Number(37))
    #expect(player.ask() == Take.Number(37))
  }

  @Test func aTakeCheckedByHandIsAskedAtOnceAndThenAtItsUsualTime() {
    var player = SchedulePlayer()
    player.add([1])
    player.schedule.checkNow(Take.Number(1))
    player.schedule.checkNow(Take.Number(1))
    player.play(until: .seconds(8))
    #expect(player.asked.map(\.at) == [.zero])
    player.play(until: .seconds(12))
    #expect(player.asked.count == 2)
  }

  @Test func noMoreQuestionsAreUnderWayThanAllowed() {
    var player = SchedulePlayer(limits: PollSchedule.Limits(inFlight: 3, perSecond: 100))
    player.add(1...10, age: .seconds(60))
    player.now = .seconds(10)
    var asked: [Take.Number] = []
    while let number = player.waitAndAsk() { asked.append(number) }
    #expect(asked.count == 3)
    player.end(asked[0], .unfinished(hint: nil))
    #expect(player.waitAndAsk() != nil)
    #expect(player.waitAndAsk() == nil)
  }

  @Test func removingATakeUnderWayFreesItsPlaceAndItsLateAnswerIsIgnored() {
    var player = SchedulePlayer(limits: PollSchedule.Limits(inFlight: 1))
    player.add([1, 2], age: .seconds(60))
    player.now = .seconds(10)
    guard let first = player.waitAndAsk() else { return #expect(Bool(false), "nothing is due") }
    player.schedule.remove(first)
    #expect(player.waitAndAsk() == nil)
    player.end(first, .unfinished(hint: nil))
    #expect(player.schedule.nextCheck(of: first) == nil)
    #expect(player.waitAndAsk() == Take.Number(first.value == 1 ? 2 : 1))
  }

  @Test func aTakeAddedAgainWhileItsOldQuestionIsUnderWayIsNotAskedTwiceAtOnce() {
    var player = SchedulePlayer()
    player.add([1], age: .seconds(60))
    player.now = .seconds(10)
    guard let number = player.waitAndAsk() else { return #expect(Bool(false), "nothing is due") }
    player.schedule.remove(number)
    player.add([1], age: .seconds(60))
    player.now += .seconds(30)
    #expect(player.waitAndAsk() == nil)
    player.end(number, .unfinished(hint: nil))
    player.now += .seconds(30)
    #expect(player.waitAndAsk() == number)
  }

  @Test func tenThousandTakesAreAskedInTurnAndNeverFasterThanAllowed() {
    var player = SchedulePlayer(limits: PollSchedule.Limits(inFlight: 8, perSecond: 10))
    player.add(1...10_000, age: .seconds(3600))
    player.play(until: .seconds(2100))
    var counts: [Take.Number: Int] = [:]
    for question in player.asked { counts[question.number, default: 0] += 1 }
    #expect(counts.count == 10_000)
    #expect((counts.values.max() ?? 0) - (counts.values.min() ?? 0) <= 1)
    #expect(player.gaps.allSatisfy { $0 >= .milliseconds(100) })
  }

  @Test func afterALongSleepOfTheMachineNothingIsAskedInABurst() {
    var player = SchedulePlayer()
    player.add(1...300, age: .seconds(600))
    player.play(until: .seconds(60))
    let before = player.asked.count
    player.now = .seconds(8 * 3600)
    player.play(until: .seconds(8 * 3600 + 30))
    #expect(player.gaps[before...].allSatisfy { $0 >= .milliseconds(100) })
    #expect(Set(player.asked[before...].map(\.number)).count == 300)
  }

  @Test func idleWithoutTakesAndWaitingWithThem() {
    var player = SchedulePlayer()
    #expect(player.schedule.next(at: .zero) == .idle)
    player.add([1])
    guard case .wait(let until) = player.schedule.next(at: .zero) else { return #expect(Bool(false), "no wait") }
    #expect(player.schedule.nextCheck(of: Take.Number(1)) == until)
    player.schedule.remove(Take.Number(1))
    #expect(player.schedule.next(at: .zero) == .idle)
  }

  @Test func aHundredThousandChecksByHandStayCheap() {
    var player = SchedulePlayer()
    player.add(1...20_000, age: .seconds(60))
    for number in 1...20_000 {
      for _ in 1...5 { player.schedule.checkNow(Take.Number(number)) }
    }
    player.play(until: .seconds(2010))
    #expect(Set(player.asked.prefix(20_000).map(\.number)).count == 20_000)
  }
}
