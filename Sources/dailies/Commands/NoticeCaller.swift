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
    var takes: [Take.Number: Take] = [:]
  }

  private let news = Mutex(News())
  private let surroundings: Surroundings
  private let command: NotifyCommand
  private let due: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private let clock: ClockSource

  init(_ surroundings: Surroundings, clock: ClockSource) {
    self.clock = clock
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
      for take in takes { news.takes[take.number] = take }
    }
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for await _ in self.due {
          // What comes at the end is told there.
          guard (try? await self.clock.sleep(self.clock.elapsed() + NoticePlan.moment)) != nil else { return }
          await self.call()
        }
      }
      let result: Result<Value, any Error>
      do { result = .success(try await body()) } catch { result = .failure(error) }
      group.cancelAll()
      await call()
      return try result.get()
    }
  }

  func changed(_ take: Take) {
    let isDue = news.withLock { news in
      news.plan.changed(
        take, before: news.takes.updateValue(take, forKey: take.number),
        savesAutomatically: surroundings.settings.savesAutomatically, at: clock.now())
      return news.plan.due != nil
    }
    if isDue { continuation.yield() }
  }

  /// Tells all there is. The moment has passed by the clock that never jumps, whatever the one on the wall says.
  private func call() async {
    let notice = news.withLock { $0.plan.take(at: clock.now(), isEnd: true, surroundings.language) }
    guard let notice else { return }
    let choice = surroundings.settings.notifyChoice
    if choice == .command {
      // Begun, it is let come to its end: this may be cancelled meanwhile.
      let run = Task { await command.run(notice) }
      if let note = await run.value { StandardError.write(note.text(surroundings.language) + "\n") }
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
