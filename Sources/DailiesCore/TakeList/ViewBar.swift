package import TerminalCanvas

/// The views with their counts, the shown one in brackets: drawn by the view, clicked by the mouse. Empty views are left
/// out, apart from the one that is shown and All.
package struct ViewBar: Equatable, Sendable {
  package struct Entry: Equatable, Sendable {
    package var view: TakeView
    /// With its brackets or blanks.
    package var text: String
    /// Columns on the screen.
    package var columns: Range<Int>
  }

  package struct Label: Equatable, Sendable {
    package var text: String
    /// Columns on the screen.
    package var columns: Range<Int>
  }

  package let label: Label?
  package let entries: [Entry]
  /// What the list is searched for.
  package let search: Label?
  /// Said while nothing leaves.
  package let paused: Label?

  /// - Parameter rect: The line it stands in.
  package init(_ state: State, in rect: Rect) {
    let list = state.list
    let widths = state.widths
    var end = rect.endColumn - 1
    if list.search.isEmpty {
      search = nil
    } else {
      let text = state.say(Strings.filter, list.search)
      let width = min(widths.width(of: text), rect.columns / 3)
      end -= width + 2
      search = Label(text: text, columns: end + 2..<end + 2 + width)
    }
    if state.isQueuePaused {
      let text = state.say(Strings.paused)
      let width = widths.width(of: text)
      end -= width + 2
      paused = Label(text: text, columns: end + 2..<end + 2 + width)
    } else {
      paused = nil
    }
    var column = rect.column + 1
    if rect.columns >= 70 {
      let text = state.say(Strings.view) + " "
      label = Label(text: text, columns: column..<column + widths.width(of: text))
      column += widths.width(of: text)
    } else {
      label = nil
    }
    var entries: [Entry] = []
    for view in TakeView.allCases {
      let count = list.counts[view]
      let isShown = view == list.view
      guard isShown || view == .all || count > 0 else { continue }
      let title = view.title(state.language) + " \(count)"
      let text = isShown ? "[\(title)]" : " \(title) "
      let width = widths.width(of: text)
      guard column + width <= end else { break }
      entries.append(Entry(view: view, text: text, columns: column..<column + width))
      column += width
    }
    self.entries = entries
  }
}
