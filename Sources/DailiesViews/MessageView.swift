import DailiesCore
import TerminalCanvas

extension Note.Tone {
  var role: Role {
    switch self {
    case .plain: .text
    case .good: .good
    case .attention: .attention
    case .bad: .bad
    }
  }
}

/// The line above the footer: what was said last or what waits for a person, and the totals. A message that is longer than
/// the line has the row above as well, where the screen is high enough to spare it.
struct MessageView {
  let state: State
  let theme: Theme

  /// A row more may be covered: the screen is high, and it is no list whose last row may be the selected one.
  private var isRoomy: Bool {
    let isBareList = state.layout.mode == .compact && state.focus == .takes && state.layers.isEmpty
    return state.size.rows >= 20 && !isBareList
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    var free = rect.column + 1
    if let note = state.message ?? state.standingNote {
      let text = note.text(state.wording)
      let isLong = canvas.widths.width(of: text) > rect.columns - 2
      let rest =
        isLong && state.message != nil && isRoomy && !coversLive(rect) ? begin(text, note, &canvas, rect) : text
      let room = rest == text ? rect.columns - 2 : rect.columns - 2 - totalColumns(rect)
      free =
        canvas.draw(cut(rest, note, room, canvas.widths), column: free, row: rect.row, theme: theme) + TotalLine.gap
    }
    if !state.isSettingUp { TotalLineView(state: state, theme: theme).draw(on: &canvas, in: rect, from: free) }
  }

  /// What moves is named above it under a draft: that is never covered.
  private func coversLive(_ rect: Rect) -> Bool {
    guard let live = state.layout.draft?.live, !live.isEmpty else { return false }
    return live.row == rect.row - 1 && !state.liveTakes.isEmpty
  }

  /// Draws what one line holds of a long message in the row above, and returns the rest.
  private func begin(_ text: String, _ note: Note, _ canvas: inout Canvas, _ rect: Rect) -> String {
    let above = Rect(column: rect.column, row: rect.row - 1, columns: rect.columns, rows: 1)
    guard let first = WrappedText(text, columns: rect.columns - 2, widths: canvas.widths).lines.first else {
      return text
    }
    canvas.fill(above)
    canvas.draw([Span(first, note.tone.role)], column: rect.column + 1, row: above.row, theme: theme)
    return String(text.dropFirst(first.count).drop(while: \.isWhitespace))
  }

  /// What is kept free for the totals beside the second line.
  private func totalColumns(_ rect: Rect) -> Int {
    let width = TotalLine(state).fitting(rect.columns / 2).width
    return width > 0 && !state.isSettingUp ? width + TotalLine.gap : 0
  }

  /// What fits; where that is not all, the key that shows all of it.
  private func cut(_ text: String, _ note: Note, _ room: Int, _ widths: DisplayWidth) -> [Span] {
    let line = [Span(text, note.tone.role)]
    guard widths.width(of: text) > room, let key = state.keymap.key(for: .showActivity, in: state.context) else {
      return line.cut(to: room, widths)
    }
    let sign = " (\(key.name(in: state.language)))"
    return line.cut(to: room - widths.width(of: sign), widths) + [Span(sign, .dim)]
  }
}
