import TerminalCanvas

/// Where things stand for the size of the terminal.
extension State {
  /// Fits what depends on the size: the wrapped prompt and the window of the list.
  mutating func layOut() {
    let layout = layout
    if let draft = layout.draft, !draft.text.isEmpty {
      prompt.layout(columns: draft.text.columns, widths: widths)
      prompt.scrollToCaret(rows: draft.text.rows)
    }
    if let takes = layout.takes { list.resize(visibleRows: takes.list.rows) }
  }

  /// The line under the title came or went: what is below it fits again.
  mutating func alarmChanged(from hadAlarm: Bool) -> [Effect] {
    guard hasUrgentFilm != hadAlarm else { return [] }
    layOut()
    return list.lacksRows && list.isLoaded ? [.loadRows(list.query)] : []
  }
}
