import DailiesCore
import TerminalCanvas

/// One line under the draft about what moves or wants a person; in compact layouts the draft's own figures as well.
struct LiveLineView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let isCompact = state.layout.mode == .compact
    var column = rect.column + 1
    let end = rect.endColumn - 1
    if isCompact {
      let status = DraftStatus(state)
      let field = canvas.widths.width(of: state.say(Strings.characters, "9999")) + 2
      canvas.draw(status.count, column: column, row: rect.row, style: theme.style(.dim))
      column += max(field, canvas.widths.width(of: status.count) + 2)
      if state.draft.hasFailed || state.liveTakes.isEmpty {
        canvas.draw([status.saving], column: column, row: rect.row, limit: end - column, theme: theme)
        return
      }
    }
    let takes = state.liveTakes
    if takes.isEmpty {
      canvas.draw(state.say(Strings.nothingLive), column: column, row: rect.row, style: theme.style(.dim))
      return
    }
    if !isCompact {
      column = canvas.draw(state.say(Strings.live) + "  ", column: column, row: rect.row, style: theme.style(.dim))
    }
    for (index, take) in takes.newestFirst.enumerated() {
      let item = TakeProgress(take, in: state).summary(isShort: isCompact)
      let width = item.reduce(0) { $0 + canvas.widths.width(of: $1.text) }
      let rest = takes.count - index
      let more = rest > 1 ? "+\(rest - 1)" : ""
      guard column + width + (more.isEmpty ? 0 : more.utf8.count + 3) <= end else {
        canvas.draw("+\(rest)", column: column, row: rect.row, limit: end - column, style: theme.style(.dim))
        return
      }
      column = canvas.draw(item, column: column, row: rect.row, theme: theme) + 3
    }
  }
}
