package import DailiesCore
package import TerminalCanvas

/// The frames of a session, one after the other: each equals what ``Canvas/draw(_:theme:)`` draws, but a letter in the
/// prompt costs the drawing of the prompt, not that of all panes.
package struct FrameSeries {
  /// What the last frame showed beside the prompt.
  private var last: (rest: State, theme: Theme, frame: Canvas)?

  package init() {}

  /// - Parameter isTyping: Nothing happened since the last frame but keys: clocks stay where they are.
  package mutating func frame(of state: State, theme: Theme, isTyping: Bool) -> Canvas {
    let rest = state.besidePrompt
    let frame =
      if isTyping, let last, last.theme == theme, let prompt = state.layout.draft, Self.redrawsPrompt(state),
        last.rest == rest
      { Canvas.draw(state, theme: theme, prompt, over: last.frame) } else { Canvas.draw(state, theme: theme) }
    last = (rest, theme, frame)
    return frame
  }

  /// Nothing lies over the prompt, and it is there.
  private static func redrawsPrompt(_ state: State) -> Bool {
    state.focus == .prompt && state.layers.isEmpty && state.layout.mode != .tooSmall
  }
}

extension Canvas {
  fileprivate static func draw(_ state: State, theme: Theme, _ layout: Layout.Draft, over frame: Canvas) -> Canvas {
    var canvas = frame
    canvas.caret = nil
    let theme = theme.fitting(state)
    canvas.fill(layout.prompt)
    PromptView(state: state, theme: theme).draw(on: &canvas, in: layout)
    canvas.fill(layout.live)
    LiveLineView(state: state, theme: theme).draw(on: &canvas, in: layout.live)
    return canvas
  }
}
