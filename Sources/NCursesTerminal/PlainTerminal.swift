import CNCurses
package import TerminalCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard input and output as they are, line by line: nothing of ncurses, no mode but the showing of what is typed.
///
/// First thread only; there is one at a time, because signals belong to the whole program.
package final class PlainTerminal: LineTerminal {
  package let wakeUp = WakeUp { cn_wake() }
  package let isInteractive: Bool
  private let notices: NoticeChannel?
  /// Bytes of a line that has no end yet.
  private var rest: [UInt8] = []
  private var hasEnded = false
  private var isHidden = false

  /// - Parameter notices: What the terminal takes to call somebody; nil: nothing.
  /// - Throws: A ``TerminalError`` when signals cannot be caught.
  package static func open(_ notices: NoticeChannel?) throws(TerminalError) -> PlainTerminal {
    guard cn_catch_signals() else { throw TerminalError(.noResources) }
    return PlainTerminal(notices)
  }

  private init(_ notices: NoticeChannel?) {
    self.notices = notices
    isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  package func close() {
    showTyping(true)
    cn_release_signals()
  }

  // MARK: Lines

  package func waitForEvents(timeout: Duration?) -> [LineEvent] {
    let deadline = timeout.map { cn_now() + $0.nanoseconds }
    while true {
      var events: [LineEvent] = []
      let found = cn_wait(milliseconds(until: deadline))
      if found & CN_INPUT != 0 { read(into: &events) }
      if found & CN_HANG_UP != 0, !hasEnded {
        endInput(into: &events)
      }
      if found & CN_WOKEN != 0 { takeWakeUps(into: &events) }
      if let deadline, cn_now() >= deadline { events.append(.deadline) }
      if !events.isEmpty { return events }
    }
  }

  private func read(into events: inout [LineEvent]) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = buffer.withUnsafeMutableBufferPointer { cn_read($0.baseAddress, $0.count) }
    if count < 0 { return }
    guard count > 0 else { return endInput(into: &events) }
    rest += buffer[..<count]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      var line = rest[..<end]
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      events.append(.line(String(decoding: line, as: UTF8.self)))
      rest.removeFirst(end + 1)
    }
  }

  /// Nothing more comes, unless it is a terminal. A line without an end is a line.
  private func endInput(into events: inout [LineEvent]) {
    if !rest.isEmpty { events.append(.line(String(decoding: rest, as: UTF8.self))) }
    rest = []
    events.append(.endOfInput)
    guard isatty(STDIN_FILENO) == 0 else { return }
    hasEnded = true
    // From now on a pipe that nobody writes to stands there: one that has ended would wake every wait at once.
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    dup2(ends[0], STDIN_FILENO)
  }

  private func takeWakeUps(into events: inout [LineEvent]) {
    var what: Int32 = 0
    while cn_next_wake_up(&what) {
      switch what {
      case CN_WAKE_UP: events.append(.wokenUp)
      case CN_RESIZE, CN_CONTINUED: break
      case CN_STOP: events.append(.stopAsked)
      case SIGINT: events.append(.interrupt)
      default: events.append(.signal(what))
      }
    }
  }

  @discardableResult package func write(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { cn_write($0.baseAddress, $0.count) }
  }

  package func notify(_ title: String, _ text: String, by way: NoticeWay) {
    if isatty(STDOUT_FILENO) == 1, let notices { write(notices.bytes(title, text, by: way)) }
  }

  // MARK: The terminal

  package func showTyping(_ isShown: Bool) {
    guard isHidden == isShown else { return }
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return }
    isHidden = !isShown
    if isShown { modes.c_lflag |= tcflag_t(ECHO) } else { modes.c_lflag &= ~tcflag_t(ECHO) }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
  }

  package func suspend(wholeGroup: Bool) { cn_stop(wholeGroup) }

  package func lend(_ body: () -> Void) {
    cn_lend_signals(true)
    body()
    cn_lend_signals(false)
  }
}
