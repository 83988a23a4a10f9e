import DailiesCore
import DailiesRuntime
import Synchronization
import TerminalCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Calls somebody for a command that waits for takes: by the terminal behind standard error, or by the person's command.
final class NoticeCaller: Sendable {
  private struct News {
    var plan = NoticePlan()
    var phases: [Take.Number: TakePhase] = [:]
  }

  private let news = Mutex(News())
  private let surroundings: Surroundings
  private let command: NotifyCommand
  private let due: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private let clock = ClockSource.live()

  init(_ surroundings: Surroundings) {
    self.surroundings = surroundings
    let words = surroundings.settings.notifyCommand
    command = NotifyCommand { words }
    (due, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Calls for what happens while `body` runs, what comes within a moment at once.
  ///
  /// - Parameter takes: As they stand now.
  func calling<Value: Sendable>(
    about takes: [Take], _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    news.withLock { news in
      news.plan.begin(with: takes)
      for take in takes { news.phases[take.number] = take.phase }
    }
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for await _ in self.due {
          try? await Task.sleep(for: NoticePlan.moment)
          await self.call(isEnd: Task.isCancelled)
        }
      }
      let value = try await body()
      group.cancelAll()
      await call(isEnd: true)
      return value
    }
  }

  func changed(_ take: Take) {
    let isDue = news.withLock { news in
      news.plan.changed(
        take, before: news.phases.updateValue(take.phase, forKey: take.number),
        savesAutomatically: surroundings.settings.savesAutomatically, at: clock.now())
      return news.plan.due != nil
    }
    if isDue { continuation.yield() }
  }

  private func call(isEnd: Bool) async {
    let notice = news.withLock { $0.plan.take(at: clock.now(), isEnd: isEnd, surroundings.language) }
    guard let notice else { return }
    let choice = surroundings.settings.notifyChoice
    if choice == .command {
      if let note = await command.run(notice) { StandardError.write(note.text(surroundings.language) + "\n") }
      return
    }
    // Nobody knows whether this window is looked at.
    guard let way = choice.way(isFocused: nil) else { return }
    Self.call(notice, NoticeChannel(environment: surroundings.environment.variables), by: way)
  }

  /// Calls by the terminal behind standard error; false when there is none.
  @discardableResult static func call(_ notice: Notice, _ channel: NoticeChannel, by way: NoticeWay) -> Bool {
    guard isatty(STDERR_FILENO) == 1 else { return false }
    StandardError.writeControls(channel.bytes(Notice.title, notice.text, by: way))
    return true
  }
}
