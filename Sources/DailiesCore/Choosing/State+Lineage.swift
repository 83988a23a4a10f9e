/// Which take came from which.
extension State {
  mutating func openLineage(_ take: Take) -> [Effect] {
    layers.append(.lineage(LineageScreen(take.number)))
    return [.loadFamily(take.number)]
  }

  mutating func familyLoaded(_ number: Take.Number, _ family: Family) {
    changeLayers { layer in
      guard case .lineage(var screen) = layer, screen.number == number else { return }
      screen.receive(family)
      layer = .lineage(screen)
    }
  }

  mutating func performInLineage(_ command: Command, _ screen: LineageScreen) -> [Effect] {
    let lines = screen.lines
    return chosenRow(command, of: lines.count).map { go(to: lines[$0].take) } ?? []
  }

  /// Selects a take in the list, which shows all takes where it would not show that one; one that no list shows is opened.
  private mutating func go(to take: Take) -> [Effect] {
    layers.removeAll()
    guard linear == nil, !take.isHidden, take.phase != .dropped else {
      return setFocus(.takes) + perform(.showDetail, on: take)
    }
    var effects = setFocus(.takes)
    if let index = list.index(of: take.number) {
      list.select(index: index)
      return effects + selectionChanged()
    }
    if !list.scope.contains(take) || !list.search.isEmpty { effects += show(TakeScope(sort: list.scope.sort)) }
    list.selectWhenLoaded(take.number)
    return effects + [.loadRows(list.query)]
  }
}
