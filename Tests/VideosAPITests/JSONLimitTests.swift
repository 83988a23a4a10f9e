import Testing
import VideosAPI

@Suite struct JSONLimitTests {
  @Test func nestingUpToTheLimitIsReadAndOneLevelMoreIsRefused() throws {
    let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(throws: Never.self) { try JSONValue(reading: Array(deepest.utf8)) }
    #expect(throws: JSONReadingProblem.tooDeep) { try JSONValue(reading: Array("[\(deepest)]".utf8)) }
  }

  @Test func aMillionLevelsDoNotReachTheStack() {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: JSONReadingProblem.tooDeep) { try JSONValue(reading: bytes) }
    let mixed = Array(String(repeating: #"{"a":["#, count: 500_000).utf8)
    #expect(throws: JSONReadingProblem.tooDeep) { try JSONValue(reading: mixed) }
  }

  @Test func bracketsInsideTextsAreNotNesting() throws {
    let text = String(repeating: "[", count: 1000)
    #expect(try JSONValue(reading: Array(#"["\#(text)\"\#(text)"]"#.utf8)) == .array([.text("\(text)\"\(text)")]))
  }

  @Test func moreThanEightMegabytesAreRefused() {
    let bytes = Array("\"".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: JSONLimits.bytes) + Array("\"".utf8)
    #expect(throws: JSONReadingProblem.tooLarge) { try JSONValue(reading: bytes) }
  }

  @Test func moreValuesThanCanBeWorkedThroughAreRefused() {
    let bytes = Array("[".utf8) + Array(String(repeating: "[],", count: 100_000).utf8) + Array("0]".utf8)
    #expect(throws: JSONReadingProblem.tooMany) { try JSONValue(reading: bytes) }
  }

  @Test(arguments: ["", "{", "nul", "{\"a\":1}x", "<html>", "\u{FEFF}"])
  func whatIsNotJSONIsSaidToBeNone(_ text: String) {
    #expect(throws: JSONReadingProblem.notJSON) { try JSONValue(reading: Array(text.utf8)) }
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    #expect(try JSONValue(reading: [0xEF, 0xBB, 0xBF] + Array("[true, 1e999]".utf8)) == .array([.bool(true), .null]))
  }
}
