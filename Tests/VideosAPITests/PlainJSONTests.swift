import Foundation
import Testing

@testable import VideosAPI

/// The quick way to read JSON never says anything else than the parser of the system.
@Suite struct PlainJSONTests {
  private static let answer = """
    {"id":"video_1","object":"video","status":"in_progress","progress":45.5,"error":null,"is":[true,false,-0.25,[]],
     "prompt":"Ein \\"Leuchtturm\\"\\n灯塔 \\\\ \\/ 🏮","usage":{"duration_seconds":8},"none":{}}
    """

  private func system(_ bytes: [UInt8]) -> JSONValue? { try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) }

  @Test(arguments: [answer, "0", "-1.5", " [ 1 , 2 ] ", "\"\"", "{}", "true", "null", "[\"a\\nb\"]", "123456789012345"])
  func usualDocumentsAreReadAsTheSystemReadsThem(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(PlainJSON.value(of: bytes) != nil)
    #expect(PlainJSON.value(of: bytes) == system(bytes))
  }

  @Test(arguments: [
    "", "01", "-", "1.", ".5", "1e5", "1234567890123456", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "[1 2]",
    "\"\\u0041\"", "\"\\x\"", "\"a\nb\"", "\"a", "tru", "nulll", "{a:1}", "[1]]", "{\"a\" 1}",
  ])
  func whatIsUnusualOrNoneIsLeftToTheSystem(_ text: String) {
    #expect(PlainJSON.value(of: Array(text.utf8)) == nil)
  }

  @Test func bytesThatAreNoTextAreLeftToTheSystem() {
    #expect(PlainJSON.value(of: [0x22, 0xC3, 0x28, 0x22]) == nil)
  }

  @Test func whateverIsChangedInADocumentBothReadTheSame() {
    var generator = Steps()
    let document = Array(Self.answer.utf8)
    for _ in 0..<5000 {
      var bytes = document
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = document.randomElement(using: &generator) ?? 0
        case 1: bytes.remove(at: place)
        default: bytes.insert(document.randomElement(using: &generator) ?? 0, at: place)
        }
      }
      if let value = PlainJSON.value(of: bytes) {
        #expect(value == system(bytes), "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  /// Numbers without an order, the same ones in every run.
  private struct Steps: RandomNumberGenerator {
    private var state: UInt64 = 11

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
