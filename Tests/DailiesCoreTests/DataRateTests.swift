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

  @Test(arguments: [("500 MB", 500_000_000), ("1.5 GiB", 1_610_612_736), ("2g", 2_000_000_000), ("1", 1)])
  func aSizeIsReadAsItIsWritten(text: String, bytes: Int64) { #expect(DataSize(text)?.bytes == bytes) }

  @Test(arguments: ["", "much", "-1 MB", "1 MB/s", "0", "9e99 GB"])
  func whatIsNoSizeIsNone(text: String) { #expect(DataSize(text) == nil) }

  @Test func theRoomKeptFreeIsHalfAGigabyteUntilSomethingElseIsSaid() {
    var settings = Settings()
    #expect(settings.value(of: "keep_free") == .text("500 MB"))
    #expect(settings.assign(["keep_free"], .text("2 GB")) == .done)
    #expect(settings.keepFree?.bytes == 2_000_000_000)
    #expect(settings.assign(["keep_free"], .text("plenty")) == .refused(.size))
    #expect(settings.assign(["keep_free"], .text("")) == .done)
    #expect(settings.keepFree == nil)
  }

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
