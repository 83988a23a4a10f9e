import CNCurses
package import TerminalCanvas

/// The terminal this program was started in: drawn by ncurses, read directly.
///
/// First thread only. There is one at a time, because ncurses and signals belong to the whole program. From `open` to
/// `close` the terminal is raw and on its alternate screen; `close`, `suspend` and `lend` put back what was there, and
/// so does the crash path of CNCurses.
package final class NCursesTerminal: Terminal {
  package private(set) var size: Size
  /// Whether the terminal shows any colour, as its description or the environment says. GNU screen takes what comes through
  /// the environment for something else.
  package let hasTrueColor: Bool
  package let wakeUp = WakeUp { cn_wake() }

  private enum Hold {
    case held, lent, closed
  }

  private var hold = Hold.held
  private var modes: TerminalModes
  private let notices: NoticeChannel
  private var colors: ColorPairs
  private var input: TerminalInput
  /// The text that is on the screen; nil when nothing of it can be relied on.
  private var shown: Canvas?
  /// What was to be shown last.
  private var frame: Canvas?
  private var echo = LetterEcho()
  /// Whether `shown` is gathered and not sent yet.
  private var foresight = Foresight.none
  /// The modes beside ncurses' own are switched on behind the first frame, so that nothing delays it.
  private var needsModes = true
  private var hasAsked = false
  /// When the terminal is asked what is to be known of it: once it has been quiet for a moment after a frame, so that
  /// somebody who types at once is answered at once.
  private var questionsDue: Int64?
  private static let questionRest: Int64 = 30_000_000
  /// The widths that ncurses counts by.
  private var widths = DisplayWidth.standard
  private var isMeasureWanted: Bool
  /// The terminal was asked how wide it draws what, and has not answered the last question yet.
  private var probe: WidthProbe?
  private var pictures: PicturePainter
  private var inquiry = PictureInquiry()
  /// When pixels that were left out are tried again; keys that wait mostly lead to another frame before that.
  private var pixelsDue: Int64?
  private static let pixelWait: Int64 = 50_000_000
  /// The cells may have another size than before.
  private var isCellWanted = false
  private var queued: [TerminalEvent] = []
  private let closingSequence: String

  /// Takes the terminal.
  ///
  /// - Throws: A ``TerminalError`` when there is none or it cannot serve; the terminal is untouched then.
  package static func open(_ options: Options) throws(TerminalError) -> NCursesTerminal {
    DisplayWidth.countInNCurses()
    if let error = TerminalError(cn_open(options.terminalName), options.terminalName) { throw error }
    guard cn_catch_signals() else {
      cn_leave()
      cn_close()
      throw TerminalError(.noResources)
    }
    return NCursesTerminal(options)
  }

  private init(_ options: Options) {
    var hasDefault = false
    let count = options.usesColor ? cn_start_colors(&hasDefault) : 0
    colors = ColorPairs(count: Int(count), hasDefault: hasDefault)
    notices = options.notices
    hasTrueColor =
      Terminfo.has("RGB") || Terminfo.has("Tc") || (options.saysTrueColor && notices.wrapping != .screen)
    modes = TerminalModes(terminalName: options.terminalName, reportsMouse: options.reportsMouse)
    input = TerminalInput(
      decoder: KeyDecoder(
        terminfo: Terminfo.keys(), backspaceIsControlH: Terminfo.capability("kbs") == [0x08]),
      escapeWait: options.escapeWait)
    isMeasureWanted = options.measuresWidths
    pictures = PicturePainter(isDistant: options.isDistant)
    closingSequence = Terminfo.closing()
    size = .ofTerminal()
    cn_resize(Int32(size.columns), Int32(size.rows))
    armCrashPath()
  }

  /// Gives the terminal back as it was found; later calls do nothing.
  package func close() {
    guard hold == .held else { return }
    leave()
    hold = .closed
    cn_release_signals()
    cn_close()
  }

  // MARK: - Events

  package func waitForEvents(timeout: Duration?) -> [TerminalEvent] {
    guard hold == .held else { return [.ended] }
    var events = queued
    queued.removeAll()
    let deadline = timeout.map { cn_now() + $0.nanoseconds }
    while true {
      let due = earliest(deadline, earliest(pixelsDue, questionsDue))
      let news = input.wait(until: events.isEmpty ? due : 0) { bytes, isRepeated in
        if foresight.meet(isRepeated: isRepeated) { cn_send_from(modes.updating(true).utf8.count) }
        return echo.draw(bytes)
      }
      if let typed = news.typed { events.append(typed) }
      if !news.inputs.isEmpty, questionsDue != nil { questionsDue = cn_now() + Self.questionRest }
      for input in news.inputs { take(input, into: &events) }
      if news.isWoken { takeWakeUps(into: &events) }
      if news.hasEnded { events.append(.ended) }
      // The program is about to end: words of a paste that was cut off are words.
      if let end = events.firstIndex(where: \.endsProgram) {
        events.insert(contentsOf: input.finish().map { .input($0) }, at: end)
      }
      if events.isEmpty, let questionsDue, cn_now() >= questionsDue { ask() }
      if let deadline, cn_now() >= deadline { events.append(.deadline) }
      if !events.isEmpty {
        // One that was read with what else came.
        if let typed = input.takeWaiting() { events.insert(typed, at: 0) }
        return events
      }
      if let pixelsDue, cn_now() >= pixelsDue, let frame { present(frame) }
    }
  }

  private func take(_ input: Input, into events: inout [TerminalEvent]) {
    events.append(.input(input))
    // What tmux was handed while the window was out of sight has not reached the terminal.
    if input == .focus(true) { pictures.doubtPlaceholders() }
    guard case .answer(let answer) = input else { return }
    let news = inquiry.receive(answer, driverCell: CellPixels.ofDriver)
    if let found = news.found { events.append(.picturesFound(found)) }
    if let question = news.question {
      self.input.expectAnswers(endingIn: .pictures)
      write(question)
    }
    switch answer {
    case .kittyKeyboard where !modes.hasKittyKeyboard:
      modes.hasKittyKeyboard = true
      armCrashPath()
      write(TerminalModes.kittyOn)
    case .cursor(let cursor): probe?.receive(cursor)
    case .deviceAttributes:
      if let measurement = probe?.measurement { events.append(.measured(measurement)) }
      probe = nil
    default: break
    }
  }

  /// Signals and wake-ups; of several resizes only the last counts.
  private func takeWakeUps(into events: inout [TerminalEvent]) {
    var isWoken = false
    var isResized = false
    var what: Int32 = 0
    while cn_next_wake_up(&what) {
      switch what {
      case CN_WAKE_UP: isWoken = true
      case CN_RESIZE: isResized = true
      case CN_STOP: events.append(.stopAsked)
      case CN_CONTINUED:
        // Stopped by SIGSTOP, without notice: the shell has had the terminal meanwhile.
        leave()
        enter()
        queued.append(.resumed)
      default: events.append(.signal(what))
      }
    }
    if isResized { measureAgain() }
    if isWoken { events.append(.wokenUp) }
    events += queued
    queued.removeAll()
  }

  private func measureAgain() {
    let now = Size.ofTerminal()
    guard now != size else { return }
    size = now
    cn_resize(Int32(now.columns), Int32(now.rows))
    isCellWanted = true
    forgetScreen()
    queued.removeAll { if case .resized = $0 { true } else { false } }
    queued.append(.resized(now))
  }

  // MARK: - Drawing

  package func present(_ canvas: Canvas) {
    guard hold == .held else { return }
    gather(canvas)
    // Something else came than what was foreseen, which is sent first: not to be seen half done.
    if foresight != .none { RowPainter.gather(modes.updating(false)) }
    foresight = .none
    cn_send()
    if needsModes {
      needsModes = false
      let text = modes.entering()
      armCrashPath()
      write(text)
    }
    if hasQuestions, questionsDue == nil { questionsDue = cn_now() + Self.questionRest }
  }

  package func foresee(_ frame: () -> Canvas?) {
    guard hold == .held, cn_gathers(), foresight == .none, !needsModes, !pictures.isShowing,
      earliest(pixelsDue, questionsDue) == nil, input.canRepeat, cn_wait(0) == 0, let shown, let canvas = frame(),
      canvas.placements.isEmpty, canvas.widths == widths, FramePainter.isPlain(canvas, over: shown, size: size)
    else { return }
    // For the frame that follows it, if another key comes; without one it is left out.
    RowPainter.gather(modes.updating(true))
    gather(canvas)
    foresight = .next
  }

  /// Gathers what makes a frame of what is on the screen.
  private func gather(_ canvas: Canvas) {
    follow(canvas.widths)
    let before = shown?.size == canvas.size ? shown : nil
    var (text, work) = (canvas, PicturePainter.Work())
    let hasPictures = pictures.isShowing || !canvas.placements.isEmpty
    if hasPictures {
      let isBusy = cn_wait(0) & CN_INPUT != 0 || canvas.size != size
      work = pictures.work(for: canvas, isForgotten: before == nil, isBusy: isBusy)
      text = pictures.text(of: canvas, over: before, work)
    }
    let painted = FramePainter.paint(text, over: before, size: size, hasPictures: hasPictures, colors: &colors)
    pictures.repair(&work, text, over: before, painted: painted)
    (shown, frame) = (text, canvas)
    echo.prepare(for: text, size: size, hasPictures: hasPictures)
    pixelsDue = work.isLate ? cn_now() + Self.pixelWait : nil
    // Not to be seen half done.
    let isBeside = !painted.uncertainRows.isEmpty || !painted.runs.isEmpty || !work.isEmpty
    if isBeside { RowPainter.gather(modes.updating(true)) }
    let sent = pictures.perform(work, on: canvas)
    if modes.removingPictures != pictures.removingAll {
      modes.removingPictures = pictures.removingAll
      armCrashPath()
    }
    if !sent.ahead.isEmpty {
      cn_send()
      _ = sent.ahead.withUnsafeBufferPointer { cn_write($0.baseAddress, $0.count) }
    }
    if let caret = canvas.caret, Rect(size).contains(caret), canvas.bounds.contains(caret) {
      cn_show(Int32(caret.row), Int32(caret.column))
    } else {
      cn_show(-1, 0)
    }
    if isBeside {
      for row in painted.uncertainRows { RowPainter.gather(row, of: text, size: size, colors: &colors) }
      for (row, columns) in painted.runs + work.renewals where row < size.rows {
        RowPainter.gather(row, of: text, size: size, columns: columns, colors: &colors)
      }
      for piece in sent.pieces {
        if let place = piece.at { cn_beside_move(Int32(place.row), Int32(place.column)) }
        piece.bytes.withUnsafeBufferPointer { cn_beside_text($0.baseAddress, $0.count) }
      }
      cn_beside_return()
      RowPainter.gather(modes.updating(false))
    }
  }

  /// ncurses counts as the canvas was laid out. It has forgotten how wide what it sent before is: all is drawn anew.
  private func follow(_ widths: DisplayWidth) {
    guard widths != self.widths else { return }
    self.widths = widths
    cn_change_widths(widths.ambiguousIsWide, widths.linesAreWide)
    shown = nil
  }

  private var asksCell: Bool { isCellWanted && hasAsked && inquiry.told.best != nil }
  private var hasQuestions: Bool { modes.isXtermLike && (!hasAsked || isMeasureWanted || asksCell) }

  /// Asks what is to be known of the terminal, in one write. Nothing waits for the answers.
  private func ask() {
    questionsDue = nil
    // Letters that no frame has yet would not outlive it; behind their frame is time enough.
    guard let canvas = shown, hasQuestions, !cn_is_ahead() else { return }
    let asksCell = asksCell
    let isMeasuring =
      isMeasureWanted && probe == nil && size.columns >= WidthProbe.smallest.columns
      && size.rows >= WidthProbe.smallest.rows && canvas.size.rows > WidthProbe.row
    isMeasureWanted = false
    if !hasAsked || asksCell {
      isCellWanted = false
      inquiry.forgetCell()
    }
    if !hasAsked {
      RowPainter.gather(TerminalModes.questions(isDirect: notices.wrapping == nil))
    } else if asksCell {
      RowPainter.gather(TerminalModes.cellQuestion)
    }
    if isMeasuring {
      probe = WidthProbe()
      RowPainter.gather(modes.updating(true) + WidthProbe.questions)
      RowPainter.gather(WidthProbe.row, of: canvas, size: size, columns: 0..<size.columns, colors: &colors)
      cn_beside_return()
      RowPainter.gather(modes.updating(false))
    }
    RowPainter.gather(TerminalModes.lastQuestion)
    hasAsked = true
    input.expectAnswers(endingIn: .attributes)
    cn_send()
  }

  package func measure() { isMeasureWanted = true }

  package func forgetScreen() {
    guard hold == .held else { return }
    (shown, echo, foresight) = (nil, LetterEcho(), .none)
    if !needsModes { cn_repaint() }  // otherwise the next frame starts on a cleared screen anyhow
  }

  package func setTitle(_ title: String?) {
    guard hold == .held, title != modes.title else { return }
    let text = title.map { modes.setting(title: $0) } ?? modes.restoringTitle()
    armCrashPath()
    write(text)
  }

  package func copyToClipboard(_ text: String) {
    write(modes.copying(text))
  }

  package func notify(_ title: String, _ text: String, by way: NoticeWay) {
    write(notices.bytes(title, text, by: way))
  }

  package func reportMouse(_ isOn: Bool) {
    guard modes.reportsMouse != isOn else { return }
    modes.reportsMouse = isOn
    if !needsModes { write(TerminalModes.mouse(isOn)) }
  }

  /// Goes out at once: before a frame that is gathered and not sent yet, never into one.
  private func write(_ text: String) {
    guard hold == .held, !text.isEmpty else { return }
    var text = text
    text.withUTF8 { _ = cn_write($0.baseAddress, $0.count) }
  }

  // MARK: - Giving the terminal away and taking it back

  package func suspend(wholeGroup: Bool) {
    guard hold == .held else { return }
    leave()
    cn_stop(wholeGroup)
    enter()
    queued.append(.resumed)
  }

  package func lend(_ body: () -> Void) {
    guard hold == .held else { return body() }
    leave()
    hold = .lent
    cn_lend_signals(true)
    body()
    cn_lend_signals(false)
    hold = .held
    enter()
  }

  private func leave() {
    input.discardAnswers()
    probe = nil
    pictures.forget()
    foresight = .none
    (pixelsDue, questionsDue) = (nil, nil)
    write(needsModes ? "" : modes.leaving())
    cn_arm_crash(nil, 0)
    cn_leave()
  }

  private func enter() {
    cn_enter()
    needsModes = true
    armCrashPath()
    measureAgain()
    shown = nil
  }

  /// To be called before a mode is switched on: a crash in between switches it off once too often, which does nothing.
  private func armCrashPath() {
    let bytes = Array((modes.farewell + closingSequence).utf8)
    cn_arm_crash(bytes, bytes.count)
  }
}
