import Dispatch
import Foundation

/// A program started by a test, in a session of its own; it does not outlive this value.
final class ChildProcess {
  /// What stands behind a standard descriptor.
  enum Stream {
    case nothing
    /// A file; made anew for writing.
    case file(String)
    /// A terminal, by the path of its device. The first one that is opened becomes the terminal of the session.
    case terminal(String)
  }

  enum End: Equatable {
    case code(Int32)
    case signal(Int32)
  }

  struct CannotStart: Error {
    let program: String
    let error: Int32
  }

  /// POSIX_SPAWN_SETSID, which the C library shows only to those who ask for its extensions.
  private static let ownSession: Int16 = 0x80

  let id: pid_t
  private let command: String
  private var end: End?
  /// The processor time that it and its children took; known at its end.
  private(set) var processorTime = Duration.zero

  init(
    _ program: String, _ arguments: [String], environment: [String: String], input: Stream = .nothing,
    output: Stream = .nothing, errors: Stream = .nothing
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    Self.open(input, as: 0, flags: O_RDONLY, &actions)
    Self.open(output, as: 1, flags: O_WRONLY | O_CREAT | O_TRUNC, &actions)
    Self.open(errors, as: 2, flags: O_WRONLY | O_CREAT | O_TRUNC, &actions)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(
      &attributes, Self.ownSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)

    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var id = pid_t()
    let error = posix_spawn(&id, program, &actions, &attributes, &words, &variables)
    guard error == 0 else { throw CannotStart(program: program, error: error) }
    self.id = id
    command = ([program] + arguments).joined(separator: " ")
  }

  deinit {
    guard end == nil else { return }
    kill(id, SIGKILL)
    waitpid(id, nil, 0)
  }

  private static func open(
    _ stream: Stream, as descriptor: Int32, flags: Int32, _ actions: inout posix_spawn_file_actions_t
  ) {
    switch stream {
    case .nothing: posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    case .file(let path): posix_spawn_file_actions_addopen(&actions, descriptor, path, flags, 0o600)
    case .terminal(let path): posix_spawn_file_actions_addopen(&actions, descriptor, path, O_RDWR, 0)
    }
  }

  /// The processor time that it took so far.
  ///
  /// Source: proc(5), fields 14 and 15 of `/proc/PID/stat`, in hundredths of a second.
  var busyTime: Duration {
    let text = (try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)) ?? ""
    let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12]) else { return .zero }
    return .milliseconds((user + system) * 10)
  }

  /// The most memory that it has held so far, in bytes; 0 once it has ended.
  ///
  /// Source: proc(5), `VmHWM` in `/proc/PID/status`. (What wait4 tells of a program counts who started it as well.)
  var peakMemory: Int {
    let text = (try? String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)) ?? ""
    return text.firstMatch(of: /VmHWM:\s+(\d+) kB/).flatMap { Int($0.1) }.map { $0 * 1024 } ?? 0
  }

  /// Sends a signal; nothing happens once the program has ended and was waited for.
  func send(_ signal: Int32) {
    if end == nil { kill(id, signal) }
  }

  /// How it ended, once it has.
  func ended() -> End? {
    if let end { return end }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(id, &status, WNOHANG, &usage) == id else { return nil }
    processorTime =
      .seconds(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + .microseconds(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec)
    let signal = status & 0x7F
    end = signal == 0 ? .code(status >> 8 & 0xFF) : .signal(signal)
    return end
  }

  func waitForEnd(within limit: Duration = Patience.limit, meanwhile: () -> Void = {}) throws -> End {
    try Patience.wait(for: "the end of \(command)", within: limit) {
      meanwhile()
      return ended()
    }
  }

  /// Waits until it is stopped; returns the signal that did it.
  func waitForStop() throws -> Int32 {
    try Patience.wait(for: "\(command) to stop") {
      var status: Int32 = 0
      guard waitpid(id, &status, WNOHANG | WUNTRACED) == id, status & 0xFF == 0x7F else { return nil }
      return status >> 8 & 0xFF
    }
  }
}
