import Testing
import TextBreaks

/// Where going back word by word from the end stops, in UTF-8 offsets.
private func starts(_ text: String) -> [Int] {
  var offset = text.utf8.count
  var stops: [Int] = []
  while offset > 0 {
    offset = WordBreaks.wordStart(before: offset, in: text)
    stops.append(offset)
  }
  return stops
}

/// Where going on word by word from the start stops, in UTF-8 offsets.
private func ends(_ text: String) -> [Int] {
  var offset = 0
  var stops: [Int] = []
  while offset < text.utf8.count {
    offset = WordBreaks.wordEnd(after: offset, in: text)
    stops.append(offset)
  }
  return stops
}

@Suite struct WordBreaksTests {
  @Test func blanksAndPunctuationArePassedOver() {
    #expect(ends("a slow, dolly-in.") == [1, 6, 13, 16, 17])
    #expect(starts("a slow, dolly-in.") == [14, 8, 2, 0])
  }

  @Test func apostrophesAndDecimalPointsAreInsideWords() {
    #expect(ends("don't 3.14") == [5, 10])
  }

  @Test func lineEndsAreBlanks() {
    #expect(ends("one\n\ntwo") == [3, 8])
    #expect(starts("one\n\ntwo") == [5, 0])
  }

  @Test func aHanCharacterIsAWordAndARunOfKatakanaOrHangulIsOne() {
    #expect(ends("灯笼。") == [3, 6, 9])
    #expect(ends("カメラ 카메라") == [9, 19])
  }

  @Test func emojiAreWords() {
    #expect(ends("ok 👨‍👩‍👧 go") == [2, 21, 24])
  }

  @Test func aWordIsLeftByItsOwnEnds() {
    #expect(WordBreaks.wordStart(before: 7, in: "one lantern two") == 4)
    #expect(WordBreaks.wordEnd(after: 7, in: "one lantern two") == 11)
  }

  @Test(arguments: [200, 255, 256, 257, 511, 513, 5_000])
  func wordsAndGapsOfAnyLengthAreCrossed(length: Int) {
    let word = String(repeating: "é", count: length)
    let gap = String(repeating: " ", count: length)
    let text = "a " + word + gap + word + "!"
    let end = 2 + 2 * length
    #expect(ends(text) == [1, end, end + length + 2 * length, text.utf8.count])
    #expect(starts(text) == [end + length, 2, 0])
  }

  @Test func thereIsNoWordInAnEmptyText() {
    #expect(WordBreaks.wordStart(before: 0, in: "") == 0)
    #expect(WordBreaks.wordEnd(after: 0, in: "") == 0)
  }
}
