import DailiesCore
import TerminalCanvas
import Testing
import VideosAPI

/// Takes that were ordered elsewhere, brought in by their ids.
struct ImportTests {
  @Test func anIDThatTheServiceDoesNotKnowIsNamed() {
    var desk = Desk()
    var result = TakeImport()
    result.refused = [TakeImport.Refused(id: "video_9", problem: Problem(.notFound))]
    desk.apply(.takesImported(result))
    #expect(desk.message == "The service does not know the ID video_9: nothing was brought in.")
  }

  @Test(arguments: [
    ("video_1", ["video_1"]),
    (" video_1\n video_2 ,video_3；video_4 ", ["video_1", "video_2", "video_3", "video_4"]),
    ("video_1 video_1", ["video_1"]),
    ("https://api.example.com/v1/videos/video_a%3D/content", ["video_a="]),
    ("\"video_1\",\"video_b==\"", ["video_1", "video_b=="]),
    (" , ", []),
  ])
  func pastedIDsAreFoundEachOnce(text: String, ids: [String]) {
    #expect(TakeImport.ids(in: text) == ids)
  }

  @Test func severalPastedIDsAreAskedForTogether() {
    var desk = Desk(takes: [Desk.take(1, .saved)])
    desk.press(.character("I"))
    desk.paste("video_8\nvideo_9\n")
    desk.press(.enter)
    #expect(desk.effects == [.importTakes(ids: ["video_8", "video_9"])])
  }

  @Test func aTakeThatIsBroughtInIsSelectedAndNamed() {
    var desk = Desk(takes: [Desk.take(1, .saved)])
    let take = Desk.take(2, .running)
    desk.store.insert(take, at: 0)
    var result = TakeImport()
    result.brought = [take]
    desk.apply(.takesImported(result))
    desk.answerQueries()
    #expect(desk.state.list.selectedNumber == take.number)
    #expect(desk.message == "T002 is brought in: running.")
  }

  @Test func aKnownIDShowsTheKnownTakeWhateverWasLookedAt() {
    let known = Desk.take(1, .saved)
    var desk = Desk(takes: [Desk.take(3, .failed), Desk.take(2, .saved), known])
    desk.press(.character("f"))
    desk.answerQueries()
    var result = TakeImport()
    result.known = [known]
    desk.apply(.takesImported(result))
    desk.answerQueries()
    #expect(desk.state.list.selectedNumber == known.number)
    #expect(desk.state.list.view.contains(known))
    #expect(desk.message == "T001 has this ID already.")
  }

  @Test func severalIDsAreToldInOneSentenceWithTheFirstReason() {
    var desk = Desk(takes: [Desk.take(1, .saved)])
    var result = TakeImport()
    result.brought = [Desk.take(2, .running), Desk.take(3, .queued)]
    result.known = [Desk.take(1, .saved)]
    result.refused = [TakeImport.Refused(id: "video_x", problem: Problem(.notFound))]
    desk.apply(.takesImported(result))
    #expect(desk.message.hasPrefix("2 brought in, 1 were here already, 1 refused: "), "\(desk.message)")
  }

  @Test func whatIsNotKnownOfAnOrderIsShownAsSuchUntilTheServiceOrTheFilmTells() {
    var take = Desk.take(1, .queued)
    take.unknownParts = [.seconds, .size]
    #expect(take.secondsText == "?" && take.sizeText == "?")
    _ = take.receive(Video(id: "video_1", statusWord: "processing"), at: Desk.start)
    #expect(take.unknownParts == [.seconds, .size])
    var video = Video(id: "video_1", statusWord: "completed")
    video.seconds = 4
    _ = take.receive(video, at: Desk.start)
    #expect(take.orderedSeconds == 4 && take.orderedSize == nil)
    _ = take.startSaving()
    let film = Take.FilmFacts(width: 720, height: 1280, seconds: 4.02)
    _ = take.saveEnded(path: "/a.mp4", bytes: 1, film: film, at: Desk.start)
    #expect(take.sizeText == "720x1280" && take.unknownParts == nil && !take.differsFromOrder)
  }

  @Test func whatBecameOfTheMoneyIsSaidWhenATakeIsSettled() {
    func message(_ settlement: Settlement, priced: Bool = true) -> String {
      var take = Desk.take(4, .unsure)
      if priced {
        take.price = TakePrice(perSecond: Money(millionths: 500_000, "CNY"), since: Day(Desk.start, utcOffset: 0))
      }
      var desk = Desk(takes: [take])
      desk.change(4) { _ = $0.settle(settlement, at: Desk.start) }
      return desk.message
    }
    #expect(
      message(.id("video_4")) == "T004 goes on as the service has it. 4.00 CNY (estimate) stays in the ledger.")
    #expect(message(.lost) == "T004 is lost: no film. 4.00 CNY (estimate) stays in the ledger.")
    #expect(message(.neverArrived) == "T004 never arrived: nothing is counted for it any more.")
    #expect(message(.lost, priced: false).hasSuffix("It stays in the ledger; there is no price for it."))
  }
}
