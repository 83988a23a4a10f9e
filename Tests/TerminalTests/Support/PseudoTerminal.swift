import Dispatch
import Foundation
import Glibc

/// A program in a pseudo-terminal: sees what it is sent, sends what it sees, and keeps every byte that came.
///
/// It is no emulator: what the screen looks like is tmux's affair (`TmuxScreen`).
final class PseudoTerminal {
  let process: ChildProcess
  /// All that was written to the terminal.
  private(set) var transcript: [UInt8] = []
  /// The modes before the program was started.
  let firstModes: TerminalState
  private var master: Int32
  /// Held open, so that the modes outlive the program.
  private let device: Int32
  private let answersQuestions: Bool
  private let answers: String

  /// TIOCSPTLCK and TIOCGPTN.
  private static let lock: UInt = 0x4004_5431
  private static let nameOfDevice: UInt = 0x8004_5430

  struct CannotOpen: Error {
    let error: Int32
  }

  /// - Parameters:
  ///   - program: The program under test, unless said otherwise.
  ///   - answersQuestions: Whether the terminal answers when asked.
  ///   - answers: What it then says first; in any case that it speaks the kitty keyboard protocol.
  ///   - attributes: Its device attributes.
  init(
    _ workplace: Workplace, _ arguments: [String], program: String = BuiltProgram.path, columns: UInt16 = 80,
    rows: UInt16 = 24, answersQuestions: Bool = true, answers: String = "", attributes: String = "62;22"
  ) throws {
    // What posix_openpt, unlockpt and ptsname do; source: ioctl_tty(2).
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var isLocked: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, Self.lock, &isLocked) == 0, ioctl(master, Self.nameOfDevice, &number) == 0 else {
      throw CannotOpen(error: errno)
    }
    let path = "/dev/pts/\(number)"
    let device = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard device >= 0 else { throw CannotOpen(error: errno) }
    Self.setSize(master, columns, rows)
    firstModes = TerminalState(of: device)
    self.master = master
    self.device = device
    self.answersQuestions = answersQuestions
    self.answers = answers + "\u{1B}[?0u\u{1B}[?\(attributes)c"
    process = try ChildProcess(
      program, arguments, environment: workplace.environment, input: .terminal(path), output: .terminal(path),
      errors: .terminal(path))
  }

  deinit {
    process.send(SIGKILL)
    hangUp()
    close(device)
  }

  /// The modes of the terminal as they are now.
  var modes: TerminalState { TerminalState(of: device) }

  func resize(columns: UInt16, rows: UInt16) { Self.setSize(master, columns, rows) }

  private static func setSize(_ descriptor: Int32, _ columns: UInt16, _ rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  /// Nobody is there any more.
  func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  // MARK: - Keys

  /// Sends bytes as keys would; what the program writes meanwhile is read, so that neither waits for the other.
  func send(_ text: String) { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, master >= 0 {
      var descriptor = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard poll(&descriptor, 1, 1000) > 0 else { return }
      if descriptor.revents & Int16(POLLIN) != 0 { readOnce() }
      guard descriptor.revents & Int16(POLLOUT) != 0 else { continue }
      let count = rest.prefix(2048).withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) }
    }
  }

  // MARK: - Output

  /// How many bytes came so far; a place to look from.
  var mark: Int { transcript.count }

  /// Takes what is there now, and waits at most so long for it.
  func read(milliseconds: Int32 = 0) {
    guard master >= 0 else { return }
    var wait = milliseconds
    while true {
      var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, wait) > 0, descriptor.revents & Int16(POLLIN) != 0, readOnce() else { return }
      wait = 0
    }
  }

  @discardableResult private func readOnce() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    let before = transcript.count
    transcript += buffer[..<count]
    if answersQuestions, contains("\u{1B}[c", from: max(0, before - 2)) { write(answers) }
    return true
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
  }

  func contains(_ text: String, from start: Int = 0) -> Bool {
    let wanted = Array(text.utf8)
    let bytes = transcript[min(start, transcript.count)...]
    guard bytes.count >= wanted.count, let first = wanted.first else { return false }
    return bytes.indices.dropLast(wanted.count - 1).contains { index in
      bytes[index] == first && bytes[index...].starts(with: wanted)
    }
  }

  /// Reads until the bytes after `start` hold a text.
  func wait(for text: String, from start: Int = 0) throws {
    try wait(for: "the bytes \(text.debugDescription)") { $0.contains(text, from: start) }
  }

  func wait(for what: String, until isTrue: (PseudoTerminal) -> Bool) throws {
    let end = ContinuousClock.now + Patience.limit
    while true {
      if isTrue(self) { return }
      guard ContinuousClock.now < end else {
        throw Patience.RanOut(description: "waited for \(what); the last bytes: \(tail.debugDescription)")
      }
      read(milliseconds: 100)
    }
  }

  /// Waits until the first frame is out and everything is switched on: the program is ready for keys.
  func waitForScreens() throws {
    try wait(for: answersQuestions ? "\u{1B}[>1u" : "\u{1B}[?2004h")
  }

  func waitForEnd(within limit: Duration = Patience.limit) throws -> ChildProcess.End {
    let end = try process.waitForEnd(within: limit) { read() }
    read()
    return end
  }

  /// All that came, as text.
  var text: String { text(from: 0) }
  func text(from start: Int) -> String { String(decoding: transcript[min(start, mark)...], as: UTF8.self) }
  private var tail: String { String(decoding: transcript.suffix(300), as: UTF8.self) }
}
