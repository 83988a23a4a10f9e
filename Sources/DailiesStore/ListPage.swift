import DailiesCore
import GRDB

/// The numbers of the rows that a list asks for. They are found in indexes alone, from the nearest place that is known: the
/// start, the end, or a take whose place in the list is known.
struct ListPage {
  private(set) var numbers: [Int] = []
  /// Of all that belong to the list, the first one here.
  private(set) var offset = 0
  private(set) var total = 0
  private(set) var isTotal = true

  /// As many matches of a search are looked for at least, and this many more than are wanted: to find all would be to read
  /// every text.
  static let searched = 1_000

  init(_ query: TakeQuery, _ source: ListSource, counts: TakeCounts, _ db: Database) throws {
    if SearchWords(query.search).isEmpty {
      total = try Self.total(query.scope, counts, db)
      try walk(query, source, db)
    } else {
      try search(query, source, db)
    }
  }

  private static func total(_ scope: TakeScope, _ counts: TakeCounts, _ db: Database) throws -> Int {
    guard let shot = scope.shot else { return counts[scope.view] }
    return try ShotCounts.of([shot], db).first?[scope.view] ?? 0
  }

  // MARK: Without a search

  private mutating func walk(_ query: TakeQuery, _ source: ListSource, _ db: Database) throws {
    var anchor: (place: ListSource.Place, index: Int)?
    var shift = 0
    for wanted in query.anchors where anchor == nil {
      guard let place = try source.place(of: wanted.number, db) else { continue }
      let index = try index(of: place, number: wanted.number, near: wanted.index, source, db)
      anchor = (place, index)
      shift = query.range.contains(index) ? 0 : index - wanted.index
    }
    let low = min(max(0, query.range.lowerBound + shift), total)
    let high = min(max(low, query.range.upperBound + shift), total)
    offset = low
    guard low < high else { return }
    let fromAnchor = anchor.map { max(0, max(low - $0.index, $0.index - high)) } ?? .max
    if let anchor, fromAnchor < min(low, total - high) {
      numbers = try read(low..<high, from: anchor.place, at: anchor.index, source, db)
    } else if low <= total - high {
      numbers = try read(source, order: source.order(), skipping: low, count: high - low, db)
    } else {
      numbers = try read(
        source, order: source.order(fromEnd: true), skipping: total - high, count: high - low, db
      ).reversed()
    }
    // What is not there is not waited for.
    if numbers.count < high - low { total = low + numbers.count }
  }

  private func read(
    _ rows: Range<Int>, from place: ListSource.Place, at index: Int, _ source: ListSource, _ db: Database
  ) throws -> [Int] {
    var numbers: [Int] = []
    if rows.lowerBound < index {
      let end = min(rows.upperBound, index)
      numbers = try read(
        source, condition: source.condition(.before), place, order: source.order(fromEnd: true), skipping: index - end,
        count: end - rows.lowerBound, db
      ).reversed()
    }
    if rows.upperBound > index {
      let start = max(rows.lowerBound, index)
      numbers += try read(
        source, condition: source.condition(.after, isInclusive: true), place, order: source.order(),
        skipping: start - index, count: rows.upperBound - start, db)
    }
    return numbers
  }

  private func read(
    _ source: ListSource, condition: String = "", _ place: ListSource.Place? = nil, order: String, skipping: Int,
    count: Int, _ db: Database
  ) throws -> [Int] {
    try Int.fetchAll(
      db.cachedStatement(sql: "SELECT number \(source.sql)\(condition) \(order) LIMIT ? OFFSET ?"),
      arguments: source.arguments + StatementArguments(place?.keys ?? []) + [count, skipping])
  }

  /// How many rows stand before a take: counted on the shorter side, and where a list is in the order of numbers only
  /// within one block of them.
  private func index(
    of place: ListSource.Place, number: Take.Number, near: Int, _ source: ListSource, _ db: Database
  ) throws -> Int {
    let side: ListSource.Side = near > total / 2 ? .after : .before
    var sql = "SELECT count(*) \(source.sql)\(source.condition(side))"
    var arguments = source.arguments + StatementArguments(place.keys)
    var others = 0
    if source.scope.sort.key == .number, source.scope.shot == nil {
      let block = number.value / BlockCounts.size
      // On that side of the take are the greater numbers, or the smaller ones.
      let isAbove = (side == .before) != source.scope.sort.isReversed
      others = try BlockCounts.takes(source.scope.view, isAbove ? .above : .below, block, db)
      sql += " AND age BETWEEN ? AND ?"
      arguments += [1 - (block + 1) * BlockCounts.size, -block * BlockCounts.size]
    }
    let counted = try Int.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) ?? 0
    return side == .before ? counted + others : total - 1 - counted - others
  }

  // MARK: With a search

  private mutating func search(_ query: TakeQuery, _ source: ListSource, _ db: Database) throws {
    var range = query.range
    let limit = max(Self.searched, range.upperBound + Self.searched)
    let source = try source.searching(db)
    var found = try read(source, order: source.order(), skipping: 0, count: limit + 1, db)
    isTotal = found.count <= limit
    if !isTotal { found.removeLast() }
    total = found.count
    for anchor in query.anchors {
      guard let index = found.firstIndex(of: anchor.number.value) else { continue }
      if range.contains(index) { break }
      let low = max(0, range.lowerBound + index - anchor.index)
      range = low..<max(low, range.upperBound + index - anchor.index)
      break
    }
    range = range.clamped(to: 0..<total)
    offset = range.lowerBound
    numbers = Array(found[range])
  }
}
