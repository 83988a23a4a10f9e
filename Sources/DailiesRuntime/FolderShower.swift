package import DailiesCore
import Subprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Shows a film in its folder: the desktop's file manager with the film selected, else the folder alone.
///
/// - Source: freedesktop.org, "File Manager D-Bus Interface" (`org.freedesktop.FileManager1.ShowItems`).
package struct FolderShower: Sendable {
  private let messenger: String
  private let opener: String

  /// - Parameters:
  ///   - messenger: Calls the file manager over D-Bus, as `dbus-send` does.
  ///   - opener: Opens a folder, as `xdg-open` does.
  package init(messenger: String = "dbus-send", opener: String = "xdg-open") {
    self.messenger = messenger
    self.opener = opener
  }

  /// Waits for the end of what it starts, which is in a session of its own and is ended when the task is cancelled.
  ///
  /// - Parameter path: Absolute path of the film.
  /// - Returns: What is to be said when nothing shows it; nil: it is shown.
  package func show(_ path: String) async -> Note? {
    guard access(path, F_OK) == 0 || errno != ENOENT else { return Note(Problem(.fileMissing, detail: path)) }
    // A comma would begin another item; the address has none that is not encoded.
    let call = [
      messenger, "--session", "--print-reply", "--reply-timeout=5000", "--dest=org.freedesktop.FileManager1",
      "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1.ShowItems",
      "array:string:" + ContactSheet.address(of: path, from: nil), "string:",
    ]
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    for command in [call, [opener, folder.isEmpty ? "/" : folder]] {
      if await Self.succeeds(command) || Task.isCancelled { return nil }
    }
    return Note(Strings.noFileManager, folder.isEmpty ? "/" : folder, tone: .attention)
  }

  private static func succeeds(_ command: [String]) async -> Bool {
    var platform = PlatformOptions()
    platform.createSession = true
    platform.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .milliseconds(200))]
    let result = try? await run(
      .word(command[0]), arguments: Arguments(Array(command.dropFirst())),
      environment: .inherit.updating(["DAILIES_API_KEY": nil]), platformOptions: platform, input: .none,
      output: .discarded, error: .discarded)
    return result?.terminationStatus.isSuccess == true
  }
}
