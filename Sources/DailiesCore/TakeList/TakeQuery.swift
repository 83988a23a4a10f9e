/// Which takes a list shows.
package enum TakeView: String, Hashable, Codable, Sendable, CaseIterable {
  case all, live, ready, saved, failed, unsure, held, hidden

  /// Whether a take belongs to the view. Hidden and dropped takes are in *hidden* only.
  package func contains(_ take: Take) -> Bool { contains(phase: take.phase, isHidden: take.isHidden) }

  package func contains(phase: TakePhase, isHidden: Bool) -> Bool {
    let isOutOfSight = isHidden || phase == .dropped
    if self == .hidden { return isOutOfSight }
    if isOutOfSight { return false }
    switch self {
    case .all: return true
    case .live: return phase.isLive
    case .ready: return phase == .ready
    case .saved: return phase == .saved
    case .failed: return phase == .failed || phase == .gone
    case .unsure: return phase == .unsure
    case .held: return phase == .held
    case .hidden: return true
    }
  }
}

/// What the list wants to read from the store, newest take first.
package struct TakeQuery: Hashable, Sendable {
  package var view: TakeView
  /// Rows whose prompt, number, id, file or error contains this, without regard to case; empty: all.
  package var search: String
  /// Rows wanted, counted from the newest that matches.
  package var range: Range<Int>

  package init(view: TakeView = .all, search: String = "", range: Range<Int> = 0..<0) {
    self.view = view
    self.search = search
    self.range = range
  }
}

/// What the store found.
package struct TakeRows: Equatable, Sendable {
  package var query: TakeQuery
  package var rows: [Take]
  /// How many rows match in all.
  package var total: Int
  package var counts: TakeCounts

  package init(query: TakeQuery, rows: [Take], total: Int, counts: TakeCounts) {
    self.query = query
    self.rows = rows
    self.total = total
    self.counts = counts
  }
}

/// How many takes stand in which phase, hidden ones apart.
package struct TakeCounts: Hashable, Sendable {
  package var byPhase: [TakePhase: Int]
  package var hidden: Int

  package init(byPhase: [TakePhase: Int] = [:], hidden: Int = 0) {
    self.byPhase = byPhase
    self.hidden = hidden
  }

  package subscript(view: TakeView) -> Int {
    if view == .hidden { return hidden + byPhase[.dropped, default: 0] }
    return byPhase.reduce(0) { $0 + (view.contains(phase: $1.key, isHidden: false) ? $1.value : 0) }
  }
}
