/// Commands by name: the palette, and the same as a line.
extension State {
  /// As many are remembered as come first.
  static let recentCommandsLimit = 6

  /// Everything there is by name: what was used last, then what means something in `context`, then the rest.
  package func offeredCommands(in context: KeyContext) -> [Command] {
    var contexts = [context] + context.fallbacks
    for more in [KeyContext.outsideText, .prompt, .shot, .takes] where !contexts.contains(more) {
      contexts.append(more)
    }
    let bound = contexts.flatMap { context in keymap.bindings.filter { $0.context == context }.map(\.command) }
    var seen = Set<Command>()
    // To some no key leads: this is the way to them.
    return (recentCommands + bound + Command.allCases).filter { $0.isOfferedByName && seen.insert($0).inserted }
  }

  /// Takes over what was used last, as it was kept.
  package mutating func recall(recentCommands names: [String]) {
    recentCommands = names.compactMap(Command.init(name:))
  }

  mutating func performInPalette(_ command: Command, _ palette: PaletteScreen) -> [Effect] {
    var palette = palette
    let matches = palette.matches(in: self)
    let selected = palette.chooser.selected
    if command == .confirm {
      layers.removeLast()
      return matches.indices.contains(selected) ? performByName(matches[selected]) : []
    }
    _ = palette.chooser.perform(command, count: matches.count)
    replaceTop(.palette(palette))
    return []
  }

  mutating func performInCommandLine(_ command: Command, _ entry: CommandEntry) -> [Effect] {
    var entry = entry
    if command == .confirm {
      if entry.line.text.trimming.isEmpty { return closeLayer() }
      if let choice = entry.choice(in: self) { return run(choice, entry) }
      let isNone = entry.candidates(in: self).isEmpty
      entry.refusal = Note(isNone ? Strings.nothingMatches : Strings.severalMatch, tone: .attention)
    } else {
      _ = entry.perform(command, in: self)
    }
    replaceTop(.commandLine(entry))
    return []
  }

  private mutating func run(_ choice: LineCandidate, _ entry: CommandEntry) -> [Effect] {
    layers.removeLast()
    guard case .argument(let verb, let argument) = choice else { return performByName(choice.command) }
    switch perform(verb, argument) {
    case .done(let effects): return effects
    case .refused(let why):
      var entry = entry
      entry.refusal = why
      layers.append(.commandLine(entry))
      return []
    }
  }

  private mutating func performByName(_ command: Command) -> [Effect] {
    guard obstacle(to: command) == nil else { return perform(command) }
    recentCommands.removeAll { $0 == command }
    recentCommands.insert(command, at: 0)
    recentCommands = Array(recentCommands.prefix(Self.recentCommandsLimit))
    // First: after some commands nothing is done any more.
    return [.rememberCommands(recentCommands)] + perform(command)
  }
}
