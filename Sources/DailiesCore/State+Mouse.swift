package import TerminalCanvas

extension State {
  mutating func receive(_ mouse: Mouse) -> [Effect] {
    switch mouse.kind {
    case .release:
      promptDrag = nil
      return []
    case .drag: return dragInPrompt(to: mouse.at)
    case .wheelUp: return turnWheel(at: mouse.at, by: -3)
    case .wheelDown: return turnWheel(at: mouse.at, by: 3)
    case .press:
      dismissMessage()
      let before = self
      let effects = click(mouse)
      guard effects.contains(where: \.sends) else { return effects }
      // Whatever the click was on: money is spent by a key.
      self = before
      note(Note(Strings.clickSendsNothing, tone: .attention))
      return []
    }
  }

  private mutating func turnWheel(at point: Point, by step: Int) -> [Effect] {
    if !layers.isEmpty, !isFindingInText {
      var command: Command = step < 0 ? .scrollUp : .scrollDown
      if layers.last?.chooser != nil { command = step < 0 ? .previousRow : .nextRow }
      return (0..<abs(step)).flatMap { _ in performInLayer(command) ?? [] }
    }
    let layout = layout
    if layout.ledger?.contains(point) == true {
      for _ in 0..<abs(step) { _ = ledger.scroll.perform(step < 0 ? .scrollUp : .scrollDown, page: 1) }
      return []
    }
    if let takes = layout.takes, takes.list.contains(point) {
      list.scroll(by: step)
      return selectionChanged()
    }
    if let draft = layout.draft, draft.prompt.contains(point) { prompt.scroll(by: step, rows: draft.text.rows) }
    return []
  }

  private mutating func click(_ mouse: Mouse) -> [Effect] {
    let layout = layout
    let point = mouse.at
    if isTooSmall { return [] }
    if layout.footer.contains(point) {
      guard let hint = Footer(self).hints.first(where: { $0.columns.contains(point.column) }) else { return [] }
      return perform(hint.command)
    }
    if layout.alarm.contains(point), layers.isEmpty { return setFocus(.takes) + show(.ready) }
    if isFindingInText, let draft = layout.draft, draft.prompt.contains(point) {
      _ = performInLayer(.confirm)
      return pressInPrompt(mouse, draft.text)
    }
    guard layers.isEmpty else { return clickInLayer(mouse.spot) }
    if layout.title.contains(point) {
      guard let tab = TitleTabs(self).tabs.first(where: { $0.columns.contains(point.column) }) else { return [] }
      return perform(tab.command)
    }
    if let draft = layout.draft {
      if draft.prompt.contains(point) {
        return pressInPrompt(mouse, draft.text)
      }
      if draft.willSend.contains(point) { return perform(.review) }
      if draft.live.contains(point) { return perform(.showTakes) }
      if draft.shotRows.contains(point) { return clickInShot(at: point, draft.shotRows) }
    }
    if let ledger = layout.ledger, ledger.contains(point) { return clickInLedger(at: point, ledger) }
    if let takes = layout.takes, takes.views.contains(point) {
      let effects = setFocus(.takes)
      let entry = ViewBar(self, in: takes.views).entries.first { $0.columns.contains(point.column) }
      return effects + (entry.map { show($0.view) } ?? [])
    }
    if let takes = layout.takes, takes.header.contains(point) {
      let key = TakeColumns(self, in: takes.header).key(at: point.column - takes.header.column)
      return setFocus(.takes) + (key.map { sort(byHead: $0) } ?? [])
    }
    if let takes = layout.takes, takes.list.contains(point) {
      return clickInList(mouse, takes.list)
    }
    return []
  }

  /// A click means the take that was painted there, wherever that stands by now.
  private mutating func clickInList(_ mouse: Mouse, _ rect: Rect) -> [Effect] {
    let painted = mouse.spot.map { list.index(of: Take.Number($0)) }
    guard let index = painted ?? list.index(onLine: mouse.at.row - rect.row) else {
      return setFocus(.takes)
    }
    let isSecondClick = focus == .takes && index == list.selectedIndex
    let effects = setFocus(.takes)
    if isSecondClick {
      // A click opens; only a key sends.
      let isUnsent = list.selected?.phase.isUnsent ?? false
      return effects + perform(isUnsent ? .showDetail : .open)
    }
    list.select(index: index)
    return effects + selectionChanged()
  }

  private mutating func clickInShot(at point: Point, _ rect: Rect) -> [Effect] {
    let pane = shotPane(in: rect)
    let line = point.row - rect.row
    guard pane.lines.indices.contains(line) else { return [] }
    let effects = setFocus(.shot)
    shotRow = pane.lines[line].row
    guard let segment = pane.segment(line: line, column: point.column - rect.column, widths: widths) else {
      return effects
    }
    if case .choice(let ordinal, _) = segment.role { return effects + chooseInShot(shotRow, ordinal) }
    return effects + (segment.command.map { perform($0) } ?? [])
  }

  package func shotPane(in rect: Rect) -> ShotPane {
    ShotPane(self, columns: rect.columns, rows: rect.rows)
  }
}
