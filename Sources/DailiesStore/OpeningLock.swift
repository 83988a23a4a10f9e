import Foundation

/// Held while a program opens the store, so that two that start at once do not both build its tables.
///
/// It is an advisory lock on the folder itself: no file of its own, gone with the process.
struct OpeningLock: ~Copyable {
  private let descriptor: Int32

  /// Waits until no other program is opening the store.
  ///
  /// - Parameter path: The store's file, for the error.
  /// - Throws: `.busy` after 5 seconds, `.cannotOpen` when the folder cannot be read.
  init(folder: String, path: String) throws(StoreError) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError(.cannotOpen, path: path, cause: systemMessage()) }
    for _ in 0..<500 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { return }  // a file system without such locks
      usleep(10_000)
    }
    throw StoreError(.busy, path: path)
  }

  deinit { _ = close(descriptor) }
}

/// What the last failed system call had to say.
func systemMessage() -> String { String(cString: strerror(errno)) }
