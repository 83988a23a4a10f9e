package import DailiesCore
package import TerminalCanvas

extension Canvas {
  /// The frame that shows a state. Equal states and themes give equal canvases.
  package static func draw(_ state: State, theme: Theme) -> Canvas {
    var canvas = Canvas(size: state.size, widths: state.widths, graphics: state.graphics)
    RootView(state: state, theme: theme.fitting(state)).draw(on: &canvas)
    return canvas
  }
}

extension Theme {
  /// The theme as the terminal and the settings allow it.
  func fitting(_ state: State) -> Theme {
    var theme = self
    if state.widths.linesAreWide { theme.lines = .ascii }
    theme.showsPictures = state.settings.pictureChoice != .off
    return theme
  }
}

/// The whole screen: title, panes, message, footer, and what lies over them.
struct RootView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas) {
    let layout = state.layout
    guard layout.mode != .tooSmall else { return drawTooSmall(on: &canvas) }
    TitleView(state: state, theme: theme).draw(on: &canvas, in: layout.title)
    AlarmView(state: state, theme: theme).draw(on: &canvas, in: layout.alarm)
    if !state.isSettingUp { drawPanes(layout, on: &canvas) }
    FooterView(state: state, theme: theme).draw(on: &canvas, in: layout.footer)
    for layer in state.layers {
      canvas.caret = nil
      canvas.forgetSpots()
      LayerView(state: state, theme: theme).draw(layer, on: &canvas, in: layout.body)
    }
    // A long message covers a row of what is above it. What is looked for in the prompt is typed in its place.
    if case .findText? = state.layers.last { return }
    MessageView(state: state, theme: theme).draw(on: &canvas, in: layout.message)
  }

  private func drawPanes(_ layout: Layout, on canvas: inout Canvas) {
    if let draft = layout.draft {
      PromptView(state: state, theme: theme).draw(on: &canvas, in: draft)
      ShotView(state: state, theme: theme).draw(on: &canvas, in: draft)
      WillSendView(state: state, theme: theme).draw(on: &canvas, in: draft.willSend)
      LiveLineView(state: state, theme: theme).draw(on: &canvas, in: draft.live)
    }
    if let ledger = layout.ledger { LedgerView(state: state, theme: theme).draw(on: &canvas, in: ledger) }
    if let takes = layout.takes {
      ViewsLineView(state: state, theme: theme).draw(on: &canvas, in: takes.views)
      TakeListView(state: state, theme: theme).draw(on: &canvas, in: takes)
      DetailView(state: state, theme: theme).draw(on: &canvas, in: takes.detail)
    }
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let text = state.say(Strings.tooSmall, String(state.size.columns), String(state.size.rows))
    let place = canvas.bounds.centered(Size(columns: canvas.widths.width(of: text), rows: 1))
    canvas.draw(text, column: place.column, row: place.row, style: theme.style(.attention))
  }
}

extension State {
  /// A first run is being set up: the draft waits behind it, unseen.
  var isSettingUp: Bool { layers.contains { if case .setup = $0 { true } else { false } } }

  /// Whether a pane is where the keys go: no accent stands under a layer.
  func isActive(_ places: Focus...) -> Bool { layers.isEmpty && places.contains(focus) }
}
