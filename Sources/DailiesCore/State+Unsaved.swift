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

  /// When the next film becomes urgent, or what is said of one that is moves on by a minute; nil: never.
  var unsavedDue: Timestamp? {
    let count = urgentCount
    if count > 0, settings.motion { return Timestamp(milliseconds: (now.milliseconds / 60_000 + 1) * 60_000) }
    let unsaved = unsaved
    return count < unsaved.count ? unsaved[count].urgentAt : nil
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
