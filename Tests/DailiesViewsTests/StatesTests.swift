import DailiesCore
import TerminalCanvas
import TestSupport
import Testing

/// Every state of a take, in full: at three sizes, in both languages.
@Suite struct StatesTests {
  static let sizes: [(Int, Int, Language)] = [(80, 24), (120, 40), (40, 12)].flatMap { columns, rows in
    Language.allCases.map { (columns, rows, $0) }
  }

  private func takes(_ columns: Int, _ rows: Int, _ language: Language) -> Stage {
    var stage = Stage(columns, rows, language: language)
    stage.key(.function(3))
    stage.loadEveryState(language == .chinese ? Scene.widePrompts : Scene.prompts)
    return stage
  }

  private func name(_ start: String, _ columns: Int, _ rows: Int, _ language: Language) -> String {
    "\(start)-\(columns)x\(rows)" + (language == .chinese ? "-zh" : "")
  }

  @Test(arguments: sizes) func theDetailOfEveryStateSaysWhatHappenedAndWhatIsNext(
    columns: Int, rows: Int, language: Language
  ) {
    for (place, take) in Scene.takes().enumerated() {
      var stage = takes(columns, rows, language)
      for _ in 0..<place { stage.key(.down) }
      stage.key(.right)
      stage.apply(.eventsLoaded(take.number, Scene.history(of: take), answer: nil))
      if take.videoID != nil {
        let last = take.finished ?? Stage.start + .seconds(-4)
        stage.apply(.checksLoaded(take.number, Checks(times: 12, last: last)))
      }
      ScreenSnapshot(stage.canvas()).expect(
        name("state-\(take.number)-\(take.phase.rawValue)", columns, rows, language))
    }
  }

  @Test(arguments: sizes) func everyStateHasItsRow(columns: Int, rows: Int, language: Language) {
    var stage = takes(columns, rows, language)
    ScreenSnapshot(stage.canvas()).expect(name("rows", columns, rows, language))
    stage.key(.end)
    ScreenSnapshot(stage.canvas()).expect(name("rows-end", columns, rows, language))
  }

  @Test func theKeyThatIsNextIsTheOneThatIsBoundNow() {
    var stage = takes(80, 24, .english)
    for _ in 0..<6 { stage.key(.down) }
    #expect((0..<24).contains { stage.canvas().text(row: $0).contains("Next: d saves it.") })
    let keymap = Keymap.standard.binding(.save, in: .takes, to: [.character("w")])
    stage = Stage(80, 24, keymap: keymap)
    stage.key(.function(3))
    stage.loadEveryState()
    for _ in 0..<6 { stage.key(.down) }
    #expect((0..<24).contains { stage.canvas().text(row: $0).contains("Next: w saves it.") })
  }

  @Test func theDetailCountsTheChecksOfTheWholeLife() {
    var stage = takes(80, 40, .english)
    for _ in 0..<3 { stage.key(.down) }
    stage.key(.enter)
    func says(_ text: String) -> Bool { (0..<40).contains { stage.canvas().text(row: $0).contains(text) } }
    #expect(!says("Asked"))
    stage.apply(.checksLoaded(Take.Number(34), Checks(times: 41, last: Stage.start + .seconds(-9))))
    #expect(says("Asked 41 times, last at 14:02:02."))
    stage.apply(.takeAsked(Take.Number(34), at: Stage.start))
    #expect(says("Asked 42 times, last at 14:02:11."))
  }

  @Test(arguments: sizes) func marksTagsAndTheRangeHaveTheirSigns(columns: Int, rows: Int, language: Language) {
    var stage = takes(columns, rows, language)
    stage.key(.character(" "), .character(" "), .down, .character("v"), .down)
    ScreenSnapshot(stage.canvas(), withStyles: columns == 80).expect(name("marks", columns, rows, language))
    var tagged = Scene.takes()
    for place in tagged.indices where place % 2 == 0 { tagged[place].tags = ["night", "灯笼", "retake"] }
    tagged[0].comment = "too dark at the left"
    tagged[0].problem = nil
    tagged[0].heldReason = .interrupted
    stage.key(.escape)
    stage.load(tagged)
    stage.key(.home)
    ScreenSnapshot(stage.canvas()).expect(name("tags-in-list", columns, rows, language))
  }

  @Test(arguments: sizes) func whatIsDoneToMarkedTakesIsAskedWithItsNumber(
    columns: Int, rows: Int, language: Language
  ) {
    var stage = takes(columns, rows, language)
    stage.key(.character("V"), .character("x"))
    ScreenSnapshot(stage.canvas()).expect(name("question", columns, rows, language))
    stage.key(.escape, .character("t"))
    stage.apply(.tagNamesLoaded(["night", "retake", "灯笼"].map { KnownName(name: $0, count: 2) }))
    stage.type("+re")
    stage.key(.tab)
    ScreenSnapshot(stage.canvas()).expect(name("tags", columns, rows, language))
    stage.key(.escape, .character("m"))
    stage.apply(.shotNamesLoaded(["gate", "黄昏"].map { KnownName(name: $0, count: 12) }))
    ScreenSnapshot(stage.canvas()).expect(name("shots", columns, rows, language))
    stage.key(.escape, .character("i"))
    ScreenSnapshot(stage.canvas()).expect(name("note", columns, rows, language))
    stage.key(.escape, .character("a"))
    ScreenSnapshot(stage.canvas()).expect(name("again-marked", columns, rows, language))
  }
}

extension Scene {
  /// What a take of that kind went through.
  static func history(of take: Take) -> [TakeEvent] {
    var events = [TakeEvent(at: take.recorded, phase: .leaving)]
    func add(_ at: Timestamp?, _ phase: TakePhase) {
      guard let at else { return }
      events.append(TakeEvent(at: at, phase: phase, problem: phase == take.phase ? take.problem : nil))
    }
    if take.phase == .held { add(take.recorded + .seconds(5), .held) }
    add(take.sent, .sending)
    if take.phase == .unsure { add(take.sent.map { $0 + .seconds(12) }, .unsure) }
    add(take.accepted, .queued)
    if take.phase != .queued { add(take.accepted.map { $0 + .seconds(10) }, .running) }
    if [.ready, .saving, .saved].contains(take.phase) { add(take.finished, .ready) }
    if take.phase == .failed || take.phase == .gone { add(take.finished, take.phase) }
    if take.phase == .saving { add(take.finished.map { $0 + .seconds(1) }, .saving) }
    add(take.saved, .saved)
    return events
  }
}
