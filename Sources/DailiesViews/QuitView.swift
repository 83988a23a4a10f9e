import DailiesCore
import TerminalCanvas

/// Asks before quitting while something is leaving, being sent or being saved, and says what becomes of it.
struct QuitView {
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(60, in: body)
    let live = state.liveTakes
    let leaving = live.count(in: .leaving) + live.count(in: .sending)
    let saving = live.count(in: .saving)
    let watched = live.count(in: .queued) + live.count(in: .running)
    var texts: [String] = []
    if leaving > 0 { texts.append(state.say(Strings.quitLeaving, String(leaving))) }
    if let left = state.untilNextLeaves {
      texts.append(state.say(Strings.quitCountdown, String(left.secondsLeft)))
    }
    if saving > 0 { texts.append(state.say(Strings.quitSaving, String(saving))) }
    if watched > 0 { texts.append(state.say(Strings.quitLive)) }
    var lines = texts.flatMap { WrappedText($0, columns: columns, widths: canvas.widths).textLines() }
    lines += [.blank, TextLine(state.say(Strings.quitKeys), .dim)]
    let box = LayerBox(title: state.say(Strings.quitTitle))
    let inside = box.draw(columns: columns, rows: lines.count, on: &canvas, in: body, theme: theme)
    canvas.draw(lines, in: inside, theme: theme)
  }
}
