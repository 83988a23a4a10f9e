/// A command typed by its name, the one that `keys.toml` knows it by, or a word with an argument (`LineVerb`): Tab
/// completes, Enter runs.
package struct CommandEntry: Hashable, Sendable {
  package private(set) var line = LineEditor()
  /// Where the person was.
  package let context: KeyContext
  /// Why Enter did not run it.
  package var refusal: Note?
  /// What was typed before Tab went on from name to name.
  private var stem: String?

  package init(context: KeyContext) { self.context = context }

  /// What it may become: commands and words whose name begins as typed, else commands that the palette would find; behind
  /// a word that takes an argument, its arguments.
  package func candidates(in state: State) -> [LineCandidate] {
    let offered = state.offeredCommands(in: context)
    let typed = Self.name(stem ?? line.text)
    let beginning = offered.filter { $0.name.hasPrefix(typed) }.map(LineCandidate.command)
    // A blank may also stand for the underscore of a name.
    if beginning.isEmpty, let (verb, argument) = LineVerb.read(stem ?? line.text) {
      return state.arguments(of: verb, beginning: argument).map { .argument(verb, $0) }
    }
    let verbs = LineVerb.allCases.filter { $0.rawValue.hasPrefix(typed) }.map(LineCandidate.verb)
    if typed.isEmpty || !beginning.isEmpty || !verbs.isEmpty { return beginning + verbs }
    return CommandSearch(typed, state.language).best(of: offered).map(LineCandidate.command)
  }

  /// What Enter runs: what is called so, the only one it may become, or a word with whatever stands behind it.
  package func choice(in state: State) -> LineCandidate? {
    let candidates = candidates(in: state)
    if let (verb, argument) = LineVerb.read(line.text), !candidates.contains(where: \.isCommand) {
      if argument.isEmpty { return .verb(verb) }
      return candidates.count == 1 ? candidates.first : .argument(verb, argument)
    }
    let typed = Self.name(line.text)
    if let named = candidates.first(where: { $0.name == typed }) { return named }
    return candidates.count == 1 && !typed.isEmpty ? candidates.first : nil
  }

  package mutating func insert(_ text: String) {
    // Whoever types the colon again means the first one.
    line.insert(line.isEmpty ? String(text.drop { $0 == ":" || $0 == "：" }) : text)
    stem = nil
    refusal = nil
  }

  /// Does what an editing or completing key asks for; false when it is neither.
  mutating func perform(_ command: Command, in state: State) -> Bool {
    switch command {
    case .complete: complete(candidates(in: state))
    case .nextRow: step(by: 1, candidates(in: state))
    case .previousRow: step(by: -1, candidates(in: state))
    default:
      guard line.perform(command) else { return false }
      stem = nil
    }
    refusal = nil
    return true
  }

  /// Adds what all candidates have in common; where that is nothing more, goes on from name to name.
  private mutating func complete(_ candidates: [LineCandidate]) {
    let typed = candidates.contains(where: \.isArgument) ? line.text : Self.name(line.text)
    let names = candidates.map(\.completed)
    let common = names.dropFirst().reduce(names.first ?? "") { $0.commonPrefix(with: $1) }
    if stem == nil, common.count > typed.count, common.hasPrefix(typed) {
      line = LineEditor(common)
    } else {
      step(by: 1, candidates)
    }
  }

  private mutating func step(by step: Int, _ candidates: [LineCandidate]) {
    guard !candidates.isEmpty else { return }
    let typed = line.text
    let at = stem == nil ? nil : candidates.firstIndex { $0.name == typed }
    let next = at.map { $0 + step } ?? (step > 0 ? 0 : -1)
    stem = stem ?? typed
    line = LineEditor(candidates[(next + candidates.count) % candidates.count].name)
  }

  /// As names are written, whatever was typed for the underscore.
  private static func name(_ text: String) -> String {
    String(text.trimming.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
  }
}

extension LineCandidate {
  fileprivate var isCommand: Bool { if case .command = self { true } else { false } }
  fileprivate var isArgument: Bool { if case .argument = self { true } else { false } }
}
