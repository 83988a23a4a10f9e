import DailiesCore
import TerminalCanvas
import VideosAPI

/// What there is to say about one take, in rows of facts: shared by the pane under the list and the detail layer.
/// What changes by the second stands at the end of its row, so that nothing else moves.
struct TakeFacts {
  let take: Take
  let state: State
  /// The detail layer has room for the small print.
  var isFull = false

  private var language: Language { state.language }
  private var activity: TakeActivity? { state.activity[take.number] }

  /// The order, for a frame: `veo-3.1-fast-generate-001  8 s  1280x720`.
  var order: String {
    var parts = [take.order.model]
    if let seconds = take.orderedSeconds { parts.append(state.say(Strings.ordered, String(seconds))) }
    if let size = take.orderedSize { parts.append(size.description) }
    if let image = take.order.image { parts.append(state.say(Strings.withImage, image.name)) }
    return parts.joined(separator: "  ")
  }

  var title: [Span] {
    [Span(take.number.description + " "), TakeProgress(take, in: state).word] + (titleVerdict.map { [$0] } ?? [])
      + (titleClass.map { [$0] } ?? [])
  }

  /// Facts row by row, flowed into `columns`; the most wanted first.
  func lines(columns: Int, widths: DisplayWidth) -> [TextLine] {
    var lines = Self.flow(life, columns: columns, widths: widths)
    if let problem = take.problem {
      let role: Role = take.phase.role == .bad || take.phase == .ready ? .bad : .attention
      lines += WrappedText(Note(problem).text(state.wording), columns: columns, limit: 4, widths: widths).textLines(
        role)
    }
    lines += words(columns: columns, widths: widths)
    for row in [held, usual, service, checks, transfer, film, money, next] {
      lines += Self.flow(row, columns: columns, widths: widths)
    }
    return lines
  }

  // MARK: Rows

  private var life: [Span] {
    var row: [Span] = []
    if let sent = take.sent {
      row.append(Span(state.say(Strings.sentAt, state.time(sent))))
    } else {
      row.append(Span(state.say(Strings.recordedAt, state.time(take.recorded))))
    }
    row.append(Span(take.videoID.map { state.say(Strings.id, Self.end(of: $0)) } ?? state.say(Strings.noID), .dim))
    if let parent = take.origin?.parent { row.append(Span(state.say(Strings.fromTake, parent.description))) }
    if let shot = take.origin?.shot { row.append(Span(state.say(Strings.ofShot, shot))) }
    if let expires = take.expires, take.phase == .ready || take.phase == .saving {
      row.append(Span(state.say(Strings.expiresAt, state.time(expires)), .attention))
    }
    if let elapsed = TakeProgress(take, in: state).elapsed {
      row.append(Span(state.say(duration, elapsed.clock)))
    }
    return row
  }

  private var duration: Phrase {
    switch take.phase {
    case .failed, .gone: Strings.took
    case .ready, .saving, .saved: Strings.madeIn
    case .held, .leaving, .sending, .unsure, .queued, .running, .dropped: Strings.soFar
    }
  }

  private var held: [Span] {
    switch take.phase {
    case .held:
      var row: [Span] = []
      if take.problem == nil { row.append(Span(state.say((take.heldReason ?? .interrupted).text))) }
      if let leavesAt = take.leavesAt { row.append(Span(state.say(Strings.leavesAt, state.time(leavesAt)))) }
      return row
    case .leaving:
      return take.leavesAt.map {
        [Span(state.say(Strings.leavingIn, String(($0 - state.now).secondsLeft)), .attention)]
      } ?? []
    default:
      return []
    }
  }

  /// What is usual for takes like it, and what follows from that; nothing when nothing is known. The time left counts
  /// down at the end.
  private var usual: [Span] {
    guard let usual = state.usualTime(of: take) else { return [] }
    var row = [Span(usual.text(language, median: usual.median.clock))]
    switch TakeProgress(take, in: state).timeLeft {
    case .left(let left): row.append(Span(state.say(Strings.timeLeft, left.clock)))
    case .late(let late): row.append(Span(state.say(Strings.lateBy, late.clock), .attention))
    case nil: break
    }
    return row
  }

  private var service: [Span] {
    guard take.phase.isWatched else { return [] }
    var row: [Span] = []
    if let word = take.serviceWord, !word.isEmpty { row.append(Span(state.say(Strings.serviceSays, word))) }
    if let percent = take.percentComplete {
      row.append(Span(state.say(Strings.reported, String(percent)), .work))
    } else if let percent = TakeProgress(take, in: state).estimatedPercent {
      row.append(Span(state.say(Strings.estimatedFigure, String(percent)), .dim))
    } else {
      row.append(Span(state.say(Strings.noFigure), .dim))
    }
    return row
  }

  /// On a line of its own: what counts down there moves nothing else.
  private var checks: [Span] {
    guard let asking = state.asking(about: take) else { return [] }
    var row: [Span] = []
    if let silence = TakeProgress(take, in: state).silence {
      let reason = activity?.lastFailure.map { ": " + $0.kind.what(language) } ?? ""
      row.append(Span(silence + reason, .attention))
    } else if let reached = activity?.lastReached {
      row.append(Span(state.say(Strings.lastCheck, (state.now - reached).rough(language)), .dim))
    }
    if let next = state.nextCheck(of: take, asking) { row.append(Span(next, .dim)) }
    return row
  }

  private var transfer: [Span] {
    guard take.isInSaving else { return [] }
    let progress = TakeProgress(take, in: state)
    var row = [progress.saving]
    if let transfer = activity?.transfer, transfer.bytesPerSecond > 0 {
      row.append(Span(state.say(Strings.rate, ByteCount(transfer.bytesPerSecond).text)))
    }
    if let left = progress.transferLeft { row.append(Span(state.say(Strings.timeLeft, left.clock), .dim)) }
    return row
  }

  private var film: [Span] {
    var row: [Span] = []
    if let path = take.filePath { row.append(Span(state.say(Strings.file, path))) }
    if let bytes = take.fileBytes { row.append(Span(ByteCount(bytes).text)) }
    if let film = take.film {
      let got = (filmSeconds(film.seconds), film.sizeText)
      if take.differsFromOrder {
        let text = state.say(
          Strings.orderedGot, take.secondsText, take.sizeText, got.0, got.1)
        row.append(Span("! " + text, .attention))
      } else {
        row.append(Span(state.say(Strings.asOrdered, got.0, got.1), .good))
      }
      if let sound = film.sound { row.append(Span(state.say(sound), .dim)) }
    }
    if let saved = take.saved { row.append(Span(state.say(Strings.savedAt, state.time(saved)), .dim)) }
    return row
  }

  private var money: [Span] {
    // Whatever figures the demo service sends along, nothing is paid there.
    guard !state.service.isDemo else { return isFull ? [Span(state.say(Strings.nothingPaid), .dim)] : [] }
    var row: [Span] = []
    if let cost = take.cost { row += self.cost(cost) }
    if take.cost?.source != .billedSeconds, take.phase != .failed, let seconds = take.billedSeconds {
      row.append(Span(state.say(Strings.billed, filmSeconds(seconds)), .dim))
    }
    if take.cost?.source != .header, let cost = take.billedCost {
      row.append(Span(state.say(Strings.cost, cost), .dim))
    }
    if isFull, row.isEmpty {
      let isFree = take.phase.isUnsent || take.phase == .dropped
      row.append(Span(state.say(isFree ? Strings.chargedNothing : Strings.chargeUnknown), .dim))
    }
    return row
  }

  /// What it costs and how that is known. Of a failure: what is known of the charge.
  private func cost(_ cost: TakeCost) -> [Span] {
    let amount = cost.amount?.text ?? ""
    switch cost.certainty {
    case .unsure:
      return [
        Span(
          cost.amount == nil ? state.say(Strings.costUnsureUnknown) : state.say(Strings.costUnsure, amount), .attention)
      ]
    case .failed:
      if take.videoID == nil { return [Span(state.say(Strings.chargeRefused), .dim)] }
      var row = [
        Span(
          take.billedSeconds.map { state.say(Strings.usageSeconds, filmSeconds($0)) } ?? state.say(Strings.usageNone),
          .attention)
      ]
      row.append(
        Span(cost.amount == nil ? state.say(Strings.chargeUnknown) : state.say(Strings.costUnsure, amount), .attention))
      if let counted = take.counted.amount { row.append(Span(state.say(Strings.chargeCounted, counted.text), .dim)) }
      return row
    case .sure:
      switch cost.source {
      case .header: return [Span(state.say(Strings.costHeader, amount), .dim)]
      case .billedSeconds:
        let since = take.price?.since.description ?? ""
        return [Span(state.say(Strings.costBilled, amount, filmSeconds(take.billedSeconds ?? 0), since), .dim)]
      case .estimate:
        return [Span(state.say(Strings.costEstimate, amount, take.price?.since.description ?? ""), .dim)]
      case .unknown: return []
      }
    }
  }

  // MARK: Form

  /// The last eight characters: what tells one long id from another.
  static func end(of id: String) -> String { id.count > 8 ? "…" + id.suffix(8) : id }

  /// Puts facts one after the other, three blanks apart; one that does not fit begins the next line.
  static func flow(_ facts: [Span], columns: Int, widths: DisplayWidth) -> [TextLine] {
    var lines: [TextLine] = []
    var line: [Span] = []
    var used = 0
    for fact in facts {
      let width = widths.width(of: fact.text)
      if !line.isEmpty, used + 3 + width > columns {
        lines.append(TextLine(line))
        line = []
        used = 0
      }
      if !line.isEmpty { line.append(Span("   ")) }
      used += (line.isEmpty ? 0 : 3) + width
      line.append(fact)
    }
    if !line.isEmpty { lines.append(TextLine(line)) }
    return lines
  }
}
