import TestSupport
import Testing

@testable import TerminalCanvas

/// What was typed in a row counts as one text: where reads end decides only how it is cut into clusters.
private func joined(_ inputs: [Input]) -> [String] {
  var parts: [String] = []
  var text = ""
  for input in inputs {
    if case .key(let key) = input, case .character(let character) = key.code, key.modifiers.isEmpty {
      text.append(character)
    } else {
      if !text.isEmpty { parts.append("text \(text.unicodeScalars.map(\.value))") }
      text = ""
      parts.append("\(input)")
    }
  }
  if !text.isEmpty { parts.append("text \(text.unicodeScalars.map(\.value))") }
  return parts
}

private func settled(_ decoder: inout KeyDecoder, _ reads: [ArraySlice<UInt8>]) -> [String] {
  var inputs: [Input] = []
  for read in reads { inputs += decoder.decode(read) }
  return joined(inputs + decoder.flush())
}

@Suite struct KeyDecoderPropertyTests {
  static let everything = Array(
    ("a世e\u{301}👨‍👩‍👧\r\n\u{1B}[1;5C\u{1B}OP\u{1B}b\u{1B}é\u{1B}\u{1B}[A\u{1B}[27;5;106~\u{1B}[97;5u\u{1B}[<0;12;3M"
      + "\u{1B}[200~x\ry\r\n\r\r\nz\n\u{1B}[3~\u{1B}[20z\u{1B}[201~\u{1B}[I\u{1B}[24;80R\u{1B}[?62;4c\u{1B}[?0u"
      + "\u{1B}]11;rgb:1/2/3\u{1B}\\\u{1B}P>|t\u{1B}\\\u{1B}[[A\u{1B}[3$\u{1B}[M !!\u{1B}[?5;2$y\u{9B}end\u{1B}").utf8)

  @Test func whereReadsEndMakesNoDifference() {
    let bytes = Self.everything
    var whole = KeyDecoder()
    let expected = settled(&whole, [bytes[...]])
    #expect(expected.count > 20)
    for cut in 1..<bytes.count {
      var decoder = KeyDecoder()
      #expect(settled(&decoder, [bytes[..<cut], bytes[cut...]]) == expected, "cut at byte \(cut)")
    }
    var single = KeyDecoder()
    #expect(settled(&single, bytes.indices.map { bytes[$0...$0] }) == expected)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func anyBytesGiveKeysAndNoControlCharacters(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("\u{1B}\u{1B}\u{1B}[[OP]~;:<?0123456789AMmuRIcZ$ \r\t\u{7F}\u{07}\\é世\u{9B}".utf8)
    let bytes = (0..<4000).map { _ in
      Bool.random(using: &generator)
        ? alphabet.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
    }
    var whole = KeyDecoder()
    let expected = settled(&whole, [bytes[...]])
    var decoder = KeyDecoder()
    var reads: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = min(rest.count, Int.random(in: 1...40, using: &generator))
      reads.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    #expect(settled(&decoder, reads) == expected)

    var checked = KeyDecoder()
    for input in checked.decode(bytes) + checked.flush() {
      guard case .key(let key) = input, case .character(let character) = key.code else { continue }
      let isControl = character.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
      #expect(!isControl, "\(key)")
    }
  }
}
