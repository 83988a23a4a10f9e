import DailiesCore
import DailiesRuntime
import DailiesScript
import DailiesViews
import Synchronization
import TerminalCanvas
import Testing

/// What a person wrote is asked to be kept before the program stops, by a key or by a signal.
struct StoppingTests {
  private final class Record {
    var log: [String] = []

    func note(_ effect: Effect) {
      if case .saveDraft(let record, _) = effect { log.append("save \(record.prompt.text)") }
    }
  }

  /// Hands out one batch of events after the other, and then is gone.
  private final class LineScript: LineTerminal {
    let wakeUp = WakeUp {}
    let isInteractive = true
    var batches: [() -> [LineEvent]]
    let record: Record

    init(_ batches: [() -> [LineEvent]], _ record: Record) {
      self.batches = batches.reversed()
      self.record = record
    }

    func waitForEvents(timeout: Duration?) -> [LineEvent] { batches.popLast()?() ?? [.ended] }
    func write(_ text: String) -> Bool { true }
    func showTyping(_ isShown: Bool) {}
    func notify(_ title: String, _ text: String, by way: NoticeWay) {}
    func suspend(wholeGroup: Bool) { record.log.append("stop \(wholeGroup)") }
    func lend(_ body: () -> Void) { body() }
    func close() {}
  }

  private let clock = ManualClock()
  private let record = Record()

  private func state() -> State {
    State(
      size: Size(columns: 80, rows: 24), now: clock.source.now(), utcOffset: 0, language: .english,
      settings: Settings(),
      service: ServiceStatus(profile: "default", host: "a", baseURL: "https://a/v1", isDemo: false, hasKey: true))
  }

  private func pause(_ stop: () -> Void) {
    record.log.append("pause")
    stop()
    record.log.append("on")
  }

  private func session() -> Session {
    let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
    return Session(
      state: state(), terminal: terminal, mailbox: Mailbox(wakeUp: terminal.wakeUp), clock: clock.source,
      theme: Theme(.mono), pause: { [self] in pause($0) }, perform: { [record] in record.note($0) })
  }

  @Test func lettersThatCameBeforeASignalAreKeptBeforeItsStop() {
    let session = session()
    _ = session.handle([.input(.key(.character("d")))])
    _ = session.handle([.typed("awn".map { .key(.character($0)) }, waited: .milliseconds(90)), .stopAsked])
    #expect(record.log == ["save dawn", "pause", "on"])
  }

  @Test func theCommandKeepsThemAsWell() {
    let session = session()
    _ = session.handle("dawn".map { .input(.key(.character($0))) } + [.input(.key(.function(12)))])
    _ = session.handle("suspend".map { .input(.key(.character($0))) } + [.input(.key(.enter))])
    #expect(record.log == ["save dawn", "pause", "on"])
  }

  /// Lines are taken when the page before them has been said; all that is well within the second of the draft.
  private func taken() -> [LineEvent] {
    clock.advance(by: .milliseconds(420))
    return [.deadline]
  }

  private func listen(_ batches: [() -> [LineEvent]], clock: ClockSource) {
    let terminal = LineScript(batches, record)
    let session = LinearSession(
      state: state(), terminal: terminal, mailbox: Mailbox(wakeUp: terminal.wakeUp), clock: clock,
      edit: { .text($0, file: "") }, pause: { [self] in pause($0) }, perform: { [record] in record.note($0) })
    _ = session.run()
  }

  @Test func linesAreKeptBeforeTheProgramStops() {
    let words = { [LineEvent.line("prompt"), .line("dawn")] }
    listen([words, taken, taken, { [.stopAsked] }], clock: clock.source)
    #expect(record.log == ["save dawn", "pause", "stop false", "on"])
  }

  @Test func linesAreWrittenWhenTheClockOnTheWallWasPutBackAfterThem() {
    let step = Mutex(Duration.zero)
    let put = ClockSource(
      elapsed: clock.source.elapsed, sleep: clock.source.sleep,
      now: { [clock] in clock.source.now() + step.withLock { $0 } })
    let words = { [LineEvent.line("prompt"), .line("dawn")] }
    let putBack = { [clock] in
      step.withLock { $0 = .seconds(-3600) }
      clock.advance(by: .seconds(2))
      return [LineEvent.deadline]
    }
    var isWritten = false
    listen(
      [
        words, taken, taken, putBack, putBack,
        { [record] in
          isWritten = record.log == ["save dawn"]
          return []
        },
      ], clock: put)
    #expect(isWritten)
  }
}
