import VideosAPI

/// Lines that come in where nothing is drawn.
extension State {
  /// Does what a line asks for.
  ///
  /// - Parameter isFresh: It was typed after what was said last. A yes that was typed before is none.
  mutating func receive(line: String, isFresh: Bool) -> [Effect] {
    isQuitArmed = false
    if linear?.writing != nil { return write(line) }
    if !layers.isEmpty { return answerLayer(line, isFresh: isFresh) }
    if let (verb, argument) = LineVerb.read(line), !argument.isEmpty { return set(verb, argument) }
    switch LinearLine(line, in: self) {
    case .nothing:
      // What is leaving is taken back by Enter alone.
      if !leavingTakes.isEmpty { return takeBackLeaving() }
      return say(.status)
    case .takes(let numbers):
      // A number alone looks at a take, or settles it; nothing leaves by it.
      let isUnsure = numbers.count == 1 && numbers.first.map { liveTakes[$0]?.phase == .unsure } == true
      return ask(for: numbers, isUnsure ? .open : .showDetail)
    case .word(let word, let rest): return perform(word, rest)
    case .command(let command, let rest): return perform(command, rest)
    case .unclear(let commands):
      if commands.isEmpty {
        note(Note(Strings.linearNoSuchWord, tone: .attention))
        return []
      }
      return say(.candidates(commands))
    }
  }

  /// Has a page said, once what is asked of the store has come.
  mutating func say(_ page: LinearDesk.Page) -> [Effect] {
    linear?.page = page
    linear?.turn += 1
    return []
  }

  /// Says the draft that has come, where nothing shows it.
  mutating func sayDraft() -> [Effect] { linear == nil ? [] : say(.draft) }

  // MARK: Commands

  private mutating func perform(_ command: Command, _ rest: String) -> [Effect] {
    if command == .compare, let numbers = Take.Number.list(rest), numbers.count == 2, numbers[0] != numbers[1] {
      return compare(numbers)
    }
    if command.wantsTake || command == .compare {
      let named = Take.Number.list(rest)
      guard rest.isEmpty || named != nil else {
        note(Note(Strings.linearWhichTake, command.name, tone: .attention))
        return []
      }
      guard let numbers = named ?? linear?.take.map({ [$0] }) else {
        note(Note(Strings.linearWhichTake, command.name, tone: .attention))
        return []
      }
      return ask(for: numbers, command)
    }
    switch command {
    case .help: return say(.help)
    case .redraw: return say(linear?.page ?? .status)
    case .findTake where !rest.isEmpty: return perform(.find, rest)
    case .importTake where !rest.isEmpty && obstacle(to: .importTake) == nil:
      return [.importTakes(ids: TakeImport.ids(in: rest))]
    // What was done last is meant: to takes, or to the words.
    case .undo where focus == .takes: return perform(.undoAct, rest)
    case .redo where focus == .takes: return perform(.redoAct, rest)
    default: break
    }
    let effects = performByName(command)
    return effects + sayWhatCame(of: command)
  }

  /// What is to be said after a command, beside its notes.
  private mutating func sayWhatCame(of command: Command) -> [Effect] {
    if !layers.isEmpty { return say(.layer) }
    switch command {
    case .showDraft, .newDraft, .nextLength, .nextSize, .nextModel, .moreTakes, .fewerTakes, .removeImage,
      .olderPrompt, .newerPrompt, .editInEditor, .bringInText:
      return say(.draft)
    case .showTakes, .nextView, .previousView:
      linear?.listTop = 0
      return say(.list)
    case .showLedger, .nextGrouping, .previousGrouping: return say(.ledger)
    default: return command.group == .text ? say(.draft) : []
    }
  }

  // MARK: Takes by their numbers

  private mutating func ask(for numbers: [Take.Number], _ command: Command) -> [Effect] {
    guard numbers.count == 1 || command.actsOnMarks else {
      note(Note(Strings.linearOneTake, tone: .attention))
      return []
    }
    let effects = setFocus(.takes)
    linear?.isAwaitingTakes = true
    linear?.take = numbers.last
    return effects + [.findTakes(numbers, for: command)]
  }

  /// The store has the takes that were named, as far as there are such.
  mutating func found(_ takes: [Take], missing: [Take.Number], for command: Command) -> [Effect] {
    linear?.isAwaitingTakes = false
    if let first = missing.first { note(Note(Strings.linearNoSuchTake, first.description, tone: .attention)) }
    guard let first = takes.first else { return [] }
    let effects: [Effect]
    if takes.count == 1 {
      effects = perform(command, on: first)
    } else {
      effects = perform(command, onAll: takes)
    }
    if command == .edit { return effects + say(.draft) }
    return effects + (layers.isEmpty ? [] : say(.layer))
  }

  /// As for takes that are marked on the screens.
  private mutating func perform(_ command: Command, onAll takes: [Take]) -> [Effect] {
    let numbers = takes.map(\.number)
    return switch command {
    case .changeTags: openTags(numbers)
    case .moveToShot: openShots(numbers)
    case .writeComment: openComment(numbers)
    default: begin(command, takes)
    }
  }

  // MARK: Words

  private mutating func perform(_ word: LinearWord, _ rest: String) -> [Effect] {
    switch word {
    case .prompt, .add:
      let adds = word == .add && !prompt.isEmpty
      if rest.isEmpty {
        linear?.writing = adds ? .on : .anew
        note(Note(Strings.linearWrite))
        return []
      }
      return put(text: rest, adds: adds) + saveDraftNow() + say(.draft)
    case .draft:
      let effects = setFocus(.promptPane)
      return effects + say(.draft)
    case .model: return rest.isEmpty ? perform(.enterModel, "") : set(.model, rest)
    case .length: return rest.isEmpty ? perform(.draft, "") : set(.length, rest)
    case .size: return rest.isEmpty ? perform(.draft, "") : set(.size, rest)
    case .takes: return rest.isEmpty ? perform(.list, "") : set(.takes, rest)
    case .image: return setImage(rest)
    case .list: return list(rest)
    case .more:
      linear?.listTop += LinearDesk.rows
      return sayRows()
    case .find:
      let effects = setFocus(.takes)
      linear?.listTop = 0
      return effects + say(.list) + find(rest)
    case .show: return perform(.showDetail, rest)
    case .film: return perform(.showFrames, rest)
    case .status: return say(.status)
    case .commands: return say(.commands)
    case .help: return say(.help)
    case .back, .no: return []
    case .yes:
      note(Note(Strings.linearNothingAsked))
      return []
    }
  }

  private mutating func list(_ name: String) -> [Effect] {
    linear?.listTop = 0
    let effects = setFocus(.takes)
    guard !name.isEmpty else { return effects + sayRows() }
    let typed = name.lowercased()
    if let judgement = Judgement(name: typed) {
      let rows = show(judgement)
      return effects + say(.list) + rows
    }
    guard
      let view = TakeView.allCases.first(where: {
        $0.rawValue == typed || $0.title.english.lowercased() == typed || $0.title.chinese == typed
      })
    else {
      let titles = TakeView.allCases.map { $0.title(language) } + Judgement.allCases.map { $0.title(language) }
      let names = titles.joined(separator: ", ")
      note(Note(Strings.linearNoSuchView, names, tone: .attention))
      return effects
    }
    let rows = show(view)
    return effects + say(.list) + rows
  }

  private mutating func sayRows() -> [Effect] {
    let top = linear?.listTop ?? 0
    if top >= list.total { linear?.listTop = 0 }
    list.select(index: min((linear?.listTop ?? 0) + LinearDesk.rows - 1, max(0, list.total - 1)))
    return say(.list) + selectionChanged()
  }

  /// Sets what the line of commands on the screens sets, by the same words.
  private mutating func set(_ verb: LineVerb, _ argument: String) -> [Effect] {
    switch perform(verb, argument) {
    case .refused(let why):
      note(why)
      return []
    case .done(let effects):
      if !layers.isEmpty { return effects + say(.layer) }
      return effects + ([.model, .length, .size, .takes].contains(verb) ? say(.draft) : [])
    }
  }

  private mutating func setImage(_ text: String) -> [Effect] {
    if text.isEmpty { return perform(.attachImage, "") }
    if [Strings.none.english, Strings.none.chinese].contains(text.lowercased()) { return perform(.removeImage, "") }
    return perform(.attachImage, "") + answerLayer(text, isFresh: true)
  }

  // MARK: The prompt

  /// Lines of a text until a single dot. Each is in the draft at once: no more than the last one can be lost.
  private mutating func write(_ line: String) -> [Effect] {
    guard line.trimming == "." || line.trimming == "。" else {
      let adds = linear?.writing == .on
      linear?.writing = .on
      return put(text: line, adds: adds)
    }
    linear?.writing = nil
    return saveDraftNow() + say(.draft)
  }

  /// What was typed goes behind the prompt in a line of its own, or becomes the prompt of a draft. Words that were there
  /// are never written over: their draft stays in the drawer.
  private mutating func put(text: String, adds: Bool) -> [Effect] {
    var effects: [Effect] = []
    if !adds, !prompt.isEmpty {
      note(Note(Strings.linearOtherDraft))
      effects = begin(DraftRecord(prompt: PromptEditor().snapshot, shot: shot, parent: card.parent))
    }
    focus = .prompt
    return effects
      + editPrompt { prompt in
        _ = prompt.perform(.moveToTextEnd, rows: 1)
        prompt.paste(adds ? "\n" + text : text)
      }
  }
}
