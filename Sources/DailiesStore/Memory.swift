import DailiesCore
import Foundation
import GRDB

/// Small things kept by name, as JSON: the shot settings used last, the way a list was sorted.
enum Memory {
  /// Names that the store itself uses.
  enum OwnKey: String {
    /// A program ended without closing the store, and the file was not checked since.
    case checkWanted = "store.checkWanted"
    /// How often a draft was named.
    case draftNames = "drafts.names"
  }

  static func write(_ key: OwnKey, _ json: String, _ db: Database) throws { try write(key.rawValue, json, db) }

  static func write(_ key: String, _ json: String, _ db: Database) throws {
    try db.execute(sql: "INSERT OR REPLACE INTO memory (key, value) VALUES (?, ?)", arguments: [key, json])
  }

  static func value(_ key: String, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM memory WHERE key = ?", arguments: [key])
  }

  static func remove(_ key: OwnKey, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM memory WHERE key = ?", arguments: [key.rawValue])
  }
}

extension Store {
  /// Keeps a value under a name, in place of what was kept there.
  package func remember(_ key: String, _ value: some Encodable & Sendable) async throws(StoreError) {
    let json: String
    do { json = try JSON.text(of: value) } catch { throw StoreError(error, path: path) }
    try await write { db in try Memory.write(key, json, db) }
  }

  /// What was kept under a name; nil when there is nothing, or when it cannot be read as `Value` any more.
  package func remembered<Value: Decodable & Sendable>(
    _ key: String, as type: Value.Type = Value.self
  ) async throws(StoreError) -> Value? {
    try await read { db in try Memory.value(key, db).flatMap { try? JSON.value(type, of: $0) } }
  }

  /// As `remembered`, on the calling thread.
  package func rememberedNow<Value: Decodable>(
    _ key: String, as type: Value.Type = Value.self
  ) throws(StoreError) -> Value? {
    try readNow { db in try Memory.value(key, db).flatMap { try? JSON.value(type, of: $0) } }
  }
}
