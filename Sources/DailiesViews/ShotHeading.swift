import DailiesCore
import TerminalCanvas

/// Above the rows of a shot, where the list is grouped: its name, and how many takes of it there are in which view.
struct ShotHeading {
  let counts: ShotCounts
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let end = canvas.draw(
      [Span(name)], column: rect.column + TakeColumns.marks, row: rect.row, limit: rect.columns - TakeColumns.marks - 4,
      theme: theme)
    canvas.draw(facts, column: end + 2, row: rect.row, limit: max(0, rect.endColumn - end - 3), theme: theme)
  }

  private var name: String { counts.shot.isEmpty ? state.say(Strings.withoutShot) : counts.shot }

  /// The number of takes, then those that want something.
  private var facts: [Span] {
    let views: [TakeView] = [.unsure, .ready, .live, .held, .failed, .saved]
    let parts = views.filter { counts[$0] > 0 }.map { view in
      Span("  \(view.title(state.language)) \(counts[view])", .dim)
    }
    return [Span(String(counts[.all]), .dim)] + (parts.count > 1 ? parts : [])
  }
}
