import DailiesCore
import TerminalCanvas
import Testing

@testable import DailiesViews

@Suite struct AmountTests {
  @Test(arguments: [(-5, "0:00"), (0, "0:00"), (9, "0:09"), (130, "2:10"), (3599, "59:59"), (3730, "1:02:10")])
  func durationsAreClocks(seconds: Int, text: String) {
    #expect(Duration.seconds(seconds).clock == text)
  }

  @Test(arguments: [(59, "59 s", "59 秒"), (60, "1 m", "1 分钟"), (7200, "2 h", "2 小时"), (200_000, "2 d", "2 天")])
  func agesAreRough(seconds: Int, english: String, chinese: String) {
    #expect(Duration.seconds(seconds).rough(.english) == english)
    #expect(Duration.seconds(seconds).rough(.chinese) == chinese)
  }

  @Test(arguments: [
    (-1, "0 B"), (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (6_749_000, "6.7 MB"), (16_400_000, "16 MB"),
    (2_500_000_000, "2.5 GB"),
  ])
  func bytesHaveOneDecimalBelowTen(bytes: Int64, text: String) {
    #expect(ByteCount(bytes).text == text)
  }

  @Test(arguments: [(8.0, "8"), (8.04, "8"), (7.52, "7.5"), (0, "0"), (.nan, "0"), (.infinity, "0")])
  func secondsOfFilmHaveNoUselessFraction(seconds: Double, text: String) {
    #expect(filmSeconds(seconds) == text)
  }

  @Test(arguments: [
    (0, 0, "1970-01-01", "00:00:00"), (951_782_399, 0, "2000-02-28", "23:59:59"),
    (951_782_400, 0, "2000-02-29", "00:00:00"),
    (1_762_956_131, 0, "2025-11-12", "14:02:11"), (1_762_956_131, 28_800, "2025-11-12", "22:02:11"),
    (1_762_956_131, -54_000, "2025-11-11", "23:02:11"), (-1, 0, "1969-12-31", "23:59:59"),
    (4_107_542_400, 0, "2100-03-01", "00:00:00"),
  ])
  func momentsAreLocalDatesAndTimes(seconds: Int64, offset: Int, date: String, time: String) {
    let local = LocalTime(Timestamp(seconds: seconds), utcOffset: offset)
    #expect(local.date == date)
    #expect(local.time == time)
  }

  @Test func aMomentOfAnotherDayCarriesItsDate() {
    let now = LocalTime(Stage.start, utcOffset: 0)
    #expect(now.text(now: now) == "14:02:11")
    let yesterday = LocalTime(Stage.start + .seconds(-86_400), utcOffset: 0)
    #expect(yesterday.text(now: now) == "2025-11-11 14:02:11")
    #expect(yesterday.shortText(now: now) == "2025-11-11 14:02")
  }

  @Test(arguments: [(0, 0), (1, 1), (50, 5), (99, 9), (100, 10), (150, 10), (-3, 0)])
  func aBarIsAsWideAsItSays(percent: Int, done: Int) {
    let spans = Bar(percent: percent, columns: 10).spans(Theme(.mono, lines: .ascii))
    #expect(spans[0].text == String(repeating: "#", count: done))
    #expect(spans[0].text.count + spans[1].text.count == 10)
  }

  @Test func wrappedTextSaysWhenItIsCut() {
    let text = "one two three four five six"
    #expect(WrappedText(text, columns: 9, limit: 2, widths: .standard).lines == ["one two ", "three…"])
    #expect(WrappedText(text, columns: 9, limit: 9, widths: .standard).lines.count == 4)
    #expect(WrappedText("", columns: 9, limit: 2, widths: .standard).lines == [""])
    #expect(WrappedText(text, columns: 0, widths: .standard).lines.isEmpty)
    #expect(WrappedText("黄昏的纸灯笼作坊", columns: 8, limit: 1, widths: .standard).lines == ["黄昏的…"])
  }
}
