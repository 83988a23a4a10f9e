import DailiesCore
import TerminalCanvas
import Testing

/// Selecting with the mouse, in the prompt and in what lies over it.
struct PromptMouseTests {
  /// A desk with some text, and where the text stands.
  private func desk(_ text: String) throws -> (Desk, Rect) {
    var desk = Desk()
    desk.paste(text)
    return (desk, try #require(desk.state.layout.draft).text)
  }

  @Test func draggingSelectsEitherWay() throws {
    var (desk, text) = try self.desk("one two\nthree")
    desk.click(text.column + 4, text.row)
    desk.click(text.column + 6, text.row, .drag)
    #expect(desk.state.prompt.selectedText == "tw")
    desk.click(text.column + 1, text.row, .drag)
    #expect(desk.state.prompt.selectedText == "ne ")
    desk.click(text.column + 2, text.row + 1, .drag)
    #expect(desk.state.prompt.selectedText == "two\nth")
    desk.click(text.column + 2, text.row + 1, .release)
    desk.click(text.column, text.row, .drag)
    #expect(desk.state.prompt.selectedText == "two\nth", "the button was let go")
    desk.type("x")
    #expect(desk.state.prompt.text == "one xree")
  }

  @Test func draggingBeyondTheTextScrollsAndTheWheelDoesMeanwhile() throws {
    var (desk, text) = try self.desk((1...60).map { "line \($0)" }.joined(separator: "\n"))
    desk.press(Key(.home, .control))
    desk.click(text.column, text.row)
    desk.click(text.column, text.endRow + 2, .drag)
    desk.click(text.column, text.endRow + 2, .drag)
    #expect(desk.state.prompt.scrollTop == 2)
    let selected = desk.state.prompt.selectedText
    desk.click(text.column, text.row, .wheelDown)
    #expect(desk.state.prompt.scrollTop == 5)
    #expect(desk.state.prompt.selectedText == selected)
    desk.click(text.column, text.row, .drag)
    #expect(desk.state.prompt.selectedText == (1...5).map { "line \($0)\n" }.joined())
  }

  @Test func twoPressesSelectAWordAndThreeTheLine() throws {
    var (desk, text) = try self.desk("one two, three\nfour")
    desk.click(text.column + 5, text.row)
    desk.click(text.column + 5, text.row)
    #expect(desk.state.prompt.selectedText == "two")
    desk.click(text.column + 10, text.row, .drag)
    #expect(desk.state.prompt.selectedText == "two, three")
    desk.click(text.column + 1, text.row, .drag)
    #expect(desk.state.prompt.selectedText == "one two")
    desk.click(text.column + 5, text.row, .release)
    desk.click(text.column + 5, text.row)
    #expect(desk.state.prompt.selectedText == "one two, three")
    desk.pass(.seconds(1))
    desk.click(text.column + 5, text.row)
    #expect(desk.state.prompt.selectedText == nil, "too late for one more")
    desk.click(text.column + 7, text.row)
    desk.click(text.column + 7, text.row)
    #expect(desk.state.prompt.selectedText == ",")
  }

  @Test func twoPressesTakeAHanCharacterAsAWord() throws {
    var (desk, text) = try self.desk("黄昏的灯笼")
    desk.click(text.column + 2, text.row)
    desk.click(text.column + 2, text.row)
    #expect(desk.state.prompt.selectedText == "昏")
  }

  @Test func aClickLandsOnWhatIsSeenWhereverTheFocusWas() throws {
    var (desk, text) = try self.desk((1...60).map { "line \($0)" }.joined(separator: "\n"))
    desk.press(.tab)
    desk.click(text.column, text.row, .wheelUp)
    let top = desk.state.prompt.scrollTop
    desk.click(text.column, text.row)
    desk.type("|")
    #expect(desk.state.prompt.text.contains("|line \(top + 1)\n"))
  }

  @Test func theLinesUnderTheDraftLeadWhereTheySay() throws {
    var desk = Place.prompt.desk()
    let draft = try #require(desk.state.layout.draft)
    desk.click(draft.willSend.column + 4, draft.willSend.row)
    #expect(desk.state.context == .review)
    #expect(desk.effects.confirmed.isEmpty)
    desk.press(.escape)
    desk.click(draft.live.column + 4, draft.live.row)
    #expect(desk.state.focus == .takes)
  }

  @Test func whileLookingForWordsTheTextScrollsAndAClickStaysThere() throws {
    var (desk, text) = try self.desk((1...60).map { "line \($0)" }.joined(separator: "\n"))
    desk.press(.control("f"))
    desk.type("line 2")
    let top = desk.state.prompt.scrollTop
    desk.click(text.column, text.row, .wheelDown)
    #expect(desk.state.prompt.scrollTop == top + 3)
    desk.click(text.column + 4, text.row + 1)
    #expect(desk.state.layers == [])
    desk.type("|")
    #expect(desk.state.prompt.text.contains("line| \(top + 5)\n"))
  }

  @Test func aClickOnARowOfAListSelectsItAndASecondDoesIt() {
    var desk = Place.palette.desk()
    func click(_ row: Int?) {
      var mouse = Mouse(.press, at: Point(column: 30, row: 8))
      mouse.spot = row
      desk.apply(.input(.mouse(mouse), at: desk.state.now))
    }
    func selected() -> Int? { if case .palette(let palette)? = desk.top { palette.chooser.selected } else { nil } }
    click(3)
    #expect(selected() == 3)
    click(nil)
    #expect(selected() == 3)
    desk.click(30, 8, .wheelDown)
    #expect(selected() == 6)
    click(6)
    #expect(selected() == nil)
  }

  @Test(arguments: [Place.review, .reviewUnticked]) func noClickOnTheReviewSheetSends(place: Place) {
    for column in 0..<80 {
      for row in 0..<24 {
        for spot in [nil, 0] as [Int?] {
          var desk = place.desk()
          var mouse = Mouse(.press, at: Point(column: column, row: row))
          mouse.spot = spot
          for _ in 0..<3 {
            desk.apply(.input(.mouse(mouse), at: desk.state.now))
            #expect(desk.effects.confirmed.isEmpty)
          }
        }
      }
    }
  }
}
