import TerminalCanvas

/// Comparing two takes: two that are marked, a marked one with the selected, or a take with the one it came from.
extension State {
  /// The two that `compare` means, for a take in sight; nil: only one is known.
  private func pair(with take: Take?) -> [Take.Number]? {
    let marked = marks.sorted
    if marked.count == 2 { return marked }
    guard let take else { return nil }
    if let other = marked.first, marked.count == 1, other != take.number { return [other, take.number] }
    return marked.count > 2 ? nil : take.origin?.parent.map { [$0, take.number] }
  }

  /// Why nothing can be compared with a take now; nil: something can.
  func obstacleToComparing(_ take: Take?) -> Note? {
    if marks.awaited != nil { return Note(Strings.marksComing, tone: .attention) }
    if pair(with: take) != nil { return nil }
    if marks.count > 2 { return Note(Strings.compareTooMany, String(marks.count), tone: .attention) }
    guard let take else { return Note(Strings.selectTake) }
    return Note(Strings.compareMark, take.number.description, tone: .attention)
  }

  mutating func compare(_ take: Take?) -> [Effect] {
    if let obstacle = obstacleToComparing(take) {
      note(obstacle)
      return []
    }
    guard let numbers = pair(with: take) else { return [] }
    return compare(numbers)
  }

  mutating func compare(_ numbers: [Take.Number]) -> [Effect] {
    let takes = numbers.compactMap { known($0) }
    if takes.count == numbers.count { return openCompare(takes) }
    linear?.isAwaitingTakes = true
    return [.findTakes(numbers, for: .compare)]
  }

  mutating func openCompare(_ takes: [Take], missing: [Take.Number] = []) -> [Effect] {
    linear?.isAwaitingTakes = false
    if let first = missing.first {
      note(Note(Strings.linearNoSuchTake, first.description, tone: .attention))
      return []
    }
    // A line that names one: the other is the take it came from.
    if let only = takes.first, takes.count == 1 { return compare(only) }
    // Who has begun to type something meanwhile is not interrupted.
    guard takes.count == 2, !(layers.last?.context.isText ?? false) else { return [] }
    layers.append(.compare(CompareScreen(takes[0], takes[1])))
    return linear == nil ? [] : say(.layer)
  }

  mutating func performInCompare(_ command: Command, _ screen: CompareScreen) -> [Effect] {
    var screen = screen
    if screen.scroll.perform(command, page: max(1, size.rows / 2)) {
      replaceTop(.compare(screen))
      return []
    }
    if step(&screen, by: command) {
      replaceTop(.compare(screen))
      return []
    }
    switch command {
    case .otherSide: screen.side = screen.side.other
    case .toggleDifference:
      screen.showsDifference.toggle()
      screen.scroll = ScrollPosition()
    case .confirm: return perform(.showDetail, on: screen.take)
    default: return performOnScreened(command, screen.take)
    }
    replaceTop(.compare(screen))
    return []
  }
}
