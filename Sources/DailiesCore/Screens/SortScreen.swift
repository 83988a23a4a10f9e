/// The orders there are; type to narrow, Enter sorts, on the one in force the other way round.
package struct SortScreen: Hashable, Sendable {
  package var chooser = Chooser()

  package init() {}

  package func entries(_ language: Language) -> [TakeSort] {
    let typed = chooser.text.lowercased()
    return TakeSort.choices.filter {
      typed.isEmpty || $0.title(language).lowercased().contains(typed)
    }
  }
}
