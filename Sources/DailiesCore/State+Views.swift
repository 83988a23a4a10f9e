/// What the list shows, and in which order.
extension State {
  /// Shows something else, from its first row on, or where the take of `kept` is.
  package mutating func show(_ scope: TakeScope, keeping kept: TakeList.Place? = nil) -> [Effect] {
    list.show(scope, keeping: kept)
    return [.loadRows(list.query)]
  }

  /// A view, of whatever shot; the search stays.
  mutating func show(_ view: TakeView) -> [Effect] {
    show(TakeScope(view: view, search: list.search, sort: list.scope.sort))
  }

  mutating func show(_ judgement: Judgement) -> [Effect] {
    show(TakeScope(search: judgement.search, sort: list.scope.sort))
  }

  /// The own view that is shown now.
  package var shownView: OwnView? { ownViews.first { $0.scope == list.scope } }

  /// What is shown, in one word: an own view, a shot or a view.
  package var scopeTitle: String {
    if let shownView { return shownView.name }
    if let judgement = list.scope.judgement { return title(of: .judged(judgement)) }
    if let shot = list.scope.shot { return title(of: .shot(shot)) }
    return list.view.title(language)
  }

  package func title(of entry: ViewsScreen.Entry) -> String {
    switch entry {
    case .view(let view): view.title(language)
    case .judged(let judgement): judgement.title(language)
    case .own(let view): view.name
    case .shot(let name): name.isEmpty ? say(Strings.withoutShot) : say(Strings.ofShot, name)
    case .keep: say(Strings.viewKeep)
    }
  }

  // MARK: Views

  mutating func openViews() -> [Effect] {
    var screen = ViewsScreen()
    select(shown: &screen)
    layers.append(.views(screen))
    return [.loadViews]
  }

  /// Goes to the row of what is shown.
  private func select(shown screen: inout ViewsScreen) {
    let entries = screen.entries(self)
    let shown: ViewsScreen.Entry =
      shownView.map { .own($0) } ?? list.scope.judgement.map { .judged($0) }
      ?? list.scope.shot.map { .shot($0) } ?? .view(list.view)
    screen.chooser.select(entries.firstIndex(of: shown) ?? 0, of: entries.count)
  }

  mutating func received(_ found: ViewsFound) {
    ownViews = found.own.map(\.view)
    for index in layers.indices {
      guard case .views(var screen) = layers[index] else { continue }
      var untouched = screen
      select(shown: &untouched)
      let isFirst = screen.found == nil && screen.chooser == untouched.chooser
      let before = screen.entries(self)
      let row = screen.chooser.selected
      screen.found = found
      // The row that is selected stays selected, whatever comes before it.
      let entries = screen.entries(self)
      let place = before.indices.contains(row) ? entries.firstIndex(of: before[row]) : nil
      if isFirst { select(shown: &screen) } else { screen.chooser.select(place ?? row, of: entries.count) }
      layers[index] = .views(screen)
    }
  }

  mutating func performInViews(_ command: Command, _ screen: ViewsScreen) -> [Effect] {
    var screen = screen
    let entries = screen.entries(self)
    let entry =
      entries.indices.contains(screen.chooser.selected) ? entries[screen.chooser.selected] : nil
    switch command {
    case .confirm:
      guard let entry else { return [] }
      return choose(entry, typed: screen.chooser.text)
    case .deleteView:
      guard case .own(let view)? = entry else {
        note(Note(Strings.viewNotOwn, tone: .attention))
        return []
      }
      deletedViews.append(view)
      note(Note(Strings.viewDeleted, view.name))
      return [.removeView(view.name)]
    case .restoreView:
      guard let view = deletedViews.popLast() else {
        note(Note(Strings.nothingToUndo))
        return []
      }
      note(Note(Strings.viewBack, view.name))
      return [.keepView(view)]
    default:
      _ = screen.chooser.perform(command, count: entries.count)
      replaceTop(.views(screen))
      return []
    }
  }

  private mutating func choose(_ entry: ViewsScreen.Entry, typed: String) -> [Effect] {
    layers.removeLast()
    let sort = list.scope.sort
    switch entry {
    case .view(let view): return setFocus(.takes) + show(TakeScope(view: view, sort: sort))
    case .judged(let judgement): return setFocus(.takes) + show(judgement)
    case .own(let view): return setFocus(.takes) + show(view.scope)
    case .shot(let name): return setFocus(.takes) + show(TakeScope(shot: name, sort: sort))
    case .keep:
      layers.append(.line(LineEntry(.viewName, text: typed.isEmpty ? list.search : typed)))
      return []
    }
  }

  /// Keeps what is shown under a name; one of that name gives way.
  mutating func keepView(named name: String) -> [Effect] {
    guard !name.isEmpty else { return [] }
    let view = OwnView(name: name, scope: list.scope)
    ownViews.removeAll { $0.name == name }
    ownViews.append(view)
    note(Note(Strings.viewKept, name, tone: .good))
    return [.keepView(view)]
  }

  // MARK: Order

  mutating func openSort() {
    var screen = SortScreen()
    let entries = screen.entries(language)
    screen.chooser.select(
      entries.firstIndex { $0.isSame(as: list.scope.sort) } ?? 0, of: entries.count)
    layers.append(.sort(screen))
  }

  mutating func performInSort(_ command: Command, _ screen: SortScreen) -> [Effect] {
    var screen = screen
    let entries = screen.entries(language)
    guard command == .confirm else {
      _ = screen.chooser.perform(command, count: entries.count)
      replaceTop(.sort(screen))
      return []
    }
    guard entries.indices.contains(screen.chooser.selected) else { return [] }
    let chosen = entries[screen.chooser.selected]
    layers.removeLast()
    // By number both directions have a row of their own.
    let isAgain = chosen.key != .number && chosen.isSame(as: list.scope.sort)
    return setFocus(.takes) + sort(isAgain ? list.scope.sort.reversed : chosen)
  }

  /// A click on the head of a column: sorts by it, or the other way round.
  mutating func sort(byHead key: TakeSort.Key) -> [Effect] {
    sort(list.scope.sort.key == key ? list.scope.sort.reversed : TakeSort(key))
  }

  /// Who stands at the beginning of the list goes on standing there; else the selected take is kept.
  private mutating func sort(_ sort: TakeSort) -> [Effect] {
    guard sort != list.scope.sort else { return [] }
    var scope = list.scope
    scope.sort = sort
    note(Note(Strings.sortedBy, sort.title(language)))
    return show(scope, keeping: list.selectedIndex == 0 ? nil : list.place) + [.rememberSort(sort)]
  }

  /// Takes over the order of the last session.
  package mutating func recall(sort: TakeSort) { list.show(TakeScope(sort: sort)) }
}
