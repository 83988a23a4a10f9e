import DailiesCore
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

/// What a row says about how far a take is: figures that were reported or measured, and nothing else.
struct TakeProgress {
  private let take: Take
  private let activity: TakeActivity?
  private let now: Timestamp
  private let wording: Wording
  private let queuePlace: Int?

  init(_ take: Take, in state: State) {
    self.take = take
    activity = state.activity[take.number]
    now = state.now
    wording = state.wording
    queuePlace = state.queuePlace(of: take)
  }

  private var language: Language { wording.language }

  var word: Span { Span(take.phase.word(language), take.phase.role) }

  /// `!` after the state word: the film is not what was ordered.
  var mark: String { take.phase == .saved && take.differsFromOrder ? "!" : "" }

  /// How long the service has been at work, or took; nil before it began.
  var elapsed: Duration? {
    guard let start = take.sent ?? take.accepted else { return nil }
    switch take.phase {
    case .held, .leaving, .unsure, .dropped: return nil
    case .sending, .queued, .running: return now - start
    case .ready, .saving, .saved, .failed, .gone: return take.finished.map { $0 - start }
    }
  }

  /// How long the service has not been reached; nil while it answers.
  var unreachedFor: Duration? {
    guard take.phase.isWatched, let activity, activity.lastFailure != nil else { return nil }
    return now - (activity.lastReached ?? take.accepted ?? take.sent ?? take.recorded)
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
      return [Span(Strings.leavingIn(wording, String(leavesIn.secondsLeft)), .attention)]
    case .sending:
      return [Span(Strings.waitsForAnswer(language), .dim)]
    case .unsure:
      let isLost = take.problem.map { [.answerLost, .interrupted].contains($0.kind) } ?? true
      return [Span((isLost ? Strings.sentNoReply : Strings.outcomeUnknown)(language), .attention)]
    case .queued, .running:
      return watched(columns: columns, theme: theme)
    case .ready:
      if let problem = take.problem { return [Span(problem.kind.brief(language), .bad)] }
      let age = now - (take.finished ?? now)
      return [Span(Strings.notSavedYet(language, age.rough(language)), .attention)]
    case .saving:
      return [Span(received, .work)]
    case .saved:
      if let difference { return [Span(difference, .attention)] }
      return take.fileBytes.map { [Span(ByteCount($0).text, .dim)] } ?? []
    case .failed, .gone:
      return take.problem.map { [Span($0.kind.brief(language), .bad)] } ?? []
    case .dropped:
      return []
    }
  }

  /// The cell under TIME: elapsed or used time, the time left of a transfer, or the key that is wanted.
  var time: Span {
    switch take.phase {
    case .held:
      if take.leavesAt != nil { return Span(leavesIn.clock, .dim) }
      return wantsPerson ? Span(Strings.enterKey(wording), .attention) : Span("")
    case .unsure: return Span(Strings.enterKey(wording), .attention)
    case .ready: return Span(Strings.savesKey(wording), .attention)
    case .saving: return Span(transferLeft.map { "~" + $0.clock } ?? "", .dim)
    case .leaving, .dropped: return Span("")
    case .sending, .queued, .running, .saved, .failed, .gone:
      guard let elapsed else { return Span("") }
      return Span(
        elapsed >= .seconds(36_000) ? elapsed.rough(language) : elapsed.clock, take.phase.isLive ? .text : .dim)
    }
  }

  /// The one figure that a compact row and the live line have room for: at most seven columns.
  var figure: Span {
    switch take.phase {
    case .held: time
    case .leaving: Span(Strings.leavesShort(language, String(leavesIn.secondsLeft)), .attention)
    case .unsure: time
    case .queued, .running: take.percentComplete.map { Span("\($0)%", .work) } ?? time
    case .ready: time
    case .saving: percentReceived.map { Span("\($0)%", .work) } ?? Span("")
    case .sending: time
    case .saved, .failed, .gone, .dropped: Span("")
    }
  }

  /// `T031 running 58%`.
  var summary: [Span] {
    let figure = figure
    let head = [Span(take.number.description + " ", .dim), word]
    return figure.text.isEmpty ? head : head + [Span(" " + figure.text, figure.role == .text ? .text : .dim)]
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

  /// `61% of 6.7 MB`, or the bytes alone when their sum is not known.
  var received: String {
    guard let transfer = activity?.transfer else { return Strings.savingStarts(language) }
    guard let percent = percentReceived, let all = transfer.bytesExpected else {
      return ByteCount(transfer.bytesReceived).text
    }
    return Strings.savingOf(language, "\(percent)%", ByteCount(all).text)
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
    if let unreachedFor {
      return [Span(Strings.notReachedFor(language, unreachedFor.rough(language)), .attention)]
    }
    if let percent = take.percentComplete {
      let figure = "\(percent)%"
      let padding = String(repeating: " ", count: max(1, 5 - figure.utf8.count))
      return Bar(percent: percent, columns: max(0, columns - 5)).spans(theme) + [Span(padding + figure, .work)]
    }
    if case .other(let word)? = take.serviceWord.map(VideoStatus.init(word:)), !word.isEmpty { return [Span(word)] }
    return [Span(Strings.noPercent(language), .dim)]
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
