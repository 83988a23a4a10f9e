import DailiesCore
import DailiesScript
import DemoService
import TerminalCanvas
import Testing

struct ScriptTests {
  private func script(_ text: String) throws -> Script { try Script(name: "example", text: text) }

  private func step(_ line: String) throws -> ScriptStep? { try script(line).lines.first?.step }

  @Test func theHeadSaysWhatTheProgramStandsOn() throws {
    let script = try script(
      """
      # A small one.
      size 40x12
      lang zh-Hans
      service own
      api-key none
      set countdown 0
      set autosave false
      set models a,b

      type dawn
      """)
    #expect(script.setup.size == Size(columns: 40, rows: 12))
    #expect(script.setup.language == .chinese)
    #expect(!script.setup.isDemo)
    #expect(script.setup.apiKey == .none)
    #expect(script.setup.settings.countdown == 0)
    #expect(!script.setup.settings.savesAutomatically)
    #expect(script.setup.settings.chosenProfile.models == ["a", "b"])
    #expect(script.lines == [Script.Line(number: 10, step: .type("dawn"))])
  }

  @Test(arguments: [
    ("key f5", [Key.function(5)]),
    ("key ctrl-p alt-enter shift-left", [.control("p"), Key(.enter, .alt), Key(.left, .shift)]),
    ("key ctrl-shift-end", [Key(.end, [.control, .shift])]),
    ("key down 3", [.down, .down, .down]),
    ("key space ? G -", [.character(" "), .character("?"), .character("G"), .character("-")]),
    ("key 1 2", [.character("1"), .character("2")]),
    ("key f", [.character("f")]),
  ])
  func keysAreCalledByTheirNames(line: String, keys: [Key]) throws {
    #expect(try step(line) == .keys(keys))
  }

  @Test func aPasteMayHaveLines() throws {
    #expect(try step("paste one\\ntwo") == .paste("one\ntwo"))
  }

  @Test(arguments: [
    ("advance 5s", Duration.seconds(5)), ("advance 300ms", .milliseconds(300)), ("advance 2m", .seconds(120)),
  ])
  func timesHaveUnits(line: String, time: Duration) throws {
    #expect(try step(line) == .advance(time))
  }

  @Test func aFaultIsAboutContentUnlessItSaysOtherwise() throws {
    #expect(try step("fault cut-after 4096") == .fault(.content, .cutAfter(bytes: 4096)))
    #expect(try step("fault create lose-answer") == .fault(.create, .loseAnswer))
    #expect(try step("fault create rate-limit 20s") == .fault(.create, .status(429, headers: ["retry-after": "20"])))
    #expect(try step("fault always state status 503") == .faultAlways(.state, .status(503)))
  }

  @Test(arguments: [
    ("typ dawn", "unknown word: typ"),
    ("key f99x", "no key is called f99x"),
    ("key", "key takes the name of a key"),
    ("advance soon", "a time is like 5s, 300ms or 2m, not soon"),
    ("size 80", "a size is like 80x24, not 80"),
    ("set countdown 99", "countdown cannot be 99"),
    ("set nonsense 1", "no setting nonsense"),
    ("fault melt", "no fault is called melt"),
    ("screen", "screen takes a text"),
    ("click here", "a place is like 10,3 (column, row), not here"),
  ])
  func aLineThatCannotBeReadIsNamed(line: String, message: String) {
    #expect(throws: ScriptError(script: "example", line: 3, message)) { try script("# one\n\n" + line) }
  }

  @Test func theHeadEndsWithTheFirstStep() {
    #expect(throws: ScriptError(script: "example", line: 2, "size belongs to the head, before the first step")) {
      try script("type a\nsize 80x24")
    }
  }

  @Test(arguments: [
    ("expect nothing of the kind", "not on the screen: nothing of the kind"),
    ("expect-not dawn", "on the screen: dawn"),
    ("expect-creates 1", "creates: [0, 0], and not [1, 1]"),
    ("expect-files 2", "files ([]): 0, and not 2"),
    ("expect-copied dawn", "not copied: dawn, but nothing"),
    ("paste-id", "no take was accepted yet"),
    ("expect-end quit", "the end: nil, and not Optional"),
  ])
  func whatDoesNotComeTrueEndsThePlayWithItsLine(line: String, message: String) async throws {
    let script = try script("type dawn\n" + line)
    let error = await #expect(throws: ScriptError.self) { try await Sessions.player.play(script) }
    #expect(error?.line == 2)
    #expect(error?.message.hasPrefix(message) == true)
  }

  @Test func nothingIsTypedIntoAProgramThatHasEnded() async throws {
    let script = try script("key esc q\ntype more")
    let error = await #expect(throws: ScriptError.self) { try await Sessions.player.play(script) }
    #expect(error == ScriptError(script: "example", line: 2, "the program has ended: quit"))
  }
}
