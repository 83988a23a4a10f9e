import DailiesCore
import Foundation
import TestSupport
import Testing
import VideosAPI

@testable import DailiesStore

/// Records are written as `JSONEncoder` writes them, only sooner.
@Suite struct RecordEncoderTests {
  private func asTheOther(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test func recordsAreWrittenTheFastWay() throws {
    var order = Order.sample("灯笼 🏮\n\"quoted\" \\ /\t\u{7}\u{1F}\u{7F}")
    order.image = .file(path: "/home/me/图.png")
    var take = Take(number: Take.Number(7), order: order, service: .sample, phase: .failed, recorded: .second(3))
    take.film = Take.FilmFacts(width: 1280, height: 720, seconds: 8.04)
    take.problem = Problem(.rateLimited, detail: "slow down", raw: "{\"error\":{}}", status: 429)
    take.fileBytes = .max
    take.tags = ["夜景", "b"]
    #expect(try RecordEncoder.text(of: take) == asTheOther(take))
    let draft = DraftRecord.sample(String(repeating: "雨夜\n\"neon\" ", count: 3_000))
    #expect(try RecordEncoder.text(of: draft) == asTheOther(draft))
    for text in ["", "雨夜\n\"neon\""] {
      let patch = try #require(DraftPatch(from: .sample(text), to: .sample("雨夜")))
      #expect(try RecordEncoder.text(of: patch) == asTheOther(patch))
    }
  }

  @Test func anyDocumentIsWrittenAlike() throws {
    var random = SeededGenerator(seed: 5)
    let controls = "\u{0}\u{8}\u{B}\u{C}\n\r\u{1B}\u{7F}\u{85}\u{2028}"
    let letters = Array((controls + "aBz0_ \"\\/é灯\u{301}🏮👩‍🎨").unicodeScalars)
    func text() -> String {
      let count = Int.random(in: 0...4, using: &random)
      return String(String.UnicodeScalarView((0..<count).compactMap { _ in letters.randomElement(using: &random) }))
    }
    func number() -> Double {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: Double(Int.random(in: -9...9, using: &random))
      case 1: Double.random(in: -1...1, using: &random)
      case 2: Double(Int64.random(in: .min ... .max, using: &random))
      default: Double(bitPattern: UInt64.random(in: 0..<0x7FF0_0000_0000_0000, using: &random))
      }
    }
    func value(_ depth: Int) -> JSONValue {
      switch Int.random(in: 0..<(depth > 0 ? 7 : 4), using: &random) {
      case 0: .null
      case 1: .bool(.random(using: &random))
      case 2: .number(number())
      case 3: .text(text())
      case 4: .array((0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth - 1) })
      default:
        .object(
          Dictionary(
            (0..<Int.random(in: 0...5, using: &random)).map { _ in (text(), value(depth - 1)) },
            uniquingKeysWith: { $1 }))
      }
    }
    for _ in 0..<4_000 {
      let document = value(4)
      let (ours, theirs) = (RecordEncoder.text(of: document), try asTheOther(document))
      #expect(ours == theirs, "\(theirs)")
    }
  }

  /// Encodes by a function.
  private struct Custom: Encodable {
    enum Key: String, CodingKey { case b, a, c }

    let write: @Sendable (any Encoder) throws -> Void

    func encode(to encoder: any Encoder) throws { try write(encoder) }
  }

  @Test func nestedContainersAreWrittenAlike() throws {
    let custom = Custom { encoder in
      var outer = encoder.container(keyedBy: Custom.Key.self)
      var list = outer.nestedUnkeyedContainer(forKey: .c)
      var inner = list.nestedContainer(keyedBy: Custom.Key.self)
      try inner.encode([1, nil, 3], forKey: .b)
      try inner.encodeNil(forKey: .a)
      try list.encode(Float(0.1))
      try list.encodeNil()
      _ = list.nestedUnkeyedContainer()
      try outer.encode(Custom { _ in }, forKey: .a)
      try outer.encode(Optional<Int>.none, forKey: .b)
    }
    #expect(try RecordEncoder.text(of: custom) == asTheOther(custom))
  }

  @Test func whatIsUnusualIsLeftToTheOther() throws {
    let customs = [
      // A member written twice, two containers for one value, a container gone on with after its neighbour, a super-encoder.
      Custom { encoder in
        var outer = encoder.container(keyedBy: Custom.Key.self)
        for number in 1...3 { try outer.encode(number, forKey: .a) }
      },
      Custom { encoder in
        var first = encoder.container(keyedBy: Custom.Key.self)
        try first.encode(1, forKey: .a)
        var second = encoder.container(keyedBy: Custom.Key.self)
        try second.encode(2, forKey: .b)
      },
      Custom { encoder in
        var outer = encoder.container(keyedBy: Custom.Key.self)
        var one = outer.nestedUnkeyedContainer(forKey: .a)
        var other = outer.nestedUnkeyedContainer(forKey: .b)
        try other.encode(2)
        try one.encode(1)
      },
      Custom { encoder in
        var outer = encoder.container(keyedBy: Custom.Key.self)
        try Custom { _ in }.encode(to: outer.superEncoder())
      },
    ]
    for custom in customs {
      #expect(RecordEncoder.text(of: custom) == nil)
      #expect(try JSON.text(of: custom) == asTheOther(custom))
    }
    #expect(throws: EncodingError.self) { try JSON.text(of: [Double.nan]) }
  }
}
