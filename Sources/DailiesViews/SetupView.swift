import DailiesCore
import TerminalCanvas

/// The first run: one short page at a time. The key is never drawn.
struct SetupView {
  let setup: SetupScreen
  let state: State
  let theme: Theme

  /// Heading, help, a blank line, a field with its count or two choices, and a refusal of three lines.
  private static let rows = 9

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(72, in: body)
    let isRoomy = LayerBox.textRows(in: body) > 9
    // Where little fits, a reason takes the place of the explanation: it is said whole.
    let help =
      isRoomy || setup.refusal == nil
      ? WrappedText(explanation, columns: columns, limit: 3, widths: canvas.widths).textLines(.dim) : []
    var lines = WrappedText(heading, columns: columns, limit: 2, widths: canvas.widths).textLines(.accent) + help
    if isRoomy { lines.append(.blank) }
    var fieldRow: Int?
    if setup.field != nil {
      fieldRow = lines.count
      lines.append(.blank)
    }
    lines += choices.enumerated().map { index, text in
      let isChosen = index == setup.choice
      var line = TextLine([Span(isChosen ? "> " : "  ", .accent), Span(text, isChosen ? .accent : .text)])
      line.spot = index
      return line
    }
    if setup.page == .key {
      lines.append(TextLine(state.say(Strings.setupTyped, String(setup.key.characters.count)), .dim))
    }
    if let refusal = setup.refusal {
      lines += WrappedText(refusal.text(state.wording), columns: columns, widths: canvas.widths)
        .textLines(refusal.tone.role)
    }
    // Every page in a box of one size: nothing jumps from page to page.
    let rows = max(lines.count, min(Self.rows, LayerBox.textRows(in: body)))
    let place = (setup.pages.firstIndex(of: setup.page) ?? 0) + 1
    let page = state.say(Strings.setupPage, String(place), String(setup.pages.count))
    let title =
      setup.profile.map { state.say(setup.isOfKey ? Strings.setupKeyOf : Strings.setupProfile, $0) }
      ?? state.say(Strings.setupTitle)
    let box = LayerBox(title: title, facts: [Box.Fact(text: page)])
    let inside = box.draw(columns: columns, rows: rows, on: &canvas, in: body, theme: theme)
    canvas.draw(lines, in: inside, theme: theme)
    if let field = setup.field, let fieldRow, fieldRow < inside.rows {
      let place = Rect(column: inside.column, row: inside.row + fieldRow, columns: inside.columns, rows: 1)
      Field(line: setup[keyPath: field], isSecret: setup.page == .key).draw(on: &canvas, in: place, theme: theme)
    }
  }

  private var heading: String {
    switch setup.page {
    case .language: state.say(Strings.setupLanguage)
    case .address: state.say(Strings.setupAddress)
    case .key: state.say(Strings.setupKey)
    case .folder: state.say(Strings.setupFolder)
    case .start: state.say(Strings.setupStart)
    }
  }

  private var explanation: String {
    switch setup.page {
    case .language, .start: state.say(Strings.setupLanguageHelp)
    case .address: state.say(Strings.setupAddressHelp)
    case .key: state.say(setup.isOfKey ? Strings.setupOtherKeyHelp : Strings.setupKeyHelp)
    case .folder: state.say(Strings.setupFolderHelp)
    }
  }

  private var choices: [String] {
    switch setup.page {
    case .language: ["English", "简体中文"]
    case .start: [state.say(Strings.setupDemo), state.say(Strings.setupGo)]
    case .address, .key, .folder: []
    }
  }
}
