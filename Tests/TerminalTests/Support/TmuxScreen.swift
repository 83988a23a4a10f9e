import Dispatch
import Foundation
import Glibc

/// A program in a window of tmux, which says what the screen shows: an independent judge of widths and caret.
final class TmuxScreen {
  struct Place: Equatable {
    let column: Int
    let row: Int
  }

  struct Refused: Error {
    let command: [String]
    let message: String
  }

  /// The program itself, unless it says its end: what starts it in the window puts it in its own place.
  let processID: pid_t
  let workplace: Workplace
  private let socket: String
  /// A client of tmux, and the pipe that it reads: with this process, however that ends, goes the pipe, with the pipe the
  /// client, and with its only client the server.
  private let client: ChildProcess
  private let pipe: Int32

  /// - Parameters:
  ///   - environment: The whole environment of the program; the workplace's, unless said otherwise.
  ///   - habits: How wide tmux draws what.
  ///   - saysItsEnd: Whether a shell prints `ended with CODE` when the program is over. An empty line comes before it,
  ///     because tmux moves everything up by one to say that nothing runs any more.
  init(
    _ workplace: Workplace, _ arguments: [String], columns: Int = 80, rows: Int = 24,
    environment: [String: String]? = nil, habits: TmuxHabits = .own, saysItsEnd: Bool = false
  ) throws {
    self.workplace = workplace
    socket = workplace.folder + "/tmux-\(UUID().uuidString.prefix(8))"
    let variables = (environment ?? workplace.environment).map { "\($0.key)=\($0.value)" }.sorted()
    let shell = saysItsEnd ? ["/bin/sh", "-c", "\"$@\"; code=$?; echo; echo ended with $code", "sh"] : []
    let program = shell + ["/usr/bin/env", "-i"] + variables + [BuiltProgram.path] + arguments
    let answer = try Self.run(
      workplace, socket,
      ["start-server", ";", "set", "-g", "remain-on-exit", "on", ";", "set", "-g", "status", "off", ";"]
        + ["set", "-g", "mode-keys", "vi", ";"]
        + ["new-session", "-d", "-P", "-F", "#{pane_pid}", "-x", String(columns), "-y", String(rows), "--"] + program,
      environment: try habits.environment(workplace))
    guard let id = pid_t(answer.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw Refused(command: program, message: answer)
    }
    processID = id

    mkfifo(socket + ".pipe", 0o600)
    pipe = open(socket + ".pipe", O_RDWR | O_CLOEXEC)
    client = try ChildProcess(
      "/usr/bin/env", ["tmux", "-u", "-S", socket, "-C", "attach-session", "-f", "ignore-size"],
      environment: workplace.environment, input: .file(socket + ".pipe"))
    try Patience.wait(for: "tmux to have a client") { try !run("list-clients").isEmpty }
    try run("set", "destroy-unattached", "on")
  }

  /// Ends this test's server, and with it what runs in its window.
  deinit {
    _ = try? run("kill-server")
    close(pipe)
  }

  @discardableResult private func run(_ command: String...) throws -> String {
    try Self.run(workplace, socket, command)
  }

  private static func run(
    _ workplace: Workplace, _ socket: String, _ command: [String], environment: [String: String]? = nil
  ) throws -> String {
    let outcome = try workplace.run(
      "/usr/bin/env", ["tmux", "-u", "-S", socket, "-f", "/dev/null"] + command, environment: environment)
    guard outcome.end == .code(0) else { throw Refused(command: command, message: outcome.errors) }
    return outcome.output
  }

  // MARK: - Keys

  /// Types text, as it stands.
  func type(_ text: String) throws { try run("send-keys", "-l", "--", text) }

  /// Presses a key by the name tmux has for it: `F5`, `Enter`, `Left`, `C-c`, `S-Left`.
  func press(_ key: String) throws { try run("send-keys", key) }

  func resize(columns: Int, rows: Int) throws {
    try run("resize-window", "-x", String(columns), "-y", String(rows))
  }

  /// Pastes text, bracketed if the program asked for that.
  func paste(_ text: String) throws {
    let file = workplace.folder + "/paste"
    try Data(text.utf8).write(to: URL(filePath: file))
    try run("load-buffer", file)
    try run("paste-buffer", "-p", "-r")
  }

  /// Lets programs in the window set tmux's buffer.
  func takeClipboard() throws { try run("set", "-s", "set-clipboard", "on") }

  func clipboard() -> String { (try? run("show-buffer")) ?? "" }

  // MARK: - What is seen

  /// The rows of the screen, without blanks at their ends.
  func text() throws -> String { try run("capture-pane", "-p") }

  /// The same with all colours.
  func colors() throws -> String { try run("capture-pane", "-p", "-e") }

  func caret() throws -> Place { try place("#{cursor_x} #{cursor_y}") }

  private func place(_ format: String) throws -> Place {
    let answer = try run("display-message", "-p", format)
    let numbers = answer.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    guard numbers.count == 2 else { throw Refused(command: ["display-message", format], message: answer) }
    return Place(column: numbers[0], row: numbers[1])
  }

  /// What tmux has at the caret, with the place where that is, both of the same moment.
  func characterAtCaret() throws -> (character: String, place: Place) {
    let answer = try run("display-message", "-p", "#{cursor_x} #{cursor_y} #{cursor_character}")
    let parts = answer.split(separator: " ", maxSplits: 2).map { $0.trimmingCharacters(in: .newlines) }
    guard parts.count >= 2, let column = Int(parts[0]), let row = Int(parts[1]) else {
      throw Refused(command: ["display-message"], message: answer)
    }
    return (parts.count > 2 ? parts[2] : "", Place(column: column, row: row))
  }

  /// Waits until the program has been told how wide tmux draws what, and has kept it.
  func waitForMeasurement() throws {
    try Patience.wait(for: "the widths of the terminal to be kept") {
      !workplace.files(endingIn: "/terminals.json").isEmpty
    }
  }

  /// Where a text stands first, in tmux's count of columns.
  func find(_ text: String) throws -> Place {
    try run("copy-mode")
    for command in [["top-line"], ["start-of-line"], ["search-forward-text", text]] {
      _ = try Self.run(workplace, socket, ["send-keys", "-X"] + command)
    }
    defer { _ = try? run("send-keys", "-X", "cancel") }
    return try place("#{copy_cursor_x} #{copy_cursor_y}")
  }

  var isShowingCaret: Bool { get throws { try run("display-message", "-p", "#{cursor_flag}").hasPrefix("1") } }

  func waitUntil(_ what: String, _ isShown: (String) throws -> Bool) throws {
    var last = ""
    try Patience.wait(for: what, detail: last) {
      last = try text()
      return try isShown(last)
    }
  }

  /// Waits until a text stands somewhere on the screen, in one row.
  func wait(for text: String) throws { try waitUntil("“\(text)”") { $0.contains(text) } }

  func wait(forCaret place: Place) throws {
    var last: Place?
    try Patience.wait(for: "the caret at \(place)", detail: "\(String(describing: last))") {
      last = try caret()
      return last == place
    }
  }

  /// Waits until nothing runs in the window any more. How it ended tmux does not always know (3.3).
  func waitForEnd() throws {
    try Patience.wait(for: "the end of the program in tmux") {
      try run("display-message", "-p", "#{pane_dead}").hasPrefix("1")
    }
  }
}
