package import TerminalCanvas

/// The groupings of the ledger in its first line, the shown one in brackets: drawn by the view, clicked by the mouse.
package struct LedgerTabs: Equatable, Sendable {
  package struct Tab: Equatable, Sendable {
    package var grouping: LedgerGrouping
    /// With its brackets or blanks.
    package var text: String
    /// Columns on the screen.
    package var columns: Range<Int>
  }

  package let label: String
  package let tabs: [Tab]

  /// - Parameter rect: The ledger, whose first line they stand in.
  package init(_ state: State, in rect: Rect) {
    label = state.say(Strings.ledgerBy) + " "
    var column = rect.column + 1 + state.widths.width(of: label)
    tabs = LedgerGrouping.allCases.map { grouping in
      let name = grouping.title(state.language)
      let text = grouping == state.ledger.grouping ? "[\(name)]" : " \(name) "
      let start = column
      column += state.widths.width(of: text)
      return Tab(grouping: grouping, text: text, columns: start..<column)
    }
  }
}
