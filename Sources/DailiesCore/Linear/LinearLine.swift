import TerminalCanvas

/// What a typed line asks for where no question is open.
enum LinearLine: Equatable {
  case nothing
  case word(LinearWord, String)
  case command(Command, String)
  /// Takes by their numbers alone.
  case takes([Take.Number])
  /// It may mean several commands, or none.
  case unclear([Command])
}

extension LinearLine {
  /// Reads a line: a word or the name of a command and what it is for. A name is known by what it begins with, by its title
  /// in either language, and by the key that it has on the screens.
  init(_ line: String, in state: State) {
    let text = line.trimming.drop { $0 == ":" || $0 == "：" }.description.trimming
    guard !text.isEmpty else {
      self = .nothing
      return
    }
    if let numbers = Take.Number.list(text) {
      self = .takes(numbers)
      return
    }
    let commands = Command.spoken
    let tokens = text.split(separator: " ")
    // The longest name that is one: titles and names may have several words.
    for count in stride(from: tokens.count, through: 1, by: -1) {
      let name = tokens[..<count].joined(separator: " ").lowercased()
      let rest = tokens[count...].joined(separator: " ")
      if let word = LinearWord(typed: name) {
        self = .word(word, rest)
        return
      }
      if let command = Self.command(named: name, rest) {
        self = .command(command, rest)
        return
      }
    }
    let first = String(tokens[0])
    let rest = tokens.dropFirst().joined(separator: " ")
    if let command = Self.command(ofKey: first, in: state) {
      self = .command(command, rest)
      return
    }
    // Chinese is written without blanks: 保存31.
    if let place = first.firstIndex(where: { $0.isASCII && ($0.isNumber || $0 == "T") }), place > first.startIndex {
      let name = String(first[..<place])
      let rest = first[place...] + (rest.isEmpty ? "" : " " + rest)
      if let word = LinearWord(typed: name) {
        self = .word(word, String(rest))
        return
      }
      if let command = Self.command(named: name, String(rest)) {
        self = .command(command, String(rest))
        return
      }
    }
    let name = first.lowercased().replacing("-", with: "_")
    let found = commands.filter { $0.name.hasPrefix(name) }
    // What only resembles a name is asked back: a slip of the hand does nothing.
    self =
      found.count == 1
      ? .command(found[0], rest)
      : .unclear(found.isEmpty ? CommandSearch(first, state.language).best(of: commands) : found)
  }

  /// The command of that name; with numbers behind it, rather one that is done to takes.
  private static func command(named name: String, _ rest: String) -> Command? {
    let named = Command.spoken.filter { $0.isNamed(name) }
    let isOfTakes = Take.Number.list(rest) != nil
    return named.first { $0.wantsTake == isOfTakes } ?? named.first
  }

  /// The keys that are told of in texts and on the screens are names as well: `F9`, `d`.
  private static func command(ofKey name: String, in state: State) -> Command? {
    guard let key = Key(name: name), name.count > 1 || !(name.first?.isNumber ?? true) else { return nil }
    for context in [KeyContext.takes, .outsideText, .anywhere, .prompt, .ledger] {
      if let binding = state.keymap.bindings.first(where: { $0.context == context && $0.key == key }),
        Command.spoken.contains(binding.command)
      {
        return binding.command
      }
    }
    return nil
  }
}

extension Command {
  /// Everything that has a meaning where nothing is drawn.
  package static let spoken = Command.allCases.filter { command in
    switch command.group {
    case .layers: false
    case .text: !command.isMovement
    case .everywhere: ![.palette, .commandLine, .back, .interrupt, .toggleMouse, .measureTerminal].contains(command)
    case .draft:
      ![.leavePrompt, .enterPrompt, .previousRow, .nextRow, .previousChoice, .nextChoice, .choose].contains(command)
    case .takes:
      ![
        .mark, .markRange, .markAll, .clearMarks, .selectPrevious, .selectNext, .selectFirst, .selectLast, .pageUp,
        .pageDown,
      ].contains(command)
    case .ledger: true
    }
  }

  /// - Parameter typed: In small letters.
  func isNamed(_ typed: String) -> Bool {
    let plain = typed.replacing("-", with: " ").replacing("_", with: " ")
    if name.replacing("_", with: " ") == plain { return true }
    // A title may go on to say what is there: `Ledger: spend, limits, prices`.
    return [title.english, title.chinese].map { $0.lowercased() }.contains { title in
      title == typed || title.prefix { $0 != ":" && $0 != "：" && $0 != "…" }.description.trimming == typed
    }
  }
}

extension Take.Number {
  /// Reads numbers such as `T031`, `31 32`, `31, 32` and `31-35`; nil when there is anything else.
  static func list(_ text: String) -> [Take.Number]? {
    var numbers: [Take.Number] = []
    for part in text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "，" || $0 == "、" }) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Take.Number($0) }
      guard let first = ends[0], ends.count <= 2, let last = ends[ends.count - 1] else { return nil }
      guard first <= last, last.value - first.value < 1000 else { return nil }
      numbers += (first.value...last.value).map { Take.Number($0) }
    }
    return numbers.isEmpty ? nil : numbers
  }
}
