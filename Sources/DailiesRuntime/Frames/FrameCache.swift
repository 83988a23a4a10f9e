import CDispatch  // the module that Swift takes the structures of the system for

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Pixels of films on disk, so that they are made once. A file for each wish, named after the film as it is now; the ones
/// that nobody looked at for the longest time are removed first. Everything in it may be deleted at any time, and nothing
/// that goes wrong here is told: what is not there is made again. All of it may wait for the disk.
struct FrameCache: Sendable {
  private static let ending = ".rgb"

  /// Absolute; made when it is needed, for its owner alone.
  let folder: String
  /// Bytes that all files together may take; 0: nothing is kept.
  let limit: @Sendable () -> Int64

  /// - Parameter count: The bytes that the file must have; another one is none of ours.
  func read(_ name: String, count: Int) -> [UInt8]? {
    let path = path(name)
    guard limit() > 0, SystemFile.isPlain(path), let descriptor = try? SystemFile.openForReading(path) else {
      return nil
    }
    defer { SystemFile.close(descriptor) }
    guard (try? SystemFile.length(descriptor, path: path)) == Int64(count),
      let bytes = try? SystemFile.read(descriptor, at: 0, count: count, path: path), bytes.count == count
    else { return nil }
    // The time of change is that of the last look.
    utimes(path, nil)
    return bytes
  }

  func write(_ bytes: [UInt8], _ name: String) {
    let limit = limit()
    guard Int64(bytes.count) <= limit else { return keep(within: limit) }
    let fresh = path("\(name)-\(UInt64.random(in: .min ... .max))")
    do {
      try SystemFile.makeFolder(folder, isPrivate: true)
      let descriptor = try SystemFile.open(fresh, isNew: true, isPrivate: true)
      defer { SystemFile.close(descriptor) }
      try bytes.withUnsafeBufferPointer { bytes throws(FileFault) in
        try SystemFile.write(UnsafeRawBufferPointer(bytes), to: descriptor, at: 0, path: fresh)
      }
      try SystemFile.replace(path(name), by: fresh)
    } catch {
      SystemFile.remove(fresh)
    }
    keep(within: limit)
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)\(Self.ending)" }

  private func keep(within limit: Int64) {
    var files = (try? SystemFile.names(in: folder))?.filter { $0.hasSuffix(Self.ending) }.compactMap { name in
      var status = stat()
      return lstat("\(folder)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        ? (name, Int64(status.st_size), FilmStamp(status)) : nil
    }
    var bytes = files?.reduce(0) { $0 + $1.1 } ?? 0
    guard bytes > limit else { return }
    files?.sort { $0.2.changed < $1.2.changed }
    for (name, size, _) in files ?? [] where bytes > limit {
      SystemFile.remove("\(folder)/\(name)")
      bytes -= size
    }
  }
}
