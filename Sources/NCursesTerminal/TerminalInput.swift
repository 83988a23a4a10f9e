import CNCurses
import TerminalCanvas

/// Of two times the one that comes first; nil stands for never. Makes no list of them: a letter passes here more than once.
func earliest(_ one: Int64?, _ other: Int64?) -> Int64? {
  guard let one, let other else { return one ?? other }
  return min(one, other)
}

/// For `cn_wait`: whole milliseconds, rounded up; -1 for ever.
func milliseconds(until time: Int64?) -> Int32 {
  guard let time else { return -1 }
  let left = time - cn_now()
  return left <= 0 ? 0 : Int32(clamping: (left + 999_999) / 1_000_000)
}

/// Reads the terminal in bulk and decodes what comes, and keeps the clock for an Esc that waits.
struct TerminalInput {
  struct News {
    var inputs: [Input] = []
    /// Letters that waited; they came before anything else.
    var typed: TerminalEvent?
    /// Signals or wake-ups are there to be taken.
    var isWoken = false
    /// Nobody is there any more.
    var hasEnded = false
  }

  /// The answer behind which no other comes.
  enum LastAnswer {
    case attributes, pictures

    fileprivate func isIn(_ input: Input) -> Bool {
      switch (self, input) {
      case (.attributes, .answer(.deviceAttributes)), (.pictures, .answer(.kittyGraphics(KittyGraphics.questionID, _))),
        (.pictures, .answer(.colorRegisters)):
        true
      default: false
      }
    }
  }

  typealias Echo = (_ bytes: UnsafeBufferPointer<UInt8>, _ isRepeated: Bool) -> Bool

  private var decoder: KeyDecoder
  private let escapeWait: Int64
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  /// Letters that are on the screen already and wait for what comes next, and when the first of them came.
  private var waiting: [UInt8] = []
  private var waitingSince: Int64 = 0
  private static let longestWait: Int64 = 600_000_000
  /// What the key that came last was, if it came alone; empty: it did not, or something else came since.
  private var lastKey: [UInt8] = []
  /// When a pending Esc becomes the key, in the nanoseconds of `cn_now`.
  private var escapeDue: Int64?
  /// When the terminal was asked something whose answer has not come; answers must not be left to the shell.
  private var askedAt: Int64?
  private var lastAnswer = LastAnswer.attributes

  /// The most that is read before the rest of the program gets its turn.
  private static let longestBatch = 4 << 20
  /// How long an answer is waited for at the end, and after what time none is expected any more.
  private static let answerWait: Int64 = 100_000_000
  private static let answerLimit: Int64 = 1_000_000_000

  init(decoder: KeyDecoder, escapeWait: Duration) {
    self.decoder = decoder
    self.escapeWait = escapeWait.nanoseconds
  }

  /// Waits for news until `deadline` (nil: for ever; passed: only looks) or an Esc's time, whichever comes first. Letters that
  /// wait come with any of these.
  ///
  /// - Parameter echo: Is given what came alone and can be one letter, or the last key again, before anything else is done about
  ///   it; true: it is to wait.
  mutating func wait(until deadline: Int64?, echo: Echo) -> News {
    var news = News()
    let lettersDue = waiting.isEmpty ? nil : waitingSince + Self.longestWait
    let found = cn_wait(milliseconds(until: earliest(lettersDue, earliest(deadline, escapeDue))))
    news.isWoken = found & CN_WOKEN != 0
    if found & CN_INPUT != 0 {
      news.hasEnded = !readAll(into: &news, echo: echo)
    } else if found & CN_HANG_UP != 0 {
      news.hasEnded = true
    } else if let escapeDue, cn_now() >= escapeDue {
      news.inputs = decoder.flush()
      lastKey = []
      self.escapeDue = nil
    }
    if found != CN_INPUT || news.hasEnded { news.typed = news.typed ?? takeWaiting() }
    return news
  }

  /// Whether a key came last, and alone.
  var canRepeat: Bool { !lastKey.isEmpty }

  /// The letters that wait; nil: there are none.
  mutating func takeWaiting() -> TerminalEvent? {
    guard !waiting.isEmpty else { return nil }
    let letters = decoder.decode(waiting)
    waiting.removeAll(keepingCapacity: true)
    return .typed(letters, waited: .nanoseconds(cn_now() - waitingSince))
  }

  /// What was read of a paste that will not end any more.
  mutating func finish() -> [Input] { decoder.finish() }

  /// Notes that the terminal was asked.
  mutating func expectAnswers(endingIn last: LastAnswer) {
    (askedAt, lastAnswer) = (cn_now(), last)
  }

  /// Before the terminal is given away: waits a moment for answers on their way, and drops them.
  mutating func discardAnswers() {
    guard let askedAt, cn_now() - askedAt < Self.answerLimit else { return }
    let end = cn_now() + Self.answerWait
    var ignored = News()
    while self.askedAt != nil, cn_now() < end {
      guard cn_wait(milliseconds(until: end)) & CN_INPUT != 0, readAll(into: &ignored) else {
        return
      }
    }
  }

  /// Reads until nothing is left; false when the terminal is gone.
  private mutating func readAll(into news: inout News, echo: Echo = { _, _ in false }) -> Bool {
    var total = 0
    repeat {
      let count = buffer.withUnsafeMutableBufferPointer { cn_read($0.baseAddress, $0.count) }
      if count == 0 { return false }
      if count < 0 { break }
      let isAlone = total == 0 && count <= 3 && decoder.isBetweenKeys
      if isAlone {
        let isRepeated = count == lastKey.count && buffer.starts(with: lastKey)
        let waits = buffer.withUnsafeBufferPointer { echo(UnsafeBufferPointer(rebasing: $0[..<count]), isRepeated) }
        if waits {
          lastKey.removeAll(keepingCapacity: true)
          if waiting.isEmpty { waitingSince = cn_now() }
          for byte in buffer[..<count] { waiting.append(byte) }
          return true
        }
      }
      news.typed = news.typed ?? takeWaiting()
      let inputs = decoder.decode(buffer[..<count])
      lastKey.removeAll(keepingCapacity: true)
      if isAlone, inputs.count == 1, decoder.isBetweenKeys { lastKey += buffer[..<count] }
      if news.inputs.isEmpty { news.inputs = inputs } else { news.inputs += inputs }
      total += count
    } while total < Self.longestBatch && cn_wait(0) & CN_INPUT != 0
    // What tmux hands on key by key may be an answer.
    let isAnswering = lastAnswer == .pictures && askedAt.map { cn_now() - $0 < Self.answerLimit } ?? false
    escapeDue = decoder.isWaiting ? cn_now() + (isAnswering ? max(escapeWait, Self.answerWait) : escapeWait) : nil
    if askedAt != nil, news.inputs.contains(where: lastAnswer.isIn) { askedAt = nil }
    return true
  }
}
