import DailiesCore
import DailiesViews
import TerminalCanvas
import Testing

/// No screen names a key that a person has taken away.
struct KeyMentionTests {
  /// The standard keys without function keys and without letters.
  private static let bare = Keymap(
    Keymap.standard.bindings.filter { binding in
      switch binding.key.code {
      case .function: false
      case .character: binding.key.modifiers.contains(.control) && binding.command == .interrupt
      default: true
      }
    })

  private func check(_ state: State, _ scene: String, at location: SourceLocation = #_sourceLocation) {
    let canvas = Canvas.draw(state, theme: .mono)
    for row in 0..<canvas.size.rows {
      let text = canvas.text(row: row)
      // A setting that is about that key.
      if text.contains("ctrl_y") { continue }
      #expect(
        text.firstMatch(of: #/\bF([1-9]|1[0-2])\b|Ctrl-[A-BD-Z]|\b[def] (saves|opens|shows)|按 [a-zA-Z] /#) == nil,
        "\(scene): \(text)", sourceLocation: location)
    }
  }

  @Test(arguments: Language.allCases, [(80, 24), (120, 40)])
  func noScreenNamesAKeyThatIsNotBound(language: Language, size: (Int, Int)) {
    var stage = Stage(size.0, size.1, language: language)
    stage.apply(.keysReread(Self.bare))
    check(stage.state, "an empty draft")
    stage.type("A {red|blue} lantern")
    check(stage.state, "a pattern")
    stage.apply(.rowsLoaded(TakeRows(query: stage.state.list.query, rows: [], total: 0, counts: TakeCounts())))
    check(stage.state, "no takes")
    stage.loadEveryState()
    check(stage.state, "every state")
    for name in [Command.showTakes, .showLedger, .review, .attachImage, .showSettings, .openDrafts] {
      var opened = stage.state
      _ = opened.perform(name)
      check(opened, name.rawValue)
    }
  }
}
