/// Films that nobody saved: the service keeps none of them for ever.
extension State {
  /// Those that nothing saves by itself, the most urgent first. With automatic saving these are the ones that failed to be.
  private var unsaved: [UnsavedTake] {
    settings.savesAutomatically ? liveTakes.unsavedInTrouble : liveTakes.unsaved
  }

  /// How many are urgent now.
  private var urgentCount: Int { unsaved.count(until: { $0.urgentAt > now }) }

  /// A film is about to be lost: a line under the title says so.
  var hasUrgentFilm: Bool { urgentCount > 0 }

  /// What the line under the title says while a film is about to be lost, and the key that saves all of them; the long
  /// form, and one for narrow screens. Nil: none is.
  package var unsavedLine: [(fact: String, key: String)]? {
    let count = urgentCount
    guard count > 0, let first = unsaved.first else { return nil }
    let isOne = count == 1
    let isInList = focus == .takes && layers.isEmpty
    let (phrase, short, long, brief) = urgency(of: first, isOne: isOne)
    let who = isOne ? say(Strings.unsavedOne, first.number.description) : say(Strings.unsavedMany, String(count))
    let few = isOne ? say(Strings.unsavedOne, first.number.description) : say(Strings.unsavedCount, String(count))
    return [
      (say(phrase, who, long), say(isInList ? Strings.savesAll : Strings.savesAllInList)),
      (
        few + say(Strings.listComma) + say(short, brief),
        say(isInList ? Strings.savesAllShort : Strings.savesAllInListShort)
      ),
    ]
  }

  /// How urgent the first one is: in a sentence and in a word, and its age or the time it has left, in long and in short.
  private func urgency(
    of first: UnsavedTake, isOne: Bool
  ) -> (phrase: Phrase, short: Phrase, long: String, brief: String) {
    guard let expires = first.expires, first.expiresSoon(at: now) else {
      let age = now - (first.finished ?? now)
      return (isOne ? Strings.unsavedOld : Strings.unsavedOldest, Strings.oldShort, age.rough(language), age.brief)
    }
    guard expires > now else {
      return (isOne ? Strings.unsavedPast : Strings.unsavedFirstPast, Strings.pastExpiryShort, "", "")
    }
    let left = expires - now
    return (isOne ? Strings.unsavedExpires : Strings.unsavedNext, Strings.leftShortly, left.rough(language), left.brief)
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
