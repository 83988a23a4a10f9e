#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The person's home folder.
package enum HomeFolder {
  /// From `$HOME`, else from the user database; nil when neither knows.
  package static var path: String? {
    if let home = getenv("HOME"), home.pointee != 0 { return String(cString: home) }
    guard let entry = getpwuid(getuid()) else { return nil }
    return String(cString: entry.pointee.pw_dir)
  }
}
