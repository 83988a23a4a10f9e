/// The rows on screen and some around them, the selection, and where the window stands. The store has the rest.
package struct TakeList: Equatable, Sendable {
  package private(set) var scope = TakeScope()
  package private(set) var counts = TakeCounts()
  /// Rows that match in all, or at least: not all matches of a search are looked for at once.
  package private(set) var total = 0
  package private(set) var isTotal = true
  /// Loaded rows in their order; the first one is row `offset` of all that match.
  package private(set) var rows: [Take] = []
  /// Where the list is grouped by shot: what each shot of the loaded rows has in all.
  private var shots: [ShotCounts] = []
  package private(set) var offset = 0
  package private(set) var isLoaded = false
  /// The selected row, counted over all that match; it keeps to its take while rows move around it.
  package private(set) var selectedIndex = 0
  package private(set) var selectedNumber: Take.Number?
  /// First visible row, counted over all that match.
  package private(set) var top = 0
  private(set) var visibleRows = 1
  /// The largest number of the loaded rows, and the first currency among their costs.
  private(set) var lastNumber = Take.Number(0)
  private(set) var currency: String?
  /// A take that is on its way back into the list and will be selected when it arrives.
  private var awaited: Take.Number?
  /// The selected take is not among the rows, and was not looked for when they were read.
  private var isAstray = false

  /// Where the selection and the window stand.
  package struct Place: Hashable, Sendable {
    package var number: Take.Number?
    package var index: Int
    package var top: Int
  }

  package var view: TakeView { scope.view }
  package var search: String { scope.search }
  /// Rows of one shot stand together, under its name.
  package var isGrouped: Bool { scope.sort.key == .shot }

  /// How many there are, `1000+` where not all were counted.
  package var totalText: String { String(total) + (isTotal ? "" : "+") }

  package var place: Place { Place(number: selectedNumber, index: selectedIndex, top: top) }

  mutating func forgetPlace() { (selectedNumber, selectedIndex, top) = (nil, 0, 0) }

  /// Rows loaded beyond the window on either side.
  private static let margin = 24
  /// Rows tell their prompts from those of so many beside them.
  private static let jumpMargin = 8

  package init() {}

  package var selected: Take? { row(at: selectedIndex) }

  package func row(at index: Int) -> Take? {
    rows.indices.contains(index - offset) ? rows[index - offset] : nil
  }

  func shotCounts(_ shot: String) -> ShotCounts { shots.first { $0.shot == shot } ?? ShotCounts(shot: shot) }

  /// Who jumps waits for what is to be seen; more rows around it are read when the window moves on from there.
  package var query: TakeQuery {
    let isJump = !rows.isEmpty && !(top..<top + visibleRows).overlaps(offset..<offset + rows.count)
    return query(margin: isJump ? Self.jumpMargin : Self.margin)
  }

  private func query(margin: Int) -> TakeQuery {
    TakeQuery(scope, range: max(0, top - margin)..<top + visibleRows + margin, anchors: anchors)
  }

  /// The selected take, and where that is gone those beside it; where none is selected yet, the loaded row next to the
  /// window, from which the way is short.
  private var anchors: [TakeQuery.Anchor] {
    let before = awaited.map { [TakeQuery.Anchor($0, at: selectedIndex)] } ?? []
    guard let selectedNumber else {
      let index = selectedIndex < offset ? offset : offset + rows.count - 1
      return before + (row(at: index).map { [TakeQuery.Anchor($0.number, at: index)] } ?? [])
    }
    let beside = [selectedIndex + 1, selectedIndex - 1].compactMap { index in
      row(at: index).map { TakeQuery.Anchor($0.number, at: index) }
    }
    return before + [TakeQuery.Anchor(selectedNumber, at: selectedIndex)] + beside
  }

  /// The window needs rows that are not here.
  package var lacksRows: Bool {
    guard isLoaded, !isAstray else { return true }
    let needed = top..<min(total, top + visibleRows)
    let hasNeeded = needed.isEmpty || (needed.lowerBound >= offset && needed.upperBound <= offset + rows.count)
    // There are more matches than were looked for, and they come into sight.
    return !hasNeeded || (!isTotal && top + visibleRows + Self.margin > total)
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
    top = min(max(0, top + step), lastTop)
    let line = selectedIndex < top ? 0 : visibleRows - 1
    guard !isVisible(selectedIndex), let index = index(onLine: line, searching: line == 0 ? 1 : -1) else { return }
    select(index: index)
  }

  /// Shows something else, from its first row on, or where the take of `kept` is.
  package mutating func show(_ scope: TakeScope, keeping kept: Place? = nil) {
    awaited = nil
    isAstray = false
    self.scope = scope
    isLoaded = false
    rows = []
    (lastNumber, currency) = (Take.Number(0), nil)
    shots = []
    offset = 0
    total = 0
    isTotal = true
    top = kept?.top ?? 0
    selectedIndex = kept?.index ?? 0
    selectedNumber = kept?.number
  }

  /// Takes in what the store found; rows of something that is no longer asked are ignored.
  ///
  /// - Returns: Whether a take that was awaited is there now, and selected.
  @discardableResult
  package mutating func receive(_ found: TakeRows) -> Bool {
    counts = found.counts
    guard found.query.scope == scope else { return false }
    let beside = (next: row(at: selectedIndex + 1)?.number, previous: row(at: selectedIndex - 1)?.number)
    let isAsked = [Self.jumpMargin, Self.margin].contains { found.query == query(margin: $0) }
    isLoaded = true
    rows = found.rows
    lastNumber = rows.reduce(Take.Number(0)) { max($0, $1.number) }
    currency = rows.lazy.compactMap { $0.cost?.amount?.currency }.first
    shots = found.shots
    offset = found.offset
    total = found.total
    isTotal = found.isTotal
    isAstray = false
    if let awaited, let index = index(of: awaited) {
      self.awaited = nil
      select(index: index)
      return true
    }
    guard let number = selectedNumber else {
      // A row that was jumped to, before it was known which take stands there.
      let moved = isAsked ? offset - found.query.range.lowerBound : 0
      top += moved
      select(index: selectedIndex + moved)
      return false
    }
    if let index = index(of: number) {
      follow(to: index)
    } else if !found.query.anchors.contains(where: { $0.number == number }) {
      isAstray = total > 0
      keepSelectionVisible()
      if !isAstray { select(index: 0) }
    } else if let next = beside.next.flatMap({ index(of: $0) }) {
      follow(to: next)
    } else if let previous = beside.previous.flatMap({ index(of: $0) }) {
      follow(to: previous + 1)
    } else {
      select(index: selectedIndex)
    }
    return false
  }

  func index(of number: Take.Number) -> Int? {
    rows.firstIndex { $0.number == number }.map { offset + $0 }
  }

  /// The row that was selected stands somewhere else now: the window goes with it, unless it shows the beginning of the
  /// list and can go on doing so.
  private mutating func follow(to index: Int) {
    let moved = index - selectedIndex
    if top > 0 || index >= visibleRows { top += moved }
    top = min(max(0, top), max(0, total - 1))
    select(index: index)
  }

  /// Takes in a changed take.
  ///
  /// - Parameter before: As it was, where that is known.
  /// - Returns: Whether the list must be read again because a row came, left or moved.
  package mutating func receive(_ take: Take, before: Take? = nil, counts new: TakeCounts) -> Bool {
    let isSameCount = new == counts
    counts = new
    let place = rows.firstIndex { $0.number == take.number }
    let old = place.map { rows[$0] } ?? before
    if let place {
      rows[place] = take
      currency = currency ?? take.cost?.amount?.currency
    }
    return old.map { scope.isMoved(by: take, from: $0) } ?? !isSameCount
  }

  private mutating func keepSelectionVisible() {
    if selectedIndex < top { top = selectedIndex }
    if selectedIndex >= top + visibleRows { top = selectedIndex - visibleRows + 1 }
    top = min(max(0, top), lastTop)
    while top < selectedIndex, !isVisible(selectedIndex) { top += 1 }
  }
}
