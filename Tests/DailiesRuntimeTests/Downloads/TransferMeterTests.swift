import DailiesCore
import Testing

@testable import DailiesRuntime

struct TransferMeterTests {
  @Test func newsComeAtMostTenTimesASecond() {
    var meter = TransferMeter(bytes: 0, expected: 1000, at: .zero)
    let told = (1...1000).compactMap { meter.received(1, at: .milliseconds($0)) }
    #expect(told.count == 10)
    #expect(meter.transfer.bytesReceived == 1000)
    #expect(meter.transfer.bytesExpected == 1000)
  }

  @Test func theRateIsThatOfTheLastSeconds() throws {
    var meter = TransferMeter(bytes: 0, expected: nil, at: .zero)
    for tenth in 1...100 { _ = meter.received(100_000, at: .milliseconds(tenth * 100)) }
    #expect(abs(meter.transfer.bytesPerSecond - 1_000_000) < 1000)
    for tenth in 101...140 { _ = meter.received(10_000, at: .milliseconds(tenth * 100)) }
    #expect(abs(meter.transfer.bytesPerSecond - 100_000) < 1000)
  }

  @Test func bytesThatWereThereBeforeDoNotCountForTheRate() {
    var meter = TransferMeter(bytes: 1_000_000, expected: 2_000_000, at: .zero)
    #expect(meter.transfer.bytesPerSecond == 0)
    _ = meter.received(1000, at: .seconds(1))
    #expect(meter.transfer.bytesPerSecond == 1000)
    #expect(meter.transfer.bytesReceived == 1_001_000)
  }
}
