import DailiesCore
import Testing

@testable import DailiesRuntime

struct SendQueueTests {
  private func take(_ number: Int, _ profile: String = "a", place: Int? = nil) -> Take {
    var take = Take(
      number: Take.Number(number),
      order: Order(model: "m", prompt: "p", seconds: 4, size: ShotSettings(model: "").size),
      service: Take.Service(profile: profile, baseURL: "http://localhost"), phase: .held,
      recorded: Timestamp(seconds: 0))
    take.queuePlace = place
    return take
  }

  @Test func takesLeaveByTheirPlaceThenByTheirNumber() {
    var queue = SendQueue()
    for take in [take(3), take(1), take(5, place: 2), take(4)] { queue.insert(take) }
    #expect(queue.numbers.map(\.value) == [1, 5, 3, 4])
    queue.insert(take(4, place: 0))
    #expect(queue.numbers.map(\.value) == [4, 1, 5, 3])
    let next = queue.next { _ in true }
    #expect(next?.number.value == 4)
  }

  @Test func aProfileWithoutRoomHoldsUpNoOther() {
    var queue = SendQueue()
    for take in [take(1), take(2), take(3, "b")] { queue.insert(take) }
    queue.noRoom("a")
    let others = [queue.next { _ in true }, queue.next { _ in true }]
    #expect(others.map(\.?.number.value) == [3, nil])
    queue.roomMayHaveCome()
    let after = [queue.next { $0.profile == "b" }, queue.next { $0.profile == "a" }]
    #expect(after.map(\.?.number.value) == [nil, 1])
  }

  @Test func aServiceThatAsksToSlowDownGetsOneAtATimeAndThenMoreAgain() {
    var pace = CreatePace()
    #expect(pace.allowed(of: 3) == 3)
    let told = [pace.slowedDown(of: 3), pace.slowedDown(of: 3)]
    #expect(told == [true, false], "said once")
    #expect(pace.allowed(of: 3) == 1)
    for _ in 0..<2 { pace.wasAccepted(of: 3) }
    #expect(pace.allowed(of: 3) == 1)
    pace.wasAccepted(of: 3)
    #expect(pace.allowed(of: 3) == 2)
    for _ in 0..<30 { pace.wasAccepted(of: 3) }
    #expect(pace.allowed(of: 3) == 3)
    #expect(pace.allowed(of: 5) == 5, "a setting that is raised counts at once")
  }

  @Test func twoRefusalsOfOneClassInARowStopABatch() {
    var book = BatchBook()
    func ended(_ number: Int, _ phase: TakePhase, _ kind: Problem.Kind? = nil, accepted: Bool = false) -> Problem? {
      var take = take(number)
      take.phase = phase
      take.batch = Batch(first: Take.Number(1), canary: nil)
      take.problem = kind.map { Problem($0) }
      take.accepted = accepted ? Timestamp(seconds: 1) : nil
      return book.stop(after: take)
    }
    #expect(ended(1, .failed, .contentRefused) == nil)
    #expect(ended(1, .failed, .contentRefused) == nil, "the same take is no second one")
    #expect(ended(2, .failed, .badRequest) == nil, "another class")
    #expect(ended(3, .running, accepted: true) == nil)
    #expect(ended(4, .failed, .badRequest) == nil, "one was accepted in between")
    #expect(ended(3, .running, accepted: true) == nil)
    #expect(ended(5, .failed, .badRequest)?.kind == .badRequest)
    #expect(ended(6, .failed, .contentRefused, accepted: true) == nil, "films are counted apart")
    #expect(ended(7, .saved, accepted: true) == nil)
    #expect(ended(8, .failed, .contentRefused, accepted: true) == nil)
    #expect(ended(9, .failed, .contentRefused, accepted: true)?.kind == .contentRefused)
  }
}
