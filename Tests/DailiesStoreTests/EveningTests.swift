import DailiesCore
import DailiesStore
import GRDB
import Testing

/// What the store finds for a screening, and which take came from which.
@Suite struct EveningTests {
  let workshop: StoreWorkshop
  let store: Store

  init() throws {
    workshop = try StoreWorkshop()
    store = try workshop.open()
  }

  /// A day is 86,400 s; the second one begins then.
  private static let midnight = Timestamp.second(86_400)

  private func record(_ count: Int, at second: Int64, parent: Take.Number? = nil, shot: String? = nil) async throws
    -> [Take.Number]
  {
    try await store.recordIntents(
      Confirmation((1...count).map { .sample("prompt \($0)") }, origin: TakeOrigin(shot: shot, parent: parent)),
      service: .sample, leavesAt: nil, now: .second(second)
    ).map(\.number)
  }

  private func end(_ number: Take.Number, as phase: TakePhase = .saved, at second: Int64) async throws {
    _ = try await store.change(number, now: .second(second)) { take in
      (take.phase, take.sent, take.finished) = (phase, .second(second - 60), .second(second))
      if phase == .saved { take.saved = .second(second + 1) }
      return true
    }
  }

  private func numbers(_ evening: Evening) -> [Int] { evening.takes.map(\.number.value) }

  @Test func filmsThatCameTodayAndAreNotJudgedAreCounted() async throws {
    let all = try await record(4, at: 0)
    try await end(all[0], at: 500)
    for number in all[1...] { try await end(number, at: 90_000) }
    #expect(try await store.unjudged(since: Self.midnight) == 3)
    _ = try await store.edit([all[1]], .set(.verdict(.circled)), now: .second(90_100))
    _ = try await store.edit([all[2]], .set(.hidden(true)), now: .second(90_100))
    #expect(try await store.unjudged(since: Self.midnight) == 1)
    let undone = try await store.replay(
      ListAct([ListAct.Step(number: all[1], before: .verdict(.circled), after: .verdict(nil))]), now: .second(90_200))
    #expect(undone.steps.count == 1)
    #expect(try await store.unjudged(since: Self.midnight) == 2)
    #expect(try await store.take(all[2])?.verdict == nil)
  }

  @Test func anEveningIsWhatWasRecordedOrCameOrFailedOnTheDay() async throws {
    let early = try await record(3, at: 0)
    try await end(early[0], at: 500)
    try await end(early[1], at: 86_500)
    try await end(early[2], as: .failed, at: 86_600)
    let late = try await record(2, at: 90_000)
    try await end(late[0], at: 90_100)
    let evening = try await store.evening(since: Self.midnight)
    #expect(evening.isToday)
    #expect(numbers(evening) == [2, 3, 4], "the last one has not left")
  }

  @Test func whereAllOfTheDayIsJudgedOtherDaysAreAndThenTheDayAllTheSame() async throws {
    let all = try await record(2, at: 0)
    try await end(all[0], at: 500)
    try await end(all[1], at: 90_000)
    _ = try await store.edit([all[1]], .set(.verdict(.noGood)), now: .second(90_100))
    let others = try await store.evening(since: Self.midnight)
    #expect(!others.isToday && numbers(others) == [1])
    _ = try await store.edit([all[0]], .set(.verdict(.circled)), now: .second(90_200))
    let today = try await store.evening(since: Self.midnight)
    #expect(today.isToday && numbers(today).contains(2))
    #expect(ScreeningScreen(today) == nil)
  }

  @Test func aFamilyIsAllThatCameFromTheSameTakesAndTheOthersOfTheShot() async throws {
    let root = try await record(1, at: 0, shot: "gate")
    let children = try await record(2, at: 10, parent: root[0])
    let grandchild = try await record(1, at: 20, parent: children[1])
    let stranger = try await record(1, at: 30)
    let sibling = try await record(1, at: 40, shot: "gate")
    let lines = try await store.family(of: grandchild[0]).lines
    #expect(lines.map(\.take.number) == [root[0], children[0], children[1], grandchild[0]] + [])
    #expect(lines.map(\.depth) == [0, 1, 1, 2])
    let ofShot = try await store.family(of: root[0]).lines.map(\.take.number)
    #expect(ofShot == [root[0], children[0], children[1], grandchild[0], sibling[0]])
    #expect(try await store.family(of: stranger[0]).lines.map(\.take.number) == stranger)
  }

  @Test func filmsAndDescentFromBeforeTheirTablesAreThere() async throws {
    let all = try await record(1, at: 0)
    let child = try await record(1, at: 10, parent: all[0])
    try await end(all[0], at: 90_000)
    store.close()
    let raw = try workshop.raw()
    try await raw.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          DROP TABLE films; DROP TABLE descent;
          DELETE FROM grdb_migrations WHERE identifier = '10 verdicts, descent'
          """)
    }
    try raw.close()
    let again = try workshop.open(at: 90_001)
    #expect(try await again.unjudged(since: Self.midnight) == 1)
    #expect(try await again.family(of: all[0]).lines.map(\.take.number) == all + child)
    again.close()
  }
}
