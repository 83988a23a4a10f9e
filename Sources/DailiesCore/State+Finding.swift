/// Finding takes by their words, and going from one to the next.
extension State {
  mutating func openFind() -> [Effect] {
    let before = LineEntry.Before(search: list.search, place: list.place)
    layers.append(.line(LineEntry(.find, text: list.search, before: before)))
    return setFocus(.takes)
  }

  mutating func find(_ text: String) -> [Effect] {
    let words = text.trimming
    if !words.isEmpty { soughtWords = words }
    return show(list.scope.searching(words), keeping: words.isEmpty ? list.place : nil)
  }

  /// The next row where only matches are shown, else the next take that the store finds.
  mutating func findNext(isBackward: Bool) -> [Effect] {
    guard list.search.isEmpty else {
      if list.isLoaded, list.total == 0 {
        note(Note(Strings.nothingHolds, list.search, tone: .attention))
        return []
      }
      let next = list.selectedIndex + (isBackward ? -1 : 1)
      // Where not all matches were looked for, the end is not known.
      guard (0..<list.total).contains(next) || list.isTotal else { return [] }
      list.select(index: next < 0 ? list.total - 1 : next < list.total ? next : 0)
      return selectionChanged()
    }
    return [
      .findMatch(
        TakeSearch(soughtWords, in: list.scope, from: list.selectedNumber, isBackward: isBackward))
    ]
  }

  mutating func matchFound(_ search: TakeSearch, _ number: Take.Number?) -> [Effect] {
    guard search.scope == list.scope, search.words == soughtWords else { return [] }
    guard let number else {
      note(Note(Strings.nothingHolds, search.words, tone: .attention))
      return []
    }
    if let index = list.index(of: number) {
      list.select(index: index)
      return selectionChanged()
    }
    list.selectWhenLoaded(number)
    return [.loadRows(list.query)]
  }
}
