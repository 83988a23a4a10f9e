package import DailiesCore
import GRDB

/// One's own views, and the shots.
extension Store {
  /// Shots told of at most.
  private static let shotLimit = 500
  /// The name under which one's own views are remembered.
  private static let viewsKey = "list.views"

  /// One's own views in the order they were kept, and the shots, with how many takes are in each.
  package func views() async throws(StoreError) -> ViewsFound {
    try await read { db in
      let counts = try Self.counts(db)
      let own = try Self.ownViews(db).map { view in
        let page = try ListPage(
          TakeQuery(view.scope, range: 0..<0), ListSource(view.scope, counts: counts),
          counts: counts, db)
        return ViewsFound.Own(view, total: page.total, isTotal: page.isTotal)
      }
      let rows = try Row.fetchAll(
        db, sql: "SELECT verdict, count(*) AS takes FROM take_rows WHERE shelf <> 'hidden' GROUP BY verdict")
      let judged: [(Judgement, Int)] = rows.compactMap { row in
        Judgement(rawValue: row["verdict"]).map { ($0, row["takes"]) }
      }
      return ViewsFound(
        judged: Dictionary(judged) { first, _ in first }, own: own, shots: try ShotCounts.all(limit: Self.shotLimit, db)
      )
    }
  }

  /// Keeps a view; one of that name gives way.
  package func keepView(_ view: OwnView) async throws(StoreError) {
    try await change { views in
      views.removeAll { $0.name == view.name }
      views.append(view)
    }
  }

  package func removeView(named name: String) async throws(StoreError) {
    try await change { $0.removeAll { $0.name == name } }
  }

  /// In one transaction: another program may keep a view at the same time.
  private func change(_ body: @escaping @Sendable (inout [OwnView]) -> Void)
    async throws(StoreError)
  {
    try await write { db in
      var views = try Self.ownViews(db)
      body(&views)
      try Memory.write(Self.viewsKey, try JSON.text(of: views), db)
    }
  }

  private static func ownViews(_ db: Database) throws -> [OwnView] {
    try Memory.value(viewsKey, db).flatMap { try? JSON.value([OwnView].self, of: $0) } ?? []
  }
}
