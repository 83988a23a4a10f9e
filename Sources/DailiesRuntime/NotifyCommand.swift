package import DailiesCore
import Foundation
import Subprocess
import Synchronization

/// The person's own command that calls somebody: a list of arguments, no shell, the takes as JSON on standard input.
package final class NotifyCommand: Sendable {
  /// A command that has not ended by then is ended.
  private let patience: Duration

  private let command: @Sendable () -> String?
  /// What was said of the last run: the same failure is not said again.
  private let said = Mutex<Note?>(nil)

  private static let tooLate = Phrase("no end within %1 s", "%1 秒内没有结束")
  private static let notFound = Phrase("not found", "找不到该程序")
  private static let notRun = Phrase("it cannot be run", "无法运行")

  /// - Parameter command: As it was set; asked at each run, as settings change.
  package init(patience: Duration = .seconds(10), _ command: @escaping @Sendable () -> String?) {
    self.patience = patience
    self.command = command
  }

  /// Runs the command to its end, at most for a while.
  ///
  /// - Returns: What there is to say of it; nil when it worked, or failed as it did before.
  package func run(_ notice: Notice) async -> Note? {
    let failure = await failure(CommandWords.split(command() ?? ""), notice)
    return said.withLock { said in
      defer { said = failure }
      return failure == said ? nil : failure
    }
  }

  private func failure(_ words: [String], _ notice: Notice) async -> Note? {
    guard let program = words.first else { return Note(Strings.notifyCommandMissing, tone: .attention) }
    let reason = await withTaskGroup(of: Reason?.self) { race in
      race.addTask {
        await Self.perform(program, words.dropFirst().map { $0.replacing("{text}", with: notice.text) }, notice)
      }
      race.addTask { [patience] in
        try? await Task.sleep(for: patience)
        return Task.isCancelled ? nil : Reason(Self.tooLate, String(patience.components.seconds))
      }
      defer { race.cancelAll() }
      return await race.next() ?? nil
    }
    return reason.map { Note(Strings.notifyCommandFailed, reason: Reason(program, $0), tone: .attention) }
  }

  /// Why it failed; nil when it did not.
  private static func perform(_ program: String, _ arguments: [String], _ notice: Notice) async -> Reason? {
    // It need not read what it is given.
    signal(SIGPIPE, SIG_IGN)
    var platform = PlatformOptions()
    platform.createSession = true
    platform.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
    ]
    do {
      let result = try await Subprocess.run(
        .word(program), arguments: Arguments(arguments), environment: .inherit.updating(["DAILIES_API_KEY": nil]),
        platformOptions: platform, input: .inputWriter, output: .discarded, error: .discarded
      ) { execution in
        let writer = execution.standardInputWriter
        // It may end without reading all of it, or any. The writer is finished in any case: left open it stops the program.
        _ = try? await writer.write(NoticeReport(notice).jsonLine + "\n")
        try? await writer.finish()
      }
      return result.terminationStatus.isSuccess ? nil : Reason(quoting: "\(result.terminationStatus)")
    } catch is CancellationError {
      return nil
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return Reason(notFound)
    } catch {
      return Reason(notRun)
    }
  }
}

/// A notice as a program reads it. The fields are a promise.
package struct NoticeReport: Codable, Equatable, Sendable {
  package var version = TakeReport.version
  package var text: String
  package var kinds: [String]
  package var limits: [String]
  package var takes: [TakeReport]

  package init(_ notice: Notice) {
    text = notice.text
    kinds = notice.kinds.map(\.rawValue)
    limits = notice.limits.map(\.rawValue)
    takes = notice.items.map { TakeReport($0.take) }
  }
}
