package import DailiesCore

/// Why the store could not do what was asked. Nothing was written when one of these is thrown.
package struct StoreError: Error, Hashable, CustomStringConvertible {
  package enum Code: Hashable, Sendable {
    /// The folder or the file cannot be made or opened.
    case cannotOpen
    /// The file, its folder or the disk cannot be written.
    case readOnly
    /// The file is no store of this program, or what was read from it makes no sense.
    case damaged
    /// The file has schema `found`; this program knows those up to `known`.
    case newerThanProgram(found: Int, known: Int)
    /// A program of an older version, with this process number, has the file open: it would write to tables it does not know.
    case olderProgramRuns(pid: Int32)
    /// Another program kept the file locked for longer than the store waits.
    case busy
    /// No room is left on the disk.
    case full
    /// A hard limit on spending refuses it.
    case overLimit(LimitFinding)
    /// The store was closed before.
    case closed
    /// Any other fault of the file system or of SQLite; see `cause`.
    case failed
  }

  package var code: Code
  /// The store's file.
  package var path: String
  /// What the system said, in English; empty when the code says all.
  package var cause: String

  package init(_ code: Code, path: String, cause: String = "") {
    self.code = code
    self.path = path
    self.cause = cause
  }

  /// One English sentence for the log; what a person sees is made from `code`.
  package var description: String {
    let what =
      switch code {
      case .cannotOpen: "cannot be opened"
      case .readOnly: "cannot be written"
      case .damaged: "is damaged"
      case .newerThanProgram(let found, let known): "has schema \(found), newer than \(known), which is known here"
      case .olderProgramRuns(let pid): "is open in an older Dailies (process \(pid)), which has to end first"
      case .busy: "is in use by another program"
      case .full: "cannot grow: the disk is full"
      case .overLimit: "refuses to go over a limit"
      case .closed: "was closed"
      case .failed: "failed"
      }
    return cause.isEmpty ? "\(path) \(what)" : "\(path) \(what): \(cause)"
  }
}
