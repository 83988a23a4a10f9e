import DailiesCore
import DailiesRuntime
import DailiesScript
import DailiesViews
import TerminalCanvas
import TestSupport
import Testing
import VideosAPI

/// Keys that come together in the list of takes.
struct SteppingTests {
  /// A session in front of 300 takes; its store answers after each batch.
  private final class Desk {
    private static let takes = (0..<300).map { index in
      let order = Order(
        model: "veo-fast", prompt: "take \(index)", seconds: 8, size: VideoSize(width: 1280, height: 720))
      let service = Take.Service(profile: "default", baseURL: "https://a/v1")
      return Take(
        number: Take.Number(300 - index), order: order, service: service, phase: .saved,
        recorded: Timestamp(milliseconds: 0))
    }

    let clock = ManualClock()
    let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
    let session: Session
    private let mailbox: Mailbox
    private let asked = Asked()
    var readings = 0
    /// Whether the store answers.
    var isReadable = true

    private final class Asked { var effects: [Effect] = [] }

    init() {
      mailbox = Mailbox(wakeUp: terminal.wakeUp)
      let service = ServiceStatus(
        profile: "default", host: "a", baseURL: "https://a/v1", isDemo: false, hasKey: true)
      let state = State(
        size: terminal.size, now: clock.source.now(), utcOffset: 0, language: .english, settings: Settings(),
        service: service)
      session = Session(
        state: state, terminal: terminal, mailbox: mailbox, clock: clock.source, theme: Theme(.mono),
        perform: { [asked] in asked.effects.append($0) })
      type([.function(3)])
    }

    /// - Parameter isTogether: No two keys follow each other at once: between them the window says that it is looked at.
    func type(_ keys: [Key], isTogether: Bool = true) {
      let between: [TerminalEvent] = isTogether ? [] : [.input(.focus(true))]
      handle([.input(.focus(true))] + keys.flatMap { [.input(.key($0))] + between } + [.wokenUp])
    }

    /// One key that comes alone.
    func press(_ key: Key) { handle([.input(.key(key))]) }

    private func handle(_ events: [TerminalEvent]) {
      _ = session.handle(events)
      while let effect = asked.effects.popLast() {
        guard isReadable, case .loadRows(let query) = effect else { continue }
        asked.effects = []
        readings += 1
        mailbox.post(
          .rowsLoaded(
            TakeRows(
              query: query, rows: Array(Self.takes[query.range.clamped(to: 0..<300)]), total: 300,
              counts: TakeCounts(byPhase: [.saved: 300]))))
        _ = session.handle([.wokenUp])
      }
    }
  }

  /// A walk with keys that follow each other at once on one desk, and never on the other: both stand where the other stands.
  @Test(arguments: [1, 2, 3] as [UInt64]) func keysThatComeTogetherDoWhatTheyDoOneByOne(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let keys: [Key] = [
      .character("j"), .character("j"), .character("k"), .down, .up, .pageDown, .pageUp, .home, .end, .character(" "),
      .character("v"), .character("ｊ"), .control("c"), .escape, .function(1),
    ]
    let (together, alone) = (Desk(), Desk())
    for _ in 0..<60 {
      let batch = (0..<Int.random(in: 1...4, using: &random)).flatMap { _ in
        let key = keys.randomElement(using: &random) ?? .down
        return Array(repeating: key, count: key == .control("c") ? 1 : Int.random(in: 1...40, using: &random))
      }
      // Twice would be the end.
      guard !batch.indices.dropLast().contains(where: { batch[$0] == .control("c") && batch[$0 + 1] == .control("c") })
      else { continue }
      together.type(batch)
      alone.type(batch, isTogether: false)
      let (one, other) = (together.session.state, alone.session.state)
      #expect(one.list.place == other.list.place)
      #expect(one.marks == other.marks)
      #expect(together.terminal.canvas == alone.terminal.canvas)
      if together.terminal.canvas != alone.terminal.canvas { return }
    }
  }

  @Test func aKeyThatIsHeldDownReadsTheRowsOfTheLastStepOnly() {
    let desk = Desk()
    desk.readings = 0
    desk.type(Array(repeating: .character("j"), count: 200))
    #expect(desk.session.state.list.selectedIndex == 200)
    #expect(desk.session.state.list.selectedNumber == Take.Number(100))
    #expect((0..<24).contains { desk.terminal.canvas?.text(row: $0).contains("> T100 ") == true })
    #expect(desk.readings == 1)
  }

  /// What is made ready behind a key is what the same key then shows, whatever was made ready before.
  @Test(arguments: [1, 2, 3] as [UInt64]) func whatIsForeseenIsWhatTheKeyShows(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let keys: [Key] = [
      .character("j"), .character("k"), .down, .up, .pageDown, .home, .character(" "), .character("v"), .escape,
      .function(1),
    ]
    let desk = Desk()
    var foreseen = 0
    for _ in 0..<40 {
      let key = keys.randomElement(using: &random) ?? .down
      for count in 0..<Int.random(in: 1...30, using: &random) {
        let ready = desk.terminal.foreseen
        desk.press(key)
        guard count > 0, let ready else { continue }
        #expect(desk.terminal.canvas == ready)
        #expect(ready == Canvas.draw(desk.session.state, theme: Theme(.mono)))
        foreseen += 1
      }
    }
    #expect(foreseen > 50)
  }

  @Test func nothingIsForeseenWhereAStepWouldDoMore() {
    let desk = Desk()
    desk.press(.up)
    #expect(desk.terminal.foreseen == nil, "there is no row above")
    desk.press(.down)
    #expect(desk.terminal.foreseen != nil)
    desk.type([.down])
    #expect(desk.terminal.foreseen == nil, "it did not come alone")
    desk.isReadable = false
    for _ in 0..<40 { desk.press(.down) }
    #expect(desk.terminal.foreseen == nil, "its rows are still to be read")
  }

  @Test func aJumpIsOneFrameWithTheRowsOfWhereItEnds() {
    let desk = Desk()
    var frames: [Canvas] = []
    desk.terminal.whenShown = { frames.append($0) }
    desk.type([.end])
    #expect(frames.count == 1)
    #expect((0..<24).contains { frames.last?.text(row: $0).contains("> T001 ") == true })
  }

  @Test func aStoreThatTakesLongHoldsNoKeyUp() {
    let desk = Desk()
    desk.isReadable = false
    var frames = 0
    desk.terminal.whenShown = { _ in frames += 1 }
    desk.type([.end])
    #expect(frames == 0)
    desk.clock.advance(by: .milliseconds(20))
    _ = desk.session.handle([.deadline])
    #expect(frames == 1)
    desk.type([.character("€")])
    #expect(frames == 2, "what it has no meaning for is said at once: the rows were waited for")
  }
}
