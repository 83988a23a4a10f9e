/// The rows on screen and some around them, the selection, and where the window stands. The store has the rest.
package struct TakeList: Equatable, Sendable {
  package private(set) var view = TakeView.all
  package private(set) var search = ""
  package private(set) var counts = TakeCounts()
  /// Rows that match in all.
  package private(set) var total = 0
  /// Loaded rows, newest first; the first one is row `offset` of all that match.
  package private(set) var rows: [Take] = []
  package private(set) var offset = 0
  package private(set) var isLoaded = false
  /// The selected row, counted over all that match; it keeps to its take while rows move around it.
  package private(set) var selectedIndex = 0
  package private(set) var selectedNumber: Take.Number?
  /// First visible row, counted over all that match.
  package private(set) var top = 0
  private var visibleRows = 1
  /// A take that is on its way back into the list and will be selected when it arrives.
  private var awaited: Take.Number?
  /// Where the selection stood when the search was begun.
  private var unsearched: Place?

  /// Where the selection and the window stand.
  package struct Place: Hashable, Sendable {
    package var number: Take.Number?
    package var index: Int
    package var top: Int
  }

  package var place: Place { Place(number: selectedNumber, index: selectedIndex, top: top) }

  /// Rows loaded beyond the window on either side.
  private static let margin = 60

  package init() {}

  package var selected: Take? { row(at: selectedIndex) }

  package func row(at index: Int) -> Take? {
    rows.indices.contains(index - offset) ? rows[index - offset] : nil
  }

  /// The rows to draw, from the top of the window; nil where a row is not loaded yet.
  package func visible(_ count: Int) -> [(index: Int, take: Take?)] {
    (top..<max(top, min(total, top + count))).map { ($0, row(at: $0)) }
  }

  package var query: TakeQuery {
    TakeQuery(view: view, search: search, range: max(0, top - Self.margin)..<top + visibleRows + Self.margin)
  }

  /// The window needs rows that are not here.
  package var lacksRows: Bool {
    let needed = top..<min(total, top + visibleRows)
    return !isLoaded || (!needed.isEmpty && !(needed.lowerBound >= offset && needed.upperBound <= offset + rows.count))
  }

  package mutating func resize(visibleRows: Int) {
    self.visibleRows = max(1, visibleRows)
    keepSelectionVisible()
  }

  /// Selects a take as soon as its row arrives.
  package mutating func selectWhenLoaded(_ number: Take.Number) { awaited = number }

  package mutating func move(by step: Int) { select(index: selectedIndex + step) }
  package mutating func movePage(_ direction: Int) {
    select(index: selectedIndex + direction * max(1, visibleRows - 1))
  }

  package mutating func select(index: Int) {
    selectedIndex = min(max(0, index), max(0, total - 1))
    selectedNumber = row(at: selectedIndex)?.number
    keepSelectionVisible()
  }

  package mutating func scroll(by step: Int) {
    top = min(max(0, top + step), max(0, total - visibleRows))
    let clamped = min(max(selectedIndex, top), max(top, top + visibleRows - 1))
    if clamped != selectedIndex { select(index: clamped) }
  }

  /// Shows another view or search: from its newest row on, or where the take of `kept` is.
  package mutating func show(_ view: TakeView, search: String, keeping kept: Place? = nil) {
    let start = kept.map { search.isEmpty && !self.search.isEmpty ? estimate($0) : $0 }
    if self.search.isEmpty, !search.isEmpty { unsearched = place }
    if search.isEmpty { unsearched = nil }
    awaited = nil
    self.view = view
    self.search = search
    isLoaded = false
    rows = []
    offset = 0
    total = 0
    top = start?.top ?? 0
    selectedIndex = start?.index ?? 0
    selectedNumber = start?.number
  }

  /// Where a take that a search found stands about without it: numbers run on from newest to oldest, so the distance to
  /// the row where the search began tells it, give or take what is hidden. The margin of loaded rows covers that.
  private func estimate(_ place: Place) -> Place {
    guard let number = place.number, let origin = unsearched, let from = origin.number else { return place }
    let index = max(0, origin.index + from.value - number.value)
    return Place(number: number, index: index, top: max(0, index - (origin.index - origin.top)))
  }

  /// Takes in what the store found; rows of a query that is no longer asked are ignored.
  ///
  /// - Returns: Whether a take that was awaited is there now, and selected.
  @discardableResult
  package mutating func receive(_ found: TakeRows) -> Bool {
    counts = found.counts
    guard found.query.view == view, found.query.search == search else { return false }
    isLoaded = true
    rows = found.rows
    offset = found.query.range.lowerBound
    total = found.total
    if let awaited, let place = rows.firstIndex(where: { $0.number == awaited }) {
      self.awaited = nil
      select(index: offset + place)
      return true
    }
    if let number = selectedNumber, let place = rows.firstIndex(where: { $0.number == number }) {
      let moved = offset + place - selectedIndex
      selectedIndex += moved
      if top > 0 { top += moved }
    }
    let number = selectedNumber
    select(index: selectedIndex)
    // Rows of an older window: the selected one is elsewhere, and stays selected.
    if total > 0, selectedNumber == nil { selectedNumber = number }
    return false
  }

  /// Takes in a changed take. Returns whether the list must be read again because a row came, left or is not here.
  package mutating func receive(_ take: Take, counts: TakeCounts) -> Bool {
    self.counts = counts
    let place = rows.firstIndex { $0.number == take.number }
    if let place { rows[place] = take }
    return (place != nil) != view.contains(take)
  }

  private mutating func keepSelectionVisible() {
    if selectedIndex < top { top = selectedIndex }
    if selectedIndex >= top + visibleRows { top = selectedIndex - visibleRows + 1 }
    top = min(max(0, top), max(0, total - visibleRows))
  }
}
