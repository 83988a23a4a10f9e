import TerminalCanvas
import Testing

struct NoticeChannelTests {
  private func channel(_ environment: [String: String]) -> NoticeChannel {
    NoticeChannel(environment: ["TERM": "xterm-256color"].merging(environment) { $1 })
  }

  @Test(arguments: [
    (["TERM": "xterm-kitty"], "\u{1B}]99;i=dailies:d=0;Dailies\u{07}\u{1B}]99;i=dailies:p=body;T031 saved\u{07}"),
    (["TERM": "foot-extra"], "\u{1B}]777;notify;Dailies;T031 saved\u{07}"),
    (["TERM_PROGRAM": "WezTerm"], "\u{1B}]777;notify;Dailies;T031 saved\u{07}"),
    (["LC_TERMINAL": "iTerm2"], "\u{1B}]9;Dailies: T031 saved\u{07}"),
    // Patched in by some distributions: the bell as well.
    (["VTE_VERSION": "7800"], "\u{1B}]777;notify;Dailies;T031 saved\u{07}\u{07}"),
    ([:], "\u{07}"), (["TERM_PROGRAM": "Apple_Terminal"], "\u{07}"), (["WT_SESSION": "x"], "\u{07}"),
  ])
  func everyTerminalGetsTheStringThatItTakesElseTheBell(environment: [String: String], bytes: String) {
    #expect(channel(environment).bytes("Dailies", "T031 saved", by: .best) == bytes)
  }

  @Test func theBellIsTheBellWhateverTheTerminalTakes() {
    #expect(channel(["TERM": "xterm-kitty"]).bytes("Dailies", "T031 saved", by: .bell) == "\u{07}")
  }

  @Test func aStringThatIsAskedForIsTriedWithTheBellBesideIt() {
    #expect(channel([:]).bytes("Dailies", "x", by: .string) == "\u{1B}]9;Dailies: x\u{07}\u{07}")
  }

  @Test(arguments: ["linux", "vt220", "dumb", ""]) func aTerminalThatShowsStringsAsTextIsRungOnly(term: String) {
    #expect(channel(["TERM": term]).bytes("Dailies", "x", by: .string) == "\u{07}")
  }

  @Test func tmuxGetsTheStringWrappedAndTheBellBesideIt() {
    let inside = channel(["TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "KITTY_WINDOW_ID": "1"])
    #expect(inside.wrapping == .tmux)
    let bytes = inside.bytes("Dailies", "x", by: .best)
    #expect(
      bytes
        == "\u{1B}Ptmux;\u{1B}\u{1B}]99;i=dailies:d=0;Dailies\u{07}\u{1B}\u{1B}]99;i=dailies:p=body;x\u{07}\u{1B}\\\u{07}"
    )
    // Known by its variable where TERM is that of screen.
    #expect(channel(["TERM": "screen-256color", "TMUX": "/tmp/x,1,0"]).wrapping == .tmux)
  }

  @Test func theStringOfScreenHoldsNoEndOfItsOwn() {
    let bytes = channel(["TERM": "screen", "STY": "1.x", "LC_TERMINAL": "iTerm2"]).bytes("Dailies", "x", by: .best)
    #expect(bytes == "\u{1B}P\u{1B}]9;Dailies: x\u{07}\u{1B}\\\u{07}")
  }

  @Test func noTextGetsOutOfItsString() {
    for environment in [["TERM": "xterm-kitty"], ["TERM": "foot"], ["LC_TERMINAL": "iTerm2"]] {
      let bytes = channel(environment).bytes("a;b", "x\u{07}\u{1B}]0;evil\u{1B}\\\u{9C}\n", by: .best)
      let harmless = channel(environment).bytes("ab", "y", by: .best)
      #expect(bytes.count { $0 == "\u{1B}" } == harmless.count { $0 == "\u{1B}" })
      #expect(bytes.count { $0 == "\u{07}" } == harmless.count { $0 == "\u{07}" })
      #expect(!bytes.unicodeScalars.contains("\u{9C}"))
    }
    #expect(channel(["TERM": "foot"]).bytes("a;b", "c", by: .best).contains(";a,b;c"))
  }

  @Test func aLongTextIsCut() {
    let bytes = channel(["TERM": "foot"]).bytes("Dailies", String(repeating: "长", count: 5000), by: .best)
    #expect(bytes.count < 300)
  }
}
