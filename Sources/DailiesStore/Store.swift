package import DailiesCore
import Dispatch
import Foundation
import GRDB
import Synchronization

/// Everything that must outlive the program: takes and their history, drafts, what is remembered, and which programs
/// are at work on it. One SQLite file, and one program's hand on it.
///
/// Any number of programs may have the file open. Each change is one `BEGIN IMMEDIATE` transaction, on disk when the
/// call returns. A change that was asked for happens, also when the task that asked is cancelled: an id that was
/// paid for is never lost to a program that is just leaving. Calls are carried out in the order they were made.
///
/// Methods whose name ends in `Now` wait on the calling thread (up to 5 seconds when another program keeps the file
/// locked): for the start, before the first frame, and for the end.
package final class Store: Sendable {
  /// This program, in whose name takes and the lease are held.
  package let owner: Owner
  /// The store's file.
  package let path: String
  let queue: DatabaseQueue
  let memo = RecordMemo()
  /// The draft row that this program writes; nil when the next save begins a new one.
  let openDraft = Mutex<OpenDraft?>(nil)
  /// Whether this program stands among those that have the file open: from its first write on. Who only reads writes nothing.
  private let isSignedIn = Mutex(false)
  private let now: @Sendable () -> Timestamp

  /// A journal that a large change has made longer is cut to this.
  private static let mostJournalBytes = 1 << 20

  /// Opens the store of a folder, makes it when there is none, and brings an older one up to date.
  ///
  /// - Parameters:
  ///   - folder: Absolute path; what is missing of it is made, mode 0700.
  ///   - owner: The program that opens it.
  ///   - now: What the clock on the wall shows, asked again when this program signs in.
  /// - Throws: A file that cannot be used is refused before anything is written to it.
  package static func open(
    folder: String, owner: Owner = .current(), now: @autoclosure @escaping @Sendable () -> Timestamp
  ) throws(StoreError) -> Store {
    let path = folder.hasSuffix("/") ? folder + StoreFolder.fileName : folder + "/" + StoreFolder.fileName
    do {
      try StoreFolder.prepare(folder, path: path)
      let lock = try OpeningLock(folder: folder, path: path)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.inDatabase { db in
        try Schema.check(db)
        try Schema.checkOthers(owner, now: now(), db)
        try db.execute(sql: "PRAGMA journal_mode = PERSIST; PRAGMA journal_size_limit = \(mostJournalBytes)")
      }
      try Schema.migrator.migrate(queue)
      _ = consume lock
      return Store(owner: owner, path: path, queue: queue, now: now)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Source for the journal: two connections that write and checkpoint a WAL file at once can corrupt it in SQLite
  /// before 3.51.3 (https://sqlite.org/wal.html, "The WAL-Reset Bug"), so the rollback journal is used. It is kept from one
  /// transaction to the next (PERSIST): a journal that is emptied or deleted each time takes blocks anew, and more of the system's time.
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "store"
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
    return configuration
  }

  private init(owner: Owner, path: String, queue: DatabaseQueue, now: @escaping @Sendable () -> Timestamp) {
    self.owner = owner
    self.path = path
    self.queue = queue
    self.now = now
  }

  /// Runs `body` while no transaction is open, or after `limit`: a program that is stopped inside one keeps all others from
  /// the file. It runs on the calling thread, which must be the program's first.
  package func betweenTransactions(atMost limit: Duration, _ body: () -> Void) {
    let (isBetween, isOver) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    queue.asyncWriteWithoutTransaction { _ in
      isBetween.signal()
      isOver.wait()
    }
    _ = isBetween.wait(timeout: .now() + .milliseconds(Int(limit.milliseconds)))
    body()
    isOver.signal()
  }

  /// Signs this program in, if it has written nothing yet.
  package func signIn() async throws(StoreError) { try await write { _ in } }

  /// Gives the lease back, signs this program off and closes the file. Later calls throw `.closed`.
  ///
  /// When signing off fails the next start takes this end for an unclean one, which costs a check and no more.
  package func close() {
    if isSignedIn.withLock({ $0 }) {
      try? writeNow { db in
        try Lease.release(owner, db)
        try Programs.remove(owner, db)
      }
    }
    try? queue.close()
  }
}

extension Store {
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    // Not GRDB's own async methods: those refuse to run for a cancelled task.
    let result: Result<Value, any Error> = await withCheckedContinuation { continuation in
      queue.asyncWriteWithoutTransaction { db in
        continuation.resume(returning: Result { try self.transaction(.immediate, db, body) })
      }
    }
    return try value(of: result)
  }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    let result: Result<Value, any Error> = await withCheckedContinuation { continuation in
      queue.asyncWriteWithoutTransaction { db in
        continuation.resume(returning: Result { try self.transaction(.deferred, db, body) })
      }
    }
    return try value(of: result)
  }

  func writeNow<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try value(of: Result { try queue.inDatabase { db in try transaction(.immediate, db, body) } })
  }

  func readNow<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try value(of: Result { try queue.inDatabase { db in try transaction(.deferred, db, body) } })
  }

  private func transaction<Value>(
    _ kind: Database.TransactionKind, _ db: Database, _ body: (Database) throws -> Value
  ) throws -> Value {
    guard db.sqliteConnection != nil else { throw Refusal(code: .closed) }
    let signsIn = kind == .immediate && !isSignedIn.withLock { $0 }
    // Not GRDB's own: it prepares these statements anew each time. An error of the database must leave `body`: the transaction may
    // be over by itself.
    try db.run("BEGIN \(kind.rawValue)", [])
    do {
      // A newer program may have changed the tables since this one opened the file.
      try Schema.checkVersion(db)
      if signsIn {
        try Programs.register(owner, now: now(), db)
        try Self.purgeDrafts(now: now(), db)
        try Self.indexPatches(db)
      }
      let value = try body(db)
      try db.run("COMMIT", [])
      if signsIn { isSignedIn.withLock { $0 = true } }
      return value
    } catch {
      try? db.rollback()
      throw error
    }
  }

  private func value<Value>(of result: Result<Value, any Error>) throws(StoreError) -> Value {
    switch result {
    case .success(let value): return value
    case .failure(let error): throw StoreError(error, path: path)
    }
  }
}

extension DatabaseQueue {
  /// Waits for the connection on the calling thread; begins no transaction.
  fileprivate func inDatabase<Value>(_ body: (Database) throws -> Value) rethrows -> Value {
    try writeWithoutTransaction(body)
  }
}
