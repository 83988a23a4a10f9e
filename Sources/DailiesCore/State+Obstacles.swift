/// Why a command cannot do its work now. One place says it, so that the palette shows beforehand what the command would
/// answer.
extension State {
  /// The answer that `command` would give instead of doing its work, if it were asked for in the panes; nil: it does it.
  package func obstacle(to command: Command) -> Note? {
    if command.actsOnMarks, hasMarksInSight {
      return marks.awaited == nil ? nil : Note(Strings.marksComing, tone: .attention)
    }
    if command.wantsTake {
      guard let take = takeInSight else { return Note(Strings.selectTake) }
      return obstacle(to: command, on: take)
    }
    switch command {
    case .review: return shot.order(prompt: prompt.text).hasPrompt ? nil : Note(Strings.promptEmpty, tone: .attention)
    case .takeBackLeaving: return leavingTakes.isEmpty ? Note(Strings.nothingLeaving) : nil
    case .removeImage, .showProof: return shot.image == nil ? Note(Strings.noImageThere) : nil
    case .bringInText: return editorTexts.left == nil ? Note(Strings.nothingLeft) : nil
    case .addPrice: return service.isDemo ? Note(Strings.pricesNotInDemo, tone: .attention) : nil
    case .setUp, .changeKey, .chooseProfile:
      return service.isDemo ? Note(Strings.setupNotInDemo, tone: .attention) : nil
    case .saveAll: return readyTakes.isEmpty ? Note(Strings.nothingReady) : nil
    case .exportTakes where marks.awaited != nil: return Note(Strings.marksComing, tone: .attention)
    case .exportTakes: return marks.isEmpty && list.total == 0 ? Note(Strings.nothingToExport) : nil
    case .pauseAllSaving:
      return liveTakes.count(in: .saving) == 0 && pausedSaves.isEmpty ? Note(Strings.nothingIsSaving) : nil
    case .sendWaiting: return liveTakes.countOffline == 0 ? Note(Strings.nothingWaits) : nil
    case .undoAct: return acts.canUndo ? nil : Note(Strings.nothingToUndo)
    case .redoAct: return acts.canRedo ? nil : Note(Strings.nothingToRedo)
    case .compare: return obstacleToComparing(takeInSight)
    case .clearMarks: return marks.isEmpty ? Note(Strings.noMarks) : nil
    case .mark, .markRange: return takeInSight == nil ? Note(Strings.selectTake) : nil
    case .findNext, .findPrevious:
      return soughtWords.isEmpty && list.search.isEmpty ? Note(Strings.nothingSought) : nil
    case .importTake: return service.hasKey ? nil : Note(Strings.keyMissing, tone: .bad)
    default: return nil
    }
  }

  /// As `obstacle(to:)`, where a layer may lie over the panes.
  package func obstacle(to command: Command, in context: KeyContext) -> Note? {
    if context.isPane { return obstacle(to: command) }
    return takeInLayer(context).flatMap { obstacle(to: command, on: $0) }
  }

  /// The take that a layer of this kind is about, in front.
  func takeInLayer(_ context: KeyContext) -> Take? {
    switch layers.last(where: { $0.context == context }) {
    case .detail(let detail): detail.take
    case .flipBook(let book): book.take
    case .screening(let screening): screening.take
    case .eveningSheet(let sheet): sheet.row?.take
    case .compare(let screen): screen.take
    default: nil
    }
  }

  /// As `obstacle(to:)`, for what is done to one take, in the list and in its detail alike.
  func obstacle(to command: Command, on take: Take) -> Note? {
    let name = take.number.description
    switch command {
    case .save where ![.ready, .gone, .saved].contains(take.phase):
      return Note(Strings.notSavable, name, take.phase.word(language), tone: .attention)
    case .checkNow where !take.phase.isWatched:
      return Note(Strings.notWatched, name, take.phase.word(language), tone: .attention)
    case .showFrames where take.phase == .ready: return Note(Strings.framesNeedSaving, name, tone: .attention)
    case .showFrames where take.savedPath == nil, .play where take.savedPath == nil,
      .showInFolder where take.savedPath == nil:
      return Note(Strings.notPlayable, name, tone: .attention)
    case .dropBatch where heldBatch(of: take).isEmpty: return Note(Strings.noBatch, name, tone: .attention)
    case .pauseSaving where take.phase == .saving && take.savePause != nil:
      return Note(Strings.isBeingPaused, name, tone: .attention)
    case .pauseSaving where !take.isInSaving: return Note(Strings.isNotSaving, name, tone: .attention)
    case .laterInQueue where !take.isQueued && take.phase != .saving,
      .earlierInQueue where !take.isQueued && take.phase != .saving:
      return Note(Strings.notInQueue, name, tone: .attention)
    case .compare: return obstacleToComparing(take)
    case .blowUp where take.verdict != .circled: return Note(Strings.blowUpNotCircled, name, tone: .attention)
    case .blowUp where BlowUpPicker.options(for: take.order).isEmpty: return Note(Strings.blowUpLargest, name)
    case .again where !take.order.hasPrompt, .blowUp where !take.order.hasPrompt:
      return Note(Strings.promptEmpty, tone: .attention)
    case .circle where !take.hasFilm, .noGood where !take.hasFilm:
      return Note(Strings.notJudgeable, name, take.phase.word(language), tone: .attention)
    case .drop where !take.phase.isUnsent: return Note(Strings.notSendable, name, tone: .attention)
    default: return nil
    }
  }

  /// Says why, and goes where what is missing can be found.
  mutating func refuse(_ command: Command, _ obstacle: Note) -> [Effect] {
    note(obstacle)
    if command == .review { return setFocus(.prompt) }
    return command.wantsTake && focus != .takes ? setFocus(.takes) : []
  }

  /// By name a command can be asked for from anywhere, but never for a row that is not in sight.
  var takeInSight: Take? { focus == .takes ? list.selected : nil }

  /// Until the next take leaves by its countdown; nil while none does.
  package var untilNextLeaves: Duration? {
    liveTakes.takes(in: .leaving).compactMap(\.leavesAt).min().map { max(.zero, $0 - now) }
  }

  /// What is asked for in the list is meant for the marked takes, the ones included whose marks are being read.
  var hasMarksInSight: Bool { focus == .takes && (!marks.isEmpty || marks.awaited != nil) }

  var leavingTakes: [Take.Number] { liveTakes.leavingByThemselves }

  var readyTakes: [Take.Number] { liveTakes.takes(in: .ready).map(\.number).sorted() }
}

extension Command {
  /// Is done to one take.
  package var wantsTake: Bool {
    switch self {
    case .open, .showDetail, .showFrames, .save, .play, .showInFolder, .again, .edit, .checkNow, .copyMenu, .hide,
      .drop,
      .pauseSaving:
      true
    case .circle, .noGood, .clearVerdict, .blowUp, .lineage: true
    case .changeTags, .moveToShot, .writeComment, .dropBatch, .laterInQueue, .earlierInQueue: true
    default: false
    }
  }
}
