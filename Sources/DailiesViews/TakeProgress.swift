import DailiesCore
import TerminalCanvas
import VideosAPI

extension TakePhase {
  var role: Role {
    switch self {
    case .held, .dropped: .dim
    case .leaving, .unsure, .ready: .attention
    case .sending, .queued, .running, .saving: .work
    case .saved: .good
    case .failed, .gone: .bad
    }
  }
}

/// What a row says about how far a take is. Figures that were reported or measured, estimates and what is not known look
/// different: only a reported figure has a bar.
struct TakeProgress {
  private let take: Take
  private let activity: TakeActivity?
  private let asking: TakeAsking?
  private let now: Timestamp
  private let wording: Wording
  let widths: DisplayWidth
  private let queuePlace: Int?
  private let awaitsRoom: Bool
  /// Among those that wait to be saved.
  private let savePlace: Int?
  /// What one's own finished takes say; nil: nothing.
  let timeLeft: TimeLeft?

  init(_ take: Take, in state: State) {
    self.take = take
    activity = state.activity[take.number]
    asking = state.asking(about: take)
    now = state.now
    wording = state.wording
    widths = state.widths
    queuePlace = state.liveTakes.queuePlace(of: take)
    awaitsRoom = state.saving.shortage?.takes.contains(take.number) == true
    savePlace = state.savePlace(of: take)
    timeLeft = state.timeLeft(of: take)
  }

  private var language: Language { wording.language }

  var word: Span { Span(take.phase.word(language), take.phase.role) }

  /// After the state word: `+` or `-` of a film that is judged, `!` of one that is not what was ordered.
  var marks: [Span] {
    let verdict = take.verdict.map { Span($0.sign, $0 == .circled ? .good : .dim) }
    let difference = take.phase == .saved && take.differsFromOrder ? Span("!", .attention) : nil
    return [verdict, difference].compactMap { $0 }
  }

  /// How long the service has been at work, or took; nil before it began.
  var elapsed: Duration? {
    guard let start = take.sent ?? take.accepted else { return nil }
    switch take.phase {
    case .held, .leaving, .unsure, .dropped: return nil
    case .sending, .queued, .running: return now - start
    case .ready, .saving, .saved, .failed, .gone: return take.finished.map { $0 - start }
    }
  }

  /// Why there is no news of it; nil while the service is asked and answers.
  var silence: String? {
    switch asking {
    case .usual?, .paused?, nil: nil
    case .offline(let since)?: Strings.notReachedFor(language, max(.zero, now - since).rough(language))
    case .keyRefused?: Strings.networkKey(language)
    case .failing(let problem, let since)?:
      (problem.status == nil ? Strings.notReachedFor : Strings.noStateFor)(language, (now - since).rough(language))
    case .refused?: Strings.questionRefused(language)
    }
  }

  /// The cell under PROGRESS.
  func cell(columns: Int, theme: Theme) -> [Span] {
    switch take.phase {
    case .held:
      let reason = take.heldReason ?? .interrupted
      if let queuePlace {
        let phrase = reason == .paused ? Strings.placePaused : Strings.placeInQueue
        return [Span(phrase(language, String(queuePlace)), reason == .paused ? .attention : .dim)]
      }
      return [Span(reason.text(language), wantsPerson ? .attention : .dim)]
    case .leaving:
      let seconds = String(leavesIn.secondsLeft)
      let text = Strings.leavingIn(wording, seconds)
      let isLong = widths.width(of: text) > columns
      return [Span(isLong ? Strings.leavesShortKey(wording, seconds) : text, .attention)]
    case .sending:
      return [Span(withElapsed(Strings.waitsForAnswer(language)), .dim)]
    case .unsure:
      let isLost = take.problem.map { [.answerLost, .interrupted].contains($0.kind) } ?? true
      return [Span((isLost ? Strings.sentNoReply : Strings.outcomeUnknown)(language), .attention)]
    case .queued, .running:
      return watched(columns: columns, theme: theme)
    case .ready:
      if take.savePause != nil { return [saving] }
      if let problem = take.problem { return [Span(problem.kind.brief(language), .bad)] }
      return [unsaved(columns: columns)]
    case .saving:
      return [saving]
    case .saved:
      if let difference { return [Span(difference, .attention)] }
      return take.fileBytes.map { [Span(ByteCount($0).text, .dim)] } ?? []
    case .failed, .gone:
      return take.problem.map { [Span($0.kind.brief(language), .bad)] } ?? []
    case .dropped:
      return []
    }
  }

  /// The cell under PROGRESS where LEFT has no column: the time left stands at its end. Where both do not fit, words go
  /// before figures, but not for the key that is wanted.
  func joined(columns: Int, theme: Theme) -> (text: [Span], time: Span) {
    let time = time
    let text = cell(columns: columns - (time.text.isEmpty ? 0 : widths.width(of: time.text) + 1), theme: theme)
    let all = cell(columns: columns, theme: theme)
    func width(_ spans: [Span]) -> Int { spans.reduce(0) { $0 + widths.width(of: $1.text) } }
    if time.text.isEmpty || width(text) + 1 + widths.width(of: time.text) <= columns { return (text, time) }
    return width(all) <= columns ? (all, Span("")) : ([], time)
  }

  /// The cell under LEFT: the time left or by how much a take is late, the time left of a transfer, or the key that is
  /// wanted.
  var time: Span {
    switch take.phase {
    case .held:
      if take.leavesAt != nil { return Span(leavesIn.clock, .dim) }
      return wantsPerson ? Span(Strings.enterKey(wording), .attention) : Span("")
    case .unsure: return Span(Strings.enterKey(wording), .attention)
    case .ready:
      return Span((take.savePause == nil ? Strings.savesKey : Strings.goesOnKey)(wording), .attention)
    case .saving: return Span(transferLeft.map { "~" + $0.clock } ?? "", .dim)
    case .leaving, .sending, .saved, .failed, .gone, .dropped: return Span("")
    case .queued, .running:
      switch timeLeft {
      case .left(let left): return Span("~" + short(left))
      case .late(let late): return Span("+" + short(late), .attention)
      case nil: return Span("")
      }
    }
  }

  /// The one figure that a compact row has room for: at most seven columns.
  var figure: Span {
    switch take.phase {
    case .held: time
    case .leaving: Span(Strings.leavesShort(language, String(leavesIn.secondsLeft)), .attention)
    case .unsure: time
    case .queued, .running: timeLeft == nil ? measured : time
    case .ready: take.savePause == nil ? unsaved(columns: 7) : Span(Strings.savePaused(language), .attention)
    case .saving where awaitsRoom: Span(Strings.noRoom(language), .attention)
    case .saving: percentReceived.map { Span("\($0)%", .work) } ?? Span("")
    case .sending: measured
    case .saved, .failed, .gone, .dropped: Span("")
    }
  }

  /// `T031 running 58%, ~1:20 left`.
  ///
  /// - Parameter isShort: One figure is enough.
  func summary(isShort: Bool) -> [Span] {
    var text = isShort ? figure : (take.phase.isWatched ? measured : figure)
    if !isShort {
      switch timeLeft {
      case .left(let left): text.text += Strings.listComma(language) + Strings.leftShort(language, short(left))
      case .late(let late):
        text = Span(text.text + Strings.listComma(language) + Strings.lateBy(language, short(late)), .attention)
      case nil: break
      }
    }
    let head = [Span(take.number.description + " ", .dim), word]
    guard !text.text.isEmpty else { return head }
    return head + [Span(" " + text.text, text.role == .text || text.role == .attention ? text.role : .dim)]
  }

  /// What is known without an estimate: the reported figure, else how long it has run.
  private var measured: Span {
    if let percent = take.percentComplete { return Span("\(percent)%", .work) }
    return Span(elapsed.map(short) ?? "")
  }

  /// How far it is by the estimate, 0 to 99; nil when there is none, when it is late, or not begun.
  var estimatedPercent: Int? {
    guard take.phase == .running, take.percentComplete == nil, let elapsed, case .left(let left)? = timeLeft else {
      return nil
    }
    let (ran, rest) = (max(0, elapsed.milliseconds), max(0, left.milliseconds))
    return ran + rest > 0 ? Int(min(99, ran * 100 / (ran + rest))) : 0
  }

  // MARK: Saving

  private var percentReceived: Int? {
    guard let transfer = activity?.transfer, let all = transfer.bytesExpected, all > 0 else { return nil }
    return Int(min(100, max(0, transfer.bytesReceived * 100 / all)))
  }

  /// An estimate from the measured rate.
  var transferLeft: Duration? {
    guard let transfer = activity?.transfer, let all = transfer.bytesExpected, transfer.bytesPerSecond > 0 else {
      return nil
    }
    let seconds = Double(max(0, all - transfer.bytesReceived)) / transfer.bytesPerSecond
    return seconds < 360_000 ? .milliseconds(Int64(seconds * 1000)) : nil
  }

  /// How far its film is, or what it waits for.
  var saving: Span {
    if let pause = take.savePause, take.phase == .ready { return paused(pause) }
    if awaitsRoom { return Span(Strings.awaitsRoom(language), .attention) }
    if let savePlace { return Span(Strings.placeInQueue(language, String(savePlace)), .dim) }
    return Span(received, .work)
  }

  private func paused(_ pause: Take.SavePause) -> Span {
    guard let received = pause.received, received > 0 else { return Span(Strings.savePaused(language), .attention) }
    let share = pause.expected.flatMap { $0 > 0 ? "\(min(100, received * 100 / $0))%" : nil }
    return Span(Strings.savePausedAt(language, share ?? ByteCount(received).text), .attention)
  }

  /// `61% of 6.7 MB`, or the bytes alone when their sum is not known.
  private var received: String {
    guard let transfer = activity?.transfer else { return Strings.savingStarts(language) }
    guard let percent = percentReceived, let all = transfer.bytesExpected else {
      return ByteCount(transfer.bytesReceived).text
    }
    return Strings.savingOf(language, "\(percent)%", ByteCount(all).text)
  }

  /// How old its film is that is not saved, and how long it is kept: as much of that as so many columns hold.
  private func unsaved(columns: Int) -> Span {
    let texts = take.unsavedTexts(at: now, language)
    return Span(texts.first { widths.width(of: $0) <= columns } ?? texts.last ?? "", .attention)
  }

  // MARK: Parts

  private var wantsPerson: Bool {
    switch take.heldReason {
    case .waitingTurn, .slowedDown, .paused: false
    case .canary: false
    case .canarySeen, .canaryFailed, .refusedTwice: true
    case .slowedTooLong, .keyRefused, .balanceUsedUp, .wrongAddress, .notSent, .offline, .interrupted, nil: true
    }
  }

  private var leavesIn: Duration { max(.zero, (take.leavesAt ?? now) - now) }

  private func watched(columns: Int, theme: Theme) -> [Span] {
    if let silence { return [Span(silence, .attention)] }
    if let percent = take.percentComplete {
      let figure = "\(percent)%"
      let padding = String(blanks: max(1, 5 - figure.utf8.count))
      return Bar(percent: percent, columns: max(0, columns - 5)).spans(theme) + [Span(padding + figure, .work)]
    }
    if case .late? = timeLeft { return [Span(withElapsed(Strings.late(language), columns), .attention)] }
    if case .other(let word)? = take.serviceWord.map(VideoStatus.init(word:)), !word.isEmpty {
      return [Span(withElapsed(word, columns))]
    }
    if let percent = estimatedPercent {
      return [Span(withElapsed(Strings.estimatedPercent(language, String(percent)), columns), .dim)]
    }
    let text = withElapsed(Strings.noPercent(language))
    return [Span(widths.width(of: text) > columns ? elapsed.map(short) ?? text : text, .dim)]
  }

  /// As much of that as so many columns hold.
  private func withElapsed(_ text: String, _ columns: Int) -> String {
    let all = withElapsed(text)
    return widths.width(of: all) > columns ? text : all
  }

  /// Beside how long it has run, in at most 18 columns.
  private func withElapsed(_ text: String) -> String {
    elapsed.map { Strings.withElapsed(language, text, short($0)) } ?? text
  }

  /// In at most six columns; from an hour on a guess needs no seconds.
  private func short(_ duration: Duration) -> String {
    duration >= .seconds(3600) ? duration.rough(language) : duration.clock
  }

  /// How the film differs from the order, in one cell.
  private var difference: String? {
    guard take.differsFromOrder, let film = take.film else { return nil }
    if let seconds = take.orderedSeconds, abs(film.seconds - Double(seconds)) > 0.5 {
      return Strings.orderedLength(language, String(seconds), filmSeconds(film.seconds))
    }
    return Strings.gotSize(language, "\(film.width)x\(film.height)")
  }
}
