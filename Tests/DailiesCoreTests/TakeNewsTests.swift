import DailiesCore
import TerminalCanvas
import Testing
import VideosAPI

/// What is said, shown and asked for when a take changes.
struct TakeNewsTests {
  private func desk(_ phase: TakePhase, savesAutomatically: Bool = true) -> Desk {
    Desk(takes: [Desk.take(4, phase)], savesAutomatically: savesAutomatically)
  }

  @Test func acceptingIsAnnouncedOnce() {
    var desk = desk(.sending)
    desk.change(4) { $0.phase = .queued }
    #expect(desk.message == Strings.accepted(.english, "T004"))
    let said = desk.state.log.count
    desk.change(4) { $0.phase = .running }
    desk.change(4) { $0.percentComplete = 40 }
    #expect(desk.state.log.count == said)
  }

  @Test func readyIsAnnouncedOnlyWhenItIsNotSavedByItself() {
    var quiet = desk(.running)
    quiet.change(4) { $0.phase = .ready }
    #expect(quiet.message == "")
    var loud = desk(.running, savesAutomatically: false)
    loud.change(4) { $0.phase = .ready }
    #expect(loud.message == Strings.isReady(.english, "T004"))
  }

  @Test func savedNamesTheFile() {
    var desk = desk(.saving)
    desk.change(4) { _ = $0.saveEnded(path: "/films/x.mp4", bytes: 9, film: nil, at: Desk.start) }
    #expect(desk.message == Strings.isSaved(.english, "T004", "/films/x.mp4"))
    #expect(desk.state.liveTakes.isEmpty)
  }

  @Test(arguments: [TakePhase.unsure, .failed, .gone, .held, .ready]) func aProblemIsSaidInFull(phase: TakePhase) {
    var desk = desk(.sending)
    let problem = Problem(.serviceFault, detail: "upstream says no")
    desk.change(4) {
      $0.phase = phase
      $0.heldReason = phase == .held ? .notSent : nil
      $0.problem = problem
    }
    #expect(desk.message == "T004: " + Note(problem).text(.english))
  }

  @Test func hidingAndBringingBackRepeatsNoOldNews() {
    for phase in [TakePhase.saved, .failed, .gone] {
      var desk = desk(phase)
      desk.store[0].problem = Problem(.expired)
      desk.answer(desk.state.list.query)
      desk.press(.character("x"))
      #expect(desk.effects == [.changeTakes([Take.Number(4)], .set(.hidden(true)))])
      desk.carryOutEdits()
      desk.answerQueries()
      #expect(desk.message == Strings.hidden(.english, "T004", "u"))
      #expect(desk.state.list.rows == [])
      desk.press(.character("u"))
      desk.carryOutEdits()
      #expect(!desk.store[0].isHidden)
      #expect(desk.message == "Undone for T004: hidden.")
    }
  }

  @Test func aTakeHiddenLongAgoIsBroughtBackFromTheViewOfHiddenOnes() {
    var take = Desk.take(4, .saved)
    take.isHidden = true
    var desk = Desk(takes: [take])
    desk.press(.character("F"))
    desk.answerQueries()
    desk.press(.character("x"))
    #expect(desk.effects == [.changeTakes([Take.Number(4)], .set(.hidden(false)))])
    desk.carryOutEdits()
    #expect(desk.message == Strings.notHidden(.english, "T004"))
  }

  @Test func theOpenDetailFollowsItsTakeAndActsOnItAsItIsNow() {
    var desk = desk(.running)
    desk.press(.enter)
    desk.press(.character("d"))
    #expect(desk.effects == [])
    desk.change(4) { _ = $0.receive(Video(id: "x", statusWord: "completed"), at: Desk.start) }
    #expect(desk.effects.contains(.loadEvents(Take.Number(4))))
    desk.press(.character("d"))
    #expect(desk.effects == [.save([Take.Number(4)])])
  }

  @Test func eventsAndAnswersReachOnlyTheDetailTheyBelongTo() {
    var desk = desk(.running)
    desk.press(.enter)
    let event = TakeEvent(at: Desk.start, phase: .queued)
    desk.apply(.eventsLoaded(Take.Number(9), [event], answer: "other"))
    desk.apply(.eventsLoaded(Take.Number(4), [event, event], answer: "own"))
    guard case .detail(let detail)? = desk.top else {
      Issue.record("the detail is gone")
      return
    }
    #expect(detail.events.count == 2)
    #expect(detail.answer == "own")
  }

  @Test func whatIsKnownOfALiveTakeIsForgottenWhenItEnds() {
    var desk = desk(.saving)
    let transfer = TakeActivity.Transfer(bytesReceived: 1, bytesExpected: 2, bytesPerSecond: 3)
    desk.apply(.transferProgressed(Take.Number(4), transfer))
    #expect(desk.state.activity[Take.Number(4)]?.transfer == transfer)
    desk.change(4) { $0.phase = .ready }
    #expect(desk.state.activity[Take.Number(4)]?.transfer == nil)
    desk.change(4) { $0.phase = .saved }
    desk.apply(.transferProgressed(Take.Number(4), transfer))
    #expect(desk.state.activity.isEmpty)
  }

  @Test func aFailedCheckChangesNoTakeAndTheNextAnswerClearsIt() {
    var desk = desk(.running)
    let before = desk.state.liveTakes
    let number = Take.Number(4)
    desk.apply(.takeNotReached(number, Problem(.unreachable), at: Desk.start, nextCheck: Desk.start + .seconds(20)))
    #expect(desk.state.liveTakes == before)
    #expect(desk.state.activity[number]?.lastFailure?.kind == .unreachable)
    desk.apply(.takeAsked(number, at: Desk.start))
    desk.apply(.takeReached(number, at: Desk.start, nextCheck: nil))
    #expect(desk.state.activity[number]?.lastFailure == nil)
    #expect(desk.state.activity[number]?.lastAsked == Desk.start)
    #expect(desk.state.network == .reached)
  }

  @Test func takesReadAtTheStartDoNotReplaceWhatWasToldSince() {
    var desk = desk(.leaving)
    desk.change(4) { _ = $0.startSending(at: Desk.start) }
    desk.apply(.liveTakesLoaded([Desk.take(4, .leaving)]))
    #expect(desk.state.liveTakes[Take.Number(4)]?.phase == .sending)
  }

  @Test func savingIsAskedForOnlyWhereThereMayBeAFilm() {
    for phase in TakePhase.allCases where phase != .dropped {
      var desk = desk(phase)
      desk.press(.character("d"))
      #expect(desk.effects == ([.ready, .gone, .saved].contains(phase) ? [.save([Take.Number(4)])] : []), "\(phase)")
      #expect(!desk.message.isEmpty || !desk.effects.isEmpty)
    }
  }

  @Test func everyReadyTakeIsSavedByOneKey() {
    var desk = Desk(takes: [Desk.take(3, .ready), Desk.take(2, .saved), Desk.take(1, .ready)])
    desk.press(.character("D"))
    #expect(desk.effects == [.save([Take.Number(1), Take.Number(3)])])
    desk = Desk(takes: [Desk.take(2, .saved)])
    desk.press(.character("D"))
    #expect(desk.effects == [])
    #expect(desk.message == Strings.nothingReady(.english))
  }

  @Test func theCopyMenuCopiesFromTheTakeItWasOpenedFor() {
    let copies: [(Character, Effect)] = [
      ("i", .copy("video_4")), ("p", .copy("a lantern at dusk")), ("f", .copy("/films/T004.mp4")),
      ("l", .copy("https://api.example.com/v1/videos/video_4/content")),
      ("j", .copyRecords([Desk.take(4, .saved)])),
    ]
    for (key, effect) in copies {
      var desk = Desk(takes: [Desk.take(4, .saved), Desk.take(3, .saved)])
      desk.press(.character("y"))
      desk.store.insert(Desk.take(5, .leaving), at: 0)
      desk.apply(.takesRecorded([desk.store[0]], desk.counts))
      desk.answerQueries()
      desk.press(.character(key))
      #expect(desk.effects == [effect])
      #expect(desk.state.layers == [])
    }
  }

  @Test func theCopyMenuOfADetailWorksWhenTheTakeLeftTheList() {
    var desk = Desk(takes: [Desk.take(4, .ready)])
    desk.press(.character("]"))
    desk.answerQueries()
    desk.press(.enter, .character("y"))
    desk.change(4) { $0.phase = .saved }
    desk.answerQueries()
    #expect(desk.state.list.rows == [])
    desk.press(.character("i"))
    #expect(desk.effects == [.copy("video_4")])
    #expect(desk.state.context == .detail)
  }

  @Test func whatIsNotThereIsNotCopied() {
    var desk = desk(.held)
    desk.press(.character("y"), .character("i"))
    #expect(desk.effects == [])
    #expect(desk.message == Strings.nothingToCopy(.english, "T004"))
  }

  @Test func theCurlCommandHoldsNoKeyAndAnEncodedID() {
    var take = Desk.take(4, .ready)
    take.videoID = "a/b='c"
    take.service.baseURL = "https://api.example.com/v1/"
    let curl = take.copyText(.copyCurl)
    #expect(
      curl == """
        curl -L -H "Authorization: Bearer $DAILIES_API_KEY" -o T004.mp4 \
        'https://api.example.com/v1/videos/a%2Fb%3D%27c/content'
        """)
  }

  @Test func aFilmThatIsNotWhatWasOrderedIsToldToTheProviderInOneParagraph() {
    var take = Desk.take(4, .saved)
    take.order.prompt = "A lantern maker at dusk,\nrain on the tin roof above him, and a radio that plays far away"
    take.film = Take.FilmFacts(width: 1280, height: 720, seconds: 4.04, hasSound: false)
    take.billedSeconds = 8
    var desk = Desk(takes: [take])
    desk.press(.character("y"), .character("e"))
    guard case .copy(let text)? = desk.effects.first else {
      Issue.record("nothing was copied: \(desk.effects)")
      return
    }
    let order = "ID: video_4. Model: \(take.order.model). Ordered: 8 s, 1280x720. Delivered: 4 s, 1280x720, no sound."
    #expect(text.hasPrefix("This film is not what was ordered. " + order + " Times (UTC"))
    #expect(text.contains("Billed: 8 s."))
    #expect(text.contains("Prompt: “A lantern maker at dusk, rain on the tin roof above him, an…”."))
    #expect(!text.contains("\n"))
    let chinese = take.ticket(in: Desk(language: .chinese).state) ?? ""
    #expect(chinese.contains("订购：8 秒，1280x720。得到：4 秒，1280x720，无声音。时间（UTC"))
  }

  @Test(arguments: [(28_800, "UTC+08:00"), (-12_600, "UTC-03:30"), (0, "UTC+00:00")])
  func theTimesOfATicketNameTheirZone(offset: Int, zone: String) {
    var take = Desk.take(4, .saved)
    take.sent = Timestamp(seconds: 1_763_900_000)
    take.film = Take.FilmFacts(width: 720, height: 1280, seconds: 8)
    let here = Desk().state
    let state = State(
      size: here.size, now: here.now, utcOffset: offset, language: .english, settings: here.settings,
      service: here.service)
    let sent = LocalTime(Timestamp(seconds: 1_763_900_000), utcOffset: offset)
    #expect(take.ticket(in: state)?.contains("(\(zone)): sent \(sent.date) \(sent.time)") == true)
  }

  @Test(
    arguments: [
      ("0.4", nil, "Charged by your price header: 0.40 USD."),
      (nil, 8, "Billed: 8 s, 4.00 CNY at the price known to me."),
      (nil, nil, "What was charged is not known here; the order is 4.00 CNY at the price known to me."),
    ] as [(String?, Double?, String)])
  func aTicketSaysWhatWasChargedAsFarAsThatIsKnown(header: String?, seconds: Double?, sentence: String) throws {
    var take = Desk.take(4, .saved)
    take.film = Take.FilmFacts(width: 1280, height: 720, seconds: 4)
    (take.billedCost, take.billedSeconds) = (header, seconds)
    if header == nil {
      take.price = TakePrice(perSecond: Money(millionths: 500_000, "CNY"), since: try #require(Day("2025-11-03")))
    }
    #expect(take.ticket(in: Desk(takes: [take]).state)?.contains(sentence) == true)
  }

  @Test func aFilmAsOrderedIsNoCaseForTheProvider() {
    var take = Desk.take(4, .saved)
    #expect(take.ticket(in: Desk(takes: [take]).state) == nil, "nobody looked into the file")
    take.film = Take.FilmFacts(width: 1280, height: 720, seconds: 8.1, hasSound: true)
    #expect(take.ticket(in: Desk(takes: [take]).state) == nil)
  }

  @Test func theNoteForTheProviderNamesWhatTheyNeed() {
    var take = Desk.take(4, .failed)
    take.problem = Problem(.serviceFault, detail: "boom", raw: "{\"error\":1}", status: 500)
    let note = take.copyText(.copyError) ?? ""
    for part in ["T004", "8 s", "1280x720", "video_4", "500", "boom", "{\"error\":1}", "https://api.example.com/v1"] {
      #expect(note.contains(part))
    }
  }
}
