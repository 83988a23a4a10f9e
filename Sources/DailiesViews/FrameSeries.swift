package import DailiesCore
package import TerminalCanvas

/// The frames of a session, one after the other: each equals what ``Canvas/draw(_:theme:)`` draws, but a letter in the
/// prompt costs the drawing of its line, and a step in the list that of two rows and what is told of the take. What a layer
/// lay over is there when it closes.
package struct FrameSeries {
  private struct Shown {
    var rest: State
    var theme: Theme
    var frame: Canvas
    var prompt: PromptPicture?
    var place: TakeList.Place
  }

  private var last: Shown?
  /// The last frame without a layer, if nothing but keys happened since.
  private var beneath: Shown?
  /// What the next frame may be.
  private var ahead: Shown?

  package init() {}

  /// - Parameter isTyping: Nothing happened since the last frame but keys: clocks stay where they are.
  package mutating func frame(of state: State, theme: Theme, isTyping: Bool) -> Canvas {
    let rest = state.surroundings
    let prompt = state.layout.draft.map { PromptPicture(of: state, in: $0) }
    if !isTyping { (last, beneath, ahead) = (nil, nil, nil) }
    if ahead?.place != state.list.place { ahead = nil }
    let frame =
      ahead.flatMap { Self.changed($0, to: state, rest, theme, prompt) }
      ?? last.flatMap { Self.changed($0, to: state, rest, theme, prompt) }
      ?? beneath.flatMap { Self.changed($0, to: state, rest, theme, prompt) }
      ?? Canvas.draw(state, theme: theme)
    last = Shown(rest: rest, theme: theme, frame: frame, prompt: prompt, place: state.list.place)
    if state.layers.isEmpty { beneath = last }
    ahead = nil
    return frame
  }

  /// The frame that a state would have which nothing but keys leads to; it is there when that state comes.
  package mutating func foresee(_ state: State, theme: Theme) -> Canvas {
    var next = self
    let frame = next.frame(of: state, theme: theme, isTyping: true)
    ahead = next.last
    return frame
  }

  /// An earlier frame with what keys have changed in it; nil: that may be more than is drawn here.
  private static func changed(
    _ last: Shown, to state: State, _ rest: State, _ theme: Theme, _ prompt: PromptPicture?
  ) -> Canvas? {
    let layout = state.layout
    guard state.layers.isEmpty, layout.mode != .tooSmall, last.frame.placements.isEmpty, last.theme == theme,
      last.rest == rest
    else { return nil }
    let theme = theme.fitting(state)
    var canvas = last.frame
    if state.list.place != last.place {
      guard let takes = layout.takes, state.focus == .takes,
        TakeListView(state: state, theme: theme).draw(on: &canvas, in: takes, over: last.frame, from: last.place)
      else { return nil }
      canvas.fill(takes.detail)
      DetailView(state: state, theme: theme).draw(on: &canvas, in: takes.detail)
      FooterView(state: state, theme: theme).draw(on: &canvas, in: layout.footer)
    }
    if let draft = layout.draft, let prompt, let before = last.prompt {
      (canvas.caret, canvas.letterRoom) = (nil, 0)
      PromptView(state: state, theme: theme).draw(prompt, over: before, on: &canvas, in: draft)
      if layout.mode == .compact, prompt != before {
        canvas.fill(draft.live)
        LiveLineView(state: state, theme: theme).draw(on: &canvas, in: draft.live)
      }
    }
    return canvas
  }
}
