/// What was said, and how long it stands.
extension State {
  mutating func note(_ note: Note) { message = logged(note) }

  /// Says what no key asked for. An answer to one's own key is not pushed away by it: news wait until that could be read, or
  /// until the next key; what has gathered by then is one.
  mutating func tell(_ news: Note) {
    var news = logged(news)
    news.isNews = true
    if linear == nil, standsUntil != nil { waitingNews.append(news) } else { message = news }
  }

  /// When news may take the place of the answer that is shown; nil: now.
  private var standsUntil: Timestamp? {
    guard let message, !message.isNews, let at = message.at, at <= now, now - at < Self.answerStands else { return nil }
    return at + Self.answerStands
  }

  private static let answerStands = Duration.seconds(4)

  /// When the news that wait are to be shown.
  var newsDue: Timestamp? { waitingNews.isEmpty ? nil : standsUntil ?? now }

  mutating func showNews() {
    guard !waitingNews.isEmpty, standsUntil == nil else { return }
    message = gathered(waitingNews)
    waitingNews = []
  }

  private func gathered(_ news: [Note]) -> Note? {
    guard news.count > 1 else { return news.first }
    let count = String(news.count)
    let worst = news.last { $0.tone == .bad } ?? news.last { $0.tone == .attention } ?? news.last
    var all: Note
    if news.allSatisfy({ $0.phrase == Strings.isSaved }) {
      all = Note(Strings.areSaved, count, tone: .good)
    } else if news.allSatisfy({ $0.phrase == Strings.accepted }) {
      all = Note(Strings.areAccepted, count, tone: .good)
    } else if news.allSatisfy({ $0.phrase == Strings.savingIsPaused }) {
      all = Note(Strings.savesArePaused, count)
    } else {
      all = Note(Strings.severalNews, worst?.text(wording) ?? "", count, tone: worst?.tone ?? .plain)
    }
    all.at = now
    all.isNews = true
    return all
  }

  /// Keeps it in the activity log.
  @discardableResult
  mutating func logged(_ note: Note) -> Note {
    var note = note
    note.at = now
    log.append(note)
    linear?.noteCount += 1
    if log.count > 500 { log.removeFirst(log.count - 500) }
    return note
  }

  /// A key was pressed that does something else: what was said before is old, unless nobody can have read it yet. The
  /// activity log keeps it.
  mutating func dismissMessage() {
    if let at = message?.at, now - at < .seconds(2) { return }
    message = nil
  }

  /// Another key came than the one that would have quit: what was said of it no longer holds.
  mutating func disarmQuitting() {
    guard isQuitArmed else { return }
    isQuitArmed = false
    if [Strings.pressAgain, Strings.pressAgainOrQ].contains(message?.phrase) { message = nil }
  }
}
