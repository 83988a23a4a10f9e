import CDispatch  // the module that Swift takes the structures of the system for
import Foundation
import Synchronization

/// Whose text a file is: a lock beside it says that its program is there. A process number means something in its own
/// process namespace only, and another container, or another machine, may share the state folder; a lock is seen by all,
/// and goes with its program.
extension TextFile {
  /// The locks that this program holds, by the path of the text.
  private static let held = Mutex<[String: Int32]>([:])

  private enum Lock {
    case held, free
    /// There is none, or the file system knows no locks.
    case missing
  }

  /// Takes the lock of a text; false when another program has it. Where there are no locks it is as if it were taken.
  static func hold(_ path: String) -> Bool {
    let descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return true }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
      held.withLock { $0[path] = descriptor }
      return true
    }
    let isTaken = errno == EWOULDBLOCK
    close(descriptor)
    if !isTaken { unlink(path + ".lock") }
    return !isTaken
  }

  static func letGo(_ path: String) {
    if let descriptor = held.withLock({ $0.removeValue(forKey: path) }) { close(descriptor) }
  }

  /// Whether nobody works on a text any more but, perhaps, this program.
  static func isLeft(_ path: String, pid: pid_t) -> Bool {
    if held.withLock({ $0[path] != nil }) { return true }
    switch lock(of: path) {
    case .held: return false
    case .free: return true
    case .missing: return pid == getpid() || (kill(pid, 0) != 0 && errno == ESRCH)
    }
  }

  private static func lock(of path: String) -> Lock {
    let descriptor = open(path + ".lock", O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return .missing }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return .free }
    return errno == EWOULDBLOCK ? .held : .missing
  }
}
