import DailiesCore
import TerminalCanvas
import Testing

/// Ctrl-F in the prompt.
struct FindInTextTests {
  private static let text = "A lantern.\nRed lanterns at dusk, a Lantern."

  private func desk(_ find: String, in text: String = text, from keys: Key...) -> Desk {
    var desk = Desk()
    desk.paste(text)
    for key in keys { desk.press(key) }
    desk.press(.control("f"))
    desk.type(find)
    return desk
  }

  private func find(_ desk: Desk) -> FindInText? { if case .findText(let find)? = desk.top { find } else { nil } }

  @Test func whatIsTypedIsSelectedFromTheCaretOn() {
    let start = Key(.home, .control)
    var desk = self.desk("lan", from: start)
    #expect(find(desk)?.matches == [2..<5, 15..<18, 35..<38])
    #expect(desk.state.prompt.selection.range == 2..<5)
    desk.type("terns")
    #expect(desk.state.prompt.selectedText == "lanterns")
    #expect(find(desk)?.current == 0)
    for _ in 0..<5 { desk.press(.backspace) }
    #expect(desk.state.prompt.selection.range == 2..<5)
    #expect(desk.state.prompt.text == Self.text)
  }

  @Test func theNextOneFollowsAndAfterTheLastTheFirstAndItIsSaid() {
    var desk = self.desk("lantern", from: Key(.home, .control))
    for (key, place) in [(Key.down, 1), (.down, 2), (.up, 1), (.down, 2)] {
      desk.press(key)
      #expect(find(desk)?.current == place)
      #expect(find(desk)?.turn == nil)
    }
    desk.press(.control("f"))
    #expect(find(desk)?.current == 0)
    #expect(find(desk)?.turn == .fromTop)
    desk.press(.up)
    #expect(find(desk)?.current == 2)
    #expect(find(desk)?.turn == .fromEnd)
  }

  @Test func atTheEndOfTheTextItGoesOnFromTheTop() {
    let desk = self.desk("dusk")
    #expect(find(desk)?.turn == .fromTop)
    #expect(desk.state.prompt.selectedText == "dusk")
  }

  @Test func capitalsCountOnlyWhereSomeAreTyped() {
    #expect(find(self.desk("lantern"))?.matches.count == 3)
    #expect(find(self.desk("Lantern"))?.matches == [35..<42])
    #expect(find(self.desk("été", in: "ÉTÉ e\u{301}te\u{301} été"))?.matches.count == 3)
  }

  @Test func escGoesBackToWhereTheCaretWasAndTabStays() {
    var desk = self.desk("line 3", in: (1...60).map { "line \($0)" }.joined(separator: "\n"), from: .up, .up)
    #expect(desk.state.prompt.selectedText == "line 3")
    #expect(desk.state.prompt.scrollTop < 10)
    desk.press(.escape)
    #expect(desk.state.layers == [])
    desk.type("|")
    #expect(desk.state.prompt.text.contains("line 58|\n"))

    desk.press(.control("f"))
    desk.type("line 7")
    desk.press(.tab)
    #expect(desk.state.layers == [])
    desk.type("here")
    #expect(desk.state.prompt.text.contains("line 6\nhere\nline 8"))
  }

  @Test func enterClosesTheLineAndKeepsWhatIsSelected() {
    var desk = self.desk("lan", from: Key(.home, .control))
    desk.press(.down, .enter)
    #expect(desk.state.layers == [])
    #expect(desk.state.prompt.selection.range == 15..<18)
    #expect(desk.state.prompt.text == Self.text)
  }

  @Test func whatIsNowhereLeavesTheCaretAndSaysNothingIsThere() {
    let desk = self.desk("boat", from: .left)
    #expect(find(desk)?.current == nil)
    #expect(desk.state.prompt.caret == Self.text.utf8.count - 1)
  }

  @Test func theLineBeginsWithTheSelectionOrRepeatsTheLastSearch() {
    var desk = self.desk("dusk")
    desk.press(.tab, .control("f"))
    #expect(find(desk)?.line.text == "dusk")
    desk.press(.escape, .end, .control("f"))
    #expect(find(desk)?.line.text == "")
    desk.press(.enter)
    #expect(desk.state.prompt.selectedText == "dusk")
  }

  @Test func piecesOfHanTextAndOfSeveralScriptsAreFound() {
    let desk = self.desk("灯笼", in: "黄昏的灯笼，灯笼 👩‍👩‍👧 灯")
    #expect(find(desk)?.matches == [9..<15, 18..<24])
    #expect(find(self.desk("👩", in: "a👩‍👩‍👧b👩"))?.matches.count == 1, "a part of a cluster is no match")
  }
}
