import DailiesCore
import TerminalCanvas
import VideosAPI

/// The shot settings: what `ShotPane` laid out, with the row that takes the keys marked.
struct ShotView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in layout: Layout.Draft) {
    let rect = layout.shotRows
    guard !rect.isEmpty else { return }
    let isActive = state.isActive(.shot)
    if state.layout.mode != .compact {
      Box(
        title: [Span(state.say(Strings.shot), isActive ? .accent : .text)],
        facts: [Box.Fact(text: state.shot.size.description + "  " + ShotPane.shape(state.shot.size, state.language))],
        isFocused: isActive
      ).draw(on: &canvas, in: layout.shot, theme: theme)
    }
    for (line, place) in zip(state.shotPane(in: rect).lines, rect.row..<rect.endRow) {
      let isChosenRow = isActive && line.row == state.shotRow
      if isChosenRow, line.segments.first?.role == .label {
        canvas.draw(">", column: rect.column - 1, row: place, style: theme.style(.accent))
      }
      for segment in line.segments where segment.column < rect.columns {
        canvas.draw(
          segment.text, column: rect.column + segment.column, row: place, limit: rect.columns - segment.column,
          style: style(segment, isChosenRow: isChosenRow))
      }
    }
  }

  private func style(_ segment: ShotPane.Segment, isChosenRow: Bool) -> Style {
    switch segment.role {
    case .label: theme.style(isChosenRow ? .accent : .dim)
    case .choice(_, let isChosen):
      isChosen ? theme.style(.accent).adding(.bold) : theme.style(segment.isDoubtful ? .attention : .text)
    case .value: theme.style(.text)
    case .hint: theme.style(.dim)
    case .warning: theme.style(.attention)
    }
  }
}
