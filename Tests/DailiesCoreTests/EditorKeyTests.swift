import DailiesCore
import TerminalCanvas
import Testing

/// What the hands of people do who come from readline, nano or micro.
struct EditorKeyTests {
  private static func desk(_ text: String, yanks: Bool = false) -> Desk {
    var settings = Settings()
    if yanks { settings.controlY = "yank" }
    var desk = Desk(settings: settings)
    desk.paste(text)
    return desk
  }

  struct Row: Sendable, CustomStringConvertible {
    var keys: [Key]
    var before: String
    var after: String
    var description: String { keys.map(\.name).joined(separator: " ") }

    init(_ before: String, _ keys: Key..., gives after: String) {
      self.keys = keys
      self.before = before
      self.after = after
    }
  }

  /// The caret begins at the end of the text; `|` is typed at the end, so that the place of the caret is seen.
  static let rows: [Row] = [
    Row("one two", .control("a"), gives: "|one two"),
    Row("one two", .control("a"), .control("e"), gives: "one two|"),
    Row("one two", .control("b"), gives: "one tw|o"),
    Row("one two", .alt("b"), gives: "one |two"),
    Row("one two", .control("a"), .alt("f"), gives: "one| two"),
    Row("one two", Key(.left, .control), gives: "one |two"),
    Row("one two", .control("w"), gives: "one |"),
    Row("one two", Key(.backspace, .alt), gives: "one |"),
    Row("one two", .control("a"), .alt("d"), gives: "| two"),
    Row("one two", .control("u"), gives: "|"),
    Row("one two", .control("a"), .control("k"), gives: "|"),
    Row("one two", .control("w"), .control("w"), .alt("y"), gives: "one two|"),
    Row("one two", .control("t"), gives: "one tow|"),
    Row("one two", .control("w"), .control("_"), gives: "one two|"),
    Row("one two", .control("w"), .control("z"), .control("y"), gives: "one |"),
    Row("one two", .control("w"), .control("z"), .alt("z"), gives: "one |"),
    Row("one two", .control("w"), .control("z"), Key(.character("z"), [.control, .shift]), gives: "one |"),
    Row("one two", .control("h"), .backspace, Key(.backspace, .shift), gives: "one |"),
    Row("one two", .control("a"), .control("d"), .delete, gives: "|e two"),
    Row("one\ntwo", .home, .backspace, gives: "one|two"),
    Row("one\ntwo", .up, gives: "one|\ntwo"),
    Row("one\ntwo", Key(.home, .control), gives: "|one\ntwo"),
    Row("one\ntwo", .alt("<"), gives: "|one\ntwo"),
    Row("one\ntwo", .alt("<"), .alt(">"), gives: "one\ntwo|"),
    Row("one\ntwo", .pageUp, gives: "one|\ntwo"),
    Row("one two", Key(.left, [.shift, .control]), gives: "one |"),
    Row(
      "one two", Key(.left, .shift), Key(.left, .shift), .control("x"), .control("a"), .control("v"), gives: "wo|one t"),
    Row("one two", .alt("a"), Key(.insert, .control), .end, Key(.insert, .shift), gives: "one twoone two|"),
    Row("one two", Key(.home, .shift), .control("v"), .end, gives: "one two|"),
    Row("one two", Key(.home, .shift), .escape, gives: "|one two"),
    Row("one\ntwo", .alt("<"), Key(.down, [.shift, .control]), gives: "|\ntwo"),
    Row("one", Key(.enter, .shift), gives: "one\n|"),
    Row("one", .control("j"), gives: "one\n|"),
  ]

  @Test(arguments: rows) func aKeyDoesWhatHandsExpect(row: Row) {
    var desk = Self.desk(row.before)
    for key in row.keys { desk.press(key) }
    desk.type("|")
    #expect(desk.state.prompt.text == row.after)
    #expect(desk.state.focus == .prompt)
    #expect(desk.state.layers == [])
  }

  @Test func escLetsGoOfASelectionFirstAndThenOfTheField() {
    var desk = Self.desk("one two")
    desk.press(.alt("a"), .escape)
    #expect(desk.state.focus == .prompt)
    #expect(desk.state.prompt.selectedText == nil)
    desk.press(.escape)
    #expect(desk.state.focus == .promptPane)
  }

  @Test func aSettingLetsControlYBringBackWhatWasDeleted() {
    var desk = Self.desk("one two", yanks: true)
    desk.press(.control("w"), .control("y"), .control("y"))
    #expect(desk.state.prompt.text == "one twotwo")
    desk.press(.control("z"), .alt("z"))
    #expect(desk.state.prompt.text == "one twotwo")
    #expect(desk.state.keymap.keys(for: .bringBack, in: .prompt).first == .control("y"))
    #expect(!desk.state.keymap.keys(for: .redo, in: .prompt).contains(.control("y")))
  }

  @Test func theSettingOfControlYLeavesOtherKeysOfOnesOwnAlone() {
    var settings = Settings()
    settings.controlY = "yank"
    let own = Binding(context: .prompt, key: .control("y"), command: .findInText)
    let mine = Keymap([own] + Keymap.standard.bindings.filter { $0.key != own.key })
    #expect(mine.adapted(to: settings) == mine)
    let other = Binding(context: .prompt, key: .function(20), command: .undo)
    let yanking = Keymap(Keymap.standard.bindings + [other]).adapted(to: settings)
    #expect(yanking.command(for: .function(20), in: .prompt) == .undo)
    #expect(yanking.command(for: .control("y"), in: .prompt) == .bringBack)
    #expect(yanking.adapted(to: Settings()).command(for: .control("y"), in: .prompt) == .redo)
  }

  @Test func whatIsCutOrCopiedGoesToTheTerminalAsWell() {
    var desk = Self.desk("one two")
    desk.press(Key(.left, [.shift, .control]), .control("c"))
    #expect(desk.effects == [.copy("two")])
    #expect(desk.state.prompt.text == "one two")
    desk.press(.control("x"))
    #expect(desk.effects == [.copy("two")])
    #expect(desk.state.prompt.text == "one ")
  }

  @Test(
    arguments: [
      (.control("x"), Strings.nothingSelected), (.control("v"), Strings.nothingCut),
      (.alt("y"), Strings.nothingDeleted), (.control("y"), Strings.nothingToRedo),
    ] as [(Key, Phrase)])
  func aKeyThatCanDoNothingSaysWhyAndKeepsTheText(key: Key, reason: Phrase) {
    var desk = Self.desk("one two")
    desk.press(key)
    #expect(desk.message == reason.english)
    #expect(desk.state.prompt.text == "one two")
    #expect(desk.effects == [])
  }
}
