import DailiesCore
import DailiesViews
import TerminalCanvas
import TestSupport
import Testing
import VideosAPI

/// The screening and its sheet, the comparison, the lineage, the blow-up.
@Suite struct ChoosingScreenTests {
  static let sizes = LayerScreenTests.sizes

  private func expect(_ stage: Stage, _ name: String, _ place: (Int, Int, Language)) {
    let suffix = place.2 == .chinese ? "-zh" : ""
    ScreenSnapshot(stage.canvas()).expect("\(name)-\(place.0)x\(place.1)\(suffix)")
  }

  private static func film(
    _ number: Int, _ prompt: String, verdict: Verdict? = nil, shot: String? = nil, parent: Int? = nil
  ) -> Take {
    var take = Scene.take(number, .saved, prompt, sentBefore: 4_000 - number * 60)
    take.filePath = "/home/ada/Videos/Dailies/\(take.number)-film.mp4"
    take.fileBytes = 9_100_000
    take.film = Take.FilmFacts(width: 1280, height: 720, seconds: number == 3 ? 4 : 8, hasSound: true)
    take.saved = take.finished
    take.verdict = verdict
    take.price = TakePrice(perSecond: Money(millionths: 500_000, "CNY"), since: Day("2025-11-03")!)
    if shot != nil || parent != nil { take.origin = TakeOrigin(shot: shot, parent: parent.map { Take.Number($0) }) }
    return take
  }

  /// A day's takes of a few shots, the first of them judged.
  private func stage(_ place: (Int, Int, Language)) -> Stage {
    var stage = Stage(place.0, place.1, language: place.2)
    stage.key(.function(3))
    stage.load(takes(place.2))
    return stage
  }

  private func takes(_ language: Language) -> [Take] {
    let prompts = language == .chinese ? Scene.widePrompts : Scene.prompts
    let pushed =
      language == .chinese
      ? "清晨的纸灯笼工坊，慢推镜头。祖母系上最后一条丝带；左侧暖色钨丝灯，窗外冷光。"
      : prompts[0].replacing("Slow dolly in on", with: "Slow push in on").replacing("waist height, ", with: "")
    var takes = [
      Self.film(1, pushed, verdict: .noGood, shot: "sc02"),
      Self.film(2, prompts[0], verdict: .circled, shot: "sc02", parent: 1),
      Self.film(3, prompts[1], verdict: .noGood), Self.film(4, prompts[2]), Self.film(5, prompts[3], parent: 2),
    ]
    takes[1].comment = language == .chinese ? "光线好" : "good light"
    var failed = Scene.take(6, .failed, prompts[4])
    failed.problem = Problem(.contentRefused, detail: "policy")
    var unsure = Scene.take(7, .unsure, prompts[1])
    unsure.price = takes[0].price
    return takes.reversed() + [failed, unsure]
  }

  private func screened(_ place: (Int, Int, Language)) -> Stage {
    var stage = stage(place)
    stage.key(.character("w"))
    stage.apply(.eveningLoaded(Evening(takes(place.2))))
    return stage
  }

  @Test(arguments: sizes) func aScreeningShowsAFilmAndWhatIsKnownOfIt(columns: Int, rows: Int, language: Language) {
    expect(screened((columns, rows, language)), "screening", (columns, rows, language))
  }

  @Test(arguments: sizes) func theSheetSaysWhatCameOfIt(columns: Int, rows: Int, language: Language) {
    var stage = screened((columns, rows, language))
    stage.key(.escape, .down)
    expect(stage, "sheet", (columns, rows, language))
  }

  @Test(arguments: sizes + [(60, 20, .english), (160, 45, .english)])
  func twoTakesStandBesideEachOther(columns: Int, rows: Int, language: Language) {
    var stage = stage((columns, rows, language))
    stage.apply(.takesFound([takes(language)[4], takes(language)[3]], missing: [], for: .compare))
    expect(stage, "compare", (columns, rows, language))
  }

  @Test func thePromptsAreShownWholeAndTheOtherSideInFront() {
    var stage = stage((80, 24, .english))
    stage.apply(.takesFound([takes(.english)[4], takes(.english)[3]], missing: [], for: .compare))
    stage.key(.character("d"), .tab)
    expect(stage, "compare-prompts", (80, 24, .english))
  }

  @Test func whatDiffersHasItsColour() {
    var stage = stage((80, 24, .english))
    stage.apply(.takesFound([takes(.english)[4], takes(.english)[3]], missing: [], for: .compare))
    ScreenSnapshot(stage.canvas(), withStyles: true).expect("compare-styles-80x24")
  }

  @Test func allOfItIsHeardLineByLine() {
    var stage = stage((80, 24, .english))
    stage.beginListening()
    func hears(_ text: String) -> Bool { stage.page.contains { $0.contains(text) } }
    stage.say("screening")
    stage.apply(.eveningLoaded(Evening(takes(.english))))
    #expect(hears("Screening, 1 of 2") && hears("Grandmother laughs at the window"))
    stage.say("circle")
    #expect(stage.effects.contains(.changeTakes([Take.Number(4)], .set(.verdict(.circled)))))
    #expect(hears("Screening, 2 of 2"))
    stage.say("back")
    #expect(hears("What came of it") && hears("1. T002") && hears("20.00 CNY per circled take"))
    stage.say("back")
    #expect(stage.state.layers.isEmpty)
    stage.say("compare 1 2")
    if stage.effects.contains(where: { if case .findTakes = $0 { true } else { false } }) {
      stage.apply(.takesFound([takes(.english)[4], takes(.english)[3]], missing: [], for: .compare))
    }
    #expect(hears("T001 beside T002") && hears("Slow [-push-] {+dolly+} in"))
    stage.say("back")
    stage.say("lineage 2")
    stage.apply(.takesFound([takes(.english)[3]], missing: [], for: .lineage))
    let family = takes(.english).filter { [1, 2].contains($0.number.value) }
    stage.apply(.familyLoaded(Take.Number(2), Family(family)))
    #expect(hears("1. T001") && hears("2. T002"))
    stage.say("back")
    stage.say("blow up 2")
    stage.apply(.takesFound([takes(.english)[3]], missing: [], for: .blowUp))
    #expect(hears("1. 8 s  1920x1080") && hears("A new roll of the dice"))
    stage.say("1")
    #expect(stage.state.context == .review && hears("not T002 larger"))
  }

  // MARK: Frames

  private static let reel = FilmReel(width: 1280, height: 720, seconds: 8, frames: 192)

  /// A slope of colours, another one for each frame.
  private static func picture(_ frame: Int, _ size: VideoSize) -> PixelGrid? {
    var bytes: [UInt8] = []
    for row in 0..<size.height {
      for column in 0..<size.width {
        bytes += [UInt8(column * 255 / size.width), UInt8(row * 255 / size.height), UInt8(frame)]
      }
    }
    return PixelGrid(width: size.width, height: size.height, rgb: bytes)
  }

  /// Makes what was asked for by the last action.
  private func answer(_ stage: inout Stage) {
    for case .drawFrames(let wishes) in stage.effects {
      for wish in wishes {
        let pictures = wish.frames(of: Self.reel).compactMap { Self.picture($0, wish.size) }
        stage.apply(.framesDrawn(wish, .pictures(Self.reel, first: 0, pictures, isLast: true)))
      }
    }
  }

  private func expectFilm(_ stage: Stage, _ name: String, _ place: (Int, Int, Language)) {
    ScreenSnapshot(stage.canvas(.colors256)).expect(
      "\(name)-\(place.0)x\(place.1)" + (place.2 == .chinese ? "-zh" : ""))
  }

  static let filmSizes = [(80, 24, Language.english), (120, 40, .chinese), (160, 45, .english), (60, 24, .english)]

  private func compared(_ place: (Int, Int, Language)) -> Stage {
    var stage = stage(place)
    stage.showPictures()
    stage.apply(.takesFound([takes(place.2)[4], takes(place.2)[3]], missing: [], for: .compare))
    answer(&stage)
    return stage
  }

  private func second(_ stage: Stage) -> Double? {
    if case .compare(let screen)? = stage.state.layers.last { screen.second } else { nil }
  }

  @Test(arguments: filmSizes) func framesOfTwoFilmsStandAtTheSameSecond(columns: Int, rows: Int, language: Language) {
    var stage = compared((columns, rows, language))
    stage.key(.right, .right)
    answer(&stage)
    expectFilm(stage, "compare-film", (columns, rows, language))
    guard case .compare(let screen)? = stage.state.layers.last else {
      Issue.record("no comparison")
      return
    }
    #expect(screen.second == 2)
    let sides = stage.state.comparesSideBySide ? [screen.left, screen.right] : [screen.take]
    for take in sides {
      let frame = stage.state.comparedFrame(of: take, at: 2)
      #expect(frame?[0, 0].blue == 48, "both at their forty-eighth frame")
    }
  }

  @Test func secondsAndFramesStayWithinTheLongerFilm() {
    var stage = compared((120, 40, .english))
    stage.key(.left)
    #expect(second(stage) == 0)
    stage.key(.character("."), .character("."))
    #expect(second(stage) == 2.0 / 24)
    stage.key(.character(","))
    #expect(second(stage) == 1.0 / 24)
    for _ in 0..<12 { stage.key(.right) }
    #expect(second(stage) == Self.reel.second(of: 191))
    stage.key(.tab, .character("+"))
    #expect(stage.effects.contains(.changeTakes([Take.Number(1)], .set(.verdict(.circled)))))
  }

  @Test func withoutPicturesTheComparisonIsWordsAndNothingIsAskedFor() {
    var stage = stage((120, 40, .english))
    stage.apply(.takesFound([takes(.english)[4], takes(.english)[3]], missing: [], for: .compare))
    #expect(stage.state.comparedArea == nil)
    #expect(!stage.effects.contains { if case .drawFrames = $0 { true } else { false } })
  }

  @Test func aFilmThatCannotBeShownSaysWhy() {
    var stage = stage((80, 24, .english))
    stage.showPictures()
    var other = takes(.english)[3]
    other.filePath = nil
    stage.apply(.takesFound([takes(.english)[4], other], missing: [], for: .compare))
    for case .drawFrames(let wishes) in stage.effects {
      #expect(wishes.count == 1)
      stage.apply(.framesDrawn(wishes[0], .trouble(.gone)))
    }
    expectFilm(stage, "compare-no-film", (80, 24, .english))
  }

  @Test(arguments: [(80, 24, Language.english), (120, 40, .chinese)])
  func aScreeningShowsFramesOfTheFilmAndHasThoseOfTheNextMade(columns: Int, rows: Int, language: Language) {
    var stage = stage((columns, rows, language))
    stage.showPictures()
    stage.key(.character("w"))
    stage.apply(.eveningLoaded(Evening(takes(language))))
    var asked: [String] = []
    for case .drawFrames(let wishes) in stage.effects { asked += wishes.map(\.path) }
    // Where there is room the first picture is shown large beside the strip.
    let parts = columns >= 120 ? 2 : 1
    #expect(
      asked
        == ["T004", "T005"].flatMap { Array(repeating: "/home/ada/Videos/Dailies/\($0)-film.mp4", count: parts) })
    answer(&stage)
    expectFilm(stage, "screening-film", (columns, rows, language))
  }

  @Test(arguments: sizes) func theLineageIsATree(columns: Int, rows: Int, language: Language) {
    var stage = stage((columns, rows, language))
    stage.key(.character("l"))
    let family = takes(language).filter { [1, 2, 5].contains($0.number.value) }
    stage.apply(.familyLoaded(stage.state.list.selectedNumber ?? Take.Number(5), Family(family)))
    expect(stage, "lineage", (columns, rows, language))
  }

  private func blowUp(_ place: (Int, Int, Language)) -> Stage {
    var stage = stage(place)
    var table = PriceTable()
    table.prices = [
      PriceTable.Price(
        profile: "default", model: Profile.standardModel, size: nil, perSecond: Money(millionths: 750_000, "CNY"),
        since: Day("2025-11-05")!)
    ]
    stage.apply(.pricesLoaded(table))
    stage.key(.down, .down, .down, .character("b"))
    return stage
  }

  @Test(arguments: sizes) func aBlowUpOffersWhatIsLarger(columns: Int, rows: Int, language: Language) {
    expect(blowUp((columns, rows, language)), "blow-up", (columns, rows, language))
  }

  @Test(arguments: [(80, 24, Language.english), (80, 24, .chinese)])
  func theReviewOfABlowUpSaysThatItIsANewTake(columns: Int, rows: Int, language: Language) {
    var stage = blowUp((columns, rows, language))
    stage.key(.enter)
    expect(stage, "blow-up-review", (columns, rows, language))
  }

  @Test(arguments: [(80, 24, Language.english), (40, 12, .english)])
  func verdictsStandBehindTheStates(columns: Int, rows: Int, language: Language) {
    var stage = stage((columns, rows, language))
    stage.apply(.unjudgedCounted(2))
    stage.key(.down, .down, .down)
    expect(stage, "verdicts", (columns, rows, language))
  }

  @Test func whatHasNoKnownCostIsInNoAverage() {
    var stage = stage((80, 24, .english))
    stage.key(.character("w"))
    var takes = takes(.english).filter { $0.phase == .saved }
    for index in takes.indices { takes[index].verdict = .circled }
    takes[0].price = nil
    stage.apply(.eveningLoaded(Evening(takes)))
    let text = (0..<24).map { stage.canvas().text(row: $0) }.joined(separator: "\n")
    // Four films of eight seconds at half a yuan, the fifth without a price.
    #expect(text.contains("4.00 CNY per circled take") && !text.contains("At least"))
    #expect(text.contains("1 of 5 circled takes have no known cost"))
  }

  @Test func signsThatStandInAPromptAreWords() {
    let (old, new) = (Self.film(1, "a {+ b d"), Self.film(2, "a {+ c d"))
    var stage = stage((80, 24, .english))
    stage.apply(.takesFound([old, new], missing: [], for: .compare))
    let canvas = stage.canvas()
    let row = (0..<24).first { canvas.text(row: $0).contains("a {+ [-b-] {+c+} d") }
    #expect(row != nil)
    guard let row, let place = canvas.text(row: row).firstRange(of: "a {+ [-b-]") else { return }
    let text = canvas.text(row: row)
    let column = text.distance(from: text.startIndex, to: place.lowerBound)
    let style = canvas[column, row].style
    #expect(canvas[column + 2, row].style == style)
    #expect(canvas[column + 5, row].style != style)
  }
}
