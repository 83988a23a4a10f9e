package import TerminalCanvas

/// Everything that can happen to the screens, in the past tense. `State.apply(_:)` is the one who answers.
package enum Action: Equatable, Sendable {
  // The person
  case input(Input, at: Timestamp)
  /// Letters that were typed into the prompt one after the other: when the first came, and when they were handed on together.
  case typed([Input], from: Timestamp, to: Timestamp)
  /// Keys that came together, each of which asked for the same step in the list (``State/step(of:)``).
  case stepped(Int, at: Timestamp)
  /// A line was typed where nothing is drawn; fresh: after what was said last.
  case lineTyped(String, isFresh: Bool, at: Timestamp)
  /// The page that was asked for was said.
  case pageSaid
  case resized(Size)
  /// A second passed that somebody can see, or a deadline of the state was reached.
  case clockAdvanced(Timestamp)
  /// The files of snippets were read.
  case snippetsLoaded(SnippetLibrary, warnings: [Note])
  /// The terminal said how wide it draws what.
  case widthsMeasured(WidthMeasurement)
  /// The terminal said what it can do with pixels.
  case picturesFound(PictureAbilities)
  /// The terminal was given back by a suspend.
  case resumed
  /// The program is about to be stopped by a signal.
  case stopAsked
  /// The program is about to be ended by a signal, a hang-up or the end of input.
  case ending

  /// The person's own editor has ended, or what it left was read.
  case textEdited(EditedText)

  // The store
  /// - Parameter id: Where it is kept; nil leaves open where.
  case draftSaved(revision: Int, id: DraftID? = nil)
  case draftNotSaved(Problem)
  case draftOpened(StoredDraft)
  /// Nil: there is no such draft any more.
  case draftNotOpened(Problem?)
  case draftsLoaded(DraftRows)
  /// Another program did something to a draft.
  case draftsChanged
  case historyLoaded(HistoryPage)
  case historyNotLoaded(Problem)
  case rowsLoaded(TakeRows)
  /// Nil: no take of the list holds the words.
  case matchFound(TakeSearch, Take.Number?)
  case viewsLoaded(ViewsFound)
  case liveTakesLoaded([Take])
  case lessonsLoaded([Lesson])
  case timesLoaded([TakeTime])
  case eventsLoaded(Take.Number, [TakeEvent], answer: String?)
  /// How often the service was asked about a take so far; nil: never.
  case checksLoaded(Take.Number, Checks?)
  /// The takes whose marks a key asked for.
  case numbersLoaded(NumberQuery, [Take.Number])
  /// The takes that a command is meant for: those that are marked, or that were named in a line.
  case takesFound([Take], missing: [Take.Number], for: Command)
  case tagNamesLoaded([KnownName])
  case shotNamesLoaded([KnownName])
  case takesEdited(EditedTakes)
  case takesNotEdited(Problem, ListAct, ActWay)

  /// Films that came today and that nobody has judged.
  case unjudgedCounted(Int)
  case eveningLoaded(Evening)
  case familyLoaded(Take.Number, Family)

  // The takes
  case takesRecorded([Take], TakeCounts)
  case takesNotRecorded(Problem)
  case takeChanged(Take, TakeCounts)
  case checkPlanned(Take.Number, Timestamp?)
  case takeAsked(Take.Number, at: Timestamp)
  case takeReached(Take.Number, at: Timestamp, nextCheck: Timestamp?)
  case takeNotReached(Take.Number, Problem, at: Timestamp, nextCheck: Timestamp?)
  case transferProgressed(Take.Number, TakeActivity.Transfer)
  /// Films wait for room on the disk; nil: none does any more.
  case spaceChanged(SpaceShortage?)
  case takesImported(TakeImport)
  /// A take that was UNSURE stays so.
  case importRefused(Problem)

  /// That file was not written, for one that is there already or for what the system says.
  case takesNotExported(TakeExportOrder, Note, isTaken: Bool)

  // Money
  case pricesLoaded(PriceTable)
  case spendingLoaded(Spending)
  case ledgerLoaded(LedgerRows)
  /// That file cannot be written; `reason` takes its path.
  case exportRefused(path: String, reason: Phrase)

  /// The queue of held takes was paused, or goes on.
  case queuePaused(Bool)

  // The service
  case serviceChanged(ServiceStatus)
  /// The way to the service of some takes; nil: to the one in use.
  case networkChanged(NetworkState, of: Take.Service? = nil)
  case noted(Note)
  case setupSaved(SettingsInForce)
  case setupNotSaved(Problem)
  /// The models that the service of a profile lists.
  case modelsLoaded([String], profile: String)
  case modelsNotLoaded(Problem)
  /// A changed setting was kept, or the settings were read anew.
  case settingsLoaded(SettingsInForce)
  /// Settings were changed in their files, by hand or by another program.
  case settingsReread(SettingsInForce)
  /// `keys.toml` was changed.
  case keysReread(Keymap)
  /// The setting of that name, by its parts, stays as it was.
  case settingNotSaved([String], Problem)
  /// No film can be saved in that folder.
  case folderRefused(String, reason: String)
  /// What the files of wildcards hold.
  case wildcardsLoaded(Wildcards)

  // Pictures
  case imageChecked(ReferenceImage, ImageFinding)
  case folderListed(FolderListing)
  case pictureDrawn(ReferenceImage, PixelGrid.Drawing)
  /// A new picture was made from one, in the shape of the film.
  case pictureFitted(ReferenceImage, ReferenceImage)
  case pictureNotFitted(ReferenceImage, Note)
  case framesDrawn(FrameWish, FrameAnswer)
  /// A picture of a take's film was written as a file of its own.
  case frameKept(Take.Number, ReferenceImage)
  case frameNotKept(Take.Number, Note)
}
