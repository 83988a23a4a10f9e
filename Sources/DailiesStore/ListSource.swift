import DailiesCore
import GRDB

/// Where the rows of a list come from, and in which order: `FROM`, `WHERE` and `ORDER BY` over `take_rows`.
struct ListSource {
  let scope: TakeScope
  private var table: String
  private let words: [String]
  private var conditions: String
  /// All takes are walked, the newest first or the oldest.
  private let walksAll: Bool
  /// The index of pairs is read instead, in the same order.
  private var followsPairs = false
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
    let index = ListSource.index(for: scope, search, counts)
    table = "take_rows INDEXED BY " + index
    walksAll = index == "take_rows_by_number"
    switch scope.view {
    case .all:
      conditions = "shelf <> 'hidden'"
    case .hidden:
      conditions = "shelf = 'hidden'"
    default:
      conditions = "shelf <> 'hidden' AND shelf = ?"
      arguments += [scope.view.rawValue]
    }
    if let shot = scope.shot {
      conditions += " AND shot = ?"
      arguments += [shot.isEmpty ? TakeKeys.noShot : shot]
    }
    if !search.judgements.isEmpty {
      conditions += " AND verdict IN (\(databaseQuestionMarks(count: search.judgements.count)))"
      arguments += StatementArguments(search.judgements.map(\.rawValue))
    }
    // The index names the texts that may hold the words; they decide.
    if let pairs = CharacterPairs.expression(words) {
      conditions += Self.isAmongMatches
      arguments += [pairs]
    }
    for word in words {
      conditions += " AND instr((SELECT text FROM take_texts WHERE take_texts.number = take_rows.number), ?) > 0"
      arguments += [word]
    }
  }

  var sql: String { "FROM \(table) WHERE \(conditions)" }

  private static let isAmongMatches = " AND number IN (SELECT rowid FROM take_pairs WHERE take_pairs MATCH ?)"

  /// Of so few texts that may hold the words each is looked at, and the takes are sorted; else the list is walked in its order.
  private static let few = 4_000

  /// The way that is shorter for its search.
  func searching(_ db: Database) throws -> ListSource {
    guard let pairs = CharacterPairs.expression(words) else { return self }
    var source = self
    if walksAll {
      // The index has the order of the list: nothing is read behind the last row that is wanted.
      source.table = "take_pairs CROSS JOIN take_rows ON take_rows.number = take_pairs.rowid"
      source.conditions = conditions.replacing(Self.isAmongMatches, with: " AND take_pairs MATCH ?")
      source.followsPairs = true
      return source
    }
    let matches = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM (SELECT 1 FROM take_pairs WHERE take_pairs MATCH ? LIMIT ?)",
      arguments: [pairs, Self.few + 1])
    guard let matches, matches <= Self.few else { return self }
    source.table = "take_rows NOT INDEXED"
    return source
  }

  /// A view that holds few takes is read and sorted; else the index by the key is walked, which is in order already.
  private static func index(for scope: TakeScope, _ search: SearchWords, _ counts: TakeCounts) -> String {
    if scope.view == .hidden { return "take_rows_by_shelf" }
    if !search.judgements.isEmpty { return "take_rows_by_verdict" }
    if scope.shot != nil { return "take_rows_by_shot" }
    let key = scope.sort.key
    if scope.view != .all, key == .number || counts[scope.view] * 8 < counts[.all] { return "take_rows_by_shelf" }
    return "take_rows_by_\(key.rawValue)"
  }

  /// `ORDER BY …` as the list has it, or from its end.
  func order(fromEnd: Bool = false) -> String {
    let isAscending = scope.sort.isReversed == fromEnd
    if followsPairs { return "ORDER BY take_pairs.rowid \(isAscending ? "DESC" : "ASC")" }
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
