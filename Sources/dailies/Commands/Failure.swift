import DailiesCore
import TerminalCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ends a command with a sentence for the person and a code for scripts.
struct Failure: Error {
  var code: Int32
  var message: String

  init(_ code: Int32, _ message: String) {
    self.code = code
    self.message = message
  }

  init(_ error: ConfigurationError, _ language: Language) {
    self.init(error.exitCode, error.text(language))
  }

  func report() {
    if !message.isEmpty { StandardError.write("dailies: " + message + "\n") }
  }
}

/// Progress and complaints. What came from outside is made printable on the way.
enum StandardError {
  static func write(_ text: String) { writeWhole(PrintableText.cleanLines(text), to: STDERR_FILENO) }

  /// Writes what a terminal is to obey. Texts in it must be printable already.
  static func writeControls(_ bytes: String) { writeWhole(bytes, to: STDERR_FILENO) }
}

/// Results. What came from outside is made printable on the way.
enum StandardOutput {
  static func write(_ text: String) { writeWhole(PrintableText.cleanLines(text), to: STDOUT_FILENO) }

  /// Writes what is meant for a file, byte for byte; only a terminal gets it printable.
  static func writeFile(_ text: String) {
    writeWhole(isatty(STDOUT_FILENO) == 1 ? PrintableText.cleanLines(text) : text, to: STDOUT_FILENO)
  }
}

/// Writes all of a text; gives up when the other end is closed.
private func writeWhole(_ text: String, to descriptor: Int32) {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno != EINTR { return }
    bytes = bytes.dropFirst(max(0, count))
  }
}
