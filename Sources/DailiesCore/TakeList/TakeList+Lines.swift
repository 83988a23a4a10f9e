/// The lines of the window: rows, and where the list is grouped by shot a heading above those of each.
extension TakeList {
  package enum Line: Equatable, Sendable {
    case heading(ShotCounts)
    /// Counted over all that match; nil where the row is not loaded yet.
    case row(Int, Take?)
  }

  /// The lines to draw, from the top of the window. A shot whose first rows are above it has its heading too.
  package func lines(_ count: Int) -> [Line] { Array(lines(from: top, count: count)) }

  /// Which line of the window shows a row; nil: none.
  private func line(of index: Int) -> Int? {
    lines(from: top, count: visibleRows).firstIndex {
      if case .row(index, _) = $0 { true } else { false }
    }
  }

  func isVisible(_ index: Int) -> Bool {
    isGrouped ? line(of: index) != nil : top <= index && index < min(total, top + visibleRows)
  }

  /// The row on a line of the window, or on the nearest line in a direction that shows one.
  package func index(onLine line: Int, searching step: Int = 0) -> Int? {
    let lines = lines(visibleRows)
    var at = step < 0 ? min(line, lines.count - 1) : line
    while lines.indices.contains(at) {
      if case .row(let index, _) = lines[at] { return index }
      guard step != 0 else { return nil }
      at += step
    }
    return nil
  }

  /// The last top with which the window is full.
  var lastTop: Int {
    let last = max(0, total - visibleRows)
    guard isGrouped else { return last }
    return (last..<max(last + 1, total)).first { top in
      let lines = lines(from: top, count: visibleRows + 1)
      return lines.count <= visibleRows
    } ?? last
  }

  private func lines(from top: Int, count: Int) -> [Line] {
    guard top < total else { return [] }
    guard isGrouped else { return (top..<min(total, top + count)).map { .row($0, row(at: $0)) } }
    var lines: [Line] = []
    var shot: String?
    var index = top
    while lines.count < count, index < total {
      let take = row(at: index)
      if let take, take.shotName != shot {
        shot = take.shotName
        lines.append(.heading(shotCounts(take.shotName)))
        if lines.count == count { break }
      }
      lines.append(.row(index, take))
      index += 1
    }
    return lines
  }
}
