import CDispatch  // the module that Swift takes the structures of the system for
import Foundation

/// A program that has the terminal while this one waits for it, with nothing of our signals: no mask, no ignored signal.
enum ForegroundProgram {
  enum End: Equatable {
    case code(Int32)
    case signal(Int32)
    case notStarted
  }

  /// Runs a program in this process group, on the thread of the caller, to its end.
  ///
  /// - Parameter arguments: The path of the program first.
  static func run(_ arguments: [String], environment: [String: String]) -> End {
    guard let program = arguments.first else { return .notStarted }
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var standard = sigset_t()
    sigemptyset(&standard)
    for number in [SIGINT, SIGQUIT, SIGPIPE, SIGTSTP, SIGTTIN, SIGTTOU, SIGCHLD, SIGWINCH] {
      sigaddset(&standard, number)
    }
    posix_spawnattr_setsigdefault(&attributes, &standard)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let words = arguments.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var id: pid_t = 0
    guard posix_spawn(&id, program, nil, &attributes, words, variables) == 0 else { return .notStarted }
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 {
      guard errno == EINTR else { return .notStarted }
    }
    let signal = status & 0x7F
    return signal == 0 ? .code(status >> 8 & 0xFF) : .signal(signal)
  }
}
