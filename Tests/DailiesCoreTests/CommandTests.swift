import DailiesCore
import TerminalCanvas
import Testing

struct CommandTests {
  private static let places: [Place] = [.emptyPrompt, .prompt, .promptPane, .shot, .takes, .noTakes]

  @Test(arguments: places) func everyCommandOfThePaletteCanBePerformed(place: Place) {
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 12)] {
      var desk = place.desk(size.columns, size.rows)
      desk.press(.function(12))
      guard case .palette(let palette)? = desk.top else {
        Issue.record("no palette in \(place)")
        return
      }
      let offered = palette.matches(in: desk.state)
      #expect(offered.count > 25)
      #expect(Set(offered).count == offered.count)
      var next = desk
      for command in offered {
        desk = next
        desk.press(.enter)
        next.press(.down)
        let isPaletteGone = !desk.state.layers.contains { if case .palette = $0 { true } else { false } }
        #expect(isPaletteGone, "\(command)")
        for _ in 0..<5 { desk.press(.escape) }
        #expect(desk.state.layers == [], "\(command)")
      }
    }
  }

  @Test func thePaletteFindsByEitherLanguageAndByName() {
    var palette = PaletteScreen(context: .prompt)
    for typed in ["Review and", "revsend", "核对", "review"] {
      palette.chooser.line = LineEditor(typed)
      #expect(palette.matches(in: Desk().state).contains(.review), "\(typed)")
    }
    palette.chooser.line = LineEditor("zzzz")
    #expect(palette.matches(in: Desk().state) == [])
  }

  @Test func enterInAnEmptyPaletteDoesNothing() {
    var desk = Place.palette.desk()
    desk.type("zzzz")
    desk.press(.down, .up, .enter)
    #expect(desk.effects == [])
    #expect(desk.state.layers == [])
  }

  @Test func theTopmostEntryIsSelectedAgainAfterTyping() {
    var desk = Place.palette.desk()
    desk.press(.down, .down)
    desk.type("h")
    guard case .palette(let palette)? = desk.top else { return }
    #expect(palette.chooser.selected == 0)
  }

  /// Terminals and multiplexers take some keys, and letters are text in the prompt.
  @Test(arguments: [
    Command.help, .palette, .showDraft, .showTakes, .review, .attachImage, .newDraft, .takeBackLeaving, .redraw,
    .interrupt,
  ])
  func essentialCommandsHaveAKeyThatIsNoCharacterInEveryPane(command: Command) {
    for context in [KeyContext.prompt, .promptPane, .shot, .takes] {
      let keys = Keymap.standard.keys(for: command, in: context)
      let works = keys.contains { key in
        if case .function = key.code { return true }
        return key.modifiers.contains(.control) || key.modifiers.contains(.alt)
      }
      #expect(works, "\(command) in \(context)")
    }
  }

  @Test(arguments: [KeyContext.prompt, .promptPane, .shot, .takes])
  func essentialCommandsAreOfferedByNameEverywhere(context: KeyContext) {
    let offered = PaletteScreen(context: context).matches(in: Desk().state)
    for command in [
      Command.help, .showDraft, .showTakes, .review, .attachImage, .newDraft, .takeBackLeaving, .quit, .suspend,
      .switchLanguage, .showActivity, .open, .save, .play,
    ] {
      #expect(offered.contains(command), "\(command)")
    }
  }

  @Test(arguments: KeyContext.allCases) func noKeyIsBoundTwiceInAContext(context: KeyContext) {
    let keys = Keymap.standard.bindings.filter { $0.context == context }.map(\.key)
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: Place.allCases) func everyLayerIsLeftByEscape(place: Place) {
    var desk = place.desk()
    for _ in 0..<3 { desk.press(.escape) }
    #expect(desk.state.layers == [])
    #expect(desk.effects.confirmed == [])
  }

  @Test(arguments: Place.allCases) func everyLayerTakesItsKeysForItself(place: Place) {
    var desk = place.desk()
    guard !desk.state.layers.isEmpty else { return }
    let prompt = desk.state.prompt.text
    let focus = desk.state.focus
    desk.press(.character("z"), .function(2), .function(5))
    desk.paste("zz")
    #expect(desk.state.prompt.text == prompt)
    #expect(desk.state.focus == focus)
  }
}
