package import TerminalCanvas

/// The views with their counts, what is shown in brackets: drawn by the view, clicked by the mouse. Empty views are left
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

  package private(set) var label: Label?
  /// The own view or the shot that is shown, in brackets before the views.
  package private(set) var shown: Label?
  package private(set) var entries: [Entry] = []
  /// What the list is searched for, and how to leave that.
  package private(set) var search: Label?
  /// The order, where it is not that of the numbers.
  package private(set) var sort: Label?
  /// Said while nothing leaves.
  package private(set) var paused: Label?

  /// - Parameter rect: The line it stands in.
  package init(_ state: State, in rect: Rect) {
    var end = rect.endColumn - 1
    func right(_ text: String, limit: Int) -> Label {
      let width = min(state.widths.width(of: text), limit)
      defer { end -= width + 2 }
      return Label(text: text, columns: end - width..<end)
    }
    if !state.list.search.isEmpty {
      search = right(Self.filter(state, columns: rect.columns / 2), limit: rect.columns / 2)
    }
    if state.isQueuePaused { paused = right(state.say(Strings.paused), limit: rect.columns) }
    if state.list.scope.sort != .newest, rect.columns >= 60 {
      sort = right(
        state.say(Strings.sortShown, state.list.scope.sort.key.title(state.language)),
        limit: rect.columns / 4)
    }
    var column = rect.column + 1
    func left(_ text: String) -> Label? {
      let width = state.widths.width(of: text)
      guard column + width <= end else { return nil }
      defer { column += width }
      return Label(text: text, columns: column..<column + width)
    }
    if rect.columns >= 70 { label = left(state.say(Strings.view) + " ") }
    let list = state.list
    let isView = list.scope.shot == nil && state.shownView == nil && list.scope.judgement == nil
    if !isView { shown = left("[\(state.scopeTitle) \(list.isLoaded ? list.totalText : "")]") }
    for view in TakeView.allCases {
      let count = list.counts[view]
      let isShown = isView && view == list.view
      guard isShown || view == .all || count > 0 else { continue }
      let title = view.title(state.language) + " \(count)"
      guard let place = left(isShown ? "[\(title)]" : " \(title) ") else { break }
      entries.append(Entry(view: view, text: place.text, columns: place.columns))
    }
  }

  /// The words give way to how one leaves it.
  private static func filter(_ state: State, columns: Int) -> String {
    let leave =
      state.focus == .takes && state.layers.isEmpty ? "  " + state.say(Strings.filterLeave) : ""
    var words = state.list.search
    func text() -> String {
      state.say(Strings.filter, words, state.list.isLoaded ? state.list.totalText : "…") + leave
    }
    while state.widths.width(of: text()) > columns, words.count > 4 {
      words = words.dropLast(2) + "…"
    }
    return text()
  }
}
