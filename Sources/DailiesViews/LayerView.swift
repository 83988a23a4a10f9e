import DailiesCore
import TerminalCanvas

/// Draws one layer over the screens; the topmost one puts the cursor.
struct LayerView {
  let state: State
  let theme: Theme

  func draw(_ layer: Layer, on canvas: inout Canvas, in body: Rect) {
    switch layer {
    case .review(let sheet): ReviewView(sheet: sheet, state: state, theme: theme).draw(on: &canvas, in: body)
    case .detail(let detail): DetailLayerView(detail: detail, state: state, theme: theme).draw(on: &canvas, in: body)
    case .screening(let screening):
      ScreeningView(screening: screening, state: state, theme: theme).draw(on: &canvas, in: body)
    case .compare(let screen): CompareView(screen: screen, state: state, theme: theme).draw(on: &canvas, in: body)
    case .lineage(let screen): LineageView(screen: screen, state: state, theme: theme).draw(on: &canvas, in: body)
    case .blowUp(let picker): BlowUpView(picker: picker, state: state, theme: theme).draw(on: &canvas, in: body)
    case .eveningSheet(let sheet):
      EveningSheetView(sheet: sheet, state: state, theme: theme).draw(on: &canvas, in: body)
    case .flipBook(let book): FlipBookView(book: book, state: state, theme: theme).draw(on: &canvas, in: body)
    case .settle(let sheet): SettleView(sheet: sheet, state: state, theme: theme).draw(on: &canvas, in: body)
    case .copyMenu(let menu): CopyMenuView(menu: menu, state: state, theme: theme).draw(on: &canvas, in: body)
    case .help(let help): HelpView(help: help, state: state, theme: theme).draw(on: &canvas, in: body)
    case .activity(let scroll): ActivityView(scroll: scroll, state: state, theme: theme).draw(on: &canvas, in: body)
    case .snippets(let screen): SnippetsView(screen: screen, state: state, theme: theme).draw(on: &canvas, in: body)
    case .palette(let palette): PaletteView(palette: palette, state: state, theme: theme).draw(on: &canvas, in: body)
    case .commandLine(let entry): CommandLineView(entry: entry, state: state, theme: theme).draw(on: &canvas, in: body)
    case .line(let entry): LineEntryView(entry: entry, state: state, theme: theme).draw(on: &canvas, in: body)
    case .image(let entry): ImageEntryView(entry: entry, state: state, theme: theme).draw(on: &canvas, in: body)
    case .proof(let proof): ProofView(proof: proof, state: state, theme: theme).draw(on: &canvas, in: body)
    case .setup(let setup): SetupView(setup: setup, state: state, theme: theme).draw(on: &canvas, in: body)
    case .price(let form): PriceFormView(form: form, state: state, theme: theme).draw(on: &canvas, in: body)
    case .drafts(let screen): DraftsView(screen: screen, state: state, theme: theme).draw(on: &canvas, in: body)
    case .history(let screen): HistoryView(screen: screen, state: state, theme: theme).draw(on: &canvas, in: body)
    case .findText(let find):
      FindInTextView(find: find, state: state, theme: theme).draw(on: &canvas, in: state.layout.message)
    case .models(let picker): ModelsView(picker: picker, state: state, theme: theme).draw(on: &canvas, in: body)
    case .profiles(let picker): ProfilesView(picker: picker, state: state, theme: theme).draw(on: &canvas, in: body)
    case .settings(let screen): SettingsView(screen: screen, state: state, theme: theme).draw(on: &canvas, in: body)
    case .question(let act): QuestionView(act: act, state: state, theme: theme).draw(on: &canvas, in: body)
    case .tags(let entry): TagsView(entry: entry, state: state, theme: theme).draw(on: &canvas, in: body)
    case .shots(let picker): ShotsView(picker: picker, state: state, theme: theme).draw(on: &canvas, in: body)
    case .views(let screen): ViewsView(screen: screen, state: state, theme: theme).draw(on: &canvas, in: body)
    case .sort(let screen): SortView(screen: screen, state: state, theme: theme).draw(on: &canvas, in: body)
    case .quitQuestion: QuitView(state: state, theme: theme).draw(on: &canvas, in: body)
    }
  }
}

/// A box in the middle of the screens that covers what lies below.
struct LayerBox {
  var title: String
  var facts: [Box.Fact] = []
  var bottomFacts: [Box.Fact] = []

  /// Columns that text lines are kept within, however wide the terminal is.
  static let widest = Layout.widestLayer

  /// Draws an empty box for `rows` lines of text of `columns`, and returns where the text goes.
  func draw(columns: Int, rows: Int, on canvas: inout Canvas, in body: Rect, theme: Theme) -> Rect {
    let rect = body.centered(Size(columns: columns + 4, rows: rows + 2))
    canvas.fill(rect)
    Box(title: [Span(title, .accent)], facts: facts, bottomFacts: bottomFacts, isFocused: true)
      .draw(on: &canvas, in: rect, theme: theme)
    return rect.inset(columns: 2, rows: 1)
  }

  /// Columns of text that a box in `body` can hold, at most `wanted`.
  static func textColumns(_ wanted: Int = widest, in body: Rect) -> Int { max(0, min(wanted, body.columns - 4)) }

  static func textRows(in body: Rect) -> Int { max(0, body.rows - 2) }
}

/// Lines that may be more than their box holds. The box takes all the room there is.
struct ScrolledText {
  let lines: [TextLine]
  let scroll: ScrollPosition

  /// Draws the lines from the scroll position on, which is kept within the text, and says in the frame which ones.
  ///
  /// - Parameters:
  ///   - below: Rows at the bottom that are left free.
  ///   - beside: Columns on the right that are left free, beyond those of the lines.
  /// - Returns: What was left free; of one of both.
  @discardableResult
  func draw(
    _ box: LayerBox, columns: Int, below: Int = 0, beside: Int = 0, on canvas: inout Canvas, in body: Rect,
    state: State, theme: Theme
  ) -> Rect {
    let rows = LayerBox.textRows(in: body) - below
    let top = max(0, min(scroll.top, lines.count - rows))
    let shown = lines[top..<min(lines.count, top + rows)]
    var box = box
    if shown.count < lines.count {
      let place = state.say(Strings.scrolled, String(top + 1), String(top + shown.count), String(lines.count))
      box.bottomFacts = [Box.Fact(text: place)]
    }
    var inside = box.draw(columns: columns + beside, rows: rows + below, on: &canvas, in: body, theme: theme)
    let rest = beside > 0 ? inside.cutRight(beside) : inside.cutBottom(below)
    canvas.draw(shown, in: inside, theme: theme)
    return rest
  }
}
