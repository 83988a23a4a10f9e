import DailiesCore
import DailiesStore
import Testing

@Suite struct ChecksTests {
  let workshop: StoreWorkshop

  init() throws { workshop = try StoreWorkshop() }

  @Test func howOftenWasAskedIsSummedUpAndOutlivesTheProgram() async throws {
    let store = try workshop.open()
    let number = try await store.recordAccepted(id: "video_one")
    #expect(try await store.checks(of: number) == nil)
    try await store.addChecks([
      number: Checks(times: 5, last: .second(50)), Take.Number(99): Checks(times: 1, last: .second(1)),
    ])
    var answer = TakeAnswer(.state, at: .second(61), status: 200, body: "{}")
    answer.asked = Checks(times: 2, last: .second(60))
    _ = try await store.change(number, answer: answer, now: .second(61)) { _ in false }
    store.close()
    let again = try workshop.open(at: 70)
    #expect(try await again.checks(of: number) == Checks(times: 7, last: .second(60)))
    #expect(try await again.checks(of: Take.Number(99)) == nil)
  }
}
