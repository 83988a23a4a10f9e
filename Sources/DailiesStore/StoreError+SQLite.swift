import GRDB

/// What is thrown inside a transaction, where the path is not known.
struct Refusal: Error {
  var code: StoreError.Code
  var cause = ""
}

extension StoreError {
  /// Maps whatever came out of SQLite, GRDB or a decoder.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError: self = error
    case let refusal as Refusal: self.init(refusal.code, path: path, cause: refusal.cause)
    case let error as DatabaseError: self.init(Self.code(of: error), path: path, cause: error.message ?? "\(error)")
    case let error as DecodingError: self.init(.damaged, path: path, cause: "\(error)")
    default: self.init(.failed, path: path, cause: "\(error)")
    }
  }

  /// Source: https://sqlite.org/rescode.html
  private static func code(of error: DatabaseError) -> Code {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
    case .SQLITE_CANTOPEN: .cannotOpen
    case .SQLITE_FULL: .full
    default: .failed
    }
  }
}
