package import DailiesCore
import GRDB

extension TakeEvent {
  func insert(_ number: Take.Number, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO take_events (number, at, phase, problem) VALUES (?, ?, ?, ?)",
      arguments: [number.value, at.milliseconds, phase.rawValue, try problem.map { try JSON.text(of: $0) }])
  }
}

extension Store {
  /// The phases a take went through, oldest first.
  package func events(of number: Take.Number) async throws(StoreError) -> [TakeEvent] {
    try await read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT at, phase, problem FROM take_events WHERE number = ? ORDER BY id", arguments: [number.value])
      return try rows.map { row in
        guard let phase = TakePhase(rawValue: row["phase"]) else {
          throw Refusal(code: .damaged, cause: "a line in the history of \(number) has no known phase")
        }
        let problem = try (row["problem"] as String?).map { try JSON.value(Problem.self, of: $0) }
        return TakeEvent(at: Timestamp(milliseconds: row["at"]), phase: phase, problem: problem)
      }
    }
  }

  /// Keeps what the service said when the take itself does not change with it. An answer for a take that does not
  /// exist is dropped.
  package func recordAnswer(_ answer: TakeAnswer, of number: Take.Number) async throws(StoreError) {
    try await write { db in
      if try Self.isThere(number, db) { try answer.insert(number, db) }
    }
  }

  /// What servers said about a take, oldest first.
  package func answers(of number: Take.Number) async throws(StoreError) -> [TakeAnswer] {
    try await read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM answers WHERE number = ? ORDER BY id", arguments: [number.value])
      return rows.compactMap { row in
        TakeAnswer.Kind(rawValue: row["kind"]).map {
          TakeAnswer($0, at: Timestamp(milliseconds: row["at"]), status: row["status"], body: row["body"])
        }
      }
    }
  }
}
