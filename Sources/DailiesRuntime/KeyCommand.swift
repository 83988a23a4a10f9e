package import DailiesCore
import Subprocess

/// Runs the command of a profile that prints its API key, as a password manager's does.
///
/// What it prints is handed back and goes nowhere else: not to a log, not to the screen.
package enum KeyCommand {
  /// What is read of its output and of its errors, in bytes.
  private static let limit = 16_384

  /// Why there is no key: the command's own first line of error, or how it ended.
  package struct Failure: Error, Equatable {
    package let reason: Reason
  }

  private static let tooLate = Phrase("no key within %1 s", "%1 秒内没有密钥")
  private static let stopped = Failure(reason: Reason(Phrase("cancelled", "已取消")))
  private static let printedNothing = Phrase("it printed nothing", "没有任何输出")
  private static let notRun = Phrase("it cannot be run, or prints too much", "无法运行，或输出过多")

  /// - Parameters:
  ///   - command: For `sh -c`. It has no terminal: what has to ask does so in a window of its own.
  ///   - patience: How long it may take.
  /// - Returns: The first line it prints.
  package static func run(_ command: String, patience: Duration = .seconds(60)) async -> Result<String, Failure> {
    await withTaskGroup(of: Result<String, Failure>.self) { race in
      race.addTask { await perform(command) }
      race.addTask {
        try? await Task.sleep(for: patience)
        return .failure(Failure(reason: Reason(tooLate, String(patience.components.seconds))))
      }
      defer { race.cancelAll() }
      return await race.next() ?? .failure(stopped)
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
        if !words.isEmpty { return .failure(Failure(reason: Reason(quoting: words))) }
        let status = result.terminationStatus
        return .failure(Failure(reason: status.isSuccess ? Reason(printedNothing) : Reason(quoting: "\(status)")))
      }
      return .success(key)
    } catch is CancellationError {
      return .failure(stopped)
    } catch {
      // Its description could hold what was printed.
      return .failure(Failure(reason: Reason(notRun)))
    }
  }

  private static func firstLine(_ text: String?) -> String {
    let lines = (text ?? "").split(whereSeparator: \.isNewline).lazy.map { String($0) }
    return lines.first { !$0.allSatisfy(\.isWhitespace) } ?? ""
  }
}
