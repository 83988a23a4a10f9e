import DailiesCore
import TerminalCanvas
import TestSupport
import Testing

@Suite struct TakesScreenTests {
  private func takes(_ columns: Int, _ rows: Int, _ language: Language = .english, _ prompts: [String] = Scene.prompts)
    -> Stage
  {
    var stage = Stage(columns, rows, language: language)
    stage.key(.function(3))
    stage.loadEveryState(prompts)
    return stage
  }

  @Test func everyStateHasItsWordItsSignAndItsFigures() {
    ScreenSnapshot(takes(80, 24).canvas(), withStyles: true).expect("takes-80x24")
    ScreenSnapshot(takes(80, 40).canvas()).expect("takes-80x40")
    ScreenSnapshot(takes(80, 40, .chinese, Scene.widePrompts).canvas()).expect("takes-80x40-zh")
  }

  @Test func columnsThatDoNotFitGoWhole() {
    ScreenSnapshot(takes(60, 20).canvas()).expect("takes-60x20")
    ScreenSnapshot(takes(40, 12).canvas()).expect("takes-40x12")
    ScreenSnapshot(takes(40, 12, .chinese, Scene.widePrompts).canvas()).expect("takes-40x12-zh")
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 12)], Language.allCases)
  func filmsAboutToBeLostHaveALineUnderTheTitle(size: (columns: Int, rows: Int), language: Language) {
    var stage = Stage(size.columns, size.rows, language: language)
    stage.key(.function(3))
    var takes = Scene.takes(language == .chinese ? Scene.widePrompts : Scene.prompts)
    for index in takes.indices where takes[index].phase == .ready {
      takes[index].problem = Problem(.filmIncomplete)
      takes[index].finished = Stage.start + .seconds(-21 * 3600)
    }
    stage.load(takes)
    let name = language == .chinese ? "-zh" : ""
    ScreenSnapshot(stage.canvas(), withStyles: size.columns == 80).expect(
      "unsaved-\(size.columns)x\(size.rows)\(name)")
  }

  @Test func draftAndTakesStandSideBySideWhereThereIsRoom() {
    var stage = takes(120, 40)
    stage.key(.function(2))
    stage.paste(Scene.lantern)
    ScreenSnapshot(stage.canvas()).expect("wide-120x40")
    var chinese = takes(120, 40, .chinese, Scene.widePrompts)
    chinese.key(.down, .down)
    ScreenSnapshot(chinese.canvas()).expect("wide-120x40-zh")
    ScreenSnapshot(takes(160, 50).canvas()).expect("wide-160x50")
  }

  @Test(arguments: [
    ("unsure", 8), ("saving", 7), ("saved", 9), ("differs", 10), ("failed", 11), ("unreached", 5), ("held", 0),
  ])
  func theDetailSaysWhatIsKnownOfTheSelectedTake(name: String, row: Int) {
    var stage = takes(80, 24)
    for _ in 0..<row { stage.key(.down) }
    ScreenSnapshot(stage.canvas()).expect("detail-pane-\(name)-80x24")
  }

  @Test func anEmptyListSaysWhatWouldFillIt() {
    var stage = Stage()
    stage.key(.function(3))
    #expect(stage.canvas().text(row: 4).contains("Reading …"))
    stage.load([])
    ScreenSnapshot(stage.canvas()).expect("takes-none-80x24")
    stage.loadEveryState()
    stage.key(.character("]"))
    stage.apply(
      .rowsLoaded(
        TakeRows(query: stage.state.list.query, rows: [], total: 0, counts: TakeCounts(byPhase: [.saved: 31]))))
    ScreenSnapshot(stage.canvas()).expect("takes-empty-view-80x24")
  }

  @Test func anEmptyListNamesOnlyKeysThatWorkWhereThePersonIs() {
    func shown(_ stage: Stage, _ phrase: Phrase) -> Bool {
      (0..<40).contains { stage.canvas().text(row: $0).contains(phrase(.english)) }
    }
    var stage = Stage(140, 40)
    stage.load([])
    #expect(shown(stage, Strings.noTakesFromDraft))
    stage.load([], hidden: 3)
    #expect(shown(stage, Strings.allHiddenFromDraft))
    stage.key(.function(3))
    #expect(shown(stage, Strings.allHidden))
    stage.key(.character("]"))
    #expect(stage.state.list.view == .hidden)
  }

  @Test func nothingIsSaidOfMoneyInTheDemo() {
    for isDemo in [false, true] {
      var stage = Stage(isDemo: isDemo)
      stage.key(.function(3))
      var take = Scene.take(1, .saved, "dawn")
      take.billedSeconds = 8
      take.billedCost = "0.8"
      stage.load([take])
      let canvas = stage.canvas()
      let text = (0..<24).map(canvas.text).joined()
      #expect(text.contains("billed 8 s") == !isDemo)
      #expect(text.contains("0.80 USD by the service's price header") == !isDemo)
    }
  }

  @Test func whatCountsDownInTheDetailMovesNothingElse() {
    var stage = Stage()
    stage.key(.function(3))
    stage.load([Scene.take(1, .running, "dawn")])
    func rows(_ wait: Int) -> [String] {
      stage.apply(
        .takeReached(Take.Number(1), at: Stage.start, nextCheck: Stage.start + .milliseconds(Int64(wait))))
      let canvas = stage.canvas()
      return (0..<24).map(canvas.text)
    }
    let long = rows(119_000)
    for (wait, said) in [(9400, "next check in 9 s"), (400, "next check in 1 s"), (0, "next check in 1 s")] {
      let short = rows(wait)
      #expect(short.contains { $0.contains(said) })
      #expect(zip(long, short).count { $0 != $1 } == 1)
    }
  }

  @Test func besideTheDraftThePromptHasRoomForItsBeginning() {
    for columns in 110...200 {
      var stage = Stage(columns, 40)
      stage.loadEveryState()
      let header = stage.state.layout.takes?.header
      let words = stage.canvas().text(row: header?.row ?? 0)
      let start = words.firstRange(of: "PROMPT").map { words.distance(from: words.startIndex, to: $0.lowerBound) }
      let enough = columns == 120 ? 20 : columns < 118 ? 16 : 18
      #expect((header?.endColumn ?? 0) - 1 - (start ?? columns) >= enough, "\(columns)")
    }
  }

  @Test func aSearchIsShownWithWhatItFound() {
    var stage = takes(80, 24)
    stage.key(.character("/"))
    stage.type("ribbon")
    stage.load([])
    ScreenSnapshot(stage.canvas()).expect("takes-find-80x24")
    stage.key(.enter)
    ScreenSnapshot(stage.canvas()).expect("takes-nothing-found-80x24")
  }

  @Test func noPercentageIsShownThatTheServiceDidNotReport() {
    let canvas = takes(80, 24).canvas()
    let silent = (0..<24).map(canvas.text).first { $0.contains("T033") } ?? ""
    #expect(silent.contains("no percent"))
    #expect(!silent.contains("%"))
    #expect(silent.contains("no percent, 1:00"))
  }

  @Test func aFilmThatIsNotAsOrderedIsMarked() {
    let canvas = takes(80, 24).canvas()
    let short = (0..<24).map(canvas.text).first { $0.contains("T027") } ?? ""
    #expect(short.contains("saved !"))
    #expect(short.contains("got 4s, not 8s"))
  }

  @Test func anUnknownWordOfTheServiceIsShownAsItCame() {
    var stage = Stage()
    stage.key(.function(3))
    var take = Scene.take(1, .running, "dawn")
    take.serviceWord = "upscaling"
    stage.load([take])
    #expect(stage.canvas().text(row: 3).contains("upscaling"))
  }

  @Test(arguments: [(80, 24, Language.english), (80, 24, .chinese), (40, 12, .english), (120, 40, .chinese)])
  func whatWaitsToBeSentSaysForWhatAndInWhichPlace(columns: Int, rows: Int, language: Language) {
    var stage = Stage(columns, rows, language: language)
    func held(_ number: Int, _ reason: HeldReason, place: Int? = nil) -> Take {
      var take = Scene.take(number, .held, Scene.prompts[number % 5])
      take.heldReason = reason
      take.queuePlace = place
      take.batch = Batch(first: Take.Number(31), canary: .seen)
      return take
    }
    stage.key(.function(3))
    stage.load([
      held(38, .waitingTurn), held(37, .waitingTurn, place: 1), held(36, .paused), held(35, .canary),
      held(34, .canarySeen), held(33, .canaryFailed), held(32, .refusedTwice), Scene.take(31, .ready, Scene.prompts[1]),
    ])
    stage.apply(.queuePaused(true))
    let suffix = language == .chinese ? "-zh" : ""
    ScreenSnapshot(stage.canvas()).expect("queue-\(columns)x\(rows)\(suffix)")
    stage.key(.down, .down, .down, .down)
    ScreenSnapshot(stage.canvas()).expect("queue-batch-\(columns)x\(rows)\(suffix)")
  }
}
