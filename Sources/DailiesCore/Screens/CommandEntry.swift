/// A command typed by its name, the one that `keys.toml` knows it by: Tab completes, Enter runs.
package struct CommandEntry: Hashable, Sendable {
  package private(set) var line = LineEditor()
  /// Where the person was.
  package let context: KeyContext
  /// Why Enter did not run it.
  package var refusal: Note?
  /// What was typed before Tab went on from name to name.
  private var stem: String?

  package init(context: KeyContext) { self.context = context }

  /// The commands it may become: those whose name begins as typed, else those that the palette would find.
  package func candidates(in state: State) -> [Command] {
    let offered = state.offeredCommands(in: context)
    let typed = Self.name(stem ?? line.text)
    let beginning = offered.filter { $0.name.hasPrefix(typed) }
    return beginning.isEmpty ? CommandSearch(typed, state.language).best(of: offered) : beginning
  }

  /// The command that Enter runs: the one of that name, or the only one it may become.
  package func command(in state: State) -> Command? {
    let candidates = candidates(in: state)
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
  private mutating func complete(_ candidates: [Command]) {
    let typed = Self.name(line.text)
    let names = candidates.map(\.name)
    let common = names.dropFirst().reduce(names.first ?? "") { $0.commonPrefix(with: $1) }
    if stem == nil, common.count > typed.count, common.hasPrefix(typed) {
      line = LineEditor(common)
    } else {
      step(by: 1, candidates)
    }
  }

  private mutating func step(by step: Int, _ candidates: [Command]) {
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

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
