import TerminalCanvas

/// Screening: the films that nobody has judged, one by one, and the sheet at the end.
extension State {
  /// The beginning of the local day.
  package var midnight: Timestamp {
    let day: Int64 = 86_400
    let local = now.milliseconds / 1000 + Int64(utcOffset)
    return Timestamp(seconds: local - (local % day + day) % day - Int64(utcOffset))
  }

  /// Asks for what is to be screened.
  mutating func askForEvening() -> [Effect] {
    linear?.isAwaitingTakes = true
    return [.loadEvening(since: midnight)]
  }

  /// Counts the films of today that nobody has judged.
  func unjudgedEffects() -> [Effect] { [.countUnjudged(since: midnight)] }

  mutating func toldOfChoosing(_ action: Action) -> [Effect] {
    switch action {
    case .unjudgedCounted(let count): unjudged = count
    case .eveningLoaded(let evening): return open(evening)
    case .familyLoaded(let number, let family): familyLoaded(number, family)
    default: break
    }
    return []
  }

  private mutating func open(_ evening: Evening) -> [Effect] {
    linear?.isAwaitingTakes = false
    if case .eveningSheet? = layers.last { layers.removeLast() }
    // Who has gone on to something else meanwhile is not called back to it.
    guard layers.isEmpty else { return [] }
    let films = evening.takes.filter(\.hasFilm)
    if let screening = ScreeningScreen(evening) {
      layers.append(.screening(screening))
      if !evening.isToday { note(Note(Strings.screeningOfAll, String(screening.queue.count))) }
    } else if films.isEmpty {
      note(Note(Strings.nothingToScreen))
    } else {
      layers.append(.eveningSheet(EveningSheet(evening)))
      // Those that are not here yet wait for a verdict as well.
      note(Note(films.contains { $0.verdict == nil } ? Strings.nothingToScreen : Strings.allAreJudged))
    }
    return linear == nil || layers.isEmpty ? [] : say(.layer)
  }

  /// What became of a take is seen in every layer that shows it.
  mutating func followInLayers(_ take: Take) {
    changeLayers { layer in
      switch layer {
      case .detail(var detail) where detail.take.number == take.number:
        detail.take = take
        layer = .detail(detail)
      case .flipBook(var book) where book.take.number == take.number:
        book.take = take
        layer = .flipBook(book)
      case .screening(var screening):
        screening.receive(take)
        layer = .screening(screening)
      case .eveningSheet(var sheet):
        sheet.receive(take)
        layer = .eveningSheet(sheet)
      case .compare(var screen):
        screen.receive(take)
        layer = .compare(screen)
      case .lineage(var screen):
        screen.receive(take)
        layer = .lineage(screen)
      default: break
      }
    }
  }

  /// Taking a verdict back leads to the film that it was about.
  mutating func showUndone(_ edited: EditedTakes) {
    guard edited.way != .done, let first = edited.act.steps.first, case .verdict = first.after else { return }
    changeLayers { layer in
      guard case .screening(var screening) = layer else { return }
      screening.show(first.number)
      layer = .screening(screening)
    }
  }

  mutating func performInScreening(_ command: Command, _ screening: ScreeningScreen) -> [Effect] {
    var screening = screening
    if screening.scroll.perform(command, page: max(1, size.rows / 2)) {
      replaceTop(.screening(screening))
      return []
    }
    guard let take = screening.take else { return [] }
    switch command {
    case .nextFilm, .confirm: return goOn(screening)
    case .previousFilm:
      _ = screening.move(by: -1)
      replaceTop(.screening(screening))
      return []
    case .circle, .noGood:
      let effects = take.verdict.map(TakeWord.verdict) == command.verdict ? [] : perform(command, on: take)
      return effects + goOn(screening)
    default: return performOnScreened(command, take)
    }
  }

  /// To the next film, after the last one to the sheet.
  private mutating func goOn(_ screening: ScreeningScreen) -> [Effect] {
    var screening = screening
    guard screening.move(by: 1) else { return closeLayer() }
    replaceTop(.screening(screening))
    return []
  }

  mutating func performInSheet(_ command: Command, _ sheet: EveningSheet) -> [Effect] {
    var sheet = sheet
    if sheet.perform(command, page: max(1, size.rows / 2)) {
      replaceTop(.eveningSheet(sheet))
      return []
    }
    switch command {
    case .screening: return askForEvening()
    case .confirm: return sheet.row.map { perform(.showDetail, on: $0.take) } ?? []
    default: return sheet.row.map { performOnScreened(command, $0.take) } ?? []
    }
  }

  /// What is done to a take of a screening; another one is ordered over it, so that the screening goes on behind.
  mutating func performOnScreened(_ command: Command, _ take: Take) -> [Effect] {
    switch command {
    case .again:
      if let obstacle = obstacle(to: command, on: take) {
        note(obstacle)
        return []
      }
      return openReview(take.order, takes: 1, origin: TakeOrigin(shot: take.origin?.shot, parent: take.number))
    case .edit:
      let isScreening = layers.contains { [.screening, .eveningSheet].contains($0.context) }
      let effects = perform(command, on: take)
      if isScreening { note(Note(Strings.editingFromScreening, take.number.description)) }
      return effects
    case .undoAct, .redoAct: return performInTakes(command)
    default: return perform(command, on: take)
    }
  }
}
