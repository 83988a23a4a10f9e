import DailiesCore
import GRDB

extension Store {
  /// Checks the whole file when a program ended without closing it and nobody has checked it since.
  ///
  /// It reads over a connection of its own, table by table, so that others can go on writing in between.
  ///
  /// - Returns: What SQLite found wrong, in its words; empty when all is well or no check was due.
  package func checkAfterUncleanEnd() async throws(StoreError) -> [String] {
    // Who ended so is found out on signing in.
    try await signIn()
    let isWanted = try await read { db in try Memory.value(Memory.OwnKey.checkWanted.rawValue, db) != nil }
    guard isWanted, let faults = try await checkAll() else { return [] }
    if faults.isEmpty { try await write { db in try Memory.remove(.checkWanted, db) } }
    return faults
  }

  /// - Returns: nil when the task was cancelled: the check is still due.
  private func checkAll() async throws(StoreError) -> [String]? {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      let reader = try DatabaseQueue(path: path, configuration: configuration)
      let tables = try await reader.read { db in
        try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
      }
      var faults: [String] = []
      for table in tables {
        do {
          faults += try await reader.read { db in
            try String.fetchAll(db, sql: "PRAGMA integrity_check(\(table.quotedDatabaseIdentifier))")
          }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
          faults.append("\(table): \(error.message ?? "damaged")")
        }
      }
      return faults.filter { $0 != "ok" }
    } catch is CancellationError {
      return nil
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
