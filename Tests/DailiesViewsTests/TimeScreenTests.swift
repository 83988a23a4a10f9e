import DailiesCore
import TerminalCanvas
import TestSupport
import Testing
import VideosAPI

/// How long takes will still take, as the screens say it.
@Suite struct TimeScreenTests {
  private static let large = VideoSize(width: 1920, height: 1080)

  private static func kind(_ size: VideoSize = VideoSize(width: 1280, height: 720), _ seconds: Int = 8) -> TakeKind {
    TakeKind(baseURL: Profile.standardBaseURL, model: Profile.standardModel, size: size, seconds: seconds)
  }

  /// 14 takes of 8 s that took about 3:30.
  static let times = (1...14).map { number in
    TakeTime(
      number: Take.Number(number), kind: kind(), took: .seconds(200 + number * 7 % 14),
      finished: Stage.start + .seconds(-10_000 + number * 100))
  }

  private static func takes(_ prompts: [String]) -> [Take] {
    var reported = Scene.take(34, .running, prompts[0])
    reported.percentComplete = 58
    reported.serviceWord = "in_progress"
    var estimated = Scene.take(33, .running, prompts[1], sentBefore: 60)
    estimated.serviceWord = "processing"
    var late = Scene.take(32, .running, prompts[2], sentBefore: 310)
    late.serviceWord = "processing"
    var reportedLate = Scene.take(31, .running, prompts[3], sentBefore: 5000)
    reportedLate.percentComplete = 99
    var queued = Scene.take(30, .queued, prompts[4], seconds: 4, sentBefore: 40)
    queued.serviceWord = "queued"
    var elsewhere = Scene.take(29, .running, prompts[0], sentBefore: 60)
    elsewhere.sent = nil
    let other = Scene.take(28, .running, prompts[1], size: large, sentBefore: 12)
    return [reported, estimated, late, reportedLate, queued, elsewhere, other, Scene.take(27, .ready, prompts[2])]
  }

  private func stage(
    _ columns: Int, _ rows: Int, _ language: Language = .english, times: [TakeTime] = Self.times
  ) -> Stage {
    var stage = Stage(columns, rows, language: language)
    stage.load(Self.takes(language == .english ? Scene.prompts : Scene.widePrompts))
    stage.apply(.timesLoaded(times))
    return stage
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 12)], Language.allCases)
  func reportedEstimatedAndUnknownTimesLookDifferent(size: (Int, Int), language: Language) {
    var stage = stage(size.0, size.1, language)
    let name = "\(size.0)x\(size.1)" + (language == .chinese ? "-zh" : "")
    ScreenSnapshot(stage.canvas()).expect("times-draft-\(name)")
    stage.key(.function(3))
    ScreenSnapshot(stage.canvas(), withStyles: size.0 == 80 && language == .english).expect("times-\(name)")
    stage.key(.down, .down)
    ScreenSnapshot(stage.canvas()).expect("times-late-\(name)")
  }

  private func row(_ number: Int, _ stage: Stage) -> String {
    let canvas = stage.canvas()
    return (0..<24).map(canvas.text).first { $0.contains("T0\(number)") } ?? ""
  }

  @Test func onlyAReportedFigureHasABar() {
    var stage = stage(80, 24)
    stage.key(.function(3))
    let bar = "█"
    #expect(row(34, stage).contains(bar) && row(34, stage).contains("58%"))
    #expect(!row(33, stage).contains(bar) && row(33, stage).contains("about "))
    #expect(!row(30, stage).contains("about "), "it has not begun")
    #expect(row(32, stage).contains("late, 5:10"))
  }

  @Test func withoutFinishedTakesNothingIsSaidOfTheTimeLeft() {
    var stage = stage(80, 24, times: [])
    stage.key(.function(3))
    for number in 28...33 where number != 31 {
      #expect(!row(number, stage).contains("~") && !row(number, stage).contains("about"), "\(number)")
    }
    #expect(row(33, stage).contains("no percent, 1:00"))
  }

  @Test func ofATakeThatWasMadeElsewhereNothingIsSaid() {
    var stage = stage(80, 24)
    stage.key(.function(3))
    #expect(!row(29, stage).contains("~"))
  }

  @Test func aBarDoesNotMoveWithoutNews() {
    var stage = stage(80, 24)
    stage.key(.function(3))
    let before = row(34, stage)
    stage.apply(.clockAdvanced(Stage.start + .seconds(40)))
    let after = row(34, stage)
    let bar = { (row: String) in row.filter { $0 == "█" }.count }
    #expect(bar(before) == bar(after) && bar(after) > 0 && after.contains("58%"))
    #expect(before != after, "the time left is a clock")
  }

  @Test func theDetailSaysWhatTheEstimateRestsOn() {
    var stage = stage(80, 24)
    stage.key(.function(3))
    func detail() -> String {
      let canvas = stage.canvas()
      return (0..<24).map(canvas.text).joined()
    }
    #expect(detail().contains("usual 3:20 (14 takes of this model, size and length)   about 1:"))
    stage.key(.down, .down, .down, .down)
    #expect(detail().contains("(14 takes of this model and size)"))
    stage.key(.down)
    #expect(!detail().contains("usual"))
    stage.key(.down)
    #expect(detail().contains("(14 takes of this model)"))
  }

  @Test(arguments: [false, true]) func whatWasSpentIsNotToldInTheDemo(isDemo: Bool) {
    var stage = Stage(isDemo: isDemo)
    let today = Spending.Sum(money: ["USD": 1_600_000], seconds: 16)
    let profile = stage.state.service.profile
    stage.apply(.spendingLoaded(Spending(profile: profile, day: stage.state.today, today: today, month: today)))
    #expect(stage.canvas().text(row: 22).contains("up to 1.60 USD today") == !isDemo)
  }

  @Test func theTotalsStandAtTheRightAndGoWholeWhereThereIsNoRoom() {
    var stage = stage(80, 24)
    stage.load([
      Scene.take(5, .running, "a"), Scene.take(4, .ready, "b"), Scene.take(3, .held, "c"), Scene.take(2, .unsure, "d"),
    ])
    func line() -> String { stage.canvas().text(row: 22) }
    #expect(line().hasSuffix(" 1 live   1 ready   1 held   1 unsure "))
    stage.apply(.noted(Note(Phrase("%1", "%1"), String(repeating: "word ", count: 10))))
    #expect(line().hasSuffix("   1 live   1 unsure "), "\(line())")
    stage.apply(.noted(Note(Phrase("%1", "%1"), String(repeating: "word ", count: 20))))
    #expect(line().contains("word") && !line().contains("live"))
  }
}
