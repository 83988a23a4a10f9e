import CDispatch  // the module that Swift takes the structures of the system for

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few calls of the system that saving a film needs, as Swift functions that throw `FileFault`. All may wait.
enum SystemFile {
  /// The error number of a full disk.
  static let noSpace = ENOSPC

  /// Whether a fault says that a name exists already.
  static func isTaken(_ fault: FileFault) -> Bool { fault.code == EEXIST }

  /// Repeats a call that was interrupted by a signal, and throws its error number when it fails.
  @discardableResult
  private static func call<Result: SignedInteger>(
    _ operation: @autoclosure () -> String, _ body: () -> Result
  ) throws(FileFault) -> Result {
    while true {
      let result = body()
      if result != -1 { return result }
      let code = errno
      if code != EINTR { throw FileFault(code: code, operation: operation()) }
    }
  }

  /// Opens a file for reading and writing, and makes it when it is not there. Follows no symbolic link.
  ///
  /// - Parameter isPrivate: A file that is made is for its owner alone.
  static func open(_ path: String, isNew: Bool, isPrivate: Bool = false) throws(FileFault) -> CInt {
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | (isNew ? O_EXCL : 0)
    return try open(path, flags, isPrivate ? 0o600 : 0o644)
  }

  static func openForReading(_ path: String) throws(FileFault) -> CInt { try open(path, O_RDONLY | O_CLOEXEC) }

  private static func open(_ path: String, _ flags: CInt, _ mode: mode_t = 0o644) throws(FileFault) -> CInt {
    #if canImport(Glibc)
      return try call("open \(path)") { Glibc.open(path, flags, mode) }
    #else
      return try call("open \(path)") { Darwin.open(path, flags, mode) }
    #endif
  }

  static func close(_ descriptor: CInt) {
    #if canImport(Glibc)
      _ = Glibc.close(descriptor)
    #else
      _ = Darwin.close(descriptor)
    #endif
  }

  /// Takes the file for this program until it is closed; fails at once when another one has it. File systems without
  /// locks give it to everybody.
  static func lock(_ descriptor: CInt, path: String) throws(FileFault) {
    do {
      try call("lock \(path)") { flock(descriptor, LOCK_EX | LOCK_NB) }
    } catch {
      if error.code == EWOULDBLOCK { throw error }
    }
  }

  /// Whether a path leads to the very file that is open.
  static func isSame(_ descriptor: CInt, _ path: String) -> Bool {
    var (open, named) = (stat(), stat())
    guard fstat(descriptor, &open) == 0, lstat(path, &named) == 0 else { return false }
    return open.st_dev == named.st_dev && open.st_ino == named.st_ino
  }

  static func length(_ descriptor: CInt, path: String) throws(FileFault) -> Int64 {
    var status = stat()
    try call("read the length of \(path)") { fstat(descriptor, &status) }
    return Int64(status.st_size)
  }

  /// Length of the file of that name; 0 when there is none.
  static func length(of path: String) -> Int64 {
    var status = stat()
    return lstat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  /// When the file's bytes were last changed, in nanoseconds since 1970.
  static func changed(_ descriptor: CInt, path: String) throws(FileFault) -> Int64 {
    var status = stat()
    try call("read the time of \(path)") { fstat(descriptor, &status) }
    return changed(status)
  }

  static func changed(_ status: stat) -> Int64 {
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// Lets a descriptor stand for another file that is open; what it stood for is closed.
  static func substitute(_ opened: CInt, for descriptor: CInt, path: String) throws(FileFault) {
    try call("open \(path)") { dup2(opened, descriptor) }
    try call("open \(path)") { fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
  }

  static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: CInt, at offset: Int64, path: String
  ) throws(FileFault) {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      done += try call("write \(path)") {
        pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset) + off_t(done))
      }
    }
  }

  /// Up to `count` bytes; fewer only at the end of the file.
  static func read(_ descriptor: CInt, at offset: Int64, count: Int, path: String) throws(FileFault) -> [UInt8] {
    var fault: FileFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(FileFault) {
        while filled < count {
          let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
          let got = try call("read \(path)") {
            pread(descriptor, rest.baseAddress, rest.count, off_t(offset) + off_t(filled))
          }
          if got == 0 { return }
          filled += got
        }
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    return bytes
  }

  /// Waits until the file, or the folder, is on the disk itself.
  static func sync(_ descriptor: CInt, path: String) throws(FileFault) {
    try call("sync \(path)") { fsync(descriptor) }
  }

  static func syncFolder(_ path: String) throws(FileFault) {
    let descriptor = try open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(descriptor) }
    try sync(descriptor, path: path)
  }

  /// Gives a file another name in the same folder, in one step and never in place of another file.
  static func move(_ path: String, to target: String) throws(FileFault) {
    do {
      try call("name \(target)") { link(path, target) }
    } catch {
      switch error.code {
      case EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK:
        // No second names here (FAT, some network drives). What is left is to look, then to rename.
        guard !exists(target) else { throw FileFault(code: EEXIST, operation: "name \(target)") }
        try call("name \(target)") { rename(path, target) }
        return
      default:
        throw error
      }
    }
    remove(path)
  }

  /// Puts a file in the place of another, in one step.
  static func replace(_ target: String, by path: String) throws(FileFault) {
    try call("write \(target)") { rename(path, target) }
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether there is a file with bytes of its own: no folder, link or pipe.
  static func isPlain(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The same, also by way of a link.
  static func leadsToFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Removes a file, if it is there and can be removed.
  static func remove(_ path: String) { _ = unlink(path) }

  /// Makes a folder and those above it.
  ///
  /// - Parameter isPrivate: What is made is for its owner alone.
  static func makeFolder(_ path: String, isPrivate: Bool = false) throws(FileFault) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]), isPrivate: isPrivate)
    }
    do {
      try call("make the folder \(path)") { mkdir(path, isPrivate ? 0o700 : 0o755) }
    } catch {
      guard error.code == EEXIST, stat(path, &status) == 0 else { throw error }
      guard status.st_mode & S_IFMT == S_IFDIR else { throw FileFault(code: ENOTDIR, operation: error.operation) }
    }
  }

  /// The names in a folder, in no order.
  static func names(in folder: String) throws(FileFault) -> [String] {
    guard let stream = opendir(folder) else { throw FileFault(code: errno, operation: "read the folder \(folder)") }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Bytes that can still be written in a folder; nil when the system does not say.
  static func freeSpace(in folder: String) -> Int64? {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return nil }
    let (bytes, overflow) = Int64(clamping: status.f_bavail).multipliedReportingOverflow(
      by: Int64(clamping: status.f_frsize))
    return overflow ? nil : bytes
  }
}
