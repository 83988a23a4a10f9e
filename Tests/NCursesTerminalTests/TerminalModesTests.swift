import TerminalCanvas
import Testing

@testable import NCursesTerminal

@Suite struct TerminalModesTests {
  @Test func whatIsSwitchedOnIsSwitchedOffAgainInReverse() {
    var modes = TerminalModes(terminalName: "xterm-256color", reportsMouse: true)
    modes.hasKittyKeyboard = true
    _ = modes.setting(title: "3 live")
    let entering = modes.entering()
    #expect(
      entering == "\u{1B}[?2004h\u{1B}[?1004h\u{1B}[>1u\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h\u{1B}]2;3 live\u{1B}\\")
    let farewell = modes.farewell
    #expect(farewell == "\u{1B}[23;0t\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[<u\u{1B}[?1004l\u{1B}[?2004l")
    #expect(modes.leaving() == farewell)
    #expect(modes.entering().hasSuffix("\u{1B}[22;0t\u{1B}]2;3 live\u{1B}\\"))
  }

  @Test func theTitleIsSavedOnceAndPutBack() {
    var modes = TerminalModes(terminalName: "xterm", reportsMouse: false)
    #expect(modes.setting(title: "a\u{1B}b") == "\u{1B}[22;0t\u{1B}]2;a␛b\u{1B}\\")
    #expect(modes.setting(title: "c") == "\u{1B}]2;c\u{1B}\\")
    #expect(modes.restoringTitle() == "\u{1B}[23;0t")
    #expect(modes.restoringTitle().isEmpty)
  }

  @Test(arguments: ["linux", "vt220", "ansi"])
  func plainTerminalsGetNeitherTitleNorClipboardNorKittyKeyboard(_ name: String) {
    var modes = TerminalModes(terminalName: name, reportsMouse: false)
    #expect(!modes.isXtermLike)
    #expect(modes.setting(title: "x").isEmpty)
    #expect(modes.copying("x").isEmpty)
    #expect(modes.farewell == "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?1004l\u{1B}[?2004l")
  }

  @Test func whatIsCopiedIsCutBetweenCharacters() {
    let modes = TerminalModes(terminalName: "xterm", reportsMouse: false)
    #expect(modes.copying("纸船") == "\u{1B}]52;c;57q46Ii5\u{1B}\\")
    let whole = TerminalModes.longestCopy / 3
    let long = String(repeating: "纸", count: whole + 2)
    #expect(modes.copying(long) == modes.copying(String(repeating: "纸", count: whole)))
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func base64IsThatOfTheStandard(_ text: String, _ expected: String) {
    #expect(Base64.text(Array(text.utf8)) == expected)
  }
}

@Suite struct PaletteTests {
  @Test(arguments: [
    (UInt8(3), UInt8(3)), (12, 12), (16, 0), (231, 15), (196, 9), (46, 10), (203, 9), (245, 8), (254, 7), (80, 6),
  ])
  func aColourHasItsNearestAmongSixteen(_ index: UInt8, _ nearest: UInt8) {
    #expect(Palette.nearestBasic(to: index) == nearest)
  }
}

@Suite struct TerminalErrorTests {
  @Test(arguments: [
    TerminalError.Code.notATerminal, .unknownTerminal, .poorTerminal, .noUTF8, .noResources,
  ])
  func everyErrorIsOneSentence(_ code: TerminalError.Code) {
    for name in ["", "nonsense"] {
      let text = TerminalError(code, terminalName: name).description
      #expect(text.hasSuffix(".") && !text.contains("\n") && text.count > 20)
    }
  }

  @Test func theUnknownTerminalIsNamed() {
    #expect(TerminalError(.unknownTerminal, terminalName: "nonsense").description.contains("\"nonsense\""))
  }
}
