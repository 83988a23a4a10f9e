import DailiesCore
import DailiesRuntime
import DailiesScript
import DailiesViews
import Synchronization
import TerminalCanvas
import Testing
import VideosAPI

/// How often the screen changes while nobody presses a key.
struct PaintingTests {
  /// What a session asked for.
  private final class Record {
    var effects: [Effect] = []
  }

  /// By how much the clock on the wall was set.
  private final class WallClock: Sendable {
    let step = Mutex(Duration.zero)
  }

  /// A session with one take at the service, and what it draws.
  private final class Desk {
    let clock = ManualClock()
    let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
    let mailbox: Mailbox
    let session: Session
    let record = Record()
    let wallClock = WallClock()
    /// When a frame came that differs from the one before.
    var frames: [Duration] = []

    init(motion: Bool = true, title: Bool = true) {
      mailbox = Mailbox(wakeUp: terminal.wakeUp)
      var settings = Settings()
      settings.motion = motion
      settings.title = title
      let service = ServiceStatus(
        profile: "default", host: "a", baseURL: "https://a/v1", isDemo: false, hasKey: true)
      let state = State(
        size: terminal.size, now: clock.source.now(), utcOffset: 0, language: .english, settings: settings,
        service: service)
      session = Session(
        state: state, terminal: terminal, mailbox: mailbox,
        clock: ClockSource(
          elapsed: clock.source.elapsed, sleep: clock.source.sleep,
          now: { [clock, wallClock] in clock.source.now() + wallClock.step.withLock { $0 } }),
        theme: Theme(.mono), perform: { [record] in record.effects.append($0) })
      _ = session.handle([.input(.key(.function(3))), .resized(terminal.size)])
      let take = PaintingTests.running(clock.source.now())
      tell(
        .liveTakesLoaded([take]),
        .rowsLoaded(
          TakeRows(
            query: session.state.list.query, rows: [take], total: 1, counts: TakeCounts(byPhase: [.running: 1]))))
      clock.advance(by: .seconds(1))
      _ = session.handle([.deadline])
      terminal.whenShown = { [unowned self] _ in frames.append(clock.elapsed) }
    }

    func tell(_ actions: Action...) {
      for action in actions { mailbox.post(action) }
      _ = session.handle([.wokenUp])
    }

    /// Goes on in steps of 50 ms, as a terminal would that always keeps its deadline.
    func pass(_ steps: Int, _ body: (Int) -> [Action] = { _ in [] }) {
      for step in 0..<steps {
        clock.advance(by: .milliseconds(50))
        for action in body(step) { mailbox.post(action) }
        _ = session.handle([.deadline])
      }
    }
  }

  private static func running(_ now: Timestamp) -> Take {
    let order = Order(model: "veo-fast", prompt: "dawn", seconds: 8, size: VideoSize(width: 1280, height: 720))
    let service = Take.Service(profile: "default", baseURL: "https://a/v1")
    var take = Take(number: Take.Number(1), order: order, service: service, phase: .running, recorded: now)
    take.sent = now
    take.accepted = now
    return take
  }

  @Test func figuresAreDrawnWithTheClocksOnceASecond() {
    let desk = Desk()
    desk.pass(100) { step in
      [
        .takeReached(
          Take.Number(1), at: desk.clock.source.now(), nextCheck: desk.clock.source.now() + .seconds(5 + step % 7))
      ]
    }
    #expect((4...6).contains(desk.frames.count), "\(desk.frames)")
  }

  @Test func newsAreDrawnAtOnce() {
    let desk = Desk()
    desk.pass(4)
    let before = desk.frames.count
    var ready = Self.running(desk.clock.source.now())
    ready.phase = .ready
    ready.finished = desk.clock.source.now()
    desk.tell(.takeChanged(ready, TakeCounts(byPhase: [.ready: 1])))
    #expect(desk.frames.count == before + 1)
  }

  @Test func nothingIsDrawnWhenNothingThatIsSeenChanges() {
    let desk = Desk()
    var saved = Self.running(desk.clock.source.now())
    saved.phase = .saved
    desk.tell(.takeChanged(saved, TakeCounts(byPhase: [.saved: 1])))
    desk.pass(4)
    desk.frames = []
    desk.pass(100)
    #expect(desk.frames.isEmpty)
  }

  @Test func aDraftThatWasWrittenWhileSomebodyTypesIsShownAsSavedWhenTheTypingRests() {
    let desk = Desk(motion: false)
    func type(_ character: Character) { _ = desk.session.handle([.input(.key(.character(character)))]) }
    func row(_ row: Int) -> String { desk.terminal.canvas?.text(row: row) ?? "" }
    _ = desk.session.handle([.input(.key(.function(2)))])
    type("a")
    desk.tell(.draftSaved(revision: 1, id: DraftID(1)))
    type("b")
    desk.tell(.draftSaved(revision: 2, id: DraftID(1)))
    type("c")
    #expect(row(2).contains("abc"))
    desk.tell(.draftSaved(revision: 3, id: DraftID(1)))
    desk.frames = []
    desk.pass(13)
    #expect(desk.frames.isEmpty)
    #expect(!row(1).contains("3 ch"))
    desk.pass(2)
    #expect(desk.frames.count == 1)
    #expect(row(1).contains("saved") && row(1).contains("3 ch"))
  }

  @Test func lettersThatStandOnTheScreenAreDrawnWhenTheTypingRests() {
    let desk = Desk(motion: false)
    func row(_ row: Int) -> String { desk.terminal.canvas?.text(row: row) ?? "" }
    _ = desk.session.handle([.input(.key(.function(2))), .input(.key(.character("a")))])
    desk.tell(.draftSaved(revision: 1, id: DraftID(1)))
    desk.pass(10)
    desk.frames = []
    _ = desk.session.handle([.typed("bcd".map { .key(.character($0)) }, waited: .milliseconds(400))])
    #expect(desk.session.state.prompt.text == "abcd")
    // Written as if the first of them had come at once.
    #expect(desk.session.state.deadline == desk.clock.source.now() + .milliseconds(200))
    desk.tell(.draftSaved(revision: 4, id: DraftID(1)))
    desk.pass(13)
    #expect(desk.frames.isEmpty)
    desk.pass(2)
    #expect(desk.frames.count == 1)
    #expect(row(2).contains("abcd") && row(1).contains("4 ch"))
  }

  /// A write that is due when letters are handed on is of all of them: the last second is all that can be lost.
  @Test func aWriteThatIsDueHasAllTheLettersThatWaited() {
    let desk = Desk(motion: false)
    _ = desk.session.handle([.input(.key(.function(2))), .input(.key(.character("a")))])
    desk.record.effects = []
    desk.clock.advance(by: .milliseconds(600))
    _ = desk.session.handle([
      .typed("bcdefghijklm".map { .key(.character($0)) }, waited: .milliseconds(570)), .deadline,
    ])
    let texts = desk.record.effects.compactMap { effect -> String? in
      if case .saveDraft(let record, _) = effect { record.prompt.text } else { nil }
    }
    #expect(texts == ["abcdefghijklm"])
  }

  @Test func wordsAreWrittenWhenTheClockOnTheWallWasPutBackAfterThem() {
    let desk = Desk(motion: false)
    _ = desk.session.handle([.input(.key(.function(2))), .input(.key(.character("a")))])
    desk.record.effects = []
    desk.wallClock.step.withLock { $0 = .seconds(-3600) }
    desk.pass(26)
    let isWritten = desk.record.effects.contains { if case .saveDraft = $0 { true } else { false } }
    #expect(isWritten)
  }

  /// A prompt that stands for several says what it would cost.
  @Test func lettersThatMakeAPromptStandForSeveralAreDrawnAtOnce() {
    let desk = Desk(motion: false)
    _ = desk.session.handle([.input(.key(.function(2)))] + "a fox {red|blue".map { .input(.key(.character($0))) })
    desk.frames = []
    _ = desk.session.handle([.typed([.key(.character("e"))], waited: .zero)])
    #expect(desk.frames.isEmpty)
    _ = desk.session.handle([.typed([.key(.character("}"))], waited: .zero)])
    #expect(desk.frames.count == 1)
    #expect((0..<24).contains { desk.terminal.canvas?.text(row: $0).contains("2 prompts") == true })
  }

  @Test func lettersThatGoElsewhereAreDrawnAtOnce() {
    let desk = Desk(motion: false)
    // The first letter of a prompt takes the place of its advice.
    _ = desk.session.handle([.input(.key(.function(2)))])
    desk.frames = []
    _ = desk.session.handle([.typed([.key(.character("a"))], waited: .zero)])
    #expect(desk.frames.count == 1)
    // A layer opened meanwhile.
    _ = desk.session.handle([.input(.key(.function(1)))])
    _ = desk.session.handle([.typed([.key(.character("q"))], waited: .zero)])
    #expect(desk.session.state.prompt.text == "a" && desk.frames.count == 3)
  }

  @Test func withoutMotionTheScreenChangesOnlyWithNews() {
    let desk = Desk(motion: false)
    desk.pass(100)
    #expect(desk.frames.isEmpty)
    desk.pass(1) { _ in [.noted(Note(Strings.draftGone))] }
    #expect(desk.frames.count == 1)
  }

  @Test func theWindowsTitleIsLeftAloneWhenASettingSaysSo() {
    #expect(Desk().terminal.title == "Dailies: 1 live")
    #expect(Desk(title: false).terminal.title == nil)
  }
}
