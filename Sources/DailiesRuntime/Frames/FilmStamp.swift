import CDispatch  // the module that Swift takes the structures of the system for

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which file it is, and whether it is still the one it was.
struct FilmStamp: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64
  private let size: Int64
  /// Nanoseconds since 1970.
  let changed: Int64

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int64(status.st_size)
    changed = SystemFile.changed(status)
  }

  /// Of the open file; nil when the system does not say.
  init?(_ descriptor: CInt) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// A part of a file name.
  var name: String { "\(device)-\(number)-\(size)-\(changed)" }
}
