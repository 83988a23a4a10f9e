import TerminalCanvas
import TestSupport
import Testing

@testable import DailiesCore

@Suite struct PlainScalarTests {
  private static let plain: [Unicode.Scalar] = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    .filter {
      length(String($0)) > 0
    }

  private static func length(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { PlainScalar.length(at: 0, in: $0) }
  }

  @Test func plainCharactersAreThemselvesAndStandAlone() {
    #expect(Self.plain.count > 30_000)
    var wrong: [Unicode.Scalar] = []
    for scalar in Self.plain {
      var text = String(scalar)
      let length = Self.length(text)
      let read = text.withUTF8 { PlainScalar.scalar(at: 0, length: length, in: $0) }
      let counts = [text + text, "灯" + text, text + "灯", "a" + text, text + "a", "한" + text].map(\.count)
      let width = DisplayWidth.standard.width(of: scalar)
      if length != text.utf8.count || read != scalar || counts.contains(where: { $0 != 2 })
        || width != DisplayWidth.standard.width(of: Character(scalar)) || width == 0
      {
        wrong.append(scalar)
      }
    }
    #expect(wrong == [])
  }

  @Test func bytesAreAPlainCharacterOrAnythingElse() {
    func alone(_ bytes: [UInt8]) -> Unicode.Scalar? { bytes.withUnsafeBufferPointer { PlainScalar.alone(in: $0) } }
    #expect(
      Self.plain.allSatisfy { scalar in
        let isLetter =
          scalar.properties.generalCategory != .control && scalar.value < 0x10000
          && !(0x2600...0x27BF).contains(scalar.value)
        return alone(Array(String(scalar).utf8)) == (isLetter ? scalar : nil)
      })
    #expect(["", "ab", "雨夜", "\u{1B}", "\u{7F}", "é́"].allSatisfy { alone(Array($0.utf8)) == nil })
    var random = SeededGenerator(seed: 7)
    for _ in 0..<100_000 {
      let bytes = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        UInt8.random(in: Bool.random(using: &random) ? 0x80...0xFF : 0...0xFF, using: &random)
      }
      let text = String(validating: bytes, as: UTF8.self)?.unicodeScalars
      if let found = alone(bytes), text?.count != 1 || text?.first != found { Issue.record("\(bytes)") }
    }
  }

  @Test func plainCharactersAreDrawnOneByOneAsTheyAre() {
    let shown = Self.plain.filter { $0.properties.generalCategory != .control }
    let wrong = shown.filter { DisplayWidth.standard.glyphs(of: "\($0)\($0)").map(\.text) != [String($0), String($0)] }
    #expect(shown.count > 30_000 && wrong == [])
  }

  @Test func whereverAClusterStandsInPlainTextItIsCountedOnce() {
    for cluster in ["\r\n", "\r", "\r\n\r\n", "e\u{301}", "灯", "灯\u{FE0F}", "👩‍👧"] {
      for before in 0...20 {
        for after in [0, 1, 7, 8, 9] {
          for (left, right) in [("a", "b"), ("🚀", "🌊"), ("灯", "✨")] {
            let text = String(repeating: left, count: before) + cluster + String(repeating: right, count: after)
            #expect(ClusteredText(text).clusterCount == text.count, "\(text.debugDescription)")
          }
        }
      }
    }
  }

  @Test func whereverAMarkOfAPatternStandsItIsCountedOnce() {
    for mark in ["{", "}", "_", "{_}", "________"] {
      for before in 0...17 {
        for after in [0, 1, 7, 8, 9] {
          let text = String(repeating: "z", count: before) + mark + String(repeating: "|", count: after)
          #expect(ClusteredText(text).patternMarkCount == mark.count, "\(text)")
        }
      }
    }
  }

  @Test(arguments: [
    "a\u{301}", "灯\u{FE0F}", "か\u{3099}", "\u{1112}\u{1161}", "한\u{11AB}", "\r\n", "1\u{20E3}", "é\u{302}", "👍🏽",
    "❤\u{FE0F}", "👩‍🚀", "🚀\u{301}",
  ])
  func aPlainCharacterIsNotAloneBeforeWhatJoinsIt(cluster: String) {
    var text = "b" + cluster + "c"
    #expect(ClusteredText(text).clusterCount == 3)
    #expect(text.withUTF8 { PlainScalar.loneLength(at: 1, in: $0) } == 0)
  }
}
