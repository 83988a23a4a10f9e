/// What the store found.
package struct TakeRows: Equatable, Sendable {
  package var query: TakeQuery
  /// Of all that belong to the scope, the first one here.
  package var offset: Int
  package var rows: [Take]
  /// How many belong to the scope in all, or at least, where not all were looked for.
  package var total: Int
  package var isTotal: Bool
  package var counts: TakeCounts
  /// Where the list is sorted by shot: the counts of each shot among the rows.
  package var shots: [ShotCounts]

  /// - Parameter offset: Nil: where the query wants it.
  package init(
    query: TakeQuery, offset: Int? = nil, rows: [Take], total: Int, isTotal: Bool = true, counts: TakeCounts,
    shots: [ShotCounts] = []
  ) {
    self.query = query
    self.offset = offset ?? query.range.lowerBound
    self.rows = rows
    self.total = total
    self.isTotal = isTotal
    self.counts = counts
    self.shots = shots
  }
}
