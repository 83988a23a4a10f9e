import DailiesCore
import Testing

@testable import DailiesRuntime

struct ManualClockTests {
  @Test func sleepersWakeWhenTheirTimeHasComeAndNotBefore() async throws {
    let clock = ManualClock(start: Timestamp(seconds: 100))
    let source = clock.source
    async let slept: Void = source.sleep(.seconds(5))
    await clock.waitForSleepers()
    #expect(clock.nextDue == .seconds(5))
    clock.advance(by: .seconds(4))
    #expect(clock.nextDue == .seconds(5))
    clock.advance(by: .seconds(1))
    try await slept
    #expect(clock.nextDue == nil)
    #expect(source.now() == Timestamp(seconds: 105))
    #expect(source.wallTime(of: .seconds(15)) == Timestamp(seconds: 115))
  }

  @Test func aTimeThatHasPassedIsNotWaitedFor() async throws {
    let clock = ManualClock()
    clock.advance(by: .seconds(9))
    try await clock.source.sleep(.seconds(9))
  }

  @Test func aCancelledSleeperWakesAtOnce() async {
    let clock = ManualClock()
    let sleeper = Task { try await clock.source.sleep(.seconds(5)) }
    await clock.waitForSleepers()
    sleeper.cancel()
    await #expect(throws: CancellationError.self) { try await sleeper.value }
    #expect(clock.nextDue == nil)
  }

  @Test func aDoorbellKeepsARingForTheNextOneWhoWaits() async {
    let bell = Doorbell()
    bell.ring()
    bell.ring()
    await bell.wait()
    let waiter = Task { await bell.wait() }
    waiter.cancel()
    await waiter.value
  }

  @Test func aDoorbellWaitEndsAtItsTime() async {
    let clock = ManualClock()
    let bell = Doorbell()
    async let waited: Void = bell.wait(until: .seconds(3), on: clock.source)
    await clock.waitForSleepers()
    clock.advance(by: .seconds(3))
    await waited
  }

  @Test func theLiveClockGoesForward() async throws {
    let clock = ClockSource.live()
    let first = clock.elapsed()
    try await clock.sleep(first + .milliseconds(2))
    #expect(clock.elapsed() >= first + .milliseconds(2))
    #expect(clock.now() > Timestamp(seconds: 1_700_000_000))
  }
}
