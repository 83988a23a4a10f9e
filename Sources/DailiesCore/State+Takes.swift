import VideosAPI

extension State {
  // MARK: What happened

  mutating func updateActivity(of number: Take.Number, _ change: (inout TakeActivity) -> Void) {
    // At the start the first plans may come before the takes they are for.
    guard liveTakes[number] != nil || !hasLiveTakes else { return }
    change(&activity[number, default: TakeActivity()])
  }

  mutating func updateDetail(of number: Take.Number, _ change: (inout DetailScreen) -> Void) {
    changeLayers { layer in
      guard case .detail(var detail) = layer, detail.take.number == number else { return }
      change(&detail)
      layer = .detail(detail)
    }
  }

  mutating func recorded(_ takes: [Take], _ counts: TakeCounts) -> [Effect] {
    for take in takes { track(take) }
    if let first = takes.first, first.phase == .leaving, first.leavesAt != nil {
      let isOne = takes.count == 1
      let isAhead = first.batch?.canary != nil
      note(
        isAhead
          ? Note(
            Strings.canaryLeaves, first.number.description, String(takes.count - 1), tone: .attention,
            takes: [first.number])
          : Note(
            leavesSoon(isOne: isOne), isOne ? first.number.description : String(takes.count),
            tone: .attention, takes: takes.map(\.number)))
    }
    sayLeaving(takes)
    for take in takes { _ = list.receive(take, counts: counts) }
    acts.sent(takes.map(\.number))
    // Who looks at the list keeps the row that is looked at; who comes to it later wants what was just sent.
    if focus != .takes, let newest = takes.last { list.selectWhenLoaded(newest.number) }
    return [.loadRows(list.query)] + (takes.first.map { ledgerEffects($0, before: nil) } ?? [])
  }

  /// Names the keys that work where the person is.
  private func leavesSoon(isOne: Bool) -> Phrase {
    if linear != nil { return isOne ? Strings.linearLeaves : Strings.linearLeave }
    if focus == .takes { return isOne ? Strings.leavesSoon : Strings.leaveSoon }
    return isOne ? Strings.leavesSoonFromDraft : Strings.leaveSoonFromDraft
  }

  mutating func changed(_ take: Take, _ counts: TakeCounts) -> [Effect] {
    let before = known(take.number)
    track(take)
    if before?.phase.isWatched == true, let time = take.time { times.learn(time) }
    if take.phase != before?.phase {
      if message?.takes.contains(take.number) == true { message = nil }
      waitingNews.removeAll { $0.takes.contains(take.number) }
    }
    let said = linear?.noteCount ?? 0
    announce(take, before: before?.phase)
    sayNews(of: take, before: before, said: said)
    notices.changed(take, before: before, savesAutomatically: settings.savesAutomatically, at: now)
    learnNetwork(from: take, before: before?.phase)
    answerAskedBack(take)
    forgetGoneSends()
    var effects: [Effect] = list.receive(take, before: before, counts: counts) ? [.loadRows(list.query)] : []
    if before?.phase == .sending, take.phase != .sending { effects.append(.loadLessons(baseURL: service.baseURL)) }
    for case .detail(let detail) in layers where detail.take.number == take.number {
      effects.append(.loadEvents(take.number))
    }
    effects += ledgerEffects(take, before: before)
    followInLayers(take)
    followFilm(of: take, before: before?.phase)
    if take.phase == .saved || before?.phase == .saved { effects += unjudgedEffects() }
    if case .settle(let sheet)? = layers.last, sheet.take.number == take.number, take.phase != .unsure {
      layers.removeLast()
    }
    return effects
  }

  /// Keeps what moves or wants a person; the rest is in the store. What is about to be sent is kept even when hidden:
  /// it must be possible to take it back.
  mutating func track(_ take: Take) {
    let isShown = !take.isHidden && (take.phase.isLive || [.held, .ready, .unsure].contains(take.phase))
    if take.phase.isWatched { times.prepare(TakeKind(take)) }
    if isShown || take.leavesByItself || [.sending, .saving].contains(take.phase) {
      liveTakes[take.number] = take
    } else {
      liveTakes[take.number] = nil
      activity[take.number] = nil
    }
    if take.phase != .saving {
      activity[take.number]?.transfer = nil
      saving.transferring.remove(take.number)
    }
  }

  private mutating func announce(_ take: Take, before: TakePhase?) {
    // Of a take that nobody saw before, only what wants a person is news: it may have been hidden, or be an old one.
    guard take.phase != before, before != nil || [.held, .ready, .unsure].contains(take.phase) else { return }
    let name = take.number.description
    func say(_ phrase: Phrase, _ argument: String = "", tone: Note.Tone) {
      var news = Note(phrase, name, argument, tone: tone)
      news.takes = [take.number]
      tell(news)
    }
    switch take.phase {
    case .queued, .running:
      if before == .sending { say(Strings.accepted, tone: .good) }
      if before == .unsure { saySettled(take) }
    case .gone where before == .unsure: saySettled(take)
    case .dropped where before == .unsure: saySettled(take)
    case .ready where take.savePause != nil: say(Strings.savingIsPaused, tone: .plain)
    case .ready:
      if let problem = take.problem {
        say(Strings.hasProblem, Note(problem).text(wording), tone: .attention)
      } else if !settings.savesAutomatically {
        say(Strings.isReady, tone: .attention)
      }
    case .saved:
      say(Strings.isSaved, take.filePath ?? "", tone: .good)
    case .unsure, .failed, .gone:
      guard let problem = take.problem else { return }
      say(Strings.hasProblem, Note(problem).text(wording), tone: take.phase == .unsure ? .attention : .bad)
    case .held:
      // Of a batch that is held the runner tells once, not of every take.
      guard let problem = take.problem, take.heldReason != .waitingTurn, take.heldReason?.isOfBatch != true else {
        return
      }
      guard take.heldReason == .offline else {
        return say(Strings.hasProblem, Note(problem).text(wording), tone: .attention)
      }
      // The activity log says why, once; on the screen the standing note tells of all that wait.
      if liveTakes.countOffline == 1 { say(Strings.hasProblem, Note(problem).text(wording), tone: .attention) }
      message = nil
    case .leaving, .sending, .saving, .dropped:
      break
    }
  }

  private mutating func saySettled(_ take: Take) {
    let text = Phrase(take.settled(.english) ?? "", take.settled(.chinese) ?? "")
    note(Note(text, takes: [take.number]))
  }

  /// What became of a take that was asked back.
  private mutating func answerAskedBack(_ take: Take) {
    guard !take.phase.isUnsent, askedBack.remove(take.number) != nil else { return }
    guard take.phase == .dropped else {
      note(Note(Strings.notSendable, take.number.description, tone: .attention))
      return
    }
    takenBack.append(take.number)
    guard askedBack.isEmpty else { return }
    acts.dropped(takenBack)
    let names = takenBack.sorted().map(\.description).joined(separator: " ")
    note(Note(takenBack.count == 1 ? Strings.droppedNow : Strings.takenBack, names))
  }

  // MARK: What the person asks for

  func selectionEffects() -> [Effect] { list.lacksRows ? [.loadRows(list.query)] : [] }

  mutating func selectionChanged() -> [Effect] { selectionEffects() + [.selectTake(list.selectedNumber)] }

  mutating func performInTakes(_ command: Command) -> [Effect] {
    switch command {
    case .selectPrevious: list.move(by: -1)
    case .selectNext: list.move(by: 1)
    case .selectFirst: list.select(index: 0)
    case .selectLast: list.select(index: list.total - 1)
    case .pageUp: list.movePage(-1)
    case .pageDown: list.movePage(1)
    case .findTake: return openFind()
    case .findNext, .findPrevious:
      return setFocus(.takes) + findNext(isBackward: command == .findPrevious)
    case .showViews: return openViews()
    case .showSort:
      openSort()
      return []
    case .nextView: return showView(after: 1)
    case .previousView: return showView(after: -1)
    case .importTake:
      layers.append(.line(LineEntry(.importID)))
      return []
    case .toggleAutosave:
      settings.savesAutomatically.toggle()
      note(Note(settings.savesAutomatically ? Strings.autosaveOn : Strings.autosaveOff))
      return [.setAutosave(settings.savesAutomatically)]
    case .sendWaiting: return sendWaiting()
    case .pauseQueue: return [.pauseQueue(!isQueuePaused)]
    case .pauseAllSaving: return pauseAllSaving()
    case .exportTakes: return openExport()
    case .screening: return askForEvening()
    case .compare: return compare(takeInSight)
    case .mark: return markSelected()
    case .markRange: return markRange()
    case .markAll: return markAllShown()
    case .clearMarks:
      clearMarks()
      return []
    case .undoAct: return undoAct()
    case .redoAct: return redoAct()
    case _ where command.actsOnMarks && hasMarksInSight: return performOnMarks(command)
    case .saveAll:
      note(Note(Strings.saved, String(readyTakes.count)))
      return [.save(readyTakes)]
    default:
      guard let take = takeInSight else { return [] }
      return perform(command, on: take)
    }
    return selectionChanged()
  }

  private mutating func showView(after step: Int) -> [Effect] {
    let views = TakeView.allCases
    let at = views.firstIndex(of: list.view) ?? 0
    // Empty views are passed over; All is never skipped, so the walk ends.
    let next = (1...views.count).lazy.map { views[(at + step * $0 + views.count * $0) % views.count] }
      .first { $0 == .all || list.counts[$0] > 0 }
    return show(next ?? .all)
  }

  /// Does what a key on a take asks for, in the list and in its detail alike.
  mutating func perform(_ command: Command, on take: Take) -> [Effect] {
    if let obstacle = obstacle(to: command, on: take) {
      note(obstacle)
      return []
    }
    if refusesSlipped(command, on: take) { return [] }
    switch command {
    case .open: return open(take)
    case .showDetail: return openDetail(take)
    case .save: return [.save([take.number])]
    case .play:
      guard let path = take.filePath else { return [] }
      note(Note(Strings.playing, path))
      return [.play(path: path)]
    case .showFrames: return openFlipBook(take)
    case .showInFolder:
      guard let path = take.savedPath else { return [] }
      note(Note(Strings.showingInFolder, path))
      return [.showInFolder(path: path)]
    case .again:
      layers.removeAll()
      return openReview(take.order, takes: 1, origin: TakeOrigin(shot: take.origin?.shot, parent: take.number))
    case .edit: return editAsDraft(take)
    case .checkNow: return [.checkNow([take.number])]
    case .copyMenu: layers.append(.copyMenu(CopyMenu(takes: [take])))
    case .hide: return change([take.number], .set(.hidden(!take.isHidden)))
    case .changeTags: return openTags([take.number])
    case .moveToShot: return openShots([take.number])
    case .writeComment: return openComment([take.number])
    case .blowUp: return openBlowUp(take)
    case .lineage: return openLineage(take)
    case .compare: return compare(take)
    case .circle, .noGood, .clearVerdict: return command.verdict.map { change([take.number], .set($0)) } ?? []
    case .drop: return takeBack([take.number])
    case .dropBatch: return takeBack(heldBatch(of: take))
    case .pauseSaving: return pauseSaving(take)
    case .laterInQueue: return [.moveInQueue(take.number, by: 1)]
    case .earlierInQueue: return [.moveInQueue(take.number, by: -1)]
    default: break
    }
    return []
  }

  /// Enter on a row: what the take wants most.
  private mutating func open(_ take: Take) -> [Effect] {
    switch take.phase {
    case .unsure:
      layers.append(.settle(SettleSheet(take: take)))
      return []
    case .leaving where !isTooSmall: return [.sendNow([take.number])]
    case .held where !isTooSmall: return release(take)
    default: return openDetail(take)
    }
  }

  private mutating func openDetail(_ take: Take) -> [Effect] {
    layers.append(.detail(DetailScreen(take: take)))
    return [.loadEvents(take.number)]
  }

  mutating func takeBackLeaving() -> [Effect] { takeBack(leavingTakes) }

  /// Asks for takes back. What is said of it waits for the store: one of them may leave in this very moment.
  mutating func takeBack(_ numbers: [Take.Number]) -> [Effect] {
    askedBack = Set(numbers)
    takenBack = []
    return [.takeBack(numbers)]
  }
}
