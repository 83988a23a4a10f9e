/// Films that nobody saved: the service keeps none of them for ever.
extension State {
  /// Those that nothing saves by itself, the most urgent first. With automatic saving these are the ones that failed to be.
  private var unsaved: [UnsavedTake] {
    settings.savesAutomatically ? liveTakes.unsavedInTrouble : liveTakes.unsaved
  }

  /// How many are urgent now.
  private var urgentCount: Int { unsaved.count(until: { $0.urgentAt > now }) }

  /// What stands in the line of messages while a film is about to be lost; nil: none is.
  var unsavedNote: Note? {
    let unsaved = unsaved
    let count = urgentCount
    guard count > 0, let first = unsaved.first else { return nil }
    let name = first.number.description
    let who = count == 1 ? name : say(Strings.andMore, name, String(count - 1))
    guard let expires = first.expires, expires - now <= .seconds(2 * 3600) else {
      let age = (now - (first.finished ?? now)).rough(language)
      return Note(Strings.unsavedOld, who, age, tone: .attention)
    }
    if expires <= now { return Note(Strings.unsavedPast, who, tone: .attention) }
    return Note(Strings.unsavedExpires, who, (expires - now).rough(language), tone: .attention)
  }

  /// When what is said of films that are not saved moves on: by a minute, or by a second while it is told in seconds; nil:
  /// never. Without motion: when the next one becomes urgent.
  var unsavedDue: Timestamp? {
    let unsaved = liveTakes.unsaved
    guard !unsaved.isEmpty, settings.motion else {
      let (unsaved, count) = (self.unsaved, urgentCount)
      return count < unsaved.count ? unsaved[count].urgentAt : nil
    }
    let shown = list.rows.lazy.compactMap { UnsavedTake($0) }
    let step: Int64 = shown.contains { $0.isToldInSeconds(at: now) } ? 1000 : 60_000
    return Timestamp(milliseconds: (now.milliseconds / step + 1) * step)
  }
}

extension Array {
  /// How many stand before the first element beyond a border; all of those that are come last.
  fileprivate func count(until isBeyond: (Element) -> Bool) -> Int {
    var range = 0..<count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = isBeyond(self[middle]) ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound
  }
}
