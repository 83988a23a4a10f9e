package import TerminalCanvas
import VideosAPI

extension State {
  mutating func closeLayer() -> [Effect] {
    guard let layer = layers.popLast() else { return [] }
    if case .line(let entry) = layer, let before = entry.before, before.search != list.search {
      return show(list.scope.searching(before.search), keeping: before.place)
    }
    if case .line(let entry) = layer, entry.purpose == .findInHelp { narrowHelp("") }
    if case .setup(let setup) = layer { goBack(in: setup) }
    if case .review(let sheet) = layer, let flaw = sheet.flaw { return showFlaw(flaw) }
    if case .findText(let find) = layer { return leaveFindText(find) }
    if case .screening(let screening) = layer { layers.append(.eveningSheet(EveningSheet(screening.evening))) }
    if case .proof = layer { return [.stopDrawing] }
    return []
  }

  /// Text typed or pasted while a layer is open.
  mutating func typeInLayer(_ text: String) -> [Effect] {
    guard let layer = layers.popLast() else { return [] }
    switch layer {
    case .line(var entry):
      entry.line.insert(text)
      entry.refusal = nil
      layers.append(.line(entry))
      return searched(entry)
    case .findText(let find):
      layers.append(layer)
      return typeInFindText(text, find)
    case .settings(var screen):
      screen.chooser.insert(text)
      screen.answer = nil
      layers.append(.settings(screen))
    case .commandLine(var entry):
      entry.insert(text)
      layers.append(.commandLine(entry))
    case .image(var entry):
      entry.insert(text)
      layers.append(.image(entry))
      return listing(for: entry)
    case .settle(var sheet):
      if sheet.choice == .id { sheet.id.insert(text) }
      sheet.refusal = nil
      layers.append(.settle(sheet))
    case .setup(var setup):
      if let field = setup.field { setup[keyPath: field].insert(text) }
      setup.refusal = nil
      layers.append(.setup(setup))
    case .price(var form):
      var line = form[form.field]
      line.insert(text)
      form[form.field] = line
      form.refusal = nil
      layers.append(.price(form))
    case .drafts(var screen):
      screen.chooser.insert(text)
      layers.append(.drafts(screen))
      return [.loadDrafts(screen.query)]
    case .history(var screen):
      screen.chooser.insert(text)
      layers.append(.history(screen))
      return [.loadHistory(screen.query)]
    case .tags(var entry):
      entry.insert(text)
      layers.append(.tags(entry))
    case .palette, .snippets, .models, .profiles, .shots, .views, .sort, .lineage, .blowUp:
      layers.append(layer)
      layers[layers.count - 1].chooser?.insert(text)
    case .review, .detail, .screening, .eveningSheet, .compare, .flipBook, .proof, .copyMenu, .help, .activity,
      .quitQuestion,
      .question:
      layers.append(layer)
    }
    return []
  }

  /// Does what a command asks of the topmost layer; nil when the layer has no use for it.
  mutating func performInLayer(_ command: Command) -> [Effect]? {
    guard let layer = layers.last else { return nil }
    switch command {
    case .back: return closeLayer()
    case .redraw, .takeBackLeaving: return nil
    case .palette:
      layers.append(.palette(PaletteScreen(context: layer.context)))
      return []
    case .help:
      layers.append(.help(HelpScreen(context: layer.context)))
      return []
    default: break
    }
    let page = max(1, size.rows - 6)
    switch layer {
    case .help(let help) where command == .findTake:
      layers.append(.line(LineEntry(.findInHelp, text: help.search)))
    case .help(var help):
      guard help.scroll.perform(command, page: page) else { return [] }
      replaceTop(.help(help))
    case .activity(var scroll):
      guard scroll.perform(command, page: page) else { return [] }
      replaceTop(.activity(scroll))
    case .detail(var detail):
      if detail.scroll.perform(command, page: page) {
        replaceTop(.detail(detail))
      } else if command == .showRaw {
        detail.showsAnswer.toggle()
        detail.scroll = ScrollPosition()
        replaceTop(.detail(detail))
      } else if command == .undoAct || command == .redoAct {
        return performInTakes(command)
      } else if command != .open, command != .showDetail {
        return perform(command, on: detail.take)
      }
    case .screening(let screening): return performInScreening(command, screening)
    case .eveningSheet(let sheet): return performInSheet(command, sheet)
    case .compare(let screen): return performInCompare(command, screen)
    case .lineage(let screen): return performInLineage(command, screen)
    case .blowUp(let picker): return performInBlowUp(command, picker)
    case .review(let sheet): return performInReview(command, sheet)
    case .settle(let sheet): return performInSettle(command, sheet)
    case .copyMenu(let menu): return copy(command, of: menu)
    case .question(let act): return performInQuestion(command, act)
    case .tags(let entry): return performInTags(command, entry)
    case .shots(let picker): return performInShots(command, picker)
    case .palette(let palette): return performInPalette(command, palette)
    case .snippets(let screen): return performInSnippets(command, screen)
    case .commandLine(let entry): return performInCommandLine(command, entry)
    case .line(let entry): return performInLine(command, entry)
    case .drafts(let screen): return performInDrafts(command, screen)
    case .history(let screen): return performInHistory(command, screen)
    case .image(let entry): return performInImage(command, entry)
    case .proof(let proof): return performInProof(command, proof)
    case .flipBook(let book): return performInFlipBook(command, book)
    case .setup(let setup): return performInSetup(command, setup)
    case .price(let form): return performInPriceForm(command, form)
    case .findText(let find): return performInFindText(command, find)
    case .models(let picker): return performInModels(command, picker)
    case .profiles(let picker): return performInProfiles(command, picker)
    case .settings(let screen): return performInSettings(command, screen)
    case .views(let screen): return performInViews(command, screen)
    case .sort(let screen): return performInSort(command, screen)
    case .quitQuestion:
      return command == .confirm ? saveDraftNow() + [.quit] : []
    }
    return []
  }

  /// Shows every open layer to `change`, the topmost last; what came from outside may be meant for one that is covered.
  mutating func changeLayers(_ change: (inout Layer) -> Void) {
    for index in layers.indices { change(&layers[index]) }
  }

  mutating func replaceTop(_ layer: Layer) { layers[layers.count - 1] = layer }

  // MARK: Review

  /// Whether an input is the yes to a review sheet that is not on the screen as it now stands: it came in one read with the
  /// key that opened or changed the sheet, out of a paste that was not marked as one, say. Nobody can have seen that sheet.
  package func confirmsUnseen(_ input: Input, painted: Layer?) -> Bool {
    guard case .key(let key) = input, case .review(let sheet)? = layers.last,
      keymap.command(for: key, in: .review) == .confirm
    else { return false }
    guard case .review(var seen)? = painted else { return true }
    // Which draft it came from is learned when that is stored, and is not on the sheet.
    seen.origin = sheet.origin
    return seen != sheet
  }

  private mutating func performInReview(_ command: Command, _ sheet: ReviewSheet) -> [Effect] {
    var sheet = sheet
    if sheet.perform(command, page: max(1, size.rows / 3)) {
      price(&sheet)
      replaceTop(.review(sheet))
      guard sheet.canary != canary else { return [] }
      canary = sheet.canary
      return [.rememberCanary(canary)]
    }
    // What is not in sight is not confirmed.
    guard command == .confirm, !isTooSmall else { return [] }
    if sheet.orders.isEmpty {
      sheet.refusal = Note(sheet.flaw == nil ? Strings.reviewNothing : Strings.reviewFlawed, tone: .attention)
      replaceTop(.review(sheet))
      return []
    }
    guard sheet.service == service.ofTakes else {
      sheet.refusal = Note(Strings.reviewOtherService, tone: .attention)
      replaceTop(.review(sheet))
      return []
    }
    guard service.hasKey else {
      sheet.refusal = Note(Strings.keyMissing, tone: .bad)
      replaceTop(.review(sheet))
      return []
    }
    if let refusal = imageRefusal(in: sheet.orders) {
      sheet.refusal = refusal
      replaceTop(.review(sheet))
      return []
    }
    // The store holds it against the limits once more: others may have spent meanwhile.
    if forecast(sheet.orders).refusal != nil {
      sheet.refusal = Note(Strings.reviewOverLimit, tone: .bad)
      replaceTop(.review(sheet))
      return spendingEffects()
    }
    layers.removeLast()
    // To the service that the sheet names, whatever becomes the current one meanwhile.
    return [.confirm(sheet.confirmation, for: service.ofTakes, countdown: settings.countdown)]
  }

  // MARK: Settle

  private mutating func performInSettle(_ command: Command, _ sheet: SettleSheet) -> [Effect] {
    var sheet = sheet
    switch command {
    case .previousRow: sheet.move(by: -1)
    case .nextRow: sheet.move(by: 1)
    case .confirm:
      if let settlement = sheet.settlement {
        // An id may be wrong: the sheet stays until the service has been asked about it.
        if case .id(let id) = settlement, linear == nil {
          guard sheet.asked != id else { return [] }
          sheet.asked = id
          sheet.refusal = nil
          replaceTop(.settle(sheet))
        } else {
          layers.removeLast()
        }
        return [.settle(sheet.take.number, settlement)]
      }
      sheet.refusal = Note(Strings.settleNeedsID, tone: .attention)
    default:
      if sheet.choice == .id { _ = sheet.id.perform(command) }
    }
    replaceTop(.settle(sheet))
    return []
  }

  // MARK: Copy menu

  private mutating func copy(_ command: Command, of menu: CopyMenu) -> [Effect] {
    guard command.isCopying else { return [] }
    layers.removeLast()
    if command == .copyJSON {
      note(Note(Strings.copied, "JSON"))
      return [.copyRecords(menu.takes(in: self))]
    }
    guard let text = menu.text(command, in: self) else {
      note(Note(Strings.nothingToCopy, self.text(of: menu.numbers), tone: .attention))
      return []
    }
    note(Note(Strings.copied, Self.excerpt(text)))
    return [.copy(text)]
  }

  /// A take as the screens have it: open in detail, in the list, or live.
  package func known(_ number: Take.Number) -> Take? {
    for layer in layers.reversed() {
      switch layer {
      case .detail(let detail) where detail.take.number == number: return detail.take
      case .screening(let screening): if let take = screening.evening[number] { return take }
      case .eveningSheet(let sheet): if let take = sheet.evening[number] { return take }
      case .compare(let screen):
        for side in CompareScreen.Side.allCases where screen[side].number == number { return screen[side] }
      default: break
      }
    }
    return list.rows.first { $0.number == number } ?? liveTakes[number]
  }

  // MARK: Fields of one line

  private mutating func performInLine(_ command: Command, _ entry: LineEntry) -> [Effect] {
    var entry = entry
    if command == .confirm { return accept(entry) }
    if command == .complete {
      let folder = entry.beginCompleting()
      replaceTop(.line(entry))
      return folder.map { [.listFolder($0)] } ?? []
    }
    guard entry.line.perform(command) else { return [] }
    entry.refusal = nil
    replaceTop(.line(entry))
    return searched(entry)
  }

  /// What is looked for follows the field as it is typed.
  private mutating func searched(_ entry: LineEntry) -> [Effect] {
    switch entry.purpose {
    case .find: return find(entry.line.text)
    case .findInHelp: narrowHelp(entry.line.text.trimming)
    default: break
    }
    return []
  }

  private mutating func narrowHelp(_ text: String) {
    changeLayers { layer in
      guard case .help(var help) = layer else { return }
      help.search = text
      help.scroll = ScrollPosition()
      layer = .help(help)
    }
  }

  private mutating func accept(_ entry: LineEntry) -> [Effect] {
    let text = entry.line.text.trimming
    layers.removeLast()
    switch entry.purpose {
    case .find, .findInHelp:
      return []
    case .export:
      return text.isEmpty ? [] : [.exportLedger(ledger.query, path: text)]
    case .exportTakes(let selection, let over): return export(selection, to: text, over: over, entry)
    case .draftName(let id):
      return name(id, text)
    case .viewName:
      return keepView(named: text)
    case .profileName:
      accept(profileName: text, entry)
      return []
    case .setting(let path):
      return accept(text, forSetting: path, entry)
    case .comment(let takes):
      return change(takes, .set(.comment(text.isEmpty ? nil : text)))
    case .importID:
      let ids = TakeImport.ids(in: text)
      return ids.isEmpty ? [] : [.importTakes(ids: ids)]
    }
  }
}
