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
  private let perform: (Effect) -> Void
  private var lastPaint = Duration.zero
  /// The frame on the screen: what a click is on is looked up there.
  private var shown: Canvas?
  private var isPaintOwed = false
  private var windowTitle = ""
  /// The topmost layer as it was painted last.
  private var paintedLayer: Layer?

  /// Changes that nobody asked for are painted at most this often.
  private static let quietPaint = Duration.milliseconds(100)

  /// - Parameters:
  ///   - edit: Hands a text to the person's own editor and returns when that has ended; the terminal is given away.
  ///   - perform: Takes the effects that are not the terminal's own; must return at once.
  package init(
    state: State, terminal: any Terminal, mailbox: Mailbox, clock: ClockSource, theme: Theme,
    edit: @escaping (String) -> EditedText = { .text($0, file: "") },
    perform: @escaping (Effect) -> Void
  ) {
    self.state = state
    self.terminal = terminal
    self.mailbox = mailbox
    self.clock = clock
    self.theme = theme
    self.edit = edit
    self.perform = perform
  }

  /// Runs until the person quits, a signal arrives or the terminal is gone.
  package func run() -> End {
    paint()
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
    for event in events {
      switch event {
      case .input(let input):
        isAsked = true
        if state.confirmsUnseen(input, painted: paintedLayer) {
          end = end ?? apply(.noted(Note(Strings.reviewLookFirst, tone: .attention)))
        } else {
          end = end ?? apply(.input(located(input), at: now))
        }
      case .resized(let size):
        isAsked = true
        end = end ?? apply(.resized(size))
      case .resumed:
        isAsked = true
        terminal.forgetScreen()
        end = end ?? apply(.resumed)
      case .measured(let measurement):
        isAsked = true
        end = end ?? apply(.widthsMeasured(measurement))
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
    let isDue = state.deadline.map { $0 <= now } ?? false
    if !actions.isEmpty || isDue { end = end ?? apply(.clockAdvanced(now)) }
    for action in actions { end = end ?? apply(action) }
    if let end { return end }
    if isAsked || clock.elapsed() - lastPaint >= Self.quietPaint { paint() } else { isPaintOwed = true }
    return nil
  }

  private func apply(_ action: Action) -> End? {
    for effect in state.apply(action) {
      switch effect {
      case .quit: return .quit
      case .startDemo: return .demo
      case .redraw: terminal.forgetScreen()
      case .suspend: terminal.suspend()
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
        terminal.copyToClipboard(takes.map { TakeReport($0).json }.joined(separator: "\n"))
      default: perform(effect)
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
    if let deadline = state.deadline { waits.append(deadline - clock.now()) }
    if isPaintOwed { waits.append(lastPaint + Self.quietPaint - clock.elapsed()) }
    return waits.min().map { max(.zero, $0) }
  }

  private func paint() {
    let canvas = Canvas.draw(state, theme: theme)
    terminal.present(canvas)
    shown = canvas
    lastPaint = clock.elapsed()
    isPaintOwed = false
    paintedLayer = state.layers.last
    let title = state.windowTitle
    if title != windowTitle {
      windowTitle = title
      terminal.setTitle(title)
    }
  }
}
