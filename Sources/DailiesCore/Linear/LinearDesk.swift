import TerminalCanvas

/// Where a person is who listens instead of looking: lines come in, lines go out, nothing is drawn. Everything else of the
/// state is the same.
package struct LinearDesk: Equatable, Sendable {
  /// What is said as a whole, when it is asked for or opens.
  package enum Page: Hashable, Sendable {
    case status, draft, list, help, commands, ledger
    /// The topmost layer.
    case layer
    /// What a name that was typed may mean.
    case candidates([Command])
  }

  /// What was asked for last.
  package internal(set) var page = Page.status
  /// Counts the pages: each is said once.
  package internal(set) var turn = 0
  /// Counts the notes: each is said once.
  package internal(set) var noteCount = 0
  /// The prompt is being typed, until a single dot: the first line takes the place of what was there, unless it is to stay.
  var writing: Writing?
  /// The take that was named last: commands without a number mean it.
  var take: Take.Number?
  /// The store was asked for takes that were named.
  package internal(set) var isAwaitingTakes = false
  /// The first row that is said of the list.
  package internal(set) var listTop = 0

  enum Writing: Equatable, Sendable { case anew, on }

  /// Rows of the list that are said at once.
  package static let rows = 20
  /// Everything is laid out for such a screen, so that nothing is cut.
  package static let columns = 100
  package static let lines = 400

  package init() {}
}

extension State {
  /// From now on lines come in and lines go out.
  package mutating func beginListening() {
    linear = LinearDesk()
    linear?.page = layers.isEmpty ? .status : .layer
    size = Size(columns: LinearDesk.columns, rows: LinearDesk.lines)
    layOut()
  }

  /// Whether what is typed next is not to be seen.
  package var wantsSecret: Bool {
    if case .setup(let setup)? = layers.last { setup.page == .key } else { false }
  }

  /// A prompt is being typed, line by line.
  package var isWritingLines: Bool { linear?.writing != nil }

  /// Whether a line has to wait for the answer to the one before.
  package var holdsLines: Bool { isAwaitingWords || linear?.isAwaitingTakes == true }

  /// What the person is asked for, in one word.
  package var linearPrompt: String {
    if linear?.writing != nil { return Strings.prompt(language).lowercased() }
    guard let context = layers.last?.context else { return "dailies" }
    return language == .english ? context.name.replacing("_", with: " ") : context.title.chinese
  }
}
