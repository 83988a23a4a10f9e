import Foundation

/// Makes the store's folder and file, readable by their owner alone.
enum StoreFolder {
  static let fileName = "dailies.sqlite"

  /// Makes what is missing of the folder (0700) and an empty file (0600). What exists keeps its mode, and is refused when it
  /// cannot be written.
  ///
  /// SQLite gives its journal the mode of the file. An existing file is not opened here: closing it would drop the
  /// locks of another connection of this process (https://sqlite.org/howtocorrupt.html, section 2.2).
  static func prepare(_ folder: String, path: String) throws(StoreError) {
    try makeFolder(folder, path: path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      _ = close(descriptor)
    } else if errno != EEXIST || !canWrite(path) || !canWrite(folder) {
      throw StoreError(errno == EROFS || errno == EACCES ? .readOnly : .cannotOpen, path: path, cause: systemMessage())
    }
  }

  /// Found out without writing; why not is left in `errno`.
  private static func canWrite(_ path: String) -> Bool { faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 }

  private static func makeFolder(_ folder: String, path: String) throws(StoreError) {
    if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
    let parent = (folder as NSString).deletingLastPathComponent
    if errno == ENOENT, !parent.isEmpty, parent != folder {
      try makeFolder(parent, path: path)
      if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
    }
    throw StoreError(.cannotOpen, path: path, cause: systemMessage())
  }
}
