import DailiesCore
import TerminalCanvas
import Testing

struct BatchReviewTests {
  private func sheet(_ desk: Desk, at location: SourceLocation = #_sourceLocation) -> ReviewSheet {
    guard case .review(let sheet)? = desk.top else {
      Issue.record("no sheet", sourceLocation: location)
      return ReviewSheet(rows: [])
    }
    return sheet
  }

  private func desk(_ prompt: String, keys: [Key] = [.function(5)]) -> Desk {
    var desk = Desk()
    desk.paste(prompt)
    for key in keys { desk.press(key) }
    return desk
  }

  private let wide = "{a|b|c|d|e|f} {g|h|i|j|k|l} {m|n|o|p|q|r} {s|t|u|v|w|x}"

  @Test func everyVariantIsARowAndAnOrder() {
    var desk = desk("wind moves {the ribbons|the paper|the flame}")
    #expect(sheet(desk).rows.map(\.label) == ["the ribbons", "the paper", "the flame"])
    desk.press(.enter)
    #expect(
      desk.effects.confirmed == [
        ["the ribbons", "the paper", "the flame"].map { Desk.order("wind moves " + $0) }
      ])
  }

  @Test func ticksAndTakesOfEachRowChangeTheSum() {
    var desk = desk("{a|b|c}")
    #expect(sheet(desk).seconds == 24)
    desk.press(.character("+"), .down, .character(" "))
    #expect(sheet(desk).takes == 3)
    #expect(sheet(desk).seconds == 24)
    desk.press(.character("n"))
    #expect(sheet(desk).seconds == 0)
    desk.press(.character("a"))
    #expect(sheet(desk).seconds == 32)
    desk.press(.enter)
    #expect(desk.effects.confirmed.first?.map(\.prompt) == ["a", "a", "b", "c"])
  }

  @Test func moreThanTheCeilingIsASampleThatCanBeDrawnAgain() {
    var desk = desk(wide)
    let first = sheet(desk)
    #expect(first.rows.count == 50)
    #expect(first.unfolding?.isSample == true)
    desk.press(.character("r"))
    #expect(sheet(desk).rows.count == 50)
    #expect(sheet(desk).rows != first.rows)
    desk.press(.character("]"))
    #expect(sheet(desk).rows.count == 50, "never more than the ceiling")
    desk.press(.character("["))
    #expect(sheet(desk).rows.count == 25)
    desk.press(.character("]"))
    #expect(sheet(desk).rows.count == 50)
  }

  @Test func rowsThatStayKeepTheirTicksAndTakes() {
    var desk = desk("{a|b|c|d}")
    desk.press(.character(" "), .down, .character("+"), .character("["))
    let half = sheet(desk)
    #expect(half.rows.count == 2)
    for row in half.rows {
      #expect(row.isTicked == (row.label != "a"))
      #expect(row.takes == (row.label == "b" ? 2 : 1))
    }
  }

  @Test func thePatternCanBeSentAsItIsTyped() {
    var desk = desk("{a|b}")
    desk.press(.character("t"), .enter)
    #expect(desk.effects.confirmed == [[Desk.order("{a|b}")]])
  }

  @Test func aMalformedPatternIsSentAsTypedOnlyAfterATick() {
    var desk = desk("灯 {a|b")
    #expect(sheet(desk).rows.map(\.isTicked) == [false])
    desk.press(.enter)
    #expect(desk.effects.confirmed == [])
    #expect(sheet(desk).refusal?.phrase == Strings.reviewFlawed)
    desk.press(.character(" "), .enter)
    #expect(desk.effects.confirmed == [[Desk.order("灯 {a|b")]])
  }

  @Test func escapeFromAMalformedPatternPutsTheCaretAtThePlace() {
    var desk = desk("灯 {a|b")
    desk.press(.escape)
    #expect(desk.state.prompt.caret == 4)
    #expect(desk.state.focus == .prompt)
    #expect(desk.message == "The { at character 3 has a | after it and no }.")
  }

  @Test func wildcardsComeFromTheFilesAndAreReadAnewAtAReview() {
    var desk = desk("on __day__")
    #expect(desk.effects.contains(.loadWildcards))
    #expect(sheet(desk).flaw?.kind == .unknownWildcard("day"))
    desk.apply(.wildcardsLoaded(Wildcards(["day": "monday\nfriday"])))
    #expect(sheet(desk).rows.count == 1, "what was shown stays")
    #expect(sheet(desk).warnings.map(\.phrase) == [Strings.wildcardsChanged])
    desk.press(.escape, .function(5))
    #expect(sheet(desk).rows.map(\.order.prompt) == ["on monday", "on friday"])
  }

  @Test func theTakeOfAnEarlierPromptIsNotUnfoldedAgain() {
    var desk = Desk(takes: [Desk.take(7, .failed, "a {b|c}")])
    desk.press(.character("a"), .enter)
    #expect(desk.effects.confirmed == [[Desk.order("a {b|c}")]])
  }

  @Test func theDraftIsReadAnewOnlyWhenItsTextChanges() {
    var desk = desk("{a|b}", keys: [])
    #expect(desk.state.batch.rows(ceiling: 50) == 2)
    desk.press(.left)
    #expect(desk.state.batch.rows(ceiling: 50) == 2)
    desk.press(.character("|"))
    #expect(desk.state.batch.rows(ceiling: 50) == 3)
    desk.press(.control("z"))
    #expect(desk.state.batch.rows(ceiling: 50) == 2)
  }

  @Test func twoPricesInOneCurrencyAreAddedAndOthersAreNot() {
    var sheet = ReviewSheet(rows: [
      ReviewSheet.Row(order: Desk.order("a"), takes: 2), ReviewSheet.Row(order: Desk.order("b"), takes: 1),
    ])
    #expect(sheet.price == nil)
    sheet.setPrices { _ in Money("4", "CNY") }
    #expect(sheet.price == Money("12", "CNY"))
    sheet.setPrices { $0.prompt == "a" ? Money("4", "CNY") : Money("4", "USD") }
    #expect(sheet.price == nil)
    _ = sheet.perform(.tick)
    #expect(sheet.price == Money("4", "USD"))
  }
}
