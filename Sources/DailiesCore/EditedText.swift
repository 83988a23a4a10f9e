/// What came back from the person's own editor.
package enum EditedText: Equatable, Sendable {
  /// The text as it was saved, and the file that keeps it until the draft is stored.
  case text(String, file: String)
  /// The prompt stays as it is. `file` keeps the other version; nil: there is none but the prompt.
  case failed(Failure, file: String?)

  package enum Failure: Equatable, Sendable {
    /// The command that is set, and the code it ended with.
    case ended(String, code: Int)
    case killed(String, signal: Int)
    /// There is no such command.
    case missing(String)
    case empty
    case notText
    case tooLong
    /// The system's words for what could not be done with the file.
    case noFile(String)

    /// One sentence.
    package func text(_ language: Language) -> String {
      switch self {
      case .ended(let command, let code): Strings.editorEnded(language, command, String(code))
      case .killed(let command, let signal): Strings.editorKilled(language, command, String(signal))
      case .missing(let command): Strings.editorMissing(language, command)
      case .empty: Strings.editorEmpty(language)
      case .notText: Strings.editorNotText(language)
      case .tooLong: Strings.editorTooLong(language)
      case .noFile(let reason): Strings.editorNoFile(language, reason)
      }
    }
  }
}
