import CDispatch  // the module that Swift takes the structures of the system for
import DailiesCore
import DailiesRuntime
import Logging
import Synchronization
import TerminalCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The log: one line an event, printable, mode 0600, begun anew when it has grown past a megabyte (the last one is kept).
/// Keys and whole prompts are never handed to it.
final class LogFile: Sendable {
  private static let limit = 1_000_000
  private let descriptor: Int32
  private let clock: ClockSource

  init(path: String, clock: ClockSource) {
    var descriptor = Self.openFile(path)
    if descriptor >= 0, lseek(descriptor, 0, SEEK_END) > Self.limit {
      Self.putAside(descriptor, path)
      close(descriptor)
      descriptor = Self.openFile(path)
    }
    self.descriptor = descriptor
    self.clock = clock
  }

  /// Puts a log aside that has grown too long. Of two programs that start at once, the second finds that it is done: it
  /// would put the new log in the place of the one that was kept.
  private static func putAside(_ descriptor: Int32, _ path: String) {
    guard flock(descriptor, LOCK_EX) == 0 else { return }
    var own = stat()
    var named = stat()
    guard fstat(descriptor, &own) == 0, stat(path, &named) == 0, own.st_ino == named.st_ino, own.st_dev == named.st_dev
    else { return }
    rename(path, path + ".1")
  }

  private static func openFile(_ path: String) -> Int32 {
    open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  var logger: Logger { Logger(label: "dailies") { _ in Handler(file: self) } }

  func write(_ level: Logger.Level, _ text: String) {
    guard descriptor >= 0 else { return }
    let line = Array("\(clock.now().milliseconds) \(level) \(PrintableText.clean(text))\n".utf8)
    // One call a line: lines of several programs do not mix in a file opened to append.
    _ = line.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  private struct Handler: LogHandler {
    let file: LogFile
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.notice

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { file.write(event.level, "\(event.message)") }
  }
}
