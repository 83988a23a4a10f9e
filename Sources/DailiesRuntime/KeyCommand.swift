import Subprocess

/// Runs the command of a profile that prints its API key, as a password manager's does.
///
/// What it prints is handed back and goes nowhere else: not to a log, not to the screen.
package enum KeyCommand {
  /// What is read of its output and of its errors, in bytes.
  private static let limit = 16_384

  /// Why there is no key: the command's own first line of error, or how it ended.
  package struct Failure: Error, Equatable {
    package let reason: String
  }

  /// - Parameters:
  ///   - command: For `sh -c`. It has no terminal: what has to ask does so in a window of its own.
  ///   - patience: How long it may take.
  /// - Returns: The first line it prints.
  package static func run(_ command: String, patience: Duration = .seconds(60)) async -> Result<String, Failure> {
    await withTaskGroup(of: Result<String, Failure>.self) { race in
      race.addTask { await perform(command) }
      race.addTask {
        try? await Task.sleep(for: patience)
        return .failure(Failure(reason: "no key within \(patience.components.seconds) s"))
      }
      defer { race.cancelAll() }
      return await race.next() ?? .failure(Failure(reason: "cancelled"))
    }
  }

  private static func perform(_ command: String) async -> Result<String, Failure> {
    var platform = PlatformOptions()
    platform.createSession = true
    platform.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
    ]
    do {
      let result = try await Subprocess.run(
        .name("sh"), arguments: ["-c", command], environment: .inherit.updating(["DAILIES_API_KEY": nil]),
        platformOptions: platform, input: .none, output: .string(limit: limit), error: .string(limit: limit))
      let key = firstLine(result.standardOutput)
      guard result.terminationStatus.isSuccess, !key.isEmpty else {
        let words = firstLine(result.standardError)
        let ending = result.terminationStatus.isSuccess ? "it printed nothing" : "\(result.terminationStatus)"
        return .failure(Failure(reason: words.isEmpty ? ending : words))
      }
      return .success(key)
    } catch is CancellationError {
      return .failure(Failure(reason: "cancelled"))
    } catch {
      // Its description could hold what was printed.
      return .failure(Failure(reason: "it cannot be run, or prints too much"))
    }
  }

  private static func firstLine(_ text: String?) -> String {
    let lines = (text ?? "").split(whereSeparator: \.isNewline).lazy.map { String($0) }
    return lines.first { !$0.allSatisfy(\.isWhitespace) } ?? ""
  }
}
