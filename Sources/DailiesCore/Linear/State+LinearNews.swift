/// What happens to takes, in words, where nothing shows it.
extension State {
  /// Says where a take stands now, unless that was just said in other words.
  ///
  /// - Parameters:
  ///   - before: How it was; nil when it was not known.
  ///   - said: How many notes had been said before the change was looked at.
  mutating func sayNews(of take: Take, before: Take?, said: Int) {
    guard let linear, linear.noteCount == said, !take.isHidden else { return }
    let isNew = take.phase != before?.phase
    // Not every figure is news: a quarter more is.
    let quarter = (take.percentComplete ?? 0) / 25
    guard isNew || (take.phase == .running && quarter > (before?.percentComplete ?? 0) / 25) else { return }
    // Of a take that nobody saw before nothing is told but what wants a person.
    guard before != nil, take.phase != .sending || before?.phase == .leaving else { return }
    // It is saved by itself: that is said when it is done.
    let isOnItsWay = take.phase == .saving || (take.phase == .ready && settings.savesAutomatically)
    guard !isOnItsWay || take.problem != nil else { return }
    let word = take.phase.word(language) + (take.percentComplete.map { " \($0)%" } ?? "")
    note(Note(Strings.noticeOne, take.number.description, take.phase.isWatched ? word : take.phase.word(language)))
  }

  /// Says of takes that leave how they can be taken back.
  mutating func sayLeaving(_ takes: [Take]) {
    guard linear != nil, takes.contains(where: { $0.phase == .leaving && $0.leavesAt != nil }) else { return }
    note(Note(Strings.linearTakeBack, tone: .attention))
  }
}
