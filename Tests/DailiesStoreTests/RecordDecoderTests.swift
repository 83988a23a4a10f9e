import DailiesCore
import Foundation
import TestSupport
import Testing
import VideosAPI

@testable import DailiesStore

/// Records are read as `JSONDecoder` reads them, only sooner.
@Suite struct RecordDecoderTests {
  /// Takes what it can of each member.
  private struct Lenient: Codable, Equatable {
    var whole: Int?
    var small: UInt8?
    var number: Double?
    var text: String?
    var list: [Int64]?
    var any: JSONValue?

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      whole = try? container.decode(Int.self, forKey: .whole)
      small = try? container.decodeIfPresent(UInt8.self, forKey: .small)
      number = try? container.decode(Double.self, forKey: .number)
      text = try? container.decode(String.self, forKey: .text)
      list = try? container.decode([Int64].self, forKey: .list)
      any = try? container.decode(JSONValue.self, forKey: .any)
    }
  }

  private static var take: Take {
    var order = Order.sample("灯笼 🏮\n\"quoted\" \\ /\t")
    order.image = .file(path: "/home/me/图.png")
    var take = Take(number: Take.Number(7), order: order, service: .sample, phase: .failed, recorded: .second(3))
    take.percentComplete = 45
    take.film = Take.FilmFacts(width: 1280, height: 720, seconds: 8.04)
    take.problem = Problem(.rateLimited, detail: "slow down", raw: "{\"error\":{}}", status: 429)
    take.billedSeconds = 1e-7
    take.fileBytes = .max
    take.tags = ["夜景", "b"]
    take.unknownParts = [.size]
    return take
  }

  private static let lenient = #"""
    {"any":{"a":[1,2.5,null,true,false,{"b":"c"},[]],"d":0.5,"e":1e3},"list":[1,-2,3],"number":-12.75,"small":200,"text":"x\"y\n\/","whole":9007199254740993}
    """#

  private func outcome<Value: Decodable & Equatable>(_ type: Value.Type, _ text: String) -> (
    ours: Value?, theirs: Value?
  ) {
    (try? JSON.value(type, of: text), try? JSONDecoder().decode(type, from: Data(text.utf8)))
  }

  /// What the fast way alone makes of it.
  private func fast<Value: Decodable>(_ type: Value.Type, _ text: String) -> Value? {
    guard let document = RecordDocument(text) else { return nil }
    let value = try? type.init(from: RecordDecoder(document: document, node: 0))
    return document.isUnusual ? nil : value
  }

  @Test func whatIsWrittenIsReadTheFastWay() throws {
    #expect(fast(Take.self, try JSON.text(of: Self.take)) == Self.take)
    #expect(fast(Lenient.self, Self.lenient) == outcome(Lenient.self, Self.lenient).theirs)
    let draft = DraftRecord.sample(String(repeating: "雨夜\n\"neon\" ", count: 3_000))
    #expect(fast(DraftRecord.self, try JSON.text(of: draft)) == draft)
  }

  @Test(arguments: [
    #"{"whole":1.0}"#, #"{"whole":1e2}"#, #"{"small":300}"#, #"{"text":"\u706f"}"#, #"{"text":"\ud83c\udfee"}"#,
    #"{ "whole" : 1 }"#, #"{"whole":null,"small":null}"#, #"{"list":[1,2.0]}"#, #"{"number":1e400}"#,
    #"{"number":1e-400}"#, #"{"number":-0}"#,
    #"{"te\u0078t":"a"}"#, #"{"whole":01}"#, #"{"whole":+1}"#, #"{"list":[1,]}"#, #"{"text":"a"}}"#, "[]", "", "{",
    #"{"whole":92233720368547758070}"#, #"{"any":{"n":123456789012345678901234567890}}"#,
  ])
  func whatIsUnusualIsLeftToTheOther(text: String) {
    let (ours, theirs) = outcome(Lenient.self, text)
    #expect(ours == theirs)
  }

  @Test func damagedRecordsAreReadAlikeOrRefusedAlike() throws {
    var random = SeededGenerator(seed: 11)
    let alphabet = Array("{}[]\",:\\0123456789.eE+-tfnu né灯".unicodeScalars)
    func damaged(_ text: String) -> String {
      var scalars = Array(text.unicodeScalars)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let at = Int.random(in: scalars.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: scalars[at] = alphabet.randomElement(using: &random) ?? "x"
        case 1: scalars.remove(at: at)
        default: scalars.insert(alphabet.randomElement(using: &random) ?? "x", at: at)
        }
      }
      return String(String.UnicodeScalarView(scalars))
    }
    let record = try JSON.text(of: Self.take)
    for _ in 0..<4_000 {
      let text = damaged(Self.lenient)
      let (ours, theirs) = outcome(Lenient.self, text)
      #expect(ours == theirs, "\(text)")
      let other = damaged(record)
      let takes = outcome(Take.self, other)
      #expect(takes.ours == takes.theirs, "\(other)")
    }
  }
}
