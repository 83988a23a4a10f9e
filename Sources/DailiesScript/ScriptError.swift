/// Why a script cannot be read or does not play, and in which of its lines.
package struct ScriptError: Error, Equatable, CustomStringConvertible {
  /// Name of the script.
  package let script: String
  /// Counted from 1.
  package let line: Int
  package let message: String

  package init(script: String, line: Int, _ message: String) {
    self.script = script
    self.line = line
    self.message = message
  }

  package var description: String { "\(script):\(line): \(message)" }
}
