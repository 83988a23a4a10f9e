import DailiesCore
import DailiesRuntime
import DailiesScript
import DailiesViews
import TerminalCanvas
import Testing
import VideosAPI

/// How often the screen changes while a film runs.
struct FilmPaintingTests {
  /// A session with the flip-book of a film of 8 s open, all of whose pictures are here.
  private final class Desk {
    let clock = ManualClock()
    let terminal = ScriptedTerminal(size: Size(columns: 40, rows: 12))
    private let session: Session
    /// When a frame came that differs from the one before.
    var frames: [Duration] = []

    init(motion: Bool = true) {
      let mailbox = Mailbox(wakeUp: terminal.wakeUp)
      var settings = Settings()
      settings.motion = motion
      let service = ServiceStatus(
        profile: "default", host: "a", baseURL: "https://a/v1", isDemo: false, hasKey: true)
      var state = State(
        size: terminal.size, now: clock.source.now(), utcOffset: 0, language: .english, settings: settings,
        service: service)
      state.drawsPictures = true
      session = Session(
        state: state, terminal: terminal, mailbox: mailbox, clock: clock.source, theme: .colors256
      ) { effect in
        guard case .drawFrames(let wishes) = effect else { return }
        let reel = FilmReel(width: 1280, height: 720, seconds: 8, frames: 192)
        for wish in wishes {
          let pictures = wish.frames(of: reel).compactMap { frame in
            PixelGrid(
              width: wish.size.width, height: wish.size.height,
              rgb: Array(repeating: UInt8(frame), count: wish.size.width * wish.size.height * 3))
          }
          mailbox.post(.framesDrawn(wish, .pictures(reel, first: 0, pictures, isLast: true)))
        }
      }
      let take = Self.saved(clock.source.now())
      mailbox.post(
        .rowsLoaded(
          TakeRows(
            query: session.state.list.query, rows: [take], total: 1, counts: TakeCounts(byPhase: [.saved: 1]))))
      handle([.wokenUp])
      handle([.input(.key(.function(3))), .input(.key(.character("p")))])
      handle([.wokenUp])
      pass(200)
      terminal.whenShown = { [unowned self] _ in frames.append(clock.elapsed) }
    }

    var book: FlipBook? {
      if case .flipBook(let book)? = session.state.layers.last { book } else { nil }
    }

    func handle(_ events: [TerminalEvent]) { _ = session.handle(events) }

    /// Goes on in steps of a millisecond, as a terminal would that always keeps its deadline.
    func pass(_ milliseconds: Int) {
      let end = clock.elapsed + .milliseconds(milliseconds)
      while clock.elapsed < end {
        clock.advance(by: .milliseconds(1))
        handle([.deadline])
      }
    }

    private static func saved(_ now: Timestamp) -> Take {
      let order = Order(model: "veo-fast", prompt: "dawn", seconds: 8, size: VideoSize(width: 1280, height: 720))
      let service = Take.Service(profile: "default", baseURL: "https://a/v1")
      var take = Take(number: Take.Number(1), order: order, service: service, phase: .saved, recorded: now)
      take.filePath = "/films/T001.mp4"
      return take
    }
  }

  @Test func everyPictureIsPaintedOnceAtItsTimeAndNothingBetween() {
    let desk = Desk()
    let first = desk.book?.frame ?? 0
    desk.pass(1000)
    #expect(desk.frames.count == 24)
    #expect(desk.book?.frame == first + 24)
  }

  @Test func aTerminalThatTakesLongGetsFewerPicturesAndTheFilmKeepsItsTime() {
    let desk = Desk()
    let first = desk.book?.frame ?? 0
    desk.terminal.whenShown = { [unowned desk] _ in
      desk.frames.append(desk.clock.elapsed)
      desk.clock.advance(by: .milliseconds(100))
    }
    desk.pass(4000)
    // As long free as it was busy.
    #expect((15...22).contains(desk.frames.count), "\(desk.frames.count)")
    #expect(abs((desk.book?.frame ?? 0) - first - 96) <= 5)
  }

  @Test func aFilmThatStandsPaintsNothing() {
    let desk = Desk(motion: false)
    desk.pass(2000)
    #expect(desk.frames.isEmpty)
    desk.handle([.input(.key(.character(" ")))])
    desk.pass(1000)
    desk.handle([.input(.key(.character(" ")))])
    let count = desk.frames.count
    #expect(count >= 24)
    desk.pass(2000)
    #expect(desk.frames.count == count)
  }
}
