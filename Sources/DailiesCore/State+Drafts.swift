/// The drawer of drafts.
extension State {
  mutating func openDrawer() -> [Effect] {
    let screen = DraftsScreen()
    layers.append(.drafts(screen))
    // The one on the screen is in the list as it is now.
    return saveDraftNow() + [.loadDrafts(screen.query)]
  }

  mutating func received(_ rows: DraftRows) -> [Effect] {
    var more: [Effect] = []
    changeLayers { layer in
      guard case .drafts(var screen) = layer else { return }
      screen.receive(rows)
      layer = .drafts(screen)
      if rows.query.search == screen.chooser.text, let query = screen.missing { more = [.loadDrafts(query)] }
    }
    return more
  }

  mutating func performInDrafts(_ command: Command, _ screen: DraftsScreen) -> [Effect] {
    var screen = screen
    switch command {
    case .confirm:
      guard let row = screen.selected else { return [] }
      return open(row)
    case .showDeleted:
      screen.view = screen.view == .kept ? .deleted : .kept
      screen.chooser.select(0, of: 1)
      screen.rows = nil
    case .renameDraft:
      guard let row = screen.selected else { return [] }
      layers.append(.line(LineEntry(.draftName(row.id), text: row.name ?? "")))
      return []
    case .duplicateDraft:
      guard let row = screen.selected else { return [] }
      note(Note(Strings.draftCopied, Self.excerpt(title(of: row))))
      return change(.duplicate(row.id), screen)
    case .deleteDraft:
      guard screen.view == .kept, let row = screen.selected else { return [] }
      return delete(row, screen)
    case .restoreDraft:
      if screen.view == .deleted {
        guard let row = screen.selected else { return [] }
        note(Note(Strings.draftBack, Self.excerpt(title(of: row))))
        return change(.restore(row.id), screen)
      }
      return change(.restore(nil), screen)
    case .scrollUp: _ = screen.chooser.perform(.previousRow, count: screen.rows?.total ?? 0)
    case .scrollDown: _ = screen.chooser.perform(.nextRow, count: screen.rows?.total ?? 0)
    default:
      _ = screen.chooser.perform(command, count: screen.rows?.total ?? 0)
    }
    replaceTop(.drafts(screen))
    return screen.missing.map { [.loadDrafts($0)] } ?? []
  }

  /// How a row of the drawer is called.
  package func title(of row: DraftRow) -> String {
    if let name = row.name { return name }
    guard row.head.isEmpty else { return row.head }
    return say(row.characters == 0 ? Strings.draftWithoutWords : Strings.draftOfBlanks)
  }

  /// Names a draft of the drawer, or the one on the screen.
  mutating func name(_ id: DraftID?, _ text: String) -> [Effect] {
    let name = text.isEmpty ? nil : text
    var effects: [Effect] = []
    if id == nil || id == card.id {
      card.name = name
      draftChanged()
      effects = saveDraftNow() + [.nameDraft(name)]
    } else if let id {
      effects = [.changeDraft(.rename(id, name))]
    }
    note(name.map { Note(Strings.draftNamed, $0) } ?? Note(Strings.draftUnnamed))
    if case .drafts(let screen)? = layers.last { effects.append(.loadDrafts(screen.query)) }
    return effects
  }

  private func change(_ change: DraftChange, _ screen: DraftsScreen) -> [Effect] {
    [.changeDraft(change), .loadDrafts(screen.query)]
  }

  private mutating func delete(_ row: DraftRow, _ screen: DraftsScreen) -> [Effect] {
    var effects: [Effect] = []
    if row.id == card.id {
      effects = saveDraftNow()
      put(DraftRecord(prompt: PromptEditor().snapshot, shot: shot))
      draftChanged()
      effects.append(.beginDraft(draftRecord, revision: draft.startWriting()))
    }
    note(Note(Strings.draftDeleted, Self.excerpt(title(of: row))))
    return effects + change(.delete(row.id), screen)
  }

  private mutating func open(_ row: DraftRow) -> [Effect] {
    layers.removeAll()
    let effects = setFocus(.prompt)
    if row.id == card.id { return effects }
    let saved = saveDraftNow()
    isAwaitingWords = true
    return effects + saved + [.openDraft(row.id)]
  }

  mutating func opened(_ stored: StoredDraft) -> [Effect] {
    restore(stored)
    return wordsArrived()
  }

  /// The last writes. What was typed for words that have not come goes where the caret is; where those are of another draft, which
  /// may be the open one of the store already, into a draft of its own: it is written over none.
  mutating func end() -> [Effect] {
    let isOpening = isAwaitingWords && recall?.awaited == nil
    while isAwaitingWords { _ = wordsArrived() }
    guard isOpening, !draft.isUpToDate else { return saveDraftNow() + [.quit] }
    return [.beginDraft(draftRecord, revision: draft.startWriting()), .quit]
  }

  /// What was typed while the store was asked goes where it was meant to.
  mutating func wordsArrived() -> [Effect] {
    isAwaitingWords = false
    var inputs = typedAhead[...]
    typedAhead = []
    var effects: [Effect] = []
    while !isAwaitingWords, let input = inputs.popFirst() { effects += receive(input) }
    typedAhead += inputs
    return effects + draftEffects()
  }

  /// Another program changed a draft: a drawer that is open shows it.
  func reloadDrafts() -> [Effect] {
    if case .drafts(let screen)? = layers.last { return [.loadDrafts(screen.query)] }
    return []
  }
}
