import DailiesRuntime
import Testing

struct WorkCounterTests {
  @Test func itIsIdleFromTheBeginning() async throws {
    #expect(try await WorkCounter().waitUntilIdle() == 0)
  }

  @Test func whoWaitsIsToldWhenTheLastWorkEnds() async throws {
    let work = WorkCounter()
    work.begin()
    work.begin()
    async let idle = work.waitUntilIdle()
    work.end()
    work.begin()
    work.end()
    work.end()
    #expect(try await idle == 3)
  }

  @Test func workInBetweenIsNoticed() async throws {
    let work = WorkCounter()
    let before = try await work.waitUntilIdle()
    work.begin()
    work.end()
    #expect(try await work.waitUntilIdle() != before)
  }

  @Test func whoeverIsCancelledWaitsNoLonger() async {
    let work = WorkCounter()
    work.begin()
    await withThrowingTaskGroup(of: Int.self) { group in
      group.addTask { try await work.waitUntilIdle() }
      group.cancelAll()
      await #expect(throws: CancellationError.self) { try await group.next() }
    }
  }
}
