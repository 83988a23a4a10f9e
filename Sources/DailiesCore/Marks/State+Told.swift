/// What the store tells of marks, and of what a person says of takes.
extension State {
  mutating func toldOfTakes(_ action: Action) -> [Effect] {
    switch action {
    case .numbersLoaded(let query, let numbers): numbersLoaded(query, numbers)
    case .takesFound(let takes, let missing, let command):
      if command == .compare { return openCompare(takes, missing: missing) }
      if linear != nil { return found(takes, missing: missing, for: command) }
      // Who has gone on to something else meanwhile is not called back to it.
      guard layers.isEmpty, focus == .takes, !takes.isEmpty else { return [] }
      return begin(command, takes)
    case .tagNamesLoaded(let names): namesLoaded(tags: names)
    case .shotNamesLoaded(let names): namesLoaded(shots: names)
    case .takesEdited(let edited): return self.edited(edited)
    case .takesNotEdited(let problem, let act, let way): return notEdited(problem, act, way)
    case .checksLoaded(let number, let checks): updateDetail(of: number) { $0.checks = checks }
    default: break
    }
    return []
  }
}
