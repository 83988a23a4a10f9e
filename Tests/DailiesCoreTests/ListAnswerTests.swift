import DailiesCore
import TerminalCanvas
import Testing

/// Keys of the list that can do nothing say so.
struct ListAnswerTests {
  @Test func aKeyWithoutAMeaningSaysSoOnce() {
    var desk = Desk(takes: [Desk.take(1, .saved)])
    desk.press(.character("h"))
    #expect(desk.message == "h: no such key here; F1 helps")
    desk.press(.character("h"))
    #expect(desk.state.log.count == 1)
    desk.press(.character("X"))
    #expect(desk.message == "X: no such key here; F1 helps")
  }

  @Test func goingOnAfterASearchWithoutHitsSaysSo() {
    var desk = Desk(takes: [Desk.take(1, .saved)])
    desk.press(.character("/"))
    desk.type("kite")
    desk.answerQueries()
    desk.press(.enter, .character("n"))
    #expect(desk.message == Strings.nothingHolds(.english, "kite"))
  }

  @Test func anEmptyListOffersNothingThatIsDoneToATake() {
    let desk = Desk(takes: [])
    let hints = Footer(desk.state).hints.map(\.command)
    #expect(!hints.isEmpty)
    #expect(hints.allSatisfy { !$0.wantsTake && $0 != .mark })
    #expect(hints.contains(.importTake) && hints.contains(.help))
  }

  @Test(arguments: [
    (Command.save, Strings.noneSaved), (.checkNow, Strings.noneChecked), (.drop, Strings.noneDropped),
  ])
  func whatCannotBeDoneToAnyMarkedTakeIsNamed(command: Command, phrase: Phrase) {
    var desk = Desk(takes: [Desk.take(2, .failed), Desk.take(1, .saved)])
    desk.press(.character("V"))
    desk.perform(command)
    #expect(desk.message == phrase(.english, "2", "1 saved, 1 FAILED"))
  }

  @Test func withNothingTypedTheEndsOfAListAreGoneTo() {
    var desk = Desk(takes: [Desk.take(1, .saved)])
    desk.press(.character("s"), .end)
    let count = SortScreen().entries(.english).count
    guard case .sort(let screen)? = desk.top else {
      Issue.record("no layer")
      return
    }
    #expect(screen.chooser.selected == count - 1)
    desk.press(.enter)
    #expect(desk.state.list.scope.sort == SortScreen().entries(.english).last)
    desk.press(.character("s"))
    desk.type("st")
    desk.press(.down, .home, .character("e"))
    guard case .sort(let screen)? = desk.top else { return }
    #expect(screen.chooser.line.text == "est", "with words typed they belong to the line")
  }

  @Test func aRowThatWasGoneToStaysSelectedWhenOwnViewsCome() {
    var desk = Desk(takes: [Desk.take(1, .saved)])
    desk.press(.character("f"), .end)
    desk.apply(
      .viewsLoaded(ViewsFound(own: [ViewsFound.Own(OwnView(name: "mine", scope: TakeScope()), total: 1)])))
    desk.press(.enter)
    #expect(desk.state.list.scope.judgement == Judgement.allCases.last)
  }
}
