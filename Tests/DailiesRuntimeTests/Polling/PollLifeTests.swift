import DailiesCore
import TestSupport
import Testing

@testable import DailiesRuntime

/// Whole lives of thousands of takes, from the order to the final answer, against what the schedule would ask at best.
struct PollLifeTests {
  /// Takes that come one after the other, each with a life of its own.
  private struct Crowd {
    var player: SchedulePlayer
    /// When each take is finished at the service.
    var ends: [Take.Number: Duration] = [:]
    var births: [Take.Number: Duration] = [:]
    var told: [Take.Number: Duration] = [:]
    var random: SeededGenerator

    init(perSecond: Int = 10, seed: UInt64 = 1) {
      player = SchedulePlayer(limits: PollSchedule.Limits(inFlight: 8, perSecond: perSecond), seed: seed)
      random = SeededGenerator(seed: seed)
    }

    mutating func order(_ count: Int, every gap: Duration, lives: ClosedRange<Double>) {
      for _ in 0..<count {
        let number = Take.Number(ends.count + 1)
        births[number] = player.now
        ends[number] = player.now + .seconds(Double.random(in: lives, using: &random))
        player.add([number.value])
        play(until: player.now + gap)
      }
    }

    mutating func play(until end: Duration) {
      let ends = ends
      var told: [Take.Number: Duration] = [:]
      player.play(until: end) { number, now in
        guard let end = ends[number], now >= end else { return .unfinished(hint: nil) }
        told[number] = now
        return .finished
      }
      self.told.merge(told) { $1 }
    }

    var ideal: Double {
      ends.reduce(0) { sum, end in
        sum + PollTiming.questions(inLifeOf: end.value - births[end.key, default: .zero])
      }
    }
  }

  @Test func aTakeIsAskedAsOftenAsTheScheduleSaysAtBest() {
    var crowd = Crowd()
    // Fifty live at a time: five questions a second at most.
    crowd.order(4000, every: .seconds(3), lives: 30...270)
    crowd.play(until: crowd.player.now + .seconds(400))
    #expect(crowd.told.count == 4000)
    let ratio = Double(crowd.player.asked.count) / crowd.ideal
    #expect((0.97...1.03).contains(ratio), "\(crowd.player.asked.count) questions, \(crowd.ideal) at best")
  }

  @Test func whatIsFinishedIsKnownWithinOneInterval() {
    var crowd = Crowd()
    // Half of what the rate allows.
    crowd.order(500, every: .seconds(8), lives: 20...900)
    crowd.play(until: crowd.player.now + .seconds(1000))
    #expect(crowd.told.count == 500)
    for (number, told) in crowd.told {
      let (end, birth) = (crowd.ends[number, default: .zero], crowd.births[number, default: .zero])
      #expect(told - end <= PollTiming.interval(age: end - birth) * 1.1 + .seconds(1))
    }
  }

  @Test func withMoreThanTheRateAllowsYoungTakesAreKnownInTimeAndTheOldOnesAtLast() {
    var crowd = Crowd()
    crowd.player.add(100_001...105_000, age: .seconds(3600))
    crowd.order(200, every: .seconds(4), lives: 30...200)
    crowd.play(until: crowd.player.now + .seconds(2500))
    #expect(crowd.told.count == 200)
    let late = crowd.told.filter { $0.value - crowd.ends[$0.key, default: .zero] > .seconds(16) }
    #expect(late.isEmpty)
    #expect(crowd.player.gaps.allSatisfy { $0 >= .milliseconds(100) })
    let old = Set(crowd.player.asked.map(\.number.value).filter { $0 > 100_000 })
    #expect(old.count == 5000)
  }

  @Test func afterTheMachineSleptNothingIsAskedInABurstAndAllIsKnownWithinOneInterval() {
    var crowd = Crowd()
    crowd.order(100, every: .seconds(1), lives: 200...7000)
    let slept = crowd.player.now + .seconds(8 * 3600)
    crowd.player.now = slept
    crowd.player.asked = []
    crowd.play(until: slept + .seconds(20))
    #expect(crowd.told.count == 100)
    #expect(crowd.player.asked.count <= 201)
    #expect(crowd.player.gaps.allSatisfy { $0 >= .milliseconds(100) })
  }

  @Test func whenTheNetworkComesBackOneQuestionTriesTheWayAndAllIsKnownWithinOneInterval() {
    var player = SchedulePlayer()
    player.add(1...100, age: .seconds(400))
    player.play(until: .seconds(3600)) { _, _ in .unreachable }
    // One question every twenty seconds in an hour without a network.
    #expect(player.asked.count <= 3600 / 20 + 5)
    player.asked = []
    player.play(until: .seconds(3640))
    #expect(Set(player.asked.map(\.number)).count == 100)
    #expect(player.gaps.dropFirst().allSatisfy { $0 >= .milliseconds(100) })
  }
}
