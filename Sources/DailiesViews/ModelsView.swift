import DailiesCore
import TerminalCanvas

/// The models there are, the one of the draft marked; the last rows take a name as typed and ask the service.
struct ModelsView {
  let picker: ModelPicker
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let entries = picker.entries(state.models)
    let columns = LayerBox.textColumns(64, in: body)
    ChooserView(
      chooser: picker.chooser, title: state.say(Strings.modelsTitle), count: entries.count,
      nothing: state.say(Strings.modelsNothing), theme: theme, columns: columns, foot: foot(columns, canvas.widths)
    ).draw(on: &canvas, in: body) { index in
      switch entries[index] {
      case .model(let model):
        let isChosen = model == state.shot.model
        return ChooserView.Row(
          left: [Span(isChosen ? "* " : "  ", .accent), Span(model, isChosen ? .accent : .text)],
          right: state.models.contains(model) ? [] : [Span(state.say(Strings.modelListed), .dim)])
      case .typed(let text): return ChooserView.Row(left: [Span(state.say(Strings.modelTyped, text), .accent)])
      case .ask: return ChooserView.Row(left: [Span(state.say(Strings.modelsAsk, state.service.host), .accent)])
      }
    }
  }

  private func foot(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    let note: Note =
      switch picker.asking {
      case .notYet: Note(Strings.modelsHelp)
      case .underWay: Note(Strings.modelsAsking, state.service.host)
      case .answered: Note(Strings.modelsAnswered, state.service.host, String(picker.listed.count))
      case .failed(let note): note
      }
    let role: Role = note.tone == .plain ? .dim : note.tone.role
    let lines = WrappedText(note.text(state.wording), columns: columns, limit: 2, widths: widths).textLines(role)
    return lines + Array(repeating: .blank, count: 2 - lines.count)
  }
}
