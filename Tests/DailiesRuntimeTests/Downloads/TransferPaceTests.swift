import Testing

@testable import DailiesRuntime

struct TransferPaceTests {
  @Test func withoutARateNobodyWaits() {
    var pace = TransferPace()
    #expect(pace.received(1_000_000_000, at: .zero) == nil)
  }

  @Test func whatSeveralReadTogetherStaysWithinTheRateInTheOrderItCame() {
    var pace = TransferPace(bytesPerSecond: 1000)
    #expect(pace.received(500, at: .zero) == .milliseconds(500))
    #expect(pace.received(1000, at: .zero) == .milliseconds(1500))
    #expect(pace.received(500, at: .milliseconds(500)) == .seconds(2))
  }

  @Test func timeInWhichNothingCameIsNotSavedUpButForALittle() {
    var pace = TransferPace(bytesPerSecond: 1000)
    #expect(pace.received(50, at: .seconds(60)) == nil)
    #expect(pace.received(50, at: .seconds(60)) == nil)
    #expect(pace.received(1000, at: .seconds(60)) == .seconds(61))
  }

  @Test func anotherRateHoldsForWhatHasArrivedAsWell() {
    var pace = TransferPace(bytesPerSecond: 1000)
    _ = pace.received(10_000, at: .zero)
    pace.change(to: 9000, at: .seconds(1))
    #expect(pace.received(0, at: .seconds(1)) == .seconds(2))
    pace.change(to: nil, at: .seconds(1))
    #expect(pace.received(1_000_000, at: .seconds(1)) == nil)
    pace.change(to: 1000, at: .seconds(1))
    #expect(pace.received(2000, at: .seconds(1)) == .seconds(3))
  }
}
