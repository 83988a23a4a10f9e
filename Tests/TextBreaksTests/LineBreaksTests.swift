import Testing
import TextBreaks

/// The text with "/" wherever a line may begin.
private func broken(_ text: String) -> String {
  let breaks = LineBreaks(in: text[...])
  var result = ""
  var offset = 0
  for scalar in text.unicodeScalars {
    if breaks.allowsLine(at: offset) { result += "/" }
    result.unicodeScalars.append(scalar)
    offset += UTF8.width(scalar)
  }
  return result
}

@Suite struct LineBreaksTests {
  @Test func aLineMayBeginAfterBlanksAndHyphens() {
    #expect(broken("slow dolly-in  on dusk") == "slow /dolly-/in  /on /dusk")
  }

  @Test func aLineMayBeginBetweenHanAndKanaCharacters() {
    #expect(broken("纸灯笼") == "纸/灯/笼")
    #expect(broken("かみの") == "か/み/の")
  }

  @Test func closingPunctuationNeverBeginsALine() {
    #expect(broken("他说「好」。走，吧！") == "他/说/「好」。/走，/吧！")
  }

  @Test func numbersAndTheirSignsStayTogether() {
    #expect(broken("35.5% of $1,200") == "35.5% /of /$1,200")
  }

  @Test func familiesFlagsAndAccentsStayTogether() {
    #expect(broken("👨‍👩‍👧👍🏽🇨🇳🇫🇷") == "👨‍👩‍👧/👍🏽/🇨🇳/🇫🇷")
    #expect(broken("e\u{301}e\u{301}") == "e\u{301}e\u{301}")
  }

  @Test func noBreakSpacesHold() {
    #expect(broken("10\u{A0}mm lens") == "10\u{A0}mm /lens")
  }

  @Test func theEndsOfATextAreNoBreaks() {
    let breaks = LineBreaks(in: "灯笼")
    #expect(!breaks.allowsLine(at: 0))
    #expect(breaks.allowsLine(at: 3))
    #expect(!breaks.allowsLine(at: 6))
    #expect(!LineBreaks(in: "").allowsLine(at: 0))
  }
}
