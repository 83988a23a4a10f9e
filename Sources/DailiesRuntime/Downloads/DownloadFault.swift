/// Why bytes did not become a film. What the service itself refused is a `VideosError`, what the system refused a
/// `FileFault`.
package enum DownloadFault: Error, Equatable, Sendable {
  /// The bytes are no film; with the reason.
  case notAFilm(String)
  /// What came is not even the beginning of a film; with the reason. Nothing on disk was touched.
  case noBeginning(String)
  /// The answer ended too early.
  case incomplete(received: Int64, expected: Int64)
  /// The answer does not fit the bytes on disk; with the reason.
  case filmChanged(String)
  /// The film came in a content coding that was not asked for.
  case coded(String)

  /// The bytes on disk may be gone on with.
  var leavesGoodBytes: Bool {
    switch self {
    case .incomplete, .coded, .noBeginning: true
    case .notAFilm, .filmChanged: false
    }
  }
}

/// A file operation that the system refused.
package struct FileFault: Error, Equatable, Sendable {
  /// The system's error number.
  package var code: CInt
  /// What was tried on which path: `open /films/T031.mp4.part`.
  package var operation: String

  package init(code: CInt, operation: String) {
    self.code = code
    self.operation = operation
  }
}

/// What a film cannot be fetched without.
enum MissingPart: Error {
  case id, key
}
