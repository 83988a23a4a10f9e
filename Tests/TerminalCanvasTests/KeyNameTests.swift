import TerminalCanvas
import Testing

struct KeyNameTests {
  @Test(arguments: [
    (Key.control("x"), "Ctrl-X"), (Key(.function(5), .shift), "Shift-F5"), (.character(" "), "Space"),
    (.pageUp, "PgUp"), (Key(.left, [.control, .shift]), "Ctrl-Shift-Left"), (.character("G"), "G"),
    (.character("g"), "g"), (.character("-"), "-"), (.control("_"), "Ctrl-_"), (Key(.enter, .alt), "Alt-Enter"),
    (Key(.character("x"), [.control, .alt]), "Ctrl-Alt-X"), (.backTab, "Shift-Tab"), (.function(12), "F12"),
    (.character("é"), "é"), (.character("f"), "f"),
  ])
  func aKeyIsReadByTheNameItIsShownWith(key: Key, name: String) {
    #expect(key.name == name)
    #expect(Key(name: name) == key)
  }

  @Test(arguments: [
    ("ctrl-x", "Ctrl-X"), ("CTRL-x", "Ctrl-X"), ("pgup", "PgUp"), ("shift-f5", "Shift-F5"), ("alt-space", "Alt-Space"),
    ("Alt-Ctrl-x", "Ctrl-Alt-X"), ("Shift-a", "A"),
  ])
  func capitalsAndTheOrderOfModifiersDoNotMatter(written: String, name: String) {
    #expect(Key(name: written)?.name == name)
  }

  @Test(arguments: [("Ctrl-I", Key.tab), ("Ctrl-M", .enter), ("Ctrl-[", .escape), ("Ctrl-/", .control("_"))])
  func aNameIsReadAsTheKeyThatTerminalsReport(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: ["", "Ctrl-", "F64", "F0", "Fn", "Hyper-X", "Enterr", "ab", " ", "Ctrl-Hyper-X"])
  func anythingElseIsNoKey(name: String) {
    #expect(Key(name: name) == nil)
  }
}
