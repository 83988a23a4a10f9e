extension Take {
  /// As much of a prompt as a stranger needs to find the request again, in characters.
  private static let promptInTicket = 60

  /// A paragraph for the provider's support about a film that is not what was ordered, in the language of the screens; nil
  /// where it is what was ordered, or nobody knows.
  package func ticket(in state: State) -> String? {
    guard differsFromOrder, let film else { return nil }
    func say(_ phrase: Phrase, _ arguments: String...) -> String { phrase.fill(state.language, arguments) }
    let delivered = [say(Strings.ordered, filmSeconds(film.seconds)), film.sizeText, film.sound.map { say($0) }]
    let times = [(Strings.sentAt, sent), (Strings.ticketFinished, finished), (Strings.savedAt, saved)].compactMap {
      phrase, at in at.map { say(phrase, Self.dated($0, state)) }
    }
    var sentences = [
      say(Strings.ticketOpening), say(Strings.ticketID, videoID ?? say(Strings.noID)),
      say(Strings.ticketModel, order.model), say(Strings.ticketOrdered, secondsText, sizeText),
      say(Strings.ticketDelivered, delivered.compactMap { $0 }.joined(separator: say(Strings.comma))),
    ]
    if !times.isEmpty {
      let zone = Self.zone(state.utcOffset)
      sentences.append(say(Strings.ticketTimes, times.joined(separator: say(Strings.comma)), zone))
    }
    let prompt = order.prompt.map { $0.isNewline ? " " : $0 }
    let isCut = prompt.count > Self.promptInTicket
    let shown = String(isCut ? prompt.prefix(Self.promptInTicket - 1) + ["…"] : prompt[...])
    sentences += [charge(in: state), say(Strings.ticketPrompt, shown), say(Strings.ticketRequest)]
    return sentences.joined(separator: state.language == .english ? " " : "")
  }

  /// What was charged, as far as that is known.
  private func charge(in state: State) -> String {
    let language = state.language
    if state.service.isDemo { return Strings.ticketDemo(language) }
    let amount = cost?.amount?.text ?? ""
    let seconds = billedSeconds.map { Strings.ticketBilled(language, filmSeconds($0)) }
    switch cost?.source {
    case .header:
      return [Strings.ticketHeader(language, amount), seconds].compactMap { $0 }
        .joined(separator: language == .english ? " " : "")
    case .billedSeconds:
      return Strings.ticketBilledAt(language, filmSeconds(billedSeconds ?? 0), amount)
    case .estimate where cost?.amount != nil: return Strings.ticketEstimate(language, amount)
    case .estimate, .unknown, nil: return seconds ?? Strings.ticketUntold(language)
    }
  }

  private static func dated(_ at: Timestamp, _ state: State) -> String {
    let time = state.localTime(at)
    return time.date + " " + time.time
  }

  /// `UTC+08:00`.
  private static func zone(_ offset: Int) -> String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let minutes = abs(offset) / 60
    return "UTC" + (offset < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
  }
}
