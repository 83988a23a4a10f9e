package import DailiesCore
import DailiesViews
package import TerminalCanvas

/// The loop for those who listen: reads lines, lets the state answer, says pages and notes. The same state, commands and
/// effects as on the screens, without a screen. Lives on the program's first thread, as `Session` does.
package final class LinearSession {
  package private(set) var state: State
  private let terminal: any LineTerminal
  private let mailbox: Mailbox
  private let clock: ClockSource
  private let edit: (String) -> EditedText
  private let pause: (() -> Void) -> Void
  private let perform: (Effect) -> Void

  private enum Waiting: Equatable {
    /// With the number of pages that had been said when it was read.
    case line(String, pages: Int)
    case endOfInput
    case interrupt
  }

  /// What was read and has to wait for an answer to what came before.
  private var waiting: [Waiting] = []
  private var pagesSaid = 0
  private var turnSaid = 0
  private var notesSaid = 0
  private var linesSaid: [String] = []
  /// Until when a page waits for what was asked of the store.
  private var pageDue: Duration?
  private var isPrompting = false
  /// The input has ended once, with something under way.
  private var hasAskedAtEnd = false
  /// Nobody is there any more.
  private var isDeaf = false
  /// A signal that came.
  private var signal: Int32?
  /// The mailbox was filled while a page was being said.
  private var hasNews = false

  /// A page is said after so long, whatever is still to come for it.
  private static let patience = Duration.milliseconds(400)
  /// Lines of one paste follow each other faster than that.
  private static let burst = Duration.milliseconds(50)

  /// - Parameters:
  ///   - edit: Hands a text to the person's own editor and returns when that has ended.
  ///   - pause: As of `Session`.
  ///   - perform: Takes the effects that are not the terminal's own; must return at once.
  package init(
    state: State, terminal: any LineTerminal, mailbox: Mailbox, clock: ClockSource,
    edit: @escaping (String) -> EditedText, pause: @escaping (() -> Void) -> Void = { $0() },
    perform: @escaping (Effect) -> Void
  ) {
    var state = state
    if state.linear == nil { state.beginListening() }
    self.state = state
    self.terminal = terminal
    self.mailbox = mailbox
    self.clock = clock
    self.edit = edit
    self.pause = pause
    self.perform = perform
  }

  /// Runs until the person quits, the input ends, a signal arrives or nobody is there any more.
  package func run() -> Session.End {
    say([state.say(Strings.linearGreeting), state.say(Strings.linearService, state.service.host)])
    sayNotes(withTime: false)
    // With what is under way, as soon as the store has told it.
    turnSaid = -1
    pageDue = clock.elapsed() + Self.patience
    while true {
      if let end = handle(terminal.waitForEvents(timeout: timeout)) { return end }
    }
  }

  /// Applies what came. Returns how the session ended, once it has.
  package func handle(_ events: [LineEvent]) -> Session.End? {
    for event in events {
      // The end of a line that is not shown is not shown either.
      if case .line = event, state.wantsSecret { say([""]) }
      receive(event)
    }
    if let end = outerEnd() { return end }
    var end = takeNews()
    while end == nil, let next = waiting.first, !state.holdsLines, pageDue == nil {
      waiting.removeFirst()
      switch next {
      case .line(let line, let pages): end = answer(line, pages: pages)
      case .endOfInput: end = endInput()
      case .interrupt: end = interrupt()
      }
      end = end ?? takeNews()
    }
    if end == nil, !state.holdsLines, pageDue == nil { askForLine() }
    return end ?? outerEnd()
  }

  /// What was read waits for its turn.
  private func receive(_ event: LineEvent) {
    switch event {
    case .line(let line):
      isPrompting = false
      hasAskedAtEnd = false
      waiting.append(.line(line, pages: pagesSaid))
    case .endOfInput: waiting.append(.endOfInput)
    case .interrupt: waiting.append(.interrupt)
    case .stopAsked:
      _ = apply(.stopAsked)
      pause { terminal.suspend(wholeGroup: false) }
    case .wokenUp: hasNews = true
    case .deadline: break
    case .signal(let number): signal = signal ?? number
    case .ended: isDeaf = true
    }
  }

  /// How the session ends from outside: by a signal, or because nobody is there any more.
  private func outerEnd() -> Session.End? {
    guard signal != nil || isDeaf else { return nil }
    _ = apply(.ending)
    return signal.map { .signal($0) } ?? .hungUp
  }

  private func answer(_ line: String, pages: Int) -> Session.End? {
    // It answers what was said last, and that still stands as it was said.
    let isFresh = pages == pagesSaid && (state.layers.isEmpty || LinearPage(state, .layer).lines == linesSaid)
    let end = apply(.lineTyped(line, isFresh: isFresh, at: clock.now()))
    if end == nil { sayAll(withTime: false) }
    return end
  }

  /// Ctrl-C ends the typing of a prompt, else it closes what is open, else it quits when it comes again.
  private func interrupt() -> Session.End? {
    say([""])
    let action: Action =
      state.isWritingLines
      ? .lineTyped(".", isFresh: false, at: clock.now()) : .input(.key(.control("c")), at: clock.now())
    let end = apply(action)
    if end == nil { sayAll(withTime: false) }
    return end
  }

  /// At a terminal Ctrl-D asks as `quit` does; the second one ends. A pipe has nobody who could answer.
  private func endInput() -> Session.End? {
    guard terminal.isInteractive, !hasAskedAtEnd, state.isBusy else {
      _ = apply(.ending)
      return state.isBusy && !terminal.isInteractive ? .hungUp : .quit
    }
    hasAskedAtEnd = true
    say(["", state.say(Strings.linearEnd)])
    return nil
  }

  /// What happened elsewhere.
  private func takeNews() -> Session.End? {
    let now = clock.now()
    hasNews = false
    let actions = mailbox.takeAll()
    var end: Session.End?
    // After the clock on the wall was put back no deadline can be relied on before the state knows of it.
    let isDue = now < state.now || state.deadline.map { $0 <= now } ?? false
    if !actions.isEmpty || isDue { end = apply(.clockAdvanced(now)) }
    var isAnswer = false
    for action in actions {
      end = end ?? apply(action)
      isAnswer = isAnswer || action.answersPage
    }
    guard end == nil else { return end }
    sayNotes(withTime: true)
    if let due = pageDue, isAnswer || clock.elapsed() >= due {
      pageDue = nil
      sayPage()
    } else if pageDue == nil, state.linear?.turn != turnSaid {
      sayPage()
    } else if isAnswer, pageDue == nil, !state.layers.isEmpty, LinearPage(state, .layer).lines != linesSaid {
      sayPage()
    }
    return nil
  }

  private func apply(_ action: Action) -> Session.End? {
    for effect in state.apply(action) {
      switch effect {
      case .quit: return .quit
      case .startDemo: return .demo
      case .redraw, .reportMouse, .measureTerminal, .adoptBackground: break
      case .suspend: pause { terminal.suspend(wholeGroup: true) }
      case .notify(let notice, let way): terminal.notify(Notice.title, notice.text, by: way)
      case .copy(let text): say([text])
      case .copyRecords(let takes): say(takes.map { TakeReport($0).jsonLine })
      case .editText(let text):
        if let end = handOver(text) { return end }
      default:
        if effect.isAnsweredOnPage, state.linear?.turn != turnSaid { pageDue = clock.elapsed() + Self.patience }
        perform(effect)
      }
    }
    return nil
  }

  /// Everything else goes on meanwhile; what it says waits in the mailbox.
  private func handOver(_ text: String) -> Session.End? {
    guard terminal.isInteractive else {
      // The draft stays as it is: the editor would have nobody to type in it.
      return apply(.textEdited(.text(text, file: ""))) ?? apply(.noted(Note(Strings.linearNeedsTerminal)))
    }
    var edited: EditedText?
    terminal.lend { edited = edit(text) }
    guard let edited else { return nil }
    return apply(.clockAdvanced(clock.now())) ?? apply(.textEdited(edited))
  }

  private var timeout: Duration? {
    // A page may have been said between two looks.
    if hasNews { return .zero }
    var waits: [Duration] = []
    if let deadline = state.deadline { waits.append(deadline - clock.now()) }
    if let pageDue { waits.append(pageDue - clock.elapsed()) }
    return waits.min().map { max(.zero, $0) }
  }

  // MARK: Saying

  private func sayAll(withTime: Bool) {
    sayNotes(withTime: withTime)
    guard let linear = state.linear, linear.turn != turnSaid else { return }
    if pageDue == nil { sayPage() }
  }

  private func sayPage() {
    guard let linear = state.linear else { return }
    let isHelp = linear.page == .help && linear.turn != turnSaid
    turnSaid = linear.turn
    // What was asked for has closed meanwhile.
    if state.layers.isEmpty, linear.page == .layer { return }
    takeEarlyLines()
    linesSaid = state.layers.isEmpty ? [] : LinearPage(state, .layer).lines
    say(isHelp || state.layers.isEmpty ? LinearPage(state, linear.page).lines : linesSaid)
    pagesSaid += 1
    _ = apply(.pageSaid)
    terminal.showTyping(!state.wantsSecret)
  }

  /// What was typed before a page was said is no answer to it. The lines of a paste come one after the other: before a
  /// review the rest of them is waited for.
  private func takeEarlyLines() {
    let isReview = if case .review? = state.layers.last { true } else { false }
    let end = clock.elapsed() + (isReview && terminal.isInteractive ? Self.burst : .zero)
    while true {
      let events = terminal.waitForEvents(timeout: max(.zero, end - clock.elapsed()))
      for event in events { receive(event) }
      if isDeaf || signal != nil || events.contains(.deadline) { return }
    }
  }

  /// Notes that were not said yet, each in a line of its own.
  private func sayNotes(withTime: Bool) {
    guard let count = state.linear?.noteCount, count > notesSaid else { return }
    let notes = state.log.suffix(count - notesSaid)
    notesSaid = count
    say(
      notes.map { note in
        let text = note.text(state.wording)
        return withTime ? state.localTime(note.at ?? state.now).time + " " + text : text
      })
  }

  private func say(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    let start = isPrompting ? "\n" : ""
    isPrompting = false
    let text = lines.map { PrintableText.cleanLines($0) }.joined(separator: "\n")
    if !terminal.write(start + text + "\n") { isDeaf = true }
  }

  private func askForLine() {
    guard terminal.isInteractive, !isPrompting else { return }
    isPrompting = true
    if !terminal.write(state.linearPrompt + "> ") { isDeaf = true }
  }
}

extension State {
  /// Something would be cut off by an end: takes leave, are sent or saved.
  fileprivate var isBusy: Bool {
    [.leaving, .sending, .saving].contains { liveTakes.count(in: $0) > 0 }
  }
}

extension Effect {
  /// What it brings belongs on the page that was asked for.
  fileprivate var isAnsweredOnPage: Bool {
    switch self {
    case .loadRows, .loadEvents, .loadDrafts, .loadHistory, .loadLedger, .loadModels, .loadSnippets, .loadTagNames,
      .loadShotNames, .listFolder,
      .checkImage, .openDraft, .saveSetting, .useProfile, .drawPicture, .fitPicture, .addPrice:
      true
    default: false
    }
  }
}

extension Action {
  /// It may change the page that is open: everything but what goes on by itself.
  fileprivate var answersPage: Bool {
    switch self {
    case .takeChanged, .takeAsked, .takeReached, .takeNotReached, .checkPlanned, .transferProgressed, .clockAdvanced,
      .networkChanged, .serviceChanged, .draftSaved, .noted, .takesFound, .spendingLoaded,
      .lessonsLoaded, .wildcardsLoaded, .takesRecorded:
      false
    default: true
    }
  }
}
