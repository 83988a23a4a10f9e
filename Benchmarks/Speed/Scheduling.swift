import Benchmark
import DailiesCore
import Histories
import Polling

/// A schedule with so many takes, its clock at the first question.
private struct Watch {
  var schedule = PollSchedule(limits: .init(inFlight: 8, perSecond: 500))
  var now = Duration.zero

  init(_ count: Int) {
    for number in 1...count {
      schedule.add(Take.Number(number), service: History.service, age: .seconds(number % 600), at: now)
    }
  }

  /// Asks the take that is due next, and hears that it is not finished.
  mutating func askOne() {
    while true {
      switch schedule.next(at: now) {
      case .ask(let number):
        blackHole(schedule.ended(number, service: History.service, with: .unfinished(hint: nil), at: now))
        return
      case .wait(let until): now = until
      case .idle: return
      }
    }
  }
}

func scheduling() {
  Benchmark("Schedule: 1,000 questions with 10,000 takes") { _, watch in
    for _ in 0..<1_000 { watch.value.askOne() }
  } setup: {
    Box(Watch(10_000))
  }

  Benchmark("Schedule: 10,000 takes added") { _ in blackHole(Watch(10_000)) }
}
