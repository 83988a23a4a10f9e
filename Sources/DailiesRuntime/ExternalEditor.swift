package import DailiesCore
import Foundation

/// Hands a text to the person's own editor and takes it back, as git does: `$VISUAL`, else `$EDITOR`, else `vi`, run by
/// the shell, so that the variable may hold arguments.
package struct ExternalEditor: Sendable {
  private let folder: String
  private let environment: [String: String]

  /// - Parameters:
  ///   - folder: Where the text lies meanwhile; readable by its owner alone.
  ///   - environment: What the editor gets; an API key is left out.
  package init(folder: String, environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.folder = folder
    self.environment = environment.filter { $0.key != "DAILIES_API_KEY" }
  }

  package var command: String {
    for name in ["VISUAL", "EDITOR"] {
      if let value = environment[name], value.contains(where: { !$0.isWhitespace }) { return value }
    }
    return "vi"
  }

  /// Blocks until the editor has ended. The terminal must have been given away.
  package func edit(_ text: String) -> EditedText {
    let file: TextFile
    do {
      file = try TextFile.make(holding: text + "\n", in: folder)
    } catch {
      return .failed(.noFile(error.message), file: nil)
    }
    // An interrupt that is typed is the editor's: the shell between waits for it.
    let script = "trap : INT QUIT\n" + command + " \"$@\""
    let end = ForegroundProgram.run(["/bin/sh", "-c", script, command, file.path], environment: environment)
    var failure: EditedText.Failure?
    switch end {
    case .code(0): break
    case .code(let code) where code == 126 || code == 127: failure = .missing(command)
    case .code(let code): failure = .ended(command, code: Int(code))
    case .signal(let number): failure = .killed(command, signal: Int(number))
    case .notStarted: failure = .missing("/bin/sh")
    }
    let edited = file.read()
    let isUnchanged =
      switch edited {
      case .text(let left, _): left.utf8.elementsEqual(text.utf8)
      case .failed(.empty, _): text.allSatisfy(\.isWhitespace)
      case .failed: false
      }
    guard let failure else { return isUnchanged ? .text(text, file: file.path) : edited }
    // What an editor did before it failed is kept, if it did anything.
    if case .failed(.noFile, _) = edited { return .failed(failure, file: nil) }
    if isUnchanged { file.remove() }
    return .failed(failure, file: isUnchanged ? nil : file.path)
  }
}
