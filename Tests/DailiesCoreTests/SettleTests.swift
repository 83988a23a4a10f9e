import DailiesCore
import TerminalCanvas
import Testing

struct SettleTests {
  private func desk() -> Desk {
    var desk = Desk(takes: [Desk.take(4, .unsure), Desk.take(3, .unsure)])
    desk.press(.enter)
    return desk
  }

  @Test func anIDIsNeeded() {
    var desk = desk()
    desk.press(.enter)
    #expect(desk.effects == [])
    guard case .settle(let sheet)? = desk.top else {
      Issue.record("the sheet is gone")
      return
    }
    #expect(sheet.refusal?.phrase == Strings.settleNeedsID)
    desk.type("   ")
    desk.press(.enter)
    #expect(desk.effects == [])
  }

  @Test func aPastedIDIsTakenWithoutBlanks() {
    var desk = desk()
    desk.paste(" video_\nabc= ")
    desk.press(.enter)
    #expect(desk.effects == [.settle(Take.Number(4), .id("video_abc="))])
    #expect(desk.state.layers == [])
  }

  @Test func theOtherChoicesNeedNoID() {
    var desk = desk()
    desk.press(.down, .enter)
    #expect(desk.effects == [.settle(Take.Number(4), .neverArrived)])
    desk = self.desk()
    desk.press(.backTab, .enter)
    #expect(desk.effects == [.settle(Take.Number(4), .lost)])
  }

  @Test func textTypedForAnotherChoiceIsNotTakenForAnID() {
    var desk = desk()
    desk.press(.tab)
    desk.type("yes")
    desk.press(.backTab, .enter)
    #expect(desk.effects == [])
  }

  @Test func theSheetGoesWhenItsTakeIsSettledElsewhereAndStaysForOthers() {
    var desk = desk()
    desk.change(3) { _ = $0.settle(.lost, at: Desk.start) }
    #expect(desk.state.context == .settle)
    desk.change(4) { _ = $0.settle(.neverArrived, at: Desk.start) }
    #expect(desk.state.layers == [])
  }

  @Test func settlingIsForTheTakeShownThoughTheListMovesMeanwhile() {
    var desk = desk()
    desk.store.insert(Desk.take(5, .unsure), at: 0)
    desk.apply(.takesRecorded([desk.store[0]], desk.counts))
    desk.answerQueries()
    desk.type("id")
    desk.press(.enter)
    #expect(desk.effects == [.settle(Take.Number(4), .id("id"))])
  }

  @Test func escapeSettlesNothing() {
    var desk = desk()
    desk.type("id")
    desk.press(.escape)
    #expect(desk.effects == [])
    #expect(desk.state.layers == [])
  }
}
