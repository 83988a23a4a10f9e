import DailiesCore
import TerminalCanvas

/// Every command with the keys it has now, the place the person came from first; then the states and what they mean.
struct HelpView {
  let help: HelpScreen
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(92, in: body)
    let found = narrowed(sections(columns, canvas.widths))
    let nothing = [TextLine(state.say(Strings.helpNothing, help.search), .dim)]
    let lines = found.isEmpty ? nothing : Array(found.joined(separator: [.blank]))
    ScrolledText(lines: lines, scroll: help.scroll)
      .draw(
        LayerBox(title: state.say(Strings.helpTitle)), columns: columns, on: &canvas, in: body, state: state,
        theme: theme)
  }

  /// The lines that hold what is looked for, under their headings.
  private func narrowed(_ sections: [[TextLine]]) -> [[TextLine]] {
    guard !help.search.isEmpty else { return sections }
    let search = help.search.lowercased()
    return sections.compactMap { section in
      let isHeaded = section.first?.spans.first?.role == .accent
      let found = section.dropFirst(isHeaded ? 1 : 0).filter { line in
        line.spans.map(\.text).joined().lowercased().contains(search)
      }
      return found.isEmpty ? nil : section.prefix(isHeaded ? 1 : 0) + found
    }
  }

  /// The keys of the place the person came from, the everyday ones, the states; then the rest.
  private func sections(_ columns: Int, _ widths: DisplayWidth) -> [[TextLine]] {
    let here = Command.allCases.filter { !$0.isMovement && isBoundHere($0) }
    var sections: [[TextLine]] = []
    if !here.isEmpty {
      var lines = commands(here, columns, widths)
      if help.context == .prompt { lines += moving(columns, widths) }
      sections.append([TextLine(state.say(Strings.helpHere, place), .accent)] + lines)
    }
    for group in [CommandGroup.everywhere] + CommandGroup.allCases.filter({ $0 != .everywhere }) {
      var lines = commands(
        Command.allCases.filter { $0.group == group && !$0.isMovement && !here.contains($0) }, columns, widths)
      if group == .text, help.context != .prompt { lines += moving(columns, widths) }
      if !lines.isEmpty { sections.append([TextLine(state.say(group.title), .accent)] + lines) }
      if group == .everywhere { sections += [states(columns, widths), progress(columns, widths)] }
    }
    sections.append(variants(columns, widths))
    for phrase in [Strings.helpMouse, Strings.helpNotices] {
      sections.append(WrappedText(state.say(phrase), columns: columns, widths: widths).textLines())
    }
    if !state.service.demoWords.isEmpty { sections.append(demoWords(columns, widths)) }
    return sections
  }

  private var place: String {
    switch help.context {
    case .prompt: state.say(Strings.prompt)
    case .promptPane: state.say(Strings.helpPromptPane)
    case .shot: state.say(Strings.shot)
    case .ledger: state.say(Strings.ledger)
    default: state.say(Strings.takes)
    }
  }

  private func isBoundHere(_ command: Command) -> Bool {
    state.keymap.bindings(of: command).contains { $0.context == help.context }
  }

  private func commands(_ commands: [Command], _ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    let rows = commands.compactMap { command -> (String, String)? in
      let keys = keys(of: command)
      return keys.isEmpty ? nil : (keys, state.say(command.title))
    }
    return table(rows, columns, widths, limit: 26)
  }

  private func moving(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    WrappedText(state.say(Strings.helpMoving), columns: columns, widths: widths).textLines()
  }

  /// The keys of a command in the place the person came from; where it has none there, those it has elsewhere. Never both: a
  /// key of elsewhere may mean something else here.
  private func keys(of command: Command) -> String {
    var names: [String] = []
    let here = state.keymap.keys(for: command, in: help.context)
    for key in here.isEmpty ? state.keymap.bindings(of: command).map(\.key) : here where names.count < 3 {
      let name = key.name(in: state.language)
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: " ")
  }

  private func states(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    let rows = TakePhase.allCases.map { phase in
      (phase.sign + " " + phase.word(state.language), state.say(phase.meaning))
    }
    return [TextLine(state.say(Strings.helpStates), .accent)] + table(rows, columns, widths, limit: 26)
      + WrappedText(state.say(Strings.helpWanted), columns: columns, widths: widths).textLines(.dim)
  }

  /// How reported, estimated and unknown progress look.
  private func progress(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    let rows = [
      (state.say(Strings.helpReportedSign), Strings.helpReported),
      (state.say(Strings.helpEstimatedSign), Strings.helpEstimated),
      (state.say(Strings.noPercent), Strings.helpUnknown), ("~1:20", Strings.helpLeft), ("+0:40", Strings.helpLate),
    ].map { ($0, state.say($1)) }
    return [TextLine(state.say(Strings.helpProgress), .accent)] + table(rows, columns, widths, limit: 26)
  }

  /// How one prompt stands for several.
  private func variants(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    let rows = [
      ("{a|b|c}", Strings.helpChoice), ("__name__", Strings.helpWildcard), ("\\{ \\} \\| \\_", Strings.helpBraces),
    ].map { ($0, state.say($1)) }
    return [TextLine(state.say(Strings.helpVariants), .accent)] + table(rows, columns, widths, limit: 26)
  }

  private func demoWords(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    let rows = state.service.demoWords.map { ($0.word(state.language), $0.effect(state.language)) }
    return [TextLine(state.say(Strings.helpDemo), .accent)] + table(rows, columns, widths, limit: 26)
  }

  /// Two columns; what is too long for the right one goes on below it.
  private func table(_ rows: [(String, String)], _ columns: Int, _ widths: DisplayWidth, limit: Int) -> [TextLine] {
    let widest = rows.reduce(0) { max($0, widths.width(of: $1.0)) }
    let left = min(widest, limit, columns / 2)
    return rows.flatMap { key, text in
      let wrapped = WrappedText(text, columns: columns - left - 2, widths: widths).lines
      return wrapped.enumerated().map { index, line in
        guard index == 0 else { return TextLine(line, indent: left + 2) }
        let padding = String(blanks: max(2, left + 2 - widths.width(of: key)))
        return TextLine([Span(key + padding, .dim), Span(line)])
      }
    }
  }
}
