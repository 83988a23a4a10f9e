/// All that was ever written or sent: the search, and stepping through it in the prompt.
extension State {
  mutating func openHistory() -> [Effect] {
    let screen = HistoryScreen()
    layers.append(.history(screen))
    return saveDraftNow() + [.loadHistory(screen.query)]
  }

  mutating func received(_ page: HistoryPage) -> [Effect] {
    changeLayers { layer in
      guard case .history(var screen) = layer else { return }
      screen.receive(page)
      layer = .history(screen)
    }
    guard isAwaitingWords, recall?.awaited == page.query else { return [] }
    recall?.receive(page)
    stepToOlder()
    return wordsArrived()
  }

  mutating func historyFailed(_ problem: Problem) -> [Effect] {
    note(Note(problem))
    guard isAwaitingWords, recall?.awaited != nil else { return [] }
    recall?.awaited = nil
    return wordsArrived()
  }

  mutating func performInHistory(_ command: Command, _ screen: HistoryScreen) -> [Effect] {
    var screen = screen
    let count = screen.entries.count
    switch command {
    case .confirm:
      guard let entry = screen.selected else { return [] }
      layers.removeLast()
      return use(entry)
    case .insertAtCaret:
      guard let entry = screen.selected else { return [] }
      layers.removeLast()
      return setFocus(.prompt) + editPrompt { $0.paste(entry.text) }
    case .searchHistory, .scrollDown: _ = screen.chooser.perform(.nextRow, count: count)
    case .scrollUp: _ = screen.chooser.perform(.previousRow, count: count)
    default: _ = screen.chooser.perform(command, count: count)
    }
    replaceTop(.history(screen))
    return screen.missing.map { [.loadHistory($0)] } ?? []
  }

  /// A prompt of the history would take the place of the words on the screen, since nothing is lost by that: otherwise a
  /// new draft begins with it.
  package var isReplacedFromHistory: Bool { prompt.isEmpty || prompt.revision == fromHistory }

  private mutating func use(_ entry: HistoryEntry) -> [Effect] {
    var effects: [Effect]
    if isReplacedFromHistory {
      effects = setFocus(.prompt) + editPrompt { $0.setText(entry.text) }
    } else {
      note(Note(Strings.newDraft))
      effects = begin(DraftRecord(prompt: PromptEditor(entry.text).snapshot, shot: shot))
    }
    fromHistory = prompt.revision
    return effects
  }

  // MARK: Stepping

  /// The next older prompt in the place of the one on the screen, as one step that can be undone.
  mutating func recallOlder() -> [Effect] {
    if recall?.revision != prompt.revision { recall = HistoryRecall(prompt) }
    guard let recall, recall.older == nil, !recall.isComplete else {
      stepToOlder()
      return []
    }
    isAwaitingWords = true
    let query = HistoryQuery(limit: recall.entries.count + 50)
    self.recall?.awaited = query
    return saveDraftNow() + [.loadHistory(query)]
  }

  mutating func recallNewer() -> [Effect] {
    guard let recall, recall.revision == prompt.revision, let index = recall.index else {
      note(Note(Strings.historyNewest))
      return []
    }
    show(index == 0 ? nil : index - 1)
    return []
  }

  private mutating func stepToOlder() {
    guard let older = recall?.older else {
      note(Note(Strings.historyOldest))
      return
    }
    let isFirstStep = recall?.index == nil
    show(older)
    if isFirstStep, recall?.kept.isEmpty == false { note(Note(Strings.historyKept)) }
  }

  /// Puts an entry on the screen; nil: what was being written, with all its undo steps.
  private mutating func show(_ index: Int?) {
    guard var recall else { return }
    let revision = prompt.revision + 1
    prompt = recall.kept
    prompt.now = now
    if let index { prompt.setText(recall.entries[index].text) }
    prompt.revision = revision
    walk = nil
    layOut()
    recall.index = index
    recall.revision = prompt.revision
    self.recall = index == nil ? nil : recall
    fromHistory = index == nil ? nil : prompt.revision
    draftChanged()
  }
}
