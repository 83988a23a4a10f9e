import CDispatch  // the module that Swift takes the structures of the system for
import DailiesCore
import Foundation

/// Files and folders that only their owner may read.
enum PrivateFile {
  /// Makes what is missing of the folder, with mode 0700. What exists keeps its mode.
  static func makeFolder(_ path: String) throws(ConfigurationError) {
    if mkdir(path, 0o700) == 0 { return }
    let code = errno
    let parent = folder(of: path)
    if code == ENOENT, parent != path {
      try makeFolder(parent)
      if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    } else if code == EEXIST, isFolder(path) {
      return
    }
    throw ConfigurationError(
      .folderFailed, Phrase("The folder %1 cannot be made: %2.", "无法创建文件夹 %1：%2。"), path, systemMessage(code))
  }

  /// Replaces the file, or makes it, with mode 0600: at every moment there is the old text or the new one, whole.
  ///
  /// - Throws: The system's message, when nothing was changed.
  static func replace(_ path: String, with text: String) throws(SystemFailure) {
    let folder = folder(of: path)
    let temporary = "\(path).\(getpid()).new"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemFailure(errno) }
    do throws(SystemFailure) {
      defer { close(descriptor) }
      try write(text, to: descriptor)
      guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw SystemFailure(errno) }
    } catch {
      unlink(temporary)
      throw error
    }
    let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if opened >= 0 {
      fsync(opened)
      close(opened)
    }
  }

  /// A file that was read, and who may read it.
  struct Contents {
    var bytes: [UInt8]
    var isPrivate: Bool
    /// It belongs to this user, or to the administrator.
    var isOwned: Bool
  }

  /// Reads a regular file of at most `limit` bytes; a longer one, a folder or a pipe is refused.
  static func read(_ path: String, upTo limit: Int) throws(SystemFailure) -> Contents {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFailure(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemFailure(errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw SystemFailure(EISDIR) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw SystemFailure(EINVAL) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16384)
    while true {
      let count = buffer.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemFailure(errno) }
      if count == 0 { break }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw SystemFailure(EFBIG) }
    }
    return Contents(
      bytes: bytes, isPrivate: status.st_mode & 0o077 == 0,
      isOwned: status.st_uid == geteuid() || status.st_uid == 0)
  }

  /// What the system said when a call failed.
  struct SystemFailure: Error, Equatable {
    let code: Int32
    init(_ code: Int32) { self.code = code }
    var message: String { systemMessage(code) }
  }

  private static func write(_ text: String, to descriptor: Int32) throws(SystemFailure) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SystemFailure(errno) }
      bytes = bytes.dropFirst(count)
    }
  }

  /// The folder in which a file or folder lies.
  static func folder(of path: String) -> String { URL(filePath: path).deletingLastPathComponent().plainPath }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

/// The system's words for an error number.
func systemMessage(_ code: Int32) -> String { String(cString: strerror(code)) }
