import TerminalCanvas

extension Keymap {
  /// The keys as they are out of the box. One row a binding; the first row of a command is the one that is shown.
  package static let standard: Keymap = {
    let rows: [(KeyContext, [Row])] = [
      (.anywhere, anywhere),
      (.outsideText, outsideText),
      (.prompt, text + prompt),
      (.promptPane, promptPane),
      (.shot, shot),
      (.takes, takes),
      (.review, layer + named + review),
      (.help, layer + scroll + [(.character("/"), .findTake)]),
      (.detail, layer + named + scroll + detail),
      (.activity, layer + scroll),
      (.screening, layer + named + helped + screening + screened),
      (.eveningSheet, layer + named + helped + eveningSheet + screened),
      (.compare, layer + named + helped + compare + screened),
      (.lineage, layer + helped + line + chooser),
      (.blowUp, layer + helped + line + chooser),
      (.settle, layer + line + chooser),
      (.copyMenu, layer + copyMenu),
      (.quitQuestion, layer + question),
      (.question, layer + question),
      (.palette, layer + line + chooser),
      (.commandLine, layer + line + completing),
      (.line, layer + line + [(.enter, .confirm), (.tab, .complete)]),
      (.image, layer + line + path),
      (.proof, layer + named + proof),
      (.flipBook, layer + named + helped + flipBook),
      (.setup, layer + line + chooser),
      (.price, layer + line + chooser),
      (.ledger, ledger),
      (.drafts, layer + drafts + besides(drafts, line + chooser)),
      (.history, layer + history + besides(history, line + chooser)),
      (.findText, layer + line + findText),
      (.settings, layer + line.filter { $0.0 != .left && $0.0 != .right } + chooser + settings),
      (.profiles, layer + line + chooser),
      (.models, layer + line + chooser),
      (.views, layer + views + besides(views, line + chooser)),
      (.sort, layer + line + chooser),
      (.snippets, layer + line + chooser),
      (.tags, layer + line + completing),
      (.shots, layer + line + chooser),
    ]
    return Keymap(rows.flatMap { context, rows in rows.map { Binding(context: context, key: $0.0, command: $0.1) } })
  }()

  /// The standard keys as the settings have them.
  package static func standard(for settings: Settings) -> Keymap {
    standard.adapted(to: settings)
  }

  /// These keys with Ctrl-Y as the settings have it, unless it was bound to something else.
  package func adapted(to settings: Settings) -> Keymap {
    let key = Key.control("y")
    let wanted: Command = settings.controlY == "yank" ? .bringBack : .redo
    let other: Command = wanted == .redo ? .bringBack : .redo
    guard self.command(for: key, in: .prompt) == other else { return self }
    let binding = Binding(context: .prompt, key: key, command: wanted)
    return Keymap([binding] + bindings.filter { $0.context != .prompt || $0.key != key })
  }

  private typealias Row = (Key, Command)

  private static let anywhere: [Row] = [
    (.function(1), .help), (.function(12), .palette), (.control("p"), .palette),
    (.function(2), .showDraft), (.function(3), .showTakes),
    (.function(4), .showLedger),
    (.tab, .nextPane), (.backTab, .previousPane), (.escape, .back), (.control("l"), .redraw),
    (.function(8), .toggleMouse), (.function(9), .takeBackLeaving), (.control("c"), .interrupt),
    (.alt("k"), .changeKey),
  ]

  private static let outsideText: [Row] = [
    (.character("?"), .help), (.character(":"), .commandLine), (.character("q"), .quit),
    (.character("!"), .showActivity), (.character(","), .showSettings), (.control("z"), .suspend),
    (.function(5), .review), (.control("s"), .review),
    (Key(.enter, .alt), .review), (.character("1"), .showDraft), (.character("2"), .showTakes),
    (.character("3"), .showLedger),
    (.control("n"), .newDraft), (.control("o"), .openDrafts),
    (.control("r"), .searchHistory), (.function(6), .attachImage),
    (.function(7), .editInEditor), (.control("g"), .editInEditor),
  ]

  private static let prompt: [Row] = [
    (.function(5), .review), (.control("s"), .review), (Key(.enter, .alt), .review), (Key(.enter, .control), .review),
    (.function(7), .editInEditor), (.control("g"), .editInEditor), (.control("f"), .findInText),
    (.function(6), .attachImage), (.alt("i"), .insertSnippet), (.control("]"), .insertSnippet),
    (.alt("l"), .nextLength), (.alt("s"), .nextSize), (.alt("m"), .nextModel),
    (.control("n"), .newDraft), (Key(.function(5), .shift), .newDraft),
    (.control("o"), .openDrafts), (Key(.function(7), .shift), .openDrafts), (.control("r"), .searchHistory),
    (Key(.up, .alt), .olderPrompt), (Key(.down, .alt), .newerPrompt), (.escape, .leavePrompt),
  ]

  private static let text: [Row] = [
    (.enter, .newLine), (.control("j"), .newLine), (Key(.enter, .shift), .newLine),
    (.left, .moveLeft), (.control("b"), .moveLeft), (.right, .moveRight), (.up, .moveUp), (.down, .moveDown),
    (Key(.left, .control), .moveWordLeft), (.alt("b"), .moveWordLeft), (Key(.left, .alt), .moveWordLeft),
    (Key(.right, .control), .moveWordRight), (.alt("f"), .moveWordRight), (Key(.right, .alt), .moveWordRight),
    (.home, .moveToLineStart), (.control("a"), .moveToLineStart),
    (.end, .moveToLineEnd), (.control("e"), .moveToLineEnd),
    (Key(.home, .control), .moveToTextStart), (.alt("<"), .moveToTextStart),
    (Key(.end, .control), .moveToTextEnd), (.alt(">"), .moveToTextEnd),
    (.pageUp, .movePageUp), (.pageDown, .movePageDown),
    (Key(.up, .control), .moveParagraphUp), (Key(.down, .control), .moveParagraphDown),
    (Key(.left, .shift), .selectLeft), (Key(.right, .shift), .selectRight),
    (Key(.up, .shift), .selectUp), (Key(.down, .shift), .selectDown),
    (Key(.left, [.shift, .control]), .selectWordLeft), (Key(.right, [.shift, .control]), .selectWordRight),
    (Key(.left, [.shift, .alt]), .selectWordLeft), (Key(.right, [.shift, .alt]), .selectWordRight),
    (Key(.home, .shift), .selectToLineStart), (Key(.end, .shift), .selectToLineEnd),
    (Key(.pageUp, .shift), .selectPageUp), (Key(.pageDown, .shift), .selectPageDown),
    (Key(.home, [.shift, .control]), .selectToTextStart), (Key(.end, [.shift, .control]), .selectToTextEnd),
    (Key(.up, [.shift, .control]), .selectParagraphUp), (Key(.down, [.shift, .control]), .selectParagraphDown),
    (.alt("a"), .selectAll),
    (.backspace, .deleteBackward), (.control("h"), .deleteBackward), (Key(.backspace, .shift), .deleteBackward),
    (.delete, .deleteForward), (.control("d"), .deleteForward),
    (.control("w"), .deleteWordBackward), (Key(.backspace, .alt), .deleteWordBackward),
    (Key(.backspace, .control), .deleteWordBackward),
    (.alt("d"), .deleteWordForward), (Key(.delete, .control), .deleteWordForward),
    (.control("u"), .deleteToLineStart), (.control("k"), .deleteToLineEnd),
    (.control("t"), .transpose), (.alt("y"), .bringBack),
    (.control("x"), .cut), (Key(.delete, .shift), .cut), (Key(.insert, .control), .copySelection),
    (.control("v"), .insertCut), (Key(.insert, .shift), .insertCut),
    (.control("z"), .undo), (.control("_"), .undo),
    (.control("y"), .redo), (.alt("z"), .redo), (Key(.character("z"), [.control, .shift]), .redo),
  ]

  private static let line: [Row] = [
    (.left, .moveLeft), (.right, .moveRight), (.home, .moveToLineStart), (.control("a"), .moveToLineStart),
    (.end, .moveToLineEnd), (.control("e"), .moveToLineEnd),
    (Key(.left, .control), .moveWordLeft), (.alt("b"), .moveWordLeft),
    (Key(.right, .control), .moveWordRight), (.alt("f"), .moveWordRight),
    (.backspace, .deleteBackward), (.control("h"), .deleteBackward),
    (.delete, .deleteForward), (.control("d"), .deleteForward),
    (.control("w"), .deleteWordBackward), (Key(.backspace, .alt), .deleteWordBackward),
    (Key(.backspace, .control), .deleteWordBackward), (Key(.backspace, .shift), .deleteBackward),
    (.alt("d"), .deleteWordForward), (Key(.delete, .control), .deleteWordForward),
    (.control("u"), .deleteToLineStart), (.control("k"), .deleteToLineEnd),
  ]

  private static let promptPane: [Row] = [
    (.enter, .enterPrompt), (.character("i"), .enterPrompt), (.up, .scrollUp), (.down, .scrollDown),
    (.control("f"), .findInText), (.character("/"), .findInText),
    (.character("m"), .enterModel), (.character("p"), .chooseProfile), (.character("P"), .chooseProfile),
    (.character("+"), .moreTakes), (.character("-"), .fewerTakes),
  ]

  private static let shot: [Row] = [
    (.up, .previousRow), (.character("k"), .previousRow), (.down, .nextRow), (.character("j"), .nextRow),
    (.left, .previousChoice), (.right, .nextChoice), (.enter, .choose), (.character(" "), .choose),
    (.character("i"), .enterPrompt), (.character("m"), .enterModel), (.character("P"), .chooseProfile),
    (.character("+"), .moreTakes), (.character("-"), .fewerTakes),
    (.character("x"), .removeImage), (.delete, .removeImage), (.character("p"), .showProof),
  ]

  private static let takes: [Row] =
    [
      (.enter, .open), (.up, .selectPrevious), (.character("k"), .selectPrevious),
      (.down, .selectNext), (.character("j"), .selectNext),
      (.home, .selectFirst), (.character("g"), .selectFirst), (.end, .selectLast), (.character("G"), .selectLast),
      (.pageUp, .pageUp), (.pageDown, .pageDown), (.control("b"), .pageUp), (.control("f"), .pageDown),
      (.character("d"), .save), (.character("D"), .saveAll), (.character("o"), .play), (.character("a"), .again),
      (.character("e"), .edit), (.character("/"), .findTake), (.character("n"), .findNext),
      (.character("N"), .findPrevious), (.character("]"), .nextView), (.character("["), .previousView),
      (.character("F"), .previousView), (.character("r"), .checkNow), (.character("y"), .copyMenu),
      (.character("x"), .hide), (.character("u"), .undoAct), (.character("U"), .redoAct),
      (.character("I"), .importTake), (.character(" "), .mark), (.character("v"), .markRange),
      (.character("V"), .markAll),
      (.character("t"), .changeTags), (.character("m"), .moveToShot), (.character("i"), .writeComment),
      (.character("A"), .toggleAutosave), (.right, .showDetail), (.delete, .drop), (.character("P"), .pauseQueue),
      (.character("S"), .sendWaiting), (.character("O"), .showInFolder),
      (.character("J"), .laterInQueue), (.character("K"), .earlierInQueue), (Key(.delete, .shift), .dropBatch),
      (.character("f"), .showViews), (.character("s"), .showSort), (.character("w"), .screening),
      (.character("p"), .showFrames), (.character("z"), .pauseSaving), (.character("Z"), .pauseAllSaving),
      (.character("W"), .exportTakes),
    ] + judging

  /// What is said of a film, in the list and wherever one is shown.
  private static let judging: [Row] =
    verdicts + [(.character("b"), .blowUp), (.character("c"), .compare), (.character("l"), .lineage)]

  private static let verdicts: [Row] = [
    (.character("+"), .circle), (.character("-"), .noGood), (.character("="), .clearVerdict),
  ]

  private static let ledger: [Row] = [
    (.right, .nextGrouping), (.character("v"), .nextGrouping), (.left, .previousGrouping),
    (.character("$"), .addPrice), (.character("x"), .exportLedger),
    (.up, .scrollUp), (.character("k"), .scrollUp), (.down, .scrollDown), (.character("j"), .scrollDown),
    (.pageUp, .pageUp), (.pageDown, .pageDown), (.home, .selectFirst), (.character("g"), .selectFirst),
    (.end, .selectLast), (.character("G"), .selectLast),
  ]

  private static let layer: [Row] = [
    (.escape, .back), (.control("c"), .interrupt), (.control("l"), .redraw), (.function(9), .takeBackLeaving),
  ]

  /// Where a layer has commands enough to be looked through by name.
  private static let named: [Row] = [(.function(12), .palette), (.control("p"), .palette)]

  private static let helped: [Row] = [(.function(1), .help)]

  private static let scroll: [Row] = [
    (.up, .scrollUp), (.character("k"), .scrollUp), (.down, .scrollDown), (.character("j"), .scrollDown),
    (.pageUp, .pageUp), (.pageDown, .pageDown), (.character(" "), .pageDown),
    (.home, .selectFirst), (.character("g"), .selectFirst), (.end, .selectLast), (.character("G"), .selectLast),
    (.character("q"), .back), (.function(1), .back), (.enter, .back),
  ]

  private static let detail: [Row] =
    [
      (.character("y"), .copyMenu), (.character("e"), .edit), (.character("a"), .again), (.character("d"), .save),
      (.character("o"), .play), (.character("O"), .showInFolder), (.character("r"), .checkNow),
      (.character("v"), .showRaw), (.character("p"), .showFrames), (.character("z"), .pauseSaving),
      (.character("x"), .hide), (.character("t"), .changeTags), (.character("m"), .moveToShot),
      (.character("i"), .writeComment), (.character("u"), .undoAct), (.character("U"), .redoAct),
    ] + judging

  /// What is done to the take of a screening, or of its sheet.
  private static let screened: [Row] =
    [
      (.character("i"), .writeComment), (.character("t"), .changeTags), (.character("m"), .moveToShot),
      (.character("o"), .play), (.character("O"), .showInFolder), (.character("a"), .again), (.character("e"), .edit),
      (.character("p"), .showFrames),
      (.character("u"), .undoAct), (.character("U"), .redoAct), (.character("y"), .copyMenu), (.character("q"), .back),
    ] + judging

  private static let screening: [Row] = [
    (.character(" "), .nextFilm), (.enter, .nextFilm), (.right, .nextFilm), (.character("j"), .nextFilm),
    (.left, .previousFilm), (.character("k"), .previousFilm), (.backspace, .previousFilm),
    (.up, .scrollUp), (.down, .scrollDown), (.pageUp, .pageUp), (.pageDown, .pageDown),
  ]

  private static let eveningSheet: [Row] = [
    (.enter, .confirm), (.up, .previousRow), (.character("k"), .previousRow), (.down, .nextRow),
    (.character("j"), .nextRow), (.pageUp, .pageUp), (.pageDown, .pageDown), (.home, .selectFirst),
    (.end, .selectLast), (.character("w"), .screening),
  ]

  private static let compare: [Row] = [
    (.left, .secondBack), (.right, .secondForward), (.character(","), .previousFrame), (.character("."), .nextFrame),
    (.tab, .otherSide), (.backTab, .otherSide), (.character("d"), .toggleDifference), (.enter, .confirm),
    (.up, .scrollUp), (.character("k"), .scrollUp), (.down, .scrollDown), (.character("j"), .scrollDown),
    (.pageUp, .pageUp), (.pageDown, .pageDown), (.home, .selectFirst), (.end, .selectLast),
  ]

  private static let review: [Row] = [
    (.enter, .confirm), (.up, .previousRow), (.down, .nextRow), (.character(" "), .tick),
    (.character("+"), .moreTakes), (.character("="), .moreTakes), (.character("-"), .fewerTakes),
    (.character("a"), .tickAll), (.character("n"), .tickNone), (.pageUp, .pageUp), (.pageDown, .pageDown),
    (.home, .selectFirst), (.end, .selectLast), (.character("r"), .drawAgain),
    (.character("]"), .moreRows), (.character("["), .fewerRows), (.character("t"), .sendAsTyped),
    (.character("c"), .changeCanary),
    (.character("q"), .back),
  ]

  private static let chooser: [Row] = [
    (.enter, .confirm), (.up, .previousRow), (.down, .nextRow), (.tab, .nextRow), (.backTab, .previousRow),
    (.pageUp, .pageUp), (.pageDown, .pageDown),
  ]

  private static let completing: [Row] = [
    (.enter, .confirm), (.tab, .complete), (.backTab, .previousRow), (.up, .previousRow), (.down, .nextRow),
  ]

  private static let drafts: [Row] = [
    (.control("r"), .renameDraft), (.control("d"), .duplicateDraft), (.control("x"), .deleteDraft),
    (.delete, .deleteDraft), (.control("z"), .restoreDraft), (.tab, .showDeleted),
    (.pageUp, .pageUp), (.pageDown, .pageDown),
  ]

  private static let views: [Row] = [
    (.control("x"), .deleteView), (.delete, .deleteView), (.control("z"), .restoreView),
  ]

  private static let history: [Row] = [
    (.tab, .insertAtCaret), (.control("j"), .insertAtCaret), (.control("r"), .searchHistory),
    (.pageUp, .pageUp), (.pageDown, .pageDown),
  ]

  /// Rows whose keys are not taken by others.
  private static func besides(_ taken: [Row], _ rows: [Row]) -> [Row] {
    rows.filter { row in !taken.contains { $0.0 == row.0 } }
  }

  private static let findText: [Row] = [
    (.enter, .confirm), (.down, .nextRow), (.control("f"), .nextRow), (.control("g"), .nextRow),
    (.up, .previousRow), (Key(.enter, .shift), .previousRow), (.tab, .confirm),
  ]

  /// Left and right change a value: the caret of the field goes by words and to its ends.
  private static let settings: [Row] = [
    (.left, .previousChoice), (.right, .nextChoice), (.alt("k"), .changeKey),
  ]

  private static let path: [Row] = [
    (.enter, .confirm), (.tab, .complete), (.backTab, .previousRow), (.up, .previousRow), (.down, .nextRow),
  ]

  private static let proof: [Row] = [
    (.enter, .confirm), (.up, .previousRow), (.character("k"), .previousRow), (.left, .previousRow),
    (.down, .nextRow), (.character("j"), .nextRow), (.right, .nextRow), (.tab, .nextRow), (.backTab, .previousRow),
    (.function(6), .attachImage), (.character("x"), .removeImage), (.delete, .removeImage), (.character("q"), .back),
  ]

  private static let flipBook: [Row] =
    [
      (.left, .previousFrame), (.right, .nextFrame), (.character(","), .previousFrame), (.character("."), .nextFrame),
      (.character(" "), .runFrames), (.character("["), .slower), (.character("]"), .faster), (.up, .secondBack),
      (.pageUp, .secondBack), (.down, .secondForward), (.pageDown, .secondForward), (.home, .selectFirst),
      (.character("g"), .selectFirst), (.end, .selectLast), (.character("G"), .selectLast), (.character("o"), .play),
      (.character("O"), .showInFolder), (.character("d"), .save), (.character("s"), .useFrame),
      (.character("u"), .undoAct), (.character("U"), .redoAct), (.character("p"), .back), (.character("q"), .back),
    ] + verdicts

  private static let question: [Row] = [
    (.enter, .confirm), (.character("y"), .confirm), (.character("n"), .back),
  ]

  private static let copyMenu: [Row] = [
    (.character("i"), .copyID), (.character("p"), .copyPrompt), (.character("f"), .copyPath),
    (.character("l"), .copyAddress), (.character("c"), .copyCurl), (.character("j"), .copyJSON),
    (.character("e"), .copyError), (.character("q"), .back),
  ]
}
