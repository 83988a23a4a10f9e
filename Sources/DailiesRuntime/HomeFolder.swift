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

  /// The path with the home folder in place of a `~` at its beginning.
  package static func expand(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = Self.path else { return path }
    return home + path.dropFirst(1)
  }
}
