import Testing
import VideosAPI

@Suite struct VideoReadingTests {
  private func video(_ text: String, knownID: Video.ID? = nil) throws -> Video {
    try Video(reading: Array(text.utf8), knownID: knownID)
  }

  @Test func theKnownIDStandsAgainstTheOneInTheAnswer() throws {
    #expect(try video(#"{"id":"other","status":"queued"}"#, knownID: "mine").id == "mine")
    #expect(try video(#"{"status":"queued"}"#, knownID: "mine").id == "mine")
  }

  @Test(arguments: [
    "{}", "[]", "null", #""text""#, #"{"id":""}"#, #"{"id":null,"status":"queued"}"#, #"{"id":"  "}"#,
    #"{"error":{"message":"no"}}"#, #"{"data":{"url":"https://a.example/"}}"#, #"{"id":{"a":1}}"#, #"{"id":"None"}"#,
  ])
  func anAnswerWithoutAnIDIsToldApart(_ text: String) {
    #expect(throws: VideoReadingProblem.noID) { try video(text) }
  }

  @Test func anIDTooLongForAnAddressIsNone() {
    let id = String(repeating: "a", count: 8193)
    #expect(throws: VideoReadingProblem.noID) { try video(#"{"id":"\#(id)"}"#) }
  }

  @Test func aStateAnswerThatSaysNothingIsNoState() {
    #expect(throws: VideoReadingProblem.noID) { try video("{}", knownID: "mine") }
  }

  @Test func anIDMayBeANumber() throws {
    #expect(try video(#"{"id":123,"status":"queued"}"#).id == "123")
  }

  /// By another id a film that was paid for is never found.
  @Test(arguments: [
    "9007199254740993", "9007199254740994", "1234567890123456789", "-9007199254740993", "18446744073709551615",
  ])
  func anIDThatIsALongNumberIsTakenToTheLastDigit(digits: String) throws {
    #expect(try video(#"{"id":\#(digits),"status":"queued"}"#).id == Video.ID(digits))
    if digits != "18446744073709551615" {
      // Read by another parser, for the sake of the number beside it.
      #expect(try video(#"{"id":\#(digits),"status":"queued","odd":1e999}"#).id == Video.ID(digits))
    }
  }

  @Test(arguments: ["18446744073709551616", "12345678901234567890123", "1e22"])
  func aNumberWhoseDigitsNobodyKeepsIsNoID(digits: String) {
    #expect(throws: VideoReadingProblem.noID) { try video(#"{"id":\#(digits),"status":"queued"}"#) }
  }

  @Test(arguments: [
    ("0.45", 45), ("45", 45), (#""45%""#, 45), (#""45""#, 45), (#"" 45.9 % ""#, 45), ("0", 0), ("1", 1), ("100", 100),
    ("250", 100), (#""0.5""#, 50), ("0.004", 0), (#"" 45\n""#, 45),
  ])
  func progressIsReadInEveryNotation(_ written: String, percent: Int) throws {
    #expect(try video(#"{"id":"v","progress":\#(written)}"#).progress == percent)
  }

  @Test(arguments: ["null", #""""#, "-1", #""half""#, "{}", "true", #""nan""#, #""inf""#, "1e999"])
  func progressThatIsNoneStaysUnknown(_ written: String) throws {
    #expect(try video(#"{"id":"v","progress":\#(written)}"#).progress == nil)
  }

  @Test(arguments: [
    ("1772600000", 1_772_600_000), (#""1772600000""#, 1_772_600_000), ("1772600000922", 1_772_600_000),
    (#""1772600000922""#, 1_772_600_000), ("1772600000.7", 1_772_600_000),
    (#""2026-03-04T04:53:20Z""#, 1_772_600_000), (#""2026-03-04T04:53:20.250Z""#, 1_772_600_000),
  ])
  func timesAreReadInEveryNotation(_ written: String, seconds: Int) throws {
    #expect(try video(#"{"id":"v","created_at":\#(written)}"#).createdAt == seconds)
    #expect(try video(#"{"id":"v","reated_at":\#(written)}"#).createdAt == seconds)
  }

  @Test(arguments: ["null", "0", "-5", #""soon""#, "1e30", "[]"])
  func timesThatAreNoneStayUnknown(_ written: String) throws {
    #expect(try video(#"{"id":"v","completed_at":\#(written)}"#).completedAt == nil)
  }

  @Test(arguments: [
    #""url":"U""#, #""video_url":"U""#, #""result_url":"U""#, #""metadata":{"url":"U"}"#, #""data":{"url":"U"}"#,
    #""content":{"url":"U"}"#, #""content":{"video_url":"U"}"#,
  ])
  func theFilmsAddressIsFoundInEveryPlace(_ member: String) throws {
    let address = "https://media.example/a.mp4"
    let text = "{\"id\":\"v\",\(member.replacing("U", with: address))}"
    #expect(try video(text).contentAddress == address)
  }

  @Test(arguments: ["file:///etc/passwd", "javascript:x", "/relative", "", "ftp://a.example/b"])
  func anAddressOfAnotherKindIsNotTaken(_ address: String) throws {
    #expect(try video(#"{"id":"v","url":"\#(address)"}"#).contentAddress == nil)
  }

  @Test func controlCharactersAndKeysAreNotKept() throws {
    let bytes = Array(
      #"{"id":"v","status":"fai\u001bled","error":{"message":"\u001b]0;x\u0007 key sk-abcd1234 my-own-key"}}"#.utf8)
    let video = try Video(reading: bytes, masking: "my-own-key")
    #expect(video.statusWord == "failed")
    #expect(video.failure?.message == "]0;x key ••• •••")
    #expect(!video.raw.contains("abcd1234") && !video.raw.contains("my-own-key"))
  }

  @Test func theKeptTextIsBounded() throws {
    let filler = String(repeating: "样", count: 100_000)
    let raw = try video(#"{"id":"v","prompt":"\#(filler)"}"#).raw
    #expect(raw.utf8.count <= 64 * 1024 + 3)
    #expect(raw.hasSuffix("样…"))
  }
}
