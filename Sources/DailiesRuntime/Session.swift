package import DailiesCore
package import DailiesViews
package import TerminalCanvas

/// The screen loop: waits, takes everything that is there, applies it, draws once. Lives on the program's first
/// thread; not `Sendable`, so that the compiler keeps it there.
package final class Session {
  package enum End: Equatable, Sendable {
    case quit
    /// Open the screens again, on the demo service.
    case demo
    /// A signal asked the program to end; it is to be raised again once the terminal is restored.
    case signal(Int32)
    /// Nobody is there any more.
    case hungUp
  }

  package private(set) var state: State
  private let terminal: any Terminal
  private let mailbox: Mailbox
  private let clock: ClockSource
  private var theme: Theme
  private let edit: (String) -> EditedText
  private let pause: (() -> Void) -> Void
  private let perform: (Effect) -> Void
  private var lastPaint = Duration.zero
  /// How long it took.
  private var paintTime = Duration.zero
  private var frames = FrameSeries()
  /// The frame on the screen: what a click is on is looked up there.
  private var shown: Canvas?
  /// When a change that nobody asked for is to be painted at the latest.
  private var paintDue: Duration?
  /// Until when a frame waits for rows that a key asked for; without them it would be one too many.
  private var rowsDue: Duration?
  /// When something is to happen by itself, as the state said after the last batch.
  private var deadline: Timestamp?
  private var changeDue: Timestamp?
  private var pictureDue: Timestamp?
  private var windowTitle: String?
  /// The takes on the screen that the service works on, as they were told last.
  private var seen: [Take.Number] = []
  /// What changes that nobody asked for want read anew: with the next frame, and once, however many of them want it.
  private var readings: [Effect] = []
  /// The topmost layer as it was painted last.
  private var paintedLayer: Layer?

  /// News that nobody asked for are painted at most this often, and what is only a figure (when a take was last asked
  /// about, how many bytes of it are here) with the clocks.
  private static let quietPaint = Duration.milliseconds(100)
  private static let figurePaint = Duration.seconds(1)
  /// How long a frame waits for rows that a key asked for.
  private static let rowsWait = Duration.milliseconds(20)

  /// - Parameters:
  ///   - edit: Hands a text to the person's own editor and returns when that has ended; the terminal is given away.
  ///   - pause: Runs what stops the program, once what was written is kept and nothing is left half done that others wait for.
  ///   - perform: Takes the effects that are not the terminal's own; must return at once.
  package init(
    state: State, terminal: any Terminal, mailbox: Mailbox, clock: ClockSource, theme: Theme,
    edit: @escaping (String) -> EditedText = { .text($0, file: "") },
    pause: @escaping (() -> Void) -> Void = { $0() },
    perform: @escaping (Effect) -> Void
  ) {
    self.state = state
    self.terminal = terminal
    self.mailbox = mailbox
    self.clock = clock
    self.theme = theme
    self.edit = edit
    self.pause = pause
    self.perform = perform
    noteDeadlines(of: state)
  }

  private func noteDeadlines(of state: State) {
    (deadline, changeDue, pictureDue) = (state.deadline, state.changeDue, state.pictureDue)
  }

  /// Runs until the person quits, a signal arrives or the terminal is gone.
  package func run() -> End {
    paint(state)
    while true {
      let events = terminal.waitForEvents(timeout: timeout)
      if let end = handle(events) { return end }
    }
  }

  /// Applies one batch and draws if something is to be seen. Returns how the session ended, once it has.
  package func handle(_ events: [TerminalEvent]) -> End? {
    let now = clock.now()
    var isAsked = false
    var end: End?
    var rest = events[...]
    while let event = rest.popFirst() {
      switch event {
      case .input(let input):
        isAsked = true
        if rest.first == event, !confirmsUnseen(input), let step = state.step(of: input) {
          // A key that is held down, or many at once over a slow line.
          let more = rest.prefix { $0 == event }.count
          rest = rest.dropFirst(more)
          end = end ?? apply(.stepped(step * (1 + more), at: now))
        } else {
          end = end ?? take(input, at: now)
        }
      case .typed(let letters, let waited):
        let standing = state.draftStanding
        // Words are as old as they are: the promise that they are kept counts from there. A write that is due by now is of all
        // of them.
        let start = min(now, max(state.now, now + (.zero - waited)))
        if standing.isTyped {
          end = end ?? apply(.typed(letters, from: start, to: now))
        } else {
          for letter in letters { end = end ?? take(letter, at: start) }
        }
        isAsked = isAsked || !standing.isTyped || state.draftStanding != standing
      case .resized(let size):
        isAsked = true
        end = end ?? apply(.resized(size))
      case .stopAsked:
        end = end ?? apply(.stopAsked)
        pause { terminal.suspend(wholeGroup: false) }
      case .resumed:
        isAsked = true
        terminal.forgetScreen()
        end = end ?? apply(.resumed)
      case .measured(let measurement):
        isAsked = true
        end = end ?? apply(.widthsMeasured(measurement))
      case .picturesFound(let abilities):
        isAsked = true
        end = end ?? apply(.picturesFound(abilities))
      case .wokenUp, .deadline:
        break
      case .signal(let number):
        _ = apply(.ending)
        return .signal(number)
      case .ended:
        _ = apply(.ending)
        return .hungUp
      }
    }
    let actions = mailbox.takeAll()
    // Before the actions: what they say is noted with the time at which it is told.
    // After the clock on the wall was put back no deadline can be relied on before the state knows of it.
    let isPutBack = now < state.now
    let isDue = isPutBack || deadline.map { $0 <= now } ?? false
    let isSeen = isPutBack || changeDue.map { $0 <= now } ?? false
    let isPicture = pictureDue.map { $0 <= now } ?? false
    if !actions.isEmpty || isDue { end = end ?? apply(.clockAdvanced(now)) }
    var isNews = isSeen
    var isChanged = isSeen
    for action in actions {
      isNews = isNews || state.isNews(action)
      var standing: DraftStanding?
      switch action {
      case .draftSaved: standing = state.draftStanding
      // A key asked for them, and waits for its frame.
      case .rowsLoaded: isAsked = isAsked || state.list.lacksRows
      default: break
      }
      end = end ?? apply(action, isAsked: false)
      isChanged = isChanged || standing == nil || state.draftStanding != standing
    }
    if let end { return end }
    // One copy for all that is asked of it.
    let state = state
    noteDeadlines(of: state)
    let isPainted = paintWhenDue(
      state, isAsked: isAsked, isPicture: isPicture, isNews: isNews, isChanged: isChanged)
    if isPainted, events.count == 1, case .input(let input)? = events.first { foresee(input, from: state) }
    return nil
  }

  /// A step in the list is mostly followed by another: what that would show is made ready, if it wants nothing else done.
  private func foresee(_ input: Input, from state: State) {
    guard let step = state.step(of: input) else { return }
    terminal.foresee {
      var next = state
      let effects = next.apply(.stepped(step, at: state.now))
      guard effects.allSatisfy({ $0.reading == .selection }), next.list.place != state.list.place else { return nil }
      return frames.foresee(next, theme: theme)
    }
  }

  private func confirmsUnseen(_ input: Input) -> Bool { state.confirmsUnseen(input, painted: paintedLayer) }

  private func take(_ input: Input, at time: Timestamp) -> End? {
    confirmsUnseen(input)
      ? apply(.noted(Note(Strings.reviewLookFirst, tone: .attention))) : apply(.input(located(input), at: time))
  }

  /// - Parameter isPicture: A running film has come to its next picture.
  /// - Returns: Whether there was something to draw, and it was due.
  private func paintWhenDue(_ state: State, isAsked: Bool, isPicture: Bool, isNews: Bool, isChanged: Bool) -> Bool {
    if isChanged {
      // A terminal that takes long for a picture has as long for what else it is sent, and for the keys.
      let due = lastPaint + (isPicture ? paintTime : isNews ? Self.quietPaint : Self.figurePaint)
      paintDue = min(paintDue ?? due, due)
    }
    let isWaiting = isAsked && waitsForRows(state)
    guard isAsked && !isWaiting || paintDue.map({ $0 <= clock.elapsed() }) ?? false else { return false }
    paint(state, isTyping: !isChanged && paintDue == nil)
    return true
  }

  /// Whether the rows that are to be drawn are still to come: the store answers within a frame, mostly. Where it does not, keys
  /// are answered without them.
  private func waitsForRows(_ state: State) -> Bool {
    guard state.focus == .takes, state.layers.isEmpty, state.list.lacksRows else {
      rowsDue = nil
      return false
    }
    let due = rowsDue ?? clock.elapsed() + Self.rowsWait
    rowsDue = due
    guard clock.elapsed() < due else { return false }
    paintDue = min(paintDue ?? due, due)
    return true
  }

  private func apply(_ action: Action, isAsked: Bool = true) -> End? {
    for effect in state.apply(action) {
      switch effect {
      case .quit: return .quit
      case .startDemo: return .demo
      case .redraw: terminal.forgetScreen()
      case .suspend: pause { terminal.suspend(wholeGroup: true) }
      case .editText(let text):
        if let end = handOver(text) { return end }
      case .reportMouse(let isOn): terminal.reportMouse(isOn)
      case .measureTerminal: terminal.measure()
      case .adoptBackground(let isLight):
        theme.background = isLight ? .light : .dark
        perform(effect)
      case .notify(let notice, let way): terminal.notify(Notice.title, notice.text, by: way)
      case .copy(let text): terminal.copyToClipboard(text)
      case .copyRecords(let takes):
        terminal.copyToClipboard(takes.map { TakeReport($0).jsonLine }.joined(separator: "\n"))
      default:
        let reading = effect.reading
        if reading != nil { readings.removeAll { $0.reading == reading } }
        if reading == nil || isAsked { perform(effect) } else { readings.append(effect) }
      }
    }
    return nil
  }

  /// Everything else goes on meanwhile; what it says waits in the mailbox.
  private func handOver(_ text: String) -> End? {
    var edited: EditedText?
    terminal.lend { edited = edit(text) }
    guard let edited else { return nil }
    return apply(.clockAdvanced(clock.now())) ?? apply(.textEdited(edited))
  }

  private func located(_ input: Input) -> Input {
    guard case .mouse(var mouse) = input else { return input }
    mouse.spot = shown?.spot(at: mouse.at)
    return .mouse(mouse)
  }

  private var timeout: Duration? {
    var waits: [Duration] = []
    if let deadline { waits.append(deadline - clock.now()) }
    if let paintDue { waits.append(paintDue - clock.elapsed()) }
    return waits.min().map { max(.zero, $0) }
  }

  /// - Parameter isTyping: Nothing happened since the last frame but keys.
  private func paint(_ state: State, isTyping: Bool = false) {
    let start = clock.elapsed()
    let canvas = frames.frame(of: state, theme: theme, isTyping: isTyping)
    terminal.present(canvas)
    shown = canvas
    lastPaint = clock.elapsed()
    paintTime = lastPaint - start
    paintDue = nil
    paintedLayer = state.isTooSmall ? nil : state.layers.last
    for effect in readings { perform(effect) }
    readings = []
    let inSight = state.watchedInSight
    if inSight != seen {
      seen = inSight
      perform(.seeTakes(seen))
    }
    let title = state.windowTitle
    if title != windowTitle {
      windowTitle = title
      terminal.setTitle(title)
    }
  }
}
