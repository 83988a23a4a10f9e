import DailiesCore

/// Why the program cannot start as it is set up: what is wrong, where, and what to do about it.
///
/// The text never holds an API key.
struct ConfigurationError: Error, Equatable {
  enum Code: Equatable {
    case assetsMissing
    case folderFailed
    case settingsUnreadable, settingsSyntax, settingsRefused, settingsNotWritten
    case keyRefused, keyUnreadable, keyExposed, keyForeign, keyForm, keyOrigin, keyNotWritten
    case profileName
  }

  let code: Code
  private let phrase: Phrase
  private let arguments: [String]

  init(_ code: Code, _ phrase: Phrase, _ arguments: String...) {
    self.code = code
    self.phrase = phrase
    self.arguments = arguments
  }

  /// What was said of a file already.
  init(_ code: Code, _ note: Note) {
    self.code = code
    phrase = note.phrase
    arguments = note.arguments
  }

  var reason: Reason { Reason(english: text(.english), chinese: text(.chinese)) }

  /// One or two sentences; may hold foreign text, so it passes `PrintableText` before it is shown.
  func text(_ language: Language) -> String { phrase.fill(language, arguments) }

  /// The exit code of the command line: 3 for a key or setting that is missing or refused, 1 for everything else.
  var exitCode: Int32 {
    switch code {
    case .assetsMissing, .folderFailed, .settingsNotWritten, .keyNotWritten: 1
    default: 3
    }
  }
}
