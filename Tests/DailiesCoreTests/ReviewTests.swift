import DailiesCore
import TerminalCanvas
import Testing

struct ReviewTests {
  @Test func onlyASheetThatIsOnTheScreenAsItStandsTakesAYes() {
    var desk = Desk()
    desk.type("dawn")
    desk.press(.function(5))
    let enter = Input.key(.enter)
    #expect(desk.state.confirmsUnseen(enter, painted: nil), "it came in one read with F5")
    let painted = desk.top
    #expect(!desk.state.confirmsUnseen(enter, painted: painted))
    #expect(!desk.state.confirmsUnseen(.key(.escape), painted: nil))
    desk.confirmDraftSaved(as: 7)
    #expect(!desk.state.confirmsUnseen(enter, painted: painted), "that its draft was stored is not on it")
    desk.press(.character("+"))
    #expect(desk.state.confirmsUnseen(enter, painted: painted), "two takes, and one was seen")
  }

  @Test func aSheetSendsToNoOtherServiceThanItWasOpenedFor() {
    var desk = Desk()
    desk.type("dawn")
    desk.press(.function(5))
    var other = desk.state.service
    (other.profile, other.host, other.baseURL) = ("studio", "studio.example", "https://studio.example/v1")
    desk.apply(.serviceChanged(other))
    desk.press(.enter)
    #expect(desk.effects == [])
    guard case .review(let sheet)? = desk.top else {
      Issue.record("the sheet is gone")
      return
    }
    #expect(sheet.refusal?.phrase == Strings.reviewOtherService)
    desk.press(.escape, .function(5), .enter)
    #expect(desk.effects == [.confirm([Desk.order("dawn")], for: other.ofTakes, countdown: 5)])
  }

  @Test(arguments: ["", "   ", "\n\u{3000}\n"]) func anEmptyPromptSpendsNothingAndSaysSo(text: String) {
    var desk = Desk()
    desk.type(text)
    desk.press(.function(5))
    #expect(desk.state.layers == [])
    #expect(desk.message == Strings.promptEmpty(.english))
    #expect(desk.state.focus == .prompt)
    desk.press(.enter)
    #expect(desk.effects.confirmed == [])
  }

  @Test func whatWasSaidOfAnEmptyPromptGoesWithItsFirstLetter() {
    var desk = Desk()
    desk.press(.function(5))
    #expect(desk.message == Strings.promptEmpty(.english))
    desk.type("d")
    #expect(desk.message.isEmpty)
  }

  @Test(arguments: [Key.function(5), .control("s"), Key(.enter, .alt)])
  func enterOnTheReviewSheetGivesExactlyOneYes(key: Key) {
    var desk = Desk(countdown: 7)
    desk.type("dawn")
    desk.press(key)
    #expect(desk.effects.savedDrafts.map(\.text) == ["dawn"])
    #expect(desk.effects.confirmed == [])
    desk.press(.enter)
    #expect(desk.effects == [.confirm([Desk.order("dawn")], for: desk.state.service.ofTakes, countdown: 7)])
    #expect(desk.state.layers == [])
    desk.press(.enter)
    #expect(desk.effects.confirmed == [], "a second Enter is a new line")
    #expect(desk.state.prompt.text == "dawn\n")
  }

  @Test func escapeReturnsAndSpendsNothing() {
    var desk = Place.review.desk()
    desk.press(.escape)
    #expect(desk.effects == [])
    #expect(desk.state.layers == [])
  }

  @Test func everyTakeOfARowIsAnOrderOfItsOwn() {
    var desk = Place.review.desk()
    desk.press(.character("+"), .character("="), .character("+"), .character("-"), .enter)
    #expect(desk.effects.confirmed.map(\.count) == [3])
  }

  @Test func theNumberOfTakesStaysWithinItsRange() {
    var desk = Place.review.desk()
    for _ in 0..<30 { desk.press(.character("+")) }
    desk.press(.enter)
    #expect(desk.effects.confirmed.map(\.count) == [20])
    desk = Place.review.desk()
    desk.press(.character("-"), .character("-"), .enter)
    #expect(desk.effects.confirmed.map(\.count) == [1])
  }

  @Test func anUntickedRowIsNotSent() {
    var desk = Place.reviewUnticked.desk()
    desk.press(.enter)
    #expect(desk.effects == [])
    guard case .review(let sheet)? = desk.top else {
      Issue.record("the sheet is gone")
      return
    }
    #expect(sheet.refusal?.phrase == Strings.reviewNothing)
    #expect(sheet.seconds == 0)
    desk.press(.character(" "), .enter)
    #expect(desk.effects.confirmed.count == 1)
  }

  @Test func withoutAKeyTheSheetSaysSoAndStays() {
    var desk = Place.reviewWithoutKey.desk()
    desk.press(.enter)
    #expect(desk.effects == [])
    guard case .review(let sheet)? = desk.top else {
      Issue.record("the sheet is gone")
      return
    }
    #expect(sheet.refusal?.phrase == Strings.keyMissing)
    var service = desk.state.service
    service.hasKey = true
    desk.apply(.serviceChanged(service))
    desk.press(.enter)
    #expect(desk.effects.confirmed.count == 1)
  }

  @Test func theSheetSendsWhatItShowsWhateverHappensToTheDraftMeanwhile() {
    var desk = Place.review.desk()
    desk.paste("more")
    desk.apply(.takeChanged(Desk.take(36, .queued), TakeCounts()))
    desk.press(.enter)
    #expect(desk.effects.confirmed == [[Desk.order("a boat\nat dawn")]])
  }

  @Test func againGoesByWayOfTheReviewWithTheOrderOfTheTake() {
    var desk = Desk(takes: [Desk.take(7, .failed, "a fox")])
    desk.press(.character("a"))
    #expect(desk.effects.confirmed == [])
    desk.press(.enter)
    let origin = TakeOrigin(parent: Take.Number(7))
    #expect(
      desk.effects == [
        .confirm(Confirmation([Desk.order("a fox")], origin: origin), for: desk.state.service.ofTakes, countdown: 5)
      ])
    #expect(desk.state.prompt.isEmpty, "the draft is left alone")
  }

  @Test func aTakeWithoutWordsIsNotOrderedAgain() {
    var desk = Desk(takes: [Desk.take(7, .saved, "")])
    desk.press(.character("a"), .enter)
    #expect(desk.effects.confirmed == [])
    #expect(desk.state.log.contains { $0.phrase == Strings.promptEmpty })
  }

  @Test func nothingIsConfirmedOnATerminalThatCannotShowIt() {
    var desk = Place.review.desk()
    desk.apply(.resized(Size(columns: 30, rows: 8)))
    desk.press(.enter)
    #expect(desk.effects == [])
    desk.apply(.resized(Size(columns: 80, rows: 24)))
    desk.press(.enter)
    #expect(desk.effects.confirmed.count == 1)
  }
}
