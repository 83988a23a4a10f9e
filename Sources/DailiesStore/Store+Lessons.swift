package import DailiesCore
import GRDB
import VideosAPI

extension Lesson {
  /// Keeps it in place of what the same combination taught before.
  func write(_ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO lessons VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        combination.baseURL, combination.model, combination.seconds, combination.size.description,
        combination.picture.rawValue, isRefusal, at.milliseconds, words,
      ])
  }

  /// Nil for a row that makes no sense.
  init?(_ row: Row) {
    guard let size = VideoSize(row["size"] as String),
      let picture = Combination.Picture(rawValue: row["picture"])
    else { return nil }
    let combination = Combination(
      baseURL: row["base_url"], model: row["model"], seconds: row["seconds"], size: size, picture: picture)
    self.init(combination, isRefusal: row["is_refusal"], at: Timestamp(milliseconds: row["at"]), words: row["words"])
  }
}

extension Store {
  /// What the service at an address took and refused.
  package func lessons(baseURL: String) async throws(StoreError) -> [Lesson] {
    try await read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM lessons WHERE base_url = ?", arguments: [baseURL])
        .compactMap(Lesson.init)
    }
  }
}
