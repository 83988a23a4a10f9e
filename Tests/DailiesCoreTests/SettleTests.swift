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
    desk.press(.enter)
    #expect(desk.effects == [], "it is being asked about")
    desk.change(4) { _ = $0.settle(.id("video_abc="), at: Desk.start) }
    #expect(desk.state.layers == [])
  }

  @Test func aWrongIDStaysInItsFieldWithTheReason() {
    var desk = desk()
    desk.type("video_abd")
    desk.press(.enter)
    desk.apply(.importRefused(Problem(.notFound, status: 404)))
    guard case .settle(let sheet)? = desk.top else {
      Issue.record("the sheet is gone")
      return
    }
    #expect(sheet.id.text == "video_abd")
    #expect(sheet.refusal?.phrase == Strings.settleUnknownID)
    #expect(desk.state.log.count == 1)
    desk.press(.backspace)
    desk.type("c")
    desk.press(.enter)
    #expect(desk.effects == [.settle(Take.Number(4), .id("video_abc"))])
  }

  @Test func whoLeavesTheSheetIsToldOfAWrongIDInTheLineOfMessages() {
    var desk = desk()
    desk.type("video_abd")
    desk.press(.enter, .escape)
    desk.apply(.importRefused(Problem(.notFound, status: 404)))
    #expect(desk.message == Note(Problem(.notFound, status: 404)).text(.english))
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
