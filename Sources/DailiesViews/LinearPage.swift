package import DailiesCore
import TerminalCanvas
import VideosAPI

/// A page as lines for somebody who listens: plain words, no boxes. Layers are those of the screens, drawn where there is
/// room for all of them and read off line by line, with a number before what can be chosen: so that each new one is heard as
/// well as seen.
package struct LinearPage: Equatable, Sendable {
  package let lines: [String]

  /// - Parameter page: What was asked for.
  package init(_ state: State, _ page: LinearDesk.Page) {
    let reader = Reader(state: state)
    lines =
      switch page {
      case .status: reader.status
      case .draft: reader.draft
      case .list: reader.list
      case .ledger: reader.ledger
      case .help: reader.help
      case .commands: reader.commands(Command.spoken)
      case .candidates(let commands):
        [state.say(Strings.linearCandidates)] + reader.commands(Array(commands.prefix(12)))
      case .layer: state.layers.last.map { reader.layer($0) } ?? reader.status
      }
  }
}

private struct Reader {
  let state: State
  private let theme = Theme(.mono, lines: .none)

  private var language: Language { state.language }

  // MARK: Pages

  var status: [String] {
    let moving = state.liveTakes.values.filter { $0.phase.isLive || [.held, .unsure, .ready].contains($0.phase) }
    let takes = moving.sorted { $0.number < $1.number }
    if takes.isEmpty { return [state.say(Strings.linearQuiet)] + standing }
    return takes.prefix(LinearDesk.rows).map { line(of: $0) } + standing
  }

  /// Counts, and where the limits stand.
  private var standing: [String] {
    let counts = TakeView.allCases.filter { state.list.counts[$0] > 0 && $0 != .hidden }
      .map { "\($0.title(language)) \(state.list.counts[$0])" }
    let forecast = state.forecast([]).standing(language, adds: false)
    let unsaved = state.unsavedLine?.first?.fact ?? ""
    return [counts.joined(separator: ", "), forecast ?? "", unsaved].filter { !$0.isEmpty }
  }

  var draft: [String] {
    let shot = state.shot
    let text = state.prompt.text
    var lines =
      text.isEmpty
      ? [state.say(Strings.linearEmptyPrompt)]
      : [state.say(Strings.linearPrompt, String(text.count))]
        + text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
    func fact(_ name: Phrase, _ value: String) -> String {
      state.say(name) + (language == .english ? ": " : "：") + value
    }
    lines += [
      fact(Strings.model, shot.model), fact(Strings.length, state.say(Strings.ordered, String(shot.seconds))),
      fact(Strings.size, shot.size.description),
      fact(Strings.image, shot.image?.name ?? state.say(Strings.none)), fact(Strings.takesCount, String(shot.takes)),
    ]
    let will = read { canvas in
      WillSendView(state: state, theme: theme)
        .draw(on: &canvas, in: Rect(column: 0, row: 0, columns: canvas.size.columns, rows: 1))
    }
    if let advice = state.advice(on: shot.order(prompt: text)) { lines.append("! " + advice) }
    return lines + will
  }

  var list: [String] {
    let top = state.linear?.listTop ?? 0
    let title = state.scopeTitle
    let found = state.list.search.isEmpty ? nil : state.say(Strings.filter, state.list.search, state.list.totalText)
    let name = [title, found].compactMap { $0 }.joined(separator: ", ")
    let rows = (top..<top + LinearDesk.rows).compactMap { state.list.row(at: $0) }
    guard !rows.isEmpty else { return [state.say(Strings.linearNoTakes, name)] }
    let last = top + rows.count
    let head = state.say(Strings.linearListed, name, String(top + 1), String(last), String(state.list.total))
    return [head] + rows.map { line(of: $0) } + (last < state.list.total ? [state.say(Strings.linearMore)] : [])
  }

  var ledger: [String] {
    read { LedgerView(state: state, theme: theme).draw(on: &$0, in: $0.bounds) }
  }

  var help: [String] {
    if let layer = state.layers.last {
      var seen = Set<Command>()
      let bindings = state.keymap.bindings.filter { $0.context == layer.context && !$0.command.isMovement }
      let here = bindings.filter { ![.interrupt, .redraw].contains($0.command) && seen.insert($0.command).inserted }
      return [question(of: layer), state.say(Strings.linearHere)]
        + here.map { "\($0.command.name), \($0.key.name(in: language)): \($0.command.title(language))" }
    }
    let words = LinearWord.allCases.map { "\($0.names(language)): \($0.help(language))" }
    let states = TakePhase.allCases.map { $0.word(language) + ": " + state.say($0.meaning) }
    return [state.say(Strings.linearWords)] + words + [state.say(Strings.linearNumbers)]
      + [state.say(Strings.helpStates)] + states
  }

  func commands(_ commands: [Command]) -> [String] {
    commands.map { command in
      let why = state.obstacle(to: command).map { " (" + $0.text(state.wording) + ")" } ?? ""
      let name = language == .english ? command.name : command.title(language) + "，" + command.name
      return name + (language == .english ? ": " + command.title(language) : "") + (command.wantsTake ? "" : why)
    }
  }

  /// What a layer says, its choices numbered, and what can be answered.
  func layer(_ layer: Layer) -> [String] {
    let lines = read { LayerView(state: state, theme: theme).draw(layer, on: &$0, in: $0.bounds) }
      .filter { !keyLines.contains($0) }
    let question = question(of: layer)
    return lines + (question.isEmpty ? [] : [question])
  }

  /// Lines that tell of keys: what can be answered is said in their place.
  private var keyLines: [String] {
    [
      Strings.reviewKeys, Strings.reviewKeysAll, Strings.reviewKeysSample, Strings.reviewKeysTyped, Strings.quitKeys,
      Strings.askKeys,
    ].map { Self.closed(state.say($0)) }
  }

  /// With two blanks where there are more.
  private static func closed(_ text: String) -> String {
    var text = text
    while text.contains("   ") { text = text.replacing("   ", with: "  ") }
    return text
  }

  private func question(of layer: Layer) -> String {
    switch layer {
    case .review: state.say(Strings.linearAskReview)
    case .quitQuestion: state.say(Strings.linearAskQuit)
    case .question: state.say(Strings.linearAskYes)
    case .settle: state.say(Strings.linearAskSettle)
    case .detail, .help, .activity: ""
    case .setup(let setup) where setup.field == nil: state.say(Strings.linearAskOther)
    default:
      layer.offersChoice
        ? state.say(Strings.linearAskChoice)
        : state.say(layer.context.isText ? Strings.linearAskField : Strings.linearAskOther)
    }
  }

  // MARK: Parts

  /// `T031 running 58%, 8 s, 1280x720, Slow dolly in on a paper…`
  private func line(of take: Take) -> String {
    let progress = TakeProgress(take, in: state)
    var parts = [take.number.description + " " + progress.word.text]
    if let verdict = take.verdict { parts[0] += " " + verdict.word(language) }
    if take.phase == .saved, take.differsFromOrder { parts[0] += " !" }
    let cell = progress.cell(columns: 0, theme: theme).map(\.text).joined().trimming
    if !cell.isEmpty { parts[0] += " " + cell }
    let time = progress.time.text
    if take.phase.isLive, !time.isEmpty { parts.append(time) }
    parts += [state.say(Strings.ordered, take.secondsText), take.sizeText]
    if let path = take.filePath, let name = path.split(separator: "/").last { parts.append(String(name)) }
    let words = take.order.prompt.prefix(60)
    parts.append(words.map { $0.isNewline ? " " : String($0) }.joined() + (words.count == 60 ? "…" : ""))
    return PrintableText.clean(parts.filter { !$0.isEmpty }.joined(separator: language == .english ? ", " : "，"))
  }

  /// Draws where there is room for everything, and reads the lines off: without blanks at their ends, several blanks in a
  /// row as two, a number before what can be clicked.
  private func read(_ draw: (inout Canvas) -> Void) -> [String] {
    var canvas = Canvas(size: Size(columns: LinearDesk.columns, rows: LinearDesk.lines), widths: state.widths)
    draw(&canvas)
    var numbered = Set<Int>()
    var lines: [String] = []
    for row in 0..<canvas.size.rows {
      var text = Self.closed(canvas.text(row: row).trimming)
      guard !text.isEmpty else { continue }
      if let spot = canvas.spots.last(where: { $0.rect.row <= row && row < $0.rect.endRow }) {
        let isChosen = text.hasPrefix("> ") || text.hasPrefix(">[") || text == ">"
        if isChosen { text = String(text.dropFirst()).trimming }
        if numbered.insert(spot.index).inserted {
          text = "\(spot.index + 1). " + text + (isChosen ? " " + state.say(Strings.linearChosen) : "")
        }
      }
      lines.append(text)
    }
    return lines
  }
}
