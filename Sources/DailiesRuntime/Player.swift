import DailiesCore
import Subprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Opens a film in the person's player: the setting `player`, else mpv, else xdg-open.
enum Player {
  /// Starts the player and waits for its end; its output goes nowhere, so that the screen stays whole. It is in a session
  /// of its own: neither the terminal's keys nor a suspend of the program reach it. It ends when the task is cancelled.
  ///
  /// - Parameter setting: The command as it was set, words between blanks.
  /// - Returns: Why it could not be started, or that it failed; nil when it played.
  static func play(_ path: String, with setting: String?) async -> Problem? {
    guard access(path, F_OK) == 0 || errno != ENOENT else { return Problem(.fileMissing, detail: path) }
    var failures: [String] = []
    var platform = PlatformOptions()
    platform.createSession = true
    platform.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .milliseconds(200))]
    for command in candidates(setting) {
      guard let program = command.first else { continue }
      do {
        let result = try await run(
          .word(program), arguments: Arguments(Array(command.dropFirst()) + [path]),
          environment: .inherit.updating(["DAILIES_API_KEY": nil]), platformOptions: platform, input: .none,
          output: .discarded, error: .discarded)
        if Task.isCancelled { return nil }
        if result.terminationStatus.isSuccess { return nil }
        failures.append("\(program): \(result.terminationStatus)")
        return Problem(.playerFailed, detail: failures.joined(separator: "; "))
      } catch is CancellationError {
        return nil
      } catch {
        failures.append("\(program): not found")
      }
    }
    return Problem(.playerFailed, detail: failures.joined(separator: "; "))
  }

  private static func candidates(_ setting: String?) -> [[String]] {
    let words = CommandWords.split(setting ?? "")
    return words.isEmpty ? [["mpv"], ["xdg-open"]] : [words]
  }
}
