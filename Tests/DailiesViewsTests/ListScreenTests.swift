import DailiesCore
import TerminalCanvas
import TestSupport
import Testing

/// The list in every view, full and empty, in every order, and the layers that choose them.
@Suite struct ListScreenTests {
  struct Form: CustomTestStringConvertible, Sendable {
    var columns: Int
    var rows: Int
    var language: Language

    var name: String { "\(columns)x\(rows)" + (language == .chinese ? "-zh" : "") }
    var testDescription: String { name }
  }

  static let forms = [Language.english, .chinese].flatMap { language in
    [(80, 24), (120, 40), (40, 12)].map { Form(columns: $0.0, rows: $0.1, language: language) }
  }

  /// Takes in every state, some of them of a shot, two hidden.
  private static func takes(_ language: Language) -> [Take] {
    var takes = Scene.takes(language == .chinese ? Scene.widePrompts : Scene.prompts)
    let names = language == .chinese ? ["灯笼", "夜市"] : ["lantern", "market"]
    for index in takes.indices where index % 3 > 0 { takes[index].origin = TakeOrigin(shot: names[index % 3 - 1]) }
    takes[3].isHidden = true
    takes[10].isHidden = true
    return takes
  }

  private func stage(_ form: Form, _ takes: [Take]) -> Stage {
    var stage = Stage(form.columns, form.rows, language: form.language)
    stage.key(.function(3))
    stage.answer(takes)
    return stage
  }

  /// The takes of a view alone: what is left when nothing is in it.
  private func without(_ view: TakeView, _ takes: [Take]) -> [Take] {
    view == .all ? [] : takes.filter { !view.contains($0) }
  }

  @Test(arguments: forms, TakeView.allCases) func everyViewFullAndEmpty(form: Form, view: TakeView) {
    let takes = Self.takes(form.language)
    for (name, shown) in [("full", takes), ("empty", without(view, takes))] {
      var stage = stage(form, shown)
      stage.key(.character("f"))
      stage.type(view.title(.chinese == form.language ? .chinese : .english))
      stage.key(.enter)
      stage.answer(shown)
      ScreenSnapshot(stage.canvas()).expect("view-\(view.rawValue)-\(name)-\(form.name)")
    }
  }

  @Test(arguments: forms) func theMenuOfViewsHasCountsShotsAndOnesOwn(form: Form) {
    let takes = Self.takes(form.language)
    var stage = stage(form, takes)
    stage.key(.character("/"))
    stage.type("neon")
    stage.key(.enter)
    stage.answer(takes)
    let own = OwnView(
      name: form.language == .chinese ? "贵的" : "the dear ones", scope: TakeScope(view: .saved, sort: TakeSort(.cost)))
    let shots = Set(takes.map(\.shotName)).sorted().map { Stage.counts(of: $0, takes) }
    stage.key(.character("f"))
    stage.apply(.viewsLoaded(ViewsFound(own: [ViewsFound.Own(own, total: 2)], shots: shots)))
    ScreenSnapshot(stage.canvas()).expect("views-\(form.name)")
    stage.key(.end, .up)
    for _ in 0..<20 { stage.key(.down) }
    ScreenSnapshot(stage.canvas()).expect("views-keep-\(form.name)")
    stage.key(.enter)
    ScreenSnapshot(stage.canvas()).expect("views-name-\(form.name)")
  }

  @Test(arguments: forms) func theMenuOfOrdersMarksTheOneInForce(form: Form) {
    var stage = stage(form, Self.takes(form.language))
    for _ in 0..<2 {
      stage.key(.character("s"))
      stage.type(TakeSort(.state).title(form.language).prefix(2).description)
      stage.key(.enter)
    }
    stage.answer(Self.takes(form.language))
    stage.key(.character("s"))
    ScreenSnapshot(stage.canvas()).expect("sort-\(form.name)")
  }

  @Test(arguments: forms) func sortedByShotItIsGroupedUnderNamesAndCounts(form: Form) {
    var stage = stage(form, Self.takes(form.language))
    stage.key(.character("s"))
    stage.type(TakeSort.Key.shot.title(form.language))
    stage.key(.enter)
    stage.answer(Self.takes(form.language))
    stage.key(.down, .down)
    ScreenSnapshot(stage.canvas(), withStyles: form.columns == 80 && form.language == .english).expect(
      "grouped-\(form.name)")
  }

  @Test(arguments: forms) func aShotAloneIsNamedWhereTheViewsAre(form: Form) {
    let takes = Self.takes(form.language)
    var stage = stage(form, takes)
    stage.key(.character("f"))
    stage.apply(
      .viewsLoaded(ViewsFound(shots: Set(takes.map(\.shotName)).sorted().map { Stage.counts(of: $0, takes) })))
    stage.type(form.language == .chinese ? "夜市" : "market")
    stage.key(.enter)
    stage.answer(takes)
    ScreenSnapshot(stage.canvas()).expect("of-shot-\(form.name)")
    stage.answer([])
    ScreenSnapshot(stage.canvas()).expect("shot-empty-\(form.name)")
  }

  @Test(arguments: forms) func aFilterSaysHowItIsLeft(form: Form) {
    let takes = Self.takes(form.language)
    var stage = stage(form, takes)
    stage.key(.character("/"))
    stage.type(form.language == .chinese ? "夜" : "market neon")
    stage.answer(takes)
    stage.key(.enter)
    ScreenSnapshot(stage.canvas()).expect("filter-\(form.name)")
  }

  @Test func theHeadOfTheColumnThatIsSortedByHasASign() {
    var stage = stage(Form(columns: 80, rows: 24, language: .english), Self.takes(.english))
    let row = stage.state.layout.takes?.header.row ?? 0
    for (key, signs) in [
      ("state", ["STATE▼", "STATE▲"]), ("length", ["LEN▼", "LEN▲"]), ("prompt", ["PROMPT▼", "PROMPT▲"]),
    ] {
      for sign in signs {
        stage.key(.character("s"))
        stage.type(key)
        stage.key(.enter)
        stage.answer(Self.takes(.english))
        #expect(stage.canvas().text(row: row).contains(sign))
      }
    }
  }
}

extension Stage {
  /// Answers what the list asks for now, as the store would.
  fileprivate mutating func answer(_ takes: [Take]) {
    let query = state.list.query
    let words = query.search.split(separator: " ")
    let rows = takes.filter { take in
      query.scope.contains(take) && words.allSatisfy { take.order.prompt.lowercased().contains($0) }
    }.sorted(by: query.scope.sort.areInOrder)
    var counts = TakeCounts()
    for take in takes {
      if take.isHidden { counts.hidden += 1 } else { counts.byPhase[take.phase, default: 0] += 1 }
    }
    let shots = Set(rows.map(\.shotName)).map { Self.counts(of: $0, takes) }
    apply(.rowsLoaded(TakeRows(query: query, offset: 0, rows: rows, total: rows.count, counts: counts, shots: shots)))
  }

  fileprivate static func counts(of shot: String, _ takes: [Take]) -> ShotCounts {
    var counts = ShotCounts(shot: shot)
    for take in takes where take.shotName == shot { counts.byView[TakeView(take), default: 0] += 1 }
    return counts
  }
}
