/// A session as a text: what a person does, how time goes by, and what should be on the screen.
///
/// A line is a word and what belongs to it; `#` begins a comment. The head (`size`, `lang`, `service`, `api-key`,
/// `set`, `price`) comes before the first step.
///
/// ```
/// size     80x24
/// type     A paper boat on a canal, dawn light
/// key      f5
/// screen   review
/// key      enter
/// advance  5s
/// fault    cut-after 4096
/// advance  30s
/// expect   saved
/// ```
package struct Script: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    /// Counted from 1.
    package let number: Int
    package let step: ScriptStep

    package init(number: Int, step: ScriptStep) {
      self.number = number
      self.step = step
    }
  }

  /// Said in errors, and the beginning of what the script's screens are called.
  package let name: String
  package let setup: ScriptSetup
  package let lines: [Line]

  /// - Throws: `ScriptError` for the first line that cannot be read.
  package init(name: String, text: String) throws(ScriptError) {
    var setup = ScriptSetup()
    var lines: [Line] = []
    for (index, row) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let reader = ScriptLine(row)
      guard let word = reader.word else { continue }
      do throws(ScriptLine.Flaw) {
        if lines.isEmpty, reader.word == "api-key", case .apiKey(let choice)? = try reader.step() {
          setup.apiKey = choice
        } else if let step = try reader.step() {
          lines.append(Line(number: index + 1, step: step))
        } else if !lines.isEmpty {
          throw ScriptLine.Flaw("\(word) belongs to the head, before the first step")
        } else {
          try reader.change(&setup)
        }
      } catch {
        throw ScriptError(script: name, line: index + 1, error.message)
      }
    }
    self.name = name
    self.setup = setup
    self.lines = lines
  }
}
