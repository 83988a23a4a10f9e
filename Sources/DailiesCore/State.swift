package import TerminalCanvas

/// Everything the screens show, as one value. Only `apply(_:)` changes it.
package struct State: Equatable, Sendable {
  // Surroundings
  package internal(set) var size: Size
  package internal(set) var widths = DisplayWidth.standard
  package internal(set) var pictureAbilities = PictureAbilities()
  package internal(set) var now: Timestamp
  /// Seconds that local time is ahead of UTC.
  package internal(set) var utcOffset: Int
  package internal(set) var language: Language
  @Boxed package internal(set) var settings: Settings
  /// The settings as they were last loaded, and where they come from; `settings` also holds what was changed since.
  @Boxed package internal(set) var inForce: SettingsInForce
  /// Changed settings that are not known to be kept yet.
  var settingsUnderWay = 0
  /// The language of the system, for a setting that says `auto`.
  var localeLanguage: Language
  @Boxed package internal(set) var service: ServiceStatus
  /// What is known of the way to each service of takes.
  var networks: [Take.Service: NetworkState] = [:]
  package internal(set) var network: NetworkState {
    get { networks[service.ofTakes] ?? .unknown }
    set { networks[service.ofTakes] = newValue }
  }
  @Boxed package internal(set) var keymap: Keymap
  package internal(set) var isMouseOn: Bool
  /// Whether the window is looked at; nil: the terminal has not said.
  package internal(set) var isFocused: Bool?
  /// What is to be told to somebody who looks elsewhere.
  package internal(set) var notices = NoticePlan()
  /// Where films are saved, as the set-up offers it.
  package var filmFolder = ""
  /// Shown as `~` in paths.
  package var homeFolder = ""
  /// Commands that were asked for by name, the last one first.
  package internal(set) var recentCommands: [Command] = []

  // Where the person is
  package internal(set) var focus = Focus.prompt
  package internal(set) var layers: [Layer] = []
  /// The person asked for the terminal to be measured, and it has not answered.
  package internal(set) var isMeasuring = false
  /// Ctrl-C was pressed once with nothing to close.
  package internal(set) var isQuitArmed = false
  /// The left button went down in the prompt and is held.
  var promptDrag: PromptDrag?
  var lastClick: PromptClick?
  /// What was looked for last in the prompt.
  var lastFound = ""

  // The draft
  package internal(set) var prompt = PromptEditor()
  /// The slots of a snippet that Tab walks now.
  package internal(set) var walk: SnippetWalk?
  /// As they were last read; nil before the menu was first opened.
  package internal(set) var snippets: SnippetLibrary?
  @Boxed package internal(set) var shot: ShotSettings
  package internal(set) var shotRow = ShotRow.length
  /// Models that were typed, or came with a draft: they stay choices of the picker for the session.
  package internal(set) var typedModels: [String] = []
  package internal(set) var draft = DraftSaving()
  package internal(set) var figures = DraftFigures()
  /// What the prompt is read as, kept for its revision.
  package internal(set) var batch = BatchReading()
  package internal(set) var wildcards = Wildcards()
  @Boxed package internal(set) var card = DraftCard()
  /// Stepping through the history in the prompt.
  @Boxed package internal(set) var recall: HistoryRecall?
  /// The revision of the prompt at which it was a prompt of the history, unchanged.
  package internal(set) var fromHistory: Int?
  /// The store was asked for words that will take the place of those on the screen.
  package internal(set) var isAwaitingWords = false
  /// What came meanwhile; it is meant for the words that come.
  package internal(set) var typedAhead: [Input] = []
  package internal(set) var editorTexts = EditorTexts()
  /// What the service took and refused before.
  package internal(set) var lessons = Lessons()
  /// A pasted path of a picture that F6 would attach.
  package internal(set) var offeredImage: ReferenceImage?
  /// The text that was pasted with the offer: it goes from the prompt when the offer is taken.
  package internal(set) var offeredText = ""
  /// A picture that was just attached: its proof opens when it has been looked at.
  package internal(set) var proofWanted: ReferenceImage?
  /// What is known of the pictures that were named.
  package internal(set) var pictures: [ReferenceImage: ImageFinding] = [:]
  /// Pictures of films.
  package internal(set) var frames = FrameMemory()
  /// The terminal has colours enough for pictures in half blocks.
  package var hasColorsForPictures = false

  // The takes
  package internal(set) var list = TakeList()
  /// What was looked for last in the list; `n` and `N` go on with it.
  package internal(set) var soughtWords = ""
  package internal(set) var ownViews: [OwnView] = []
  /// Own views that were deleted, the last one at the end, for undo.
  var deletedViews: [OwnView] = []
  /// What moves or wants a person, whatever the list shows.
  package internal(set) var liveTakes = LiveTakes()
  package internal(set) var activity: [Take.Number: TakeActivity] = [:]
  /// How long one's own takes took.
  package internal(set) var times = TakeTimes()
  /// The store has told which takes are live.
  var hasLiveTakes = false
  @Boxed package internal(set) var marks = Marks()
  /// What was done to takes here, for undo.
  package internal(set) var acts = Acts()
  /// Takes that were asked back, until the store says whether they had left already.
  package internal(set) var askedBack: Set<Take.Number> = []
  package internal(set) var takenBack: [Take.Number] = []
  /// Films that came today and that nobody has judged.
  package internal(set) var unjudged = 0

  /// What waits to be sent waits until a person lets it go on.
  package internal(set) var isQueuePaused = false
  package internal(set) var saving = SavingDesk()
  /// The canary as it was chosen last.
  package var canary: Canary?

  // Money
  package internal(set) var prices = PriceTable()
  /// What counts against the limits today and this month; nil until it is read.
  @Boxed package internal(set) var spending: Spending?
  @Boxed package internal(set) var ledger = LedgerScreen()

  /// Lines come in and go out; nil while the screens are drawn.
  package internal(set) var linear: LinearDesk?

  var slip = SelectionSlip()

  // What was said
  @Boxed package internal(set) var message: Note?
  /// What happened while an answer to one's own key stands.
  var waitingNews: [Note] = []
  package internal(set) var log: [Note] = []

  package init(
    size: Size, widths: DisplayWidth = .standard, now: Timestamp, utcOffset: Int, language: Language,
    settings: Settings, service: ServiceStatus, keymap: Keymap? = nil
  ) {
    self.size = size
    self.widths = widths
    self.now = now
    self.utcOffset = utcOffset
    self.language = language
    localeLanguage = language
    self.settings = settings
    self.service = service
    inForce = SettingsInForce(settings, service: service)
    self.keymap = keymap ?? .standard(for: settings)
    isMouseOn = settings.mouse
    shot = ShotSettings(model: settings.chosenProfile.models.first ?? Profile.standardModel)
    layOut()
  }

  package var layout: Layout {
    Layout(size: size, focus: focus, hasPictures: drawsPictures, hasAlarm: hasUrgentFilm)
  }

  /// Only a message fits: nothing that costs money may be decided.
  package var isTooSmall: Bool { layout.mode == .tooSmall }

  /// Where the next key has its meaning.
  package var context: KeyContext { layers.last?.context ?? focus.context }

  /// The models offered by the picker, the chosen one among them.
  package var models: [String] {
    let offered = settings.chosenProfile.models
    return offered + typedModels.filter { !offered.contains($0) }
  }

  package func say(_ phrase: Phrase, _ arguments: String...) -> String { phrase.fill(wording, arguments) }
}

extension State {
  /// Changes the state as `action` demands; returns the work that follows from it, in order.
  package mutating func apply(_ action: Action) -> [Effect] {
    defer { readBatch() }
    defer { showNews() }
    let (selected, day, revision, hadAlarm) = (list.selectedNumber, midnight, typedRevision, hasUrgentFilm)
    let effects = answer(action) + alarmChanged(from: hadAlarm)
    noteSlip(from: selected, by: action)
    followDraft(after: action, from: revision)
    return effects + (midnight == day ? [] : unjudgedEffects()) + unseenPicture() + frameEffects()
  }

  private mutating func answer(_ action: Action) -> [Effect] {
    switch action {
    case .input(let input, let at):
      advance(to: at)
      guard !isAwaitingWords else {
        typedAhead.append(input)
        return []
      }
      return receive(input) + draftEffects()
    case .typed(let letters, let start, let end):
      advance(to: start)
      guard !isAwaitingWords else {
        typedAhead += letters
        return []
      }
      let early = max(1, letters.count - 1)
      let effects = letters.prefix(early).flatMap { receive($0) }
      advance(to: end)
      return effects + letters.dropFirst(early).flatMap { receive($0) } + draftEffects()
    case .stepped(let step, let at):
      advance(to: at)
      list.move(by: step)
      return selectionChanged() + draftEffects()
    case .lineTyped(let line, let isFresh, let at):
      advance(to: at)
      return receive(line: line, isFresh: isFresh) + draftEffects()
    case .pageSaid: return pageSaid()
    case .resized(let size):
      self.size = size
      layOut()
      return list.lacksRows ? [.loadRows(list.query)] : []
    case .clockAdvanced(let at):
      advance(to: at)
      return draftEffects() + noticeEffects()
    case .snippetsLoaded(let library, let warnings): return received(library, warnings)
    case .widthsMeasured(let measurement):
      return measured(measurement)
    case .picturesFound(let abilities): return picturesFound(abilities)
    case .resumed:
      isFocused = nil
      return []
    case .ending:
      return end()
    case .stopAsked:
      return saveDraftNow()
    case .draftSaved(let revision, let id):
      draft.saved(revision)
      if let id, revision >= card.firstRevision { keptAs(id) }
      return draftEffects() + storedTexts()
    case .textEdited(let edited):
      return receive(edited) + draftEffects()
    case .draftNotSaved(let problem):
      draft.failed(at: now)
      note(Note(problem))
      return []
    case .draftOpened(let stored):
      return opened(stored) + sayDraft()
    case .draftNotOpened(let problem):
      note(problem.map { Note($0) } ?? Note(Strings.draftGone, tone: .attention))
      return wordsArrived()
    case .draftsLoaded(let rows):
      return received(rows)
    case .historyLoaded(let page):
      return received(page)
    case .historyNotLoaded(let problem):
      return historyFailed(problem)
    case .rowsLoaded(let rows):
      let found = list.receive(rows)
      marks.follow(list)
      return (list.lacksRows ? [.loadRows(list.query)] : []) + (found ? [.selectTake(list.selectedNumber)] : [])
    case .matchFound(let search, let number): return matchFound(search, number)
    case .viewsLoaded(let found):
      received(found)
      return []
    case .liveTakesLoaded(let takes):
      // Read at the start: what was told of a take since then is newer.
      for take in takes where liveTakes[take.number] == nil { track(take) }
      notices.begin(with: takes)
      hasLiveTakes = true
      activity = activity.filter { liveTakes[$0.key] != nil }
      return unjudgedEffects()
    case .timesLoaded(let times):
      self.times.replace(with: times)
      return []
    case .lessonsLoaded(let lessons):
      self.lessons = Lessons(lessons)
      return []
    case .eventsLoaded(let number, let events, let answer):
      updateDetail(of: number) {
        $0.events = events
        $0.answer = answer
      }
      return []
    case .numbersLoaded, .takesFound, .tagNamesLoaded, .shotNamesLoaded, .takesEdited, .takesNotEdited, .checksLoaded:
      return toldOfTakes(action)
    case .unjudgedCounted, .eveningLoaded, .familyLoaded: return toldOfChoosing(action)
    case .takesRecorded(let takes, let counts):
      return recorded(takes, counts)
    case .queuePaused(let isPaused):
      queuePaused(isPaused)
      return []
    case .takesNotRecorded(let problem):
      note(Note(problem))
      return []
    case .takeChanged(let take, let counts):
      return changed(take, counts)
    case .checkPlanned(let number, let at):
      updateActivity(of: number) { $0.planned(at) }
      return []
    case .takeAsked(let number, let at):
      updateActivity(of: number) { $0.asked(at: at) }
      updateDetail(of: number) { $0.checks = Checks(times: ($0.checks?.times ?? 0) + 1, last: at) }
      return []
    case .takeReached(let number, let at, let nextCheck):
      updateActivity(of: number) { $0.reached(at: at, next: nextCheck) }
      takeReached(number)
      return []
    case .takeNotReached(let number, let problem, _, let nextCheck):
      updateActivity(of: number) { $0.failed(problem, next: nextCheck) }
      return []
    case .transferProgressed(let number, let transfer): return progressed(number, transfer)
    case .spaceChanged(let shortage): return spaceChanged(shortage)
    case .draftsChanged: return reloadDrafts()
    case .takesImported(let result): return imported(result)
    case .importRefused(let problem): return importRefused(problem)
    case .setupNotSaved(let problem):
      note(Note(problem))
      refuseSetup(Note(problem))
      return []
    case .serviceChanged(let service):
      self.service = service
      return spendingEffects()
    case .networkChanged(let network, let service):
      networkChanged(network, of: service)
      return []
    case .noted(let note):
      self.note(note)
      return []
    case .setupSaved(let inForce):
      return setupSaved(inForce)
    case .modelsLoaded(let listed, let profile):
      modelsLoaded(listed, from: profile)
      return []
    case .modelsNotLoaded(let problem):
      modelsNotLoaded(problem)
      return []
    case .settingsLoaded(let inForce):
      return settingsLoaded(inForce)
    case .settingsReread(let inForce):
      return settingsReread(inForce)
    case .keysReread(let keymap):
      keysReread(keymap)
      return []
    case .settingNotSaved(let path, let problem):
      return settingNotSaved(path, problem)
    case .folderRefused(let folder, let reason):
      folderRefused(folder, reason)
      return []
    case .wildcardsLoaded(let wildcards):
      wildcardsLoaded(wildcards)
      return []
    case .pricesLoaded(let table): return pricesLoaded(table)
    case .spendingLoaded(let spending):
      notices.spent(spending, before: self.spending, rules, at: now)
      self.spending = spending
      return []
    case .ledgerLoaded(let rows):
      ledgerLoaded(rows)
      return []
    case .exportRefused(let path, let reason):
      exportRefused(path, reason)
      return []
    case .takesNotExported(let order, let why, let isTaken): return notExported(order, why, isTaken: isTaken)
    case .imageChecked(let image, let finding):
      return imageChecked(image, finding) + proofIsDue(image)
    case .folderListed(let listing):
      folderListed(listing)
      return []
    case .pictureDrawn(let image, let drawing):
      pictureDrawn(image, drawing)
      return []
    case .pictureFitted(let image, let new): return pictureFitted(image, new)
    case .pictureNotFitted(let image, let reason):
      pictureNotFitted(image, reason)
      return []
    case .framesDrawn(let wish, let answer):
      frames.receive(answer, for: wish)
      return []
    case .frameKept(let number, let image): return frameKept(number, image)
    case .frameNotKept(let number, let reason):
      frameNotKept(number, reason)
      return []
    }
  }
}

extension State {
  /// The wall clock may have been put back since the last action.
  private mutating func advance(to at: Timestamp) {
    if at < now {
      draft.clockWentBack(to: at)
      notices.clockWentBack(to: at)
    }
    now = at
    turnPages()
  }
}
