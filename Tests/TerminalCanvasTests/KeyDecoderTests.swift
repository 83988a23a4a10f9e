import Testing

@testable import TerminalCanvas

/// What one read of `text` decodes to.
private func decode(_ text: String, _ decoder: KeyDecoder = KeyDecoder()) -> [Input] {
  var decoder = decoder
  return decoder.decode(text.utf8)
}

private func keys(_ text: String) -> [Key] {
  decode(text).compactMap { if case .key(let key) = $0 { key } else { nil } }
}

@Suite struct KeyDecoderTests {
  @Test func typedTextArrivesByCluster() {
    #expect(keys("a世e\u{301}👨‍👩‍👧") == ["a", "世", "e\u{301}", "👨‍👩‍👧"].map { Key.character($0) })
  }

  @Test(arguments: [
    ("\r", Key.enter), ("\n", .control("j")), ("\t", .tab), ("\u{7F}", .backspace), ("\u{08}", .control("h")),
    ("\u{00}", .control(" ")), ("\u{01}", .control("a")), ("\u{1A}", .control("z")), ("\u{1C}", .control("\\")),
    ("\u{1D}", .control("]")), ("\u{1E}", .control("^")), ("\u{1F}", .control("_")),
  ])
  func controlBytesAreTheirKeys(_ bytes: String, _ key: Key) {
    #expect(keys(bytes) == [key])
  }

  @Test func controlHIsBackspaceWhereTheTerminalSaysSo() {
    #expect(decode("\u{08}", KeyDecoder(backspaceIsControlH: true)) == [.key(.backspace)])
  }

  @Test(arguments: [
    ("[A", Key.up), ("OB", .down), ("[C", .right), ("OD", .left), ("[H", .home), ("OF", .end), ("[1~", .home),
    ("[4~", .end), ("[7~", .home), ("[8~", .end), ("[2~", Key(.insert)), ("[3~", .delete), ("[5~", .pageUp),
    ("[6~", .pageDown), ("[Z", .backTab), ("OP", .function(1)), ("[[A", .function(1)), ("[[E", .function(5)),
    ("[11~", .function(1)), ("[15~", .function(5)), ("[17~", .function(6)), ("[24~", .function(12)),
    ("[25~", .function(13)), ("[34~", .function(20)), ("OM", .enter), ("Ok", .character("+")), ("Op", .character("0")),
    ("[57376u", .function(13)), ("[57414u", .enter), ("[57417u", .left), ("[57400u", .character("1")),
  ])
  func keysOfTheTerminalsAreKnown(_ sequence: String, _ key: Key) {
    #expect(keys("\u{1B}" + sequence) == [key])
  }

  @Test(arguments: [
    ("[1;2A", Key(.up, .shift)), ("[1;3D", Key(.left, .alt)), ("[1;5C", Key(.right, .control)),
    ("[1;6H", Key(.home, [.shift, .control])), ("O5C", Key(.right, .control)), ("Oa", Key(.up, .control)),
    ("[a", Key(.up, .shift)), ("[3;5~", Key(.delete, .control)), ("[3^", Key(.delete, .control)),
    ("[3$", Key(.delete, .shift)), ("[3@", Key(.delete, [.shift, .control])), ("[15;2~", Key(.function(5), .shift)),
    ("[1;2P", Key(.function(1), .shift)), ("[1;2R", Key(.function(3), .shift)), ("[1;133A", Key(.up, .control)),
    ("\u{1B}[A", Key(.up, .alt)), ("\u{1B}OC", Key(.right, .alt)), ("\u{1B}[3~", Key(.delete, .alt)),
  ])
  func modifiersOfKeysAreKnown(_ sequence: String, _ key: Key) {
    #expect(keys("\u{1B}" + sequence) == [key])
  }

  @Test(arguments: [
    ("b", Key.alt("b")), ("B", Key(.character("b"), [.alt, .shift])), ("\r", Key(.enter, .alt)),
    ("\u{7F}", Key(.backspace, .alt)), ("\u{01}", Key(.character("a"), [.alt, .control])), ("é", .alt("é")),
    ("]x", .alt("]")), ("Px", Key(.character("p"), [.alt, .shift])), ("_x", .alt("_")),
  ])
  func altIsAnEscBefore(_ sequence: String, _ key: Key) {
    #expect(keys("\u{1B}" + sequence).first == key)
  }

  @Test(arguments: [
    ("[97;5u", Key.control("a")), ("[106;5u", .control("j")), ("[27;5;106~", .control("j")),
    ("[13;2u", Key(.enter, .shift)), ("[27;2;13~", Key(.enter, .shift)), ("[13;5u", Key(.enter, .control)),
    ("[27u", .escape), ("[27;1u", .escape), ("[127;3u", Key(.backspace, .alt)), ("[9;2u", .backTab),
    ("[97;3u", .alt("a")), ("[97;4u", Key(.character("a"), [.alt, .shift])),
    ("[65;4u", Key(.character("a"), [.alt, .shift])),
    ("[97;2u", .character("A")), ("[49:33;2u", .character("!")), ("[32;2u", .character(" ")), ("[32;5u", .control(" ")),
    ("[109;5u", .enter), ("[105;5u", .tab), ("[91;5u", .escape), ("[47;5u", .control("_")), ("[97;5:2u", .control("a")),
    ("[97;69u", .control("a")), ("[27;6;65~", Key(.character("a"), [.control, .shift])),
  ])
  func keysOfTheKittyProtocolAndOfModifyOtherKeysAreTheOldOnes(_ sequence: String, _ key: Key) {
    #expect(keys("\u{1B}" + sequence) == [key])
  }

  @Test(arguments: [
    "[97;5:3u", "[1;5:3A", "[3;1:3~", "[97;9u", "[57358u", "[57441;2u", "[99~", "[1;2X", "[>0;276;0c", "[?2026;2$y",
    "[4;2$y", "[201~", "[12 q", "[0n", "OE", "P1+r544e\u{1B}\\", "P0$r\u{1B}\\", "]4;1;rgb:0/0/0\u{07}",
    "_Gq=1;OK\u{1B}\\", "[M !!", "[<2;1;1M", "[<35;5;5M", "[<35;5;5M", "[<0;0;0M", "[<;;M",
  ])
  func whatNobodyKnowsIsSwallowedWhole(_ sequence: String) {
    #expect(decode("\u{1B}" + sequence + "z") == [.key(.character("z"))])
  }

  @Test func aBrokenOffSequenceDoesNotTakeTheNextKeyAlong() {
    #expect(decode("\u{1B}[1;5\rx") == [.key(.enter), .key(.character("x"))])
    #expect(decode("\u{1B}[12\u{1B}[A") == [.key(.up)])
    #expect(decode("\u{1B}]11;rgb\rx") == [.key(.enter), .key(.character("x"))])
    #expect(decode("\u{1B}[世") == [.key(.character("世"))])
  }

  @Test func bytesAreReadAsTheyLieOrOneByOne() {
    var (one, other) = (KeyDecoder(), KeyDecoder())
    for part in ["a\u{1B}[", "Ab", "世\u{1B}[200~x", "y\u{1B}[20", "1~z"] {
      #expect(one.decode(part.utf8) == other.decode(AnySequence(part.utf8)), "\(part)")
    }
  }

  @Test func endlessSequencesAreDroppedUpToTheirEnd() {
    let digits = String(repeating: "1;", count: 1000)
    var decoder = KeyDecoder()
    #expect(decoder.decode(("\u{1B}[" + digits).utf8).isEmpty)
    #expect(decoder.decode((digits + "Ax").utf8) == [.key(.character("x"))])
    let text = String(repeating: "ab", count: 5000)
    #expect(decoder.decode(("\u{1B}]52;" + text).utf8).isEmpty)
    #expect(decoder.decode((text + "\u{1B}").utf8).isEmpty)
    #expect(decoder.decode("\\x".utf8) == [.key(.character("x"))])
  }

  @Test func theTerminalsOwnDescriptionComesFirst() {
    let decoder = KeyDecoder(terminfo: [(bytes: Array("\u{1B}[Z1".utf8), key: .function(7)), (bytes: [0x41], key: .up)])
    #expect(decode("\u{1B}[Z1A", decoder) == [.key(.function(7)), .key(.character("A"))])
  }

  @Test func mouseReportsCountFromZero() {
    #expect(decode("\u{1B}[<0;3;5M") == [.mouse(Mouse(.press, at: Point(column: 2, row: 4)))])
    #expect(decode("\u{1B}[<0;3;5m") == [.mouse(Mouse(.release, at: Point(column: 2, row: 4)))])
    #expect(decode("\u{1B}[<32;4;5M") == [.mouse(Mouse(.drag, at: Point(column: 3, row: 4)))])
    #expect(decode("\u{1B}[<35;4;5M") == [], "no button is held")
    #expect(decode("\u{1B}[<64;1;1M") == [.mouse(Mouse(.wheelUp, at: Point(column: 0, row: 0)))])
    #expect(
      decode("\u{1B}[<81;300;1M") == [.mouse(Mouse(.wheelDown, at: Point(column: 299, row: 0), modifiers: .control))])
  }

  @Test func focusAndAnswersAreReported() {
    #expect(decode("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
    #expect(decode("\u{1B}[24;80R") == [.answer(.cursor(Point(column: 79, row: 23)))])
    #expect(decode("\u{1B}[?1;1R") == [.answer(.cursor(Point(column: 0, row: 0)))])
    #expect(decode("\u{1B}[?1u") == [.answer(.kittyKeyboard(flags: 1))])
    // As kitty, foot and xterm write them.
    #expect(decode("\u{1B}P>|tmux 3.4\u{1B}\\") == [.answer(.name("tmux 3.4"))])
    #expect(decode("\u{1B}P1$r0m\u{1B}\\") == [])
    #expect(decode("\u{1B}_Gi=31;OK\u{1B}\\") == [.answer(.kittyGraphics(id: 31, isTaken: true))])
    #expect(
      decode("\u{1B}_Gi=31,p=2;EINVAL:no such thing\u{1B}\\") == [.answer(.kittyGraphics(id: 31, isTaken: false))])
    #expect(decode("\u{1B}[6;20;9t") == [.answer(.cellSize(width: 9, height: 20))])
    #expect(decode("\u{1B}[?1;0;1024S") == [.answer(.colorRegisters(1024))])
    // Answers to what was not asked, or refusals.
    #expect(
      decode("\u{1B}[?1;3;0S\u{1B}[?2;0;800;600S\u{1B}[4;480;640t\u{1B}_GOK\u{1B}\\\u{1B}_X\u{1B}\\").allSatisfy {
        if case .answer = $0 { false } else { true }
      })
    #expect(decode("\u{1B}[?64;1;22c") == [.answer(.deviceAttributes([64, 1, 22]))])
    let black = Input.answer(.background(red: 0, green: 1, blue: 0))
    #expect(decode("\u{1B}]11;rgb:0000/ffff/0000\u{1B}\\") == [black])
    #expect(decode("\u{1B}]11;rgb:00/ff/00\u{07}") == [black])
    #expect(decode("\u{1B}]11;rgba:0/f/0/8\u{07}") == [black])
    #expect(decode("\u{1B}]11;rgb:zz/ff/00\u{07}").isEmpty)
  }

  @Test func aPasteIsOneInputWithPlainLineEnds() {
    #expect(decode("\u{1B}[200~a\rb\r\nc\nd\u{1B}[201~e") == [.paste("a\nb\nc\nd"), .key(.character("e"))])
  }

  @Test func aPasteMayHoldSequencesAndHalfItsOwnEnd() {
    #expect(decode("\u{1B}[200~\u{1B}[A\u{1B}[20\u{1B}[201~") == [.paste("\u{1B}[A\u{1B}[20")])
  }

  @Test func anOpenPasteGoesOnCollecting() {
    var decoder = KeyDecoder()
    #expect(decoder.decode("\u{1B}[200~abc\u{1B}".utf8).isEmpty)
    #expect(!decoder.isWaiting)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.decode("[20".utf8).isEmpty)
    #expect(decoder.decode("1~".utf8) == [.paste("abc")])
  }

  @Test func aMegabyteOfPasteComesThroughWhole() {
    let text = String(repeating: "一只纸船 in the canal\n", count: 40_000)
    var decoder = KeyDecoder()
    var inputs: [Input] = []
    let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
    for start in stride(from: 0, to: bytes.count, by: 4095) {
      inputs += decoder.decode(bytes[start..<min(start + 4095, bytes.count)])
    }
    #expect(inputs == [.paste(text)])
  }
}

@Suite struct KeyDecoderWaitingTests {
  @Test func anAnswerSplitAnywhereAndKeysBesideItAreBothWhole() {
    let bytes = Array("a\u{1B}_Gi=31;OK\u{1B}\\b\u{1B}[6;20;9tc\u{1B}[?1;0;256S".utf8)
    for cut in 1..<bytes.count {
      var decoder = KeyDecoder()
      let inputs = decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...])
      #expect(
        inputs == [
          .key(.character("a")), .answer(.kittyGraphics(id: 31, isTaken: true)), .key(.character("b")),
          .answer(.cellSize(width: 9, height: 20)), .key(.character("c")), .answer(.colorRegisters(256)),
        ], "cut at \(cut)")
    }
  }

  @Test(arguments: [
    ("\u{1B}", [Key.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}[", [.alt("[")]),
    ("\u{1B}O", [Key(.character("o"), [.alt, .shift])]), ("\u{1B}]", [.alt("]")]),
    ("\u{1B}\u{1B}[", [.escape, .alt("[")]),
  ])
  func whatTimeDecidesIsAKeyAfterAWhile(_ bytes: String, _ keys: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes.utf8).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == keys.map { .key($0) })
    #expect(!decoder.isWaiting)
    #expect(decoder.decode("a".utf8) == [.key(.character("a"))])
  }

  @Test func theRestOfALongSequenceIsNeverTakenForText() {
    var decoder = KeyDecoder()
    #expect(decoder.decode("\u{1B}[<0;12".utf8).isEmpty)
    #expect(!decoder.isWaiting)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.decode(";3M".utf8) == [.mouse(Mouse(.press, at: Point(column: 11, row: 2)))])
  }

  @Test func aCharacterSplitOverTwoReadsIsWhole() {
    var decoder = KeyDecoder()
    let bytes = Array("世".utf8)
    #expect(decoder.decode(bytes[..<1]).isEmpty)
    #expect(!decoder.isWaiting)
    #expect(decoder.decode(bytes[1..<2]).isEmpty)
    #expect(decoder.decode(bytes[2...]) == [.key(.character("世"))])
  }

  @Test func halfACharacterThatStaysAloneIsMarked() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0xE4, 0xB8]).isEmpty)
    #expect(decoder.flush() == [.key(.character("\u{FFFD}"))])
    #expect(decoder.decode([0x1B, 0xE4]).isEmpty)
    #expect(decoder.flush() == [.key(.escape), .key(.character("\u{FFFD}"))])
  }

  @Test func aPasteThatWasCutOffIsHandedOverAtTheEnd() {
    var decoder = KeyDecoder()
    #expect(decoder.finish() == [])
    #expect(decoder.decode(Array("\u{1B}[200~a lantern\rat dusk\u{1B}[20".utf8)) == [])
    #expect(decoder.flush() == [])
    #expect(decoder.finish() == [.paste("a lantern\nat dusk")])
    #expect(decoder.finish() == [])
    #expect(decoder.decode(Array("x".utf8)) == [.key(.character("x"))])
  }
}
