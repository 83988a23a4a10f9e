import Testing

@testable import DailiesCore

struct DataRateTests {
  @Test(arguments: [
    ("2 MB", 2_000_000), ("1.5 MB/s", 1_500_000), ("800k", 800_000), (" 10kB ", 10_000), ("2000000", 2_000_000),
    ("1 GB /s", 1_000_000_000), ("1 MiB", 1_048_576), ("20000 B", 20_000),
  ])
  func aRateIsReadAsItIsWritten(text: String, bytes: Int64) { #expect(DataRate(text)?.bytesPerSecond == bytes) }

  @Test(arguments: [
    "", "fast", "MB", "2 MBit", "-2 MB", "2,5 MB", "1.2.3 MB", ".5 MB", "5. MB", "9 kB", "0", "9e99 GB", "1e6 B",
  ])
  func whatIsNoRateOrTooSmallIsNone(text: String) { #expect(DataRate(text) == nil) }

  @Test func theSettingTakesARateANumberOrNothing() {
    var settings = Settings()
    #expect(settings.value(of: "save_rate") == .text(""))
    #expect(settings.assign(["save_rate"], .text("1.5 MB")) == .done)
    #expect(settings.saveRate?.bytesPerSecond == 1_500_000)
    #expect(settings.value(of: "save_rate") == .text("1.5 MB"))
    #expect(settings.assign(["save_rate"], .text("fast")) == .refused(.rate))
    #expect(settings.saveRate?.bytesPerSecond == 1_500_000)
    #expect(settings.assign(["save_rate"], .number(500_000)) == .done)
    #expect(settings.saveRate?.bytesPerSecond == 500_000)
    for none in [SettingValue.number(0), .text(""), .typed("0")] {
      settings.saveRate = DataRate("1 MB")
      #expect(settings.assign(["save_rate"], none) == .done)
      #expect(settings.saveRate == nil)
    }
  }
}
