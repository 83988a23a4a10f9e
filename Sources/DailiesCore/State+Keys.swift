package import TerminalCanvas

extension State {
  mutating func receive(_ input: Input) -> [Effect] {
    switch input {
    case .key(let key): return receive(key)
    case .paste(let text):
      disarmQuitting()
      return paste(text)
    case .mouse(let mouse):
      disarmQuitting()
      return receive(mouse)
    case .focus(let isHere):
      isFocused = isHere
      return isHere && batch.namesFiles ? [.loadWildcards] : []
    case .answer(.background(let red, let green, let blue)):
      return [.adoptBackground(isLight: Self.isLight(red, green, blue))]
    case .answer: return []
    }
  }

  private mutating func receive(_ key: Key) -> [Effect] {
    let wasArmed = isQuitArmed
    disarmQuitting()
    let key = context.isText ? key : key.plainWidth
    // In the shot settings a digit picks a choice; elsewhere it may show a screen.
    if context == .shot, let digit = key.digit { return chooseInShot(shotRow, digit - 1) }
    if let command = keymap.command(for: key, in: context) {
      if command == .interrupt { return interrupt(wasArmed: wasArmed) }
      if command.group != .text { dismissMessage() }
      return perform(command)
    }
    guard key.isPlainCharacter, case .character(let character) = key.code else { return [] }
    return type(character)
  }

  /// The step in the list that an input asks for, and nothing else besides: several of them are one that is longer. Nil: it
  /// does something else.
  package func step(of input: Input) -> Int? {
    guard case .key(let key) = input, context == .takes, !isAwaitingWords, !isQuitArmed, message == nil, !list.isGrouped
    else { return nil }
    switch keymap.command(for: key.plainWidth, in: context) {
    case .selectNext: return 1
    case .selectPrevious: return -1
    default: return nil
    }
  }

  private mutating func type(_ character: Character) -> [Effect] {
    if !layers.isEmpty { return typeInLayer(String(character)) }
    switch focus {
    case .prompt:
      return editPrompt { $0.insert(character) }
    case .takes:
      let answer = Note(Strings.noSuchKey, String(character))
      if message?.text(.english) != answer.text(.english) { note(answer) }
      return []
    case .promptPane, .shot, .ledger:
      return []
    }
  }

  private mutating func paste(_ text: String) -> [Effect] {
    if !layers.isEmpty { return typeInLayer(text) }
    guard focus == .prompt || focus == .promptPane else { return [] }
    focus = .prompt
    offerImage(text)
    return editPrompt { $0.paste(text) }
  }

  /// Columns from the caret on that a letter would take, if one is typed, with nothing else in the prompt moving; 0: what a
  /// letter does is not foreseen.
  ///
  /// - Parameter column: That of the caret.
  package func letterRoom(from column: Int) -> Int {
    focus == .prompt && layers.isEmpty && !isAwaitingWords ? prompt.letterRoom(from: column) : 0
  }

  /// Changes the prompt, keeps the caret in sight, and marks the draft as changed if its text is.
  mutating func editPrompt(_ change: (inout PromptEditor) -> Void) -> [Effect] {
    let before = (revision: prompt.revision, selection: prompt.selection)
    prompt.now = now
    change(&prompt)
    if let rows = layout.draft?.text.rows { prompt.scrollToCaret(rows: rows) }
    if prompt.revision != before.revision {
      draftChanged()
      followSlots()
      // However lately it was said: it is not true any more.
      if message?.phrase == Strings.promptEmpty, !prompt.isEmpty { message = nil }
    } else if prompt.selection != before.selection {
      draft.moved(at: now)
    }
    return []
  }

  /// Ctrl-C: copies a selection, else closes a layer, else arms quitting.
  private mutating func interrupt(wasArmed: Bool) -> [Effect] {
    if let selected = prompt.selectedText, focus == .prompt, layers.isEmpty {
      _ = prompt.copySelection()
      note(Note(Strings.copied, Self.excerpt(selected)))
      return [.copy(selected)]
    }
    if !layers.isEmpty { return closeLayer() }
    if wasArmed { return quit() }
    isQuitArmed = true
    note(Note(context.isText ? Strings.pressAgain : Strings.pressAgainOrQ, tone: .attention))
    return []
  }

  static func excerpt(_ text: String) -> String {
    let line = text.replacing("\n", with: " ")
    return line.count > 40 ? String(line.prefix(39)) + "…" : line
  }

  /// Does what a command asks for. Commands of layers go to the topmost layer.
  package mutating func perform(_ command: Command) -> [Effect] {
    if !layers.isEmpty, let effects = performInLayer(command) { return effects }
    if focus == .ledger, layers.isEmpty, let effects = performInLedger(command) { return effects }
    if let obstacle = obstacle(to: command) { return refuse(command, obstacle) }
    switch command.group {
    case .everywhere: return performEverywhere(command)
    case .draft: return performInDraft(command)
    case .text: return performInText(command)
    case .takes: return performInTakes(command)
    case .ledger: return command == .addPrice ? openPriceForm() : showLedger()
    case .layers: return performScrolling(command)
    }
  }

  private mutating func performEverywhere(_ command: Command) -> [Effect] {
    switch command {
    case .help:
      layers.append(.help(HelpScreen(context: context)))
      return focus == .prompt ? saveDraftNow() : []
    case .palette: layers.append(.palette(PaletteScreen(context: context)))
    case .commandLine: layers.append(.commandLine(CommandEntry(context: context)))
    case .showDraft: return setFocus(focus == .takes || focus == .ledger ? .prompt : focus)
    case .showTakes: return setFocus(.takes)
    case .showLedger: return showLedger()
    case .nextPane:
      if let effects = stepSlot(by: 1) { return effects }
      return setFocus(pane(after: 1))
    case .previousPane:
      if let effects = stepSlot(by: -1) { return effects }
      return setFocus(pane(after: -1))
    case .back: return back()
    case .redraw: return [.redraw]
    case .toggleMouse:
      isMouseOn.toggle()
      note(Note(isMouseOn ? Strings.mouseOn : Strings.mouseOff))
      return [.reportMouse(isMouseOn)]
    case .takeBackLeaving: return takeBackLeaving()
    case .quit: return quit()
    case .suspend: return saveDraftNow() + [.suspend]
    case .showActivity: layers.append(.activity(ScrollPosition()))
    case .setUp: openSetup(folder: filmFolder)
    case .changeKey: changeKey()
    case .measureTerminal: return askForWidths()
    case .switchLanguage: return switchLanguage()
    case .chooseProfile: openProfiles()
    case .showSettings: layers.append(.settings(SettingsScreen()))
    default: break
    }
    return []
  }

  private func pane(after step: Int) -> Focus {
    let panes: [Focus] = [.prompt, .shot, .takes]
    // The ledger is a screen of its own: Tab leads from there to where writing goes on.
    guard let at = panes.firstIndex(of: focus) ?? (focus == .ledger ? nil : 0) else { return .prompt }
    return panes[(at + step + panes.count) % panes.count]
  }

  /// Esc with no layer open.
  private mutating func back() -> [Effect] {
    message = nil
    switch focus {
    case .prompt: return setFocus(.promptPane)
    case .promptPane: return []
    case .shot: return setFocus(.promptPane)
    case .ledger: return setFocus(ledger.cameFrom)
    case .takes:
      if leaveRange() { return [] }
      guard !list.scope.isWhole else {
        clearMarks()
        return []
      }
      return show(TakeScope(sort: list.scope.sort), keeping: list.place)
    }
  }

  mutating func quit() -> [Effect] {
    if [.leaving, .sending, .saving].contains(where: { liveTakes.count(in: $0) > 0 }) {
      layers.append(.quitQuestion)
      return []
    }
    return saveDraftNow() + [.quit]
  }

  private mutating func performInDraft(_ command: Command) -> [Effect] {
    switch command {
    case .review: return reviewDraft()
    case .newDraft: return startNewDraft()
    case .openDrafts: return openDrawer()
    case .searchHistory: return openHistory()
    case .olderPrompt: return recallOlder()
    case .newerPrompt: return recallNewer()
    case .nameDraft: layers.append(.line(LineEntry(.draftName(nil), text: card.name ?? "")))
    case .attachImage: return enterImage()
    case .editInEditor: return editInEditor()
    case .bringInText: return bringInText()
    case .findInText: return findInText()
    case .removeImage: return removeImage()
    case .showProof: return openProof()
    case .enterModel: openModels()
    case .nextLength: return stepShot(.length, by: 1)
    case .nextSize: return stepShot(.size, by: 1)
    case .nextModel: return stepShot(.model, by: 1)
    case .insertSnippet: return openSnippets()
    case .leavePrompt:
      if walk != nil {
        walk = nil
        return editPrompt { $0.dropSelection() }
      }
      // First let go of what is selected: only then is Esc about the field.
      if !prompt.selection.isEmpty { return editPrompt { $0.dropSelection() } }
      return setFocus(.promptPane)
    case .enterPrompt: return setFocus(.prompt)
    case .moreTakes: return stepShot(.takes, by: 1)
    case .fewerTakes: return stepShot(.takes, by: -1)
    case .previousRow: shotRow = ShotRow(rawValue: shotRow.rawValue - 1) ?? shotRow
    case .nextRow: shotRow = ShotRow(rawValue: shotRow.rawValue + 1) ?? shotRow
    case .previousChoice: return stepShot(shotRow, by: -1)
    case .nextChoice: return stepShot(shotRow, by: 1)
    case .choose:
      switch shotRow {
      case .model: openModels()
      case .image: return enterImage()
      case .length, .size, .takes: return stepShot(shotRow, by: 1)
      }
    default: break
    }
    return []
  }

  private mutating func performInText(_ command: Command) -> [Effect] {
    let rows = layout.draft?.text.rows ?? 1
    if let obstacle = textObstacle(to: command) {
      note(Note(obstacle))
      return []
    }
    if command == .cut || command == .copySelection, let selected = prompt.selectedText {
      let effects = editPrompt { _ = $0.perform(command, rows: rows) }
      return effects + [.copy(selected)]
    }
    return editPrompt { _ = $0.perform(command, rows: rows) }
  }

  /// Why a key of the text would do nothing now, where that is not plain to see.
  func textObstacle(to command: Command) -> Phrase? {
    switch command {
    case .cut, .copySelection: prompt.selection.isEmpty ? Strings.nothingSelected : nil
    case .insertCut: prompt.cutText.isEmpty ? Strings.nothingCut : nil
    case .bringBack: prompt.deleted.isEmpty ? Strings.nothingDeleted : nil
    case .undo: prompt.canUndo ? nil : Strings.nothingToUndo
    case .redo: prompt.canRedo ? nil : Strings.nothingToRedo
    default: nil
    }
  }

  private mutating func performScrolling(_ command: Command) -> [Effect] {
    guard let rows = layout.draft?.text.rows else { return [] }
    if command == .scrollUp { prompt.scroll(by: -1, rows: rows) }
    guard command == .scrollDown else { return [] }
    // Below the end of the text stand the shot settings.
    if prompt.scrollTop + rows >= prompt.lineCount { return setFocus(.shot) }
    prompt.scroll(by: 1, rows: rows)
    return []
  }
}

extension Key {
  /// The key with a full-width character as its plain form: input methods type `？` and `：` where a command is meant.
  fileprivate var plainWidth: Key {
    guard case .character(let character) = code, let scalar = character.unicodeScalars.first,
      character.unicodeScalars.count == 1
    else { return self }
    if scalar == "\u{3000}" { return Key(.character(" "), modifiers) }
    guard (0xFF01...0xFF5E).contains(scalar.value), let plain = UnicodeScalar(scalar.value - 0xFEE0) else {
      return self
    }
    return Key(.character(Character(plain)), modifiers)
  }

  /// 1 to 9 for a plain digit key.
  fileprivate var digit: Int? {
    guard case .character(let character) = code, modifiers.isEmpty, ("1"..."9").contains(character) else { return nil }
    return character.wholeNumberValue
  }
}
