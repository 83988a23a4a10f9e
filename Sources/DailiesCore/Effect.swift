package import TerminalCanvas
package import VideosAPI

/// Work that follows from an action, as data. `EffectRunner` performs it.
package enum Effect: Equatable, Sendable {
  case quit
  /// Ends the screens and opens them again on the demo service.
  case startDemo
  case redraw
  case suspend
  case reportMouse(Bool)
  /// Reads the files of snippets.
  case loadSnippets
  /// Asks the terminal how wide it draws what.
  case measureTerminal
  /// Keeps what the terminal answered to that for the next start.
  case keepWidths(WidthMeasurement)
  /// Draws for the background that the terminal told, and keeps that for the next start.
  case adoptBackground(isLight: Bool)
  /// Lets the terminal call somebody who looks elsewhere.
  case notify(Notice, by: NoticeWay)
  /// Does so by the person's own command.
  case runNotifyCommand(Notice)
  case copy(String)
  /// Copies the records of takes as JSON, a line for each.
  case copyRecords([Take])

  /// Hands a text to the person's own editor, with the terminal.
  case editText(String)
  /// Reads a text that an editor left.
  case readText(file: String)
  /// The text of the file is in the store, or is not wanted.
  case forgetText(file: String)

  case saveDraft(DraftRecord, revision: Int)
  /// Takes what was written while somebody typed into the whole of the draft, now that nobody does.
  case settleDraft
  /// Begins a new draft row, so that the one before stays in the store.
  case beginDraft(DraftRecord, revision: Int)
  /// Names the draft on the screen.
  case nameDraft(String?)
  /// Answered by `.draftOpened` or `.draftNotOpened`, in any case.
  case openDraft(DraftID)
  case changeDraft(DraftChange)
  case loadDrafts(DraftQuery)
  /// Answered by `.historyLoaded` or `.historyNotLoaded`, in any case.
  case loadHistory(HistoryQuery)
  case loadRows(TakeQuery)
  /// Answered by `.matchFound`.
  case findMatch(TakeSearch)
  /// One's own views and the shots, with what is in them: `.viewsLoaded`, as after every change of the views.
  case loadViews
  case keepView(OwnView)
  case removeView(String)
  /// Keeps the order of the list for the next start.
  case rememberSort(TakeSort)
  case loadLiveTakes
  /// How long one's own takes took.
  case loadTimes
  /// Answered by `.numbersLoaded`, in any case.
  case loadNumbers(NumberQuery)
  /// The tags there are.
  case loadTagNames
  /// The shots there are.
  case loadShotNames
  /// The takes that a command is meant for; answered by `.takesFound`, in any case.
  case findTakes([Take.Number], for: Command)
  case loadEvents(Take.Number)
  /// Counts the films that came since then and that nobody has judged.
  case countUnjudged(since: Timestamp)
  /// Which take came from which, around this one; answered by `.familyLoaded`.
  case loadFamily(Take.Number)
  /// The takes of the day that began then, or, where all its films are judged, other films that are not; answered by
  /// `.eveningLoaded`, in any case.
  case loadEvening(since: Timestamp)
  /// What the service at this address took and refused before.
  case loadLessons(baseURL: String)

  /// One yes: record the intents and start the countdown. `seconds` 0 sends at once.
  case confirm(Confirmation, for: Take.Service, countdown: Int)
  case takeBack([Take.Number])
  case sendNow([Take.Number])
  /// A held take leaves again, by a key.
  case release([Take.Number], countdown: Int)
  /// Nothing leaves until the queue goes on.
  case pauseQueue(Bool)
  /// Stops saving takes until a person lets it go on by `.save`.
  case pauseSaving([Take.Number])
  /// Moves a take that waits to be sent or saved; 1 is one place later.
  case moveInQueue(Take.Number, by: Int)
  /// Keeps the choice for the next review.
  case rememberCanary(Canary?)
  case save([Take.Number])
  case checkNow([Take.Number])
  case settle(Take.Number, Settlement)
  /// Changes what is said of takes, all in one; answered by `.takesEdited` or `.takesNotEdited`.
  case changeTakes([Take.Number], TakeChange)
  /// Takes an act back, or does it again; answered as `.changeTakes` is.
  case replay(ListAct, ActWay)
  case importTakes(ids: [String])
  case selectTake(Take.Number?)
  /// Asks about what is on the screen before what is not.
  case seeTakes([Take.Number])
  case setAutosave(Bool)
  case play(path: String)
  /// Shows a film in its folder, in the file manager of the desktop.
  case showInFolder(path: String)
  /// What counts against the limits of a profile on a day and in its month.
  case loadSpending(profile: String, Day)
  case loadLedger(LedgerQuery)
  /// Reads the price table again.
  case loadPrices
  case addPrice(PriceTable.Price)
  /// Writes the sums as a CSV file; never over another one.
  case exportLedger(LedgerQuery, path: String)
  case saveSetup(SetupAnswers)
  /// Writes takes into a file.
  case exportTakes(TakeExportOrder)
  /// Asks the service which models it has.
  case loadModels
  case saveSetting(SettingChange)
  /// New takes go to the service of that profile, from now on and after the next start.
  case useProfile(String)
  /// Commands that were asked for by name, the last one first.
  case rememberCommands([Command])
  /// Answered only when no film can be saved there.
  case checkFolder(String)
  /// Reads the files of wildcards.
  case loadWildcards
  /// Looks at a picture as it is now; an address is asked once, without the key.
  case checkImage(ReferenceImage)
  /// Reads a folder for the completion of a path: absolute, or below the home folder with `~/`.
  case listFolder(String)
  /// Draws a picture small, in so many pixels, until `.stopDrawing`.
  case drawPicture(ReferenceImage, VideoSize)
  case stopDrawing
  /// Makes a new picture in the shape of a film; the given one is never touched.
  case fitPicture(ReferenceImage, PictureFacts, PictureFit, VideoSize)
  /// Makes pictures of films, the first ones first, and nothing that was asked for before: `.framesDrawn`, piece by piece.
  case drawFrames([FrameWish])
  /// Writes one picture of a film in full, as a file of its own.
  case keepFrame(Take.Number, path: String, frame: Int)
}

extension Effect {
  /// Lets takes go out that cost money.
  package var sends: Bool {
    switch self {
    case .confirm, .sendNow, .release, .pauseQueue(false): true
    default: false
    }
  }

  /// What it reads anew from the store; two that read the same do no more than one. Nil: it does something else.
  package var reading: Reading? {
    switch self {
    case .loadRows: .rows
    case .loadSpending: .spending
    case .loadLessons: .lessons
    case .loadEvents(let number): .events(number)
    case .countUnjudged: .unjudged
    case .selectTake: .selection
    default: nil
    }
  }

  package enum Reading: Hashable, Sendable {
    case rows, spending, lessons, unjudged, selection
    case events(Take.Number)
  }
}
