import DailiesCore
import GRDB

/// Where the rows of a list come from, and in which order: `FROM`, `WHERE` and `ORDER BY` over `take_rows`.
struct ListSource {
  let scope: TakeScope
  /// How the rows are found.
  private enum Way {
    /// An index is walked; where it is that of the key, it has the order of the list.
    case walking(index: String)
    /// The index of pairs is read, which has the order of the numbers.
    case reading
    /// Each match is looked at, and the takes are sorted.
    case sorting
  }

  private var way: Way
  private let words: [String]
  private var restrictions: String
  private let hasPairs: Bool
  /// The index of pairs is the shorter way for a search: the list is in the order of numbers, and has many of them.
  private let suitsPairs: Bool
  private(set) var arguments: StatementArguments = []
  /// What the list is sorted by, each ascending: the key, and the number from the newest on.
  let columns: [String]

  /// - Parameters:
  ///   - words: What the texts must hold, in place of the scope's search.
  ///   - counts: Tell which index is the shorter way.
  init(_ scope: TakeScope, words search: String? = nil, counts: TakeCounts) {
    self.scope = scope
    let search = SearchWords(search ?? scope.search)
    let words = search.words.map(\.foldedForSearch)
    columns = scope.sort.key == .number ? ["age"] : [scope.sort.key.rawValue, "age"]
    self.words = words
    way = .walking(index: Self.index(for: scope, search, counts))
    suitsPairs =
      scope.sort.key == .number && scope.shot == nil && search.judgements.isEmpty && Self.isLarge(scope.view, counts)
    let pairs = CharacterPairs.expression(words)
    hasPairs = pairs != nil
    switch scope.view {
    case .all:
      restrictions = "shelf <> 'hidden'"
    case .hidden:
      restrictions = "shelf = 'hidden'"
    default:
      restrictions = "shelf <> 'hidden' AND shelf = ?"
      arguments += [scope.view.rawValue]
    }
    if let shot = scope.shot {
      restrictions += " AND shot = ?"
      arguments += [shot.isEmpty ? TakeKeys.noShot : shot]
    }
    if !search.judgements.isEmpty {
      restrictions += " AND verdict IN (\(databaseQuestionMarks(count: search.judgements.count)))"
      arguments += StatementArguments(search.judgements.map(\.rawValue))
    }
    if let pairs { arguments += [pairs] }
    arguments += StatementArguments(words)
  }

  var sql: String {
    switch way {
    case .walking(let index): "FROM take_rows INDEXED BY \(index) WHERE \(conditions)"
    case .sorting: "FROM take_rows NOT INDEXED WHERE \(conditions)"
    case .reading:
      """
      FROM take_pairs CROSS JOIN take_rows ON take_rows.number = take_pairs.rowid
      WHERE \(restrictions) AND take_pairs MATCH ?\(holdsWords)
      """
    }
  }

  /// The index names the texts that may hold the words; they decide.
  private var conditions: String {
    let lookup = hasPairs ? " AND number IN (SELECT rowid FROM take_pairs WHERE take_pairs MATCH ?)" : ""
    return restrictions + lookup + holdsWords
  }

  private var holdsWords: String {
    let word = " AND instr((SELECT text FROM take_texts WHERE take_texts.number = take_rows.number), ?) > 0"
    return String(repeating: word, count: words.count)
  }

  /// Of so few texts that may hold the words each is looked at, and the takes are sorted; else the list is walked in its order.
  private static let few = 4_000

  /// The way that is shorter for its search.
  func searching(_ db: Database) throws -> ListSource {
    guard let pairs = CharacterPairs.expression(words) else { return self }
    var source = self
    if suitsPairs {
      source.way = .reading
      return source
    }
    let matches = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM (SELECT 1 FROM take_pairs WHERE take_pairs MATCH ? LIMIT ?)",
      arguments: [pairs, Self.few + 1])
    if let matches, matches <= Self.few { source.way = .sorting }
    return source
  }

  /// Whether a view holds a good part of all takes.
  private static func isLarge(_ view: TakeView, _ counts: TakeCounts) -> Bool {
    view != .hidden && counts[view] * 8 >= counts[.all]
  }

  /// A view that holds few takes is read and sorted; else the index by the key is walked, which is in order already.
  private static func index(for scope: TakeScope, _ search: SearchWords, _ counts: TakeCounts) -> String {
    if scope.view == .hidden { return "take_rows_by_shelf" }
    if !search.judgements.isEmpty { return "take_rows_by_verdict" }
    if scope.shot != nil { return "take_rows_by_shot" }
    let key = scope.sort.key
    if scope.view != .all, key == .number || !isLarge(scope.view, counts) { return "take_rows_by_shelf" }
    return "take_rows_by_\(key.rawValue)"
  }

  /// `ORDER BY …` as the list has it, or from its end.
  func order(fromEnd: Bool = false) -> String {
    let isAscending = scope.sort.isReversed == fromEnd
    if case .reading = way { return "ORDER BY take_pairs.rowid \(isAscending ? "DESC" : "ASC")" }
    let direction = isAscending ? "ASC" : "DESC"
    return "ORDER BY " + columns.map { "\($0) \(direction)" }.joined(separator: ", ")
  }

  /// Where in the order of the list a take stands; nil when there is no such take.
  struct Place {
    var keys: [DatabaseValue]
  }

  /// - Parameter inside: The take must belong to the list.
  func place(of number: Take.Number, inside: Bool = true, _ db: Database) throws -> Place? {
    let row =
      inside
      ? try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT \(columns.joined(separator: ", ")) FROM take_rows NOT INDEXED WHERE \(conditions) AND number = ?"
        ),
        arguments: arguments + [number.value])
      : try Row.fetchOne(
        db, sql: "SELECT \(columns.joined(separator: ", ")) FROM take_rows WHERE number = ?", arguments: [number.value])
    return row.map { Place(keys: Array($0.databaseValues)) }
  }

  /// The condition that rows stand before a place in the list, or after it; its arguments are the place's keys.
  func condition(_ side: Side, isInclusive: Bool = false) -> String {
    let isLess = (side == .before) != scope.sort.isReversed
    let sign = (isLess ? "<" : ">") + (isInclusive ? "=" : "")
    return " AND (\(columns.joined(separator: ", "))) \(sign) (\(databaseQuestionMarks(count: columns.count)))"
  }

  enum Side { case before, after }
}
