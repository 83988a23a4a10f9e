/// What the list can show: the views, one's own, the shots; type to narrow. The last row keeps what is shown now under a
/// name.
package struct ViewsScreen: Equatable, Sendable {
  package enum Entry: Hashable, Sendable {
    case view(TakeView)
    case judged(Judgement)
    case own(OwnView)
    /// Its name; empty: takes that belong to none.
    case shot(String)
    case keep
  }

  package var chooser = Chooser()
  /// Nil until the store has told.
  package var found: ViewsFound?

  package init() {}

  /// The rows whose name holds what was typed.
  package func entries(_ state: State) -> [Entry] {
    let entries =
      TakeView.allCases.map(Entry.view) + Judgement.allCases.map(Entry.judged)
      + (found?.own ?? []).map { .own($0.view) }
      + (found?.shots ?? []).filter { $0[.all] > 0 }.map { .shot($0.shot) }
    let typed = chooser.text.lowercased()
    let matching =
      typed.isEmpty ? entries : entries.filter { state.title(of: $0).lowercased().contains(typed) }
    return matching + (state.list.scope == TakeScope() ? [] : [.keep])
  }

  package func shot(_ name: String) -> ShotCounts? { found?.shots.first { $0.shot == name } }

  package func own(_ view: OwnView) -> ViewsFound.Own? { found?.own.first { $0.view == view } }
}
