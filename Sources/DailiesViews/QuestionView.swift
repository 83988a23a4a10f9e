import DailiesCore
import TerminalCanvas

/// Asks before something is done to many marked takes: to how many, and to how many not.
struct QuestionView {
  let act: MarkedAct
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(60, in: body)
    var texts = [state.say(question, String(act.takes.count))]
    if act.outOfSight > 0 { texts.append(state.say(Strings.askUnseen, String(act.outOfSight))) }
    if !act.left.isEmpty {
      texts.append(state.say(Strings.askNot, String(act.leftCount), act.reasons(state.language)))
    }
    var lines = texts.flatMap { WrappedText($0, columns: columns, widths: canvas.widths).textLines() }
    lines += [.blank, TextLine(state.say(Strings.askKeys), .dim)]
    let box = LayerBox(title: state.say(Strings.askTitle))
    let inside = box.draw(columns: columns, rows: lines.count, on: &canvas, in: body, theme: theme)
    canvas.draw(lines, in: inside, theme: theme)
  }

  private var question: Phrase {
    switch act.command {
    case .save: Strings.askSave
    case .checkNow: Strings.askCheck
    case .pauseSaving: Strings.askPauseSaving
    case .drop: Strings.askDrop
    case .circle: Strings.askCircle
    case .noGood: Strings.askNoGood
    case .clearVerdict: Strings.askClear
    case .hide where act.takes.first?.isHidden == true: Strings.askShow
    default: Strings.askHide
    }
  }
}
