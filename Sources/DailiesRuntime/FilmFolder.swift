import CDispatch  // the module that Swift takes the structures of the system for
import TerminalCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder that films go to, looked at before the first of them is saved.
package enum FilmFolder {
  /// Why no film could be saved there, in the system's words; nil when one could. Nothing is made.
  ///
  /// - Parameter path: Absolute, or below the home folder with `~`; empty for the usual folder, which is not looked at.
  package static func flaw(of path: String) async -> String? {
    guard !path.isEmpty else { return nil }
    // The work throws nothing.
    return (try? await FileWork.run { check(path) }) ?? nil
  }

  private static func check(_ path: String) -> String? {
    var path = HomeFolder.expand(path)
    // What exists of it decides: the rest would be made there.
    while true {
      var status = stat()
      if stat(path, &status) == 0 {
        guard status.st_mode & S_IFMT == S_IFDIR else { return reason(path, ENOTDIR) }
        return access(path, W_OK | X_OK) == 0 ? nil : reason(path, errno)
      }
      let code = errno
      guard code == ENOENT, let slash = path.lastIndex(of: "/"), path != "/" else { return reason(path, code) }
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
  }

  private static func reason(_ path: String, _ code: Int32) -> String {
    PrintableText.clean("\(path): \(String(cString: strerror(code)))")
  }
}
