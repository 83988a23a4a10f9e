import TerminalCanvas
import VideosAPI

extension State {
  /// Takes over the draft that the store kept.
  package mutating func restore(_ stored: StoredDraft) {
    put(stored.record, id: stored.id)
    draft.tookOver()
    figures = DraftFigures(prompt, draft)
  }

  var draftRecord: DraftRecord {
    DraftRecord(prompt: prompt.snapshot, shot: shot, name: card.name, parent: card.parent)
  }

  /// Puts a draft on the screen in place of the one that is there. What was cut and deleted can be inserted in the new one.
  mutating func put(_ record: DraftRecord, id: DraftID? = nil) {
    var editor = PromptEditor(record.prompt)
    (editor.deleted, editor.cutText, editor.now) = (prompt.deleted, prompt.cutText, now)
    // What was read of the draft before is told apart by its revision.
    editor.revision = prompt.revision + 1
    prompt = editor
    shot = record.shot
    card = DraftCard(id: id, name: record.name, parent: record.parent)
    card.firstRevision = draft.revision + 1
    (recall, fromHistory, offeredImage, walk) = (nil, nil, nil, nil)
    rememberModel()
    layOut()
  }

  /// The draft on the screen has its place in the store; a review of it that is open already learns it too.
  mutating func keptAs(_ id: DraftID) {
    let before = card.origin
    card.id = id
    let origin = card.origin
    changeLayers { layer in
      guard case .review(var sheet) = layer, sheet.origin == before else { return }
      sheet.origin = origin
      layer = .review(sheet)
    }
  }

  mutating func draftChanged() { draft.changed(at: now) }

  /// What is due for the draft: its write, or, when typing rests, its settling.
  mutating func draftEffects() -> [Effect] {
    guard !isAwaitingWords else { return [] }
    if let due = draft.due, due <= now { return saveDraftNow() }
    guard let due = draft.restsAt, due <= now else { return [] }
    draft.settled()
    return [.settleDraft]
  }

  /// The write of the draft at once: on leaving the field, at a review, before the program ends.
  mutating func saveDraftNow() -> [Effect] {
    guard !draft.isUpToDate, !draft.isBeingSaved else { return [] }
    return [.saveDraft(draftRecord, revision: draft.startWriting())]
  }

  mutating func setFocus(_ new: Focus) -> [Effect] {
    guard new != focus else { return [] }
    let wasText = focus == .prompt
    focus = new
    layOut()
    return (wasText ? saveDraftNow() : []) + (list.lacksRows && new == .takes ? [.loadRows(list.query)] : [])
  }

  mutating func changeShot(_ change: (inout ShotSettings) -> Void) -> [Effect] {
    let before = shot
    change(&shot)
    if shot != before { draftChanged() }
    return []
  }

  mutating func rememberModel() {
    if !models.contains(shot.model) { typedModels.append(shot.model) }
  }

  /// Chooses by ordinal in a row of the shot settings; out of range changes nothing.
  mutating func chooseInShot(_ row: ShotRow, _ ordinal: Int) -> [Effect] {
    let models = models
    return changeShot { shot in
      switch row {
      case .model: if models.indices.contains(ordinal) { shot.model = models[ordinal] }
      case .length: if ShotSettings.lengths.indices.contains(ordinal) { shot.seconds = ShotSettings.lengths[ordinal] }
      case .size: if VideoSize.known.indices.contains(ordinal) { shot.size = VideoSize.known[ordinal] }
      case .takes: if ShotSettings.takesRange.contains(ordinal + 1) { shot.takes = ordinal + 1 }
      case .image: break
      }
    }
  }

  /// Moves the choice of a row by `step`, round the corner.
  mutating func stepShot(_ row: ShotRow, by step: Int) -> [Effect] {
    func next<Choice: Equatable>(_ choices: [Choice], _ chosen: Choice) -> Int {
      guard let at = choices.firstIndex(of: chosen) else { return 0 }
      return (at + step + choices.count) % choices.count
    }
    switch row {
    case .model: return models.isEmpty ? [] : chooseInShot(row, next(models, shot.model))
    case .length: return chooseInShot(row, next(ShotSettings.lengths, shot.seconds))
    case .size: return chooseInShot(row, next(VideoSize.known, shot.size))
    case .takes: return chooseInShot(row, shot.takes - 1 + step)
    case .image: return []
    }
  }

  /// Opens the review sheet for the draft, or says why there is nothing to review.
  mutating func reviewDraft() -> [Effect] {
    let order = shot.order(prompt: prompt.text)
    readBatch()
    // Its seed is the moment, so that another review draws other texts.
    var sheet = ReviewSheet(
      order, takes: shot.takes, reading: batch.reading, ceiling: settings.mostRows,
      seed: UInt64(bitPattern: now.milliseconds))
    sheet.origin = card.origin
    let effects = openReview(sheet)
    guard order.hasPrompt else { return setFocus(.prompt) }
    return effects + (batch.namesFiles ? [.loadWildcards] : [])
  }

  /// Opens the review sheet for one order, whose prompt is sent as it is.
  mutating func openReview(_ order: Order, takes: Int, origin: TakeOrigin) -> [Effect] {
    var sheet = ReviewSheet(rows: [ReviewSheet.Row(order: order, takes: takes)])
    sheet.origin = origin
    return openReview(sheet)
  }

  /// Opens the review sheet. Orders without words (a take brought in by its ID has none) say so instead.
  mutating func openReview(_ sheet: ReviewSheet) -> [Effect] {
    guard sheet.rows.contains(where: \.order.hasPrompt) else {
      note(Note(Strings.promptEmpty, tone: .attention))
      return []
    }
    message = nil
    var sheet = sheet
    price(&sheet)
    sheet.canary = canary
    sheet.service = service.ofTakes
    layers.append(.review(sheet))
    var effects = saveDraftNow() + spendingEffects()
    var seen = Set<ReferenceImage>()
    for case let image? in sheet.rows.map(\.order.image) where seen.insert(image).inserted {
      effects += look(at: image)
    }
    return effects
  }

  /// Leaves the draft in the drawer as it is and begins an empty one with the same settings.
  mutating func startNewDraft() -> [Effect] {
    guard !prompt.isEmpty else { return setFocus(.prompt) }
    note(Note(Strings.newDraft))
    return begin(DraftRecord(prompt: PromptEditor().snapshot, shot: shot))
  }

  /// Puts a take's prompt and settings into a new draft; the one before stays in the drawer.
  ///
  /// - Parameter image: In the place of the take's own.
  mutating func editAsDraft(_ take: Take, with image: ReferenceImage? = nil) -> [Effect] {
    layers.removeAll()
    var shot = shot
    if !take.order.model.isEmpty { shot.model = take.order.model }
    shot.seconds = take.order.seconds
    shot.size = take.order.size
    shot.image = image ?? take.order.image
    note(Note(Strings.editing, take.number.description))
    return begin(
      DraftRecord(
        prompt: PromptEditor(take.order.prompt).snapshot, shot: shot, name: take.origin?.shot, parent: take.number))
  }

  /// Begins a new draft; the one before stays as it was last written.
  mutating func begin(_ record: DraftRecord) -> [Effect] {
    let before = saveDraftNow()
    put(record)
    draftChanged()
    let effects = setFocus(.prompt)
    return before + effects + [.beginDraft(draftRecord, revision: draft.startWriting())]
  }
}
