import DailiesCore
import TerminalCanvas

/// A field of one line that asks for something. What is searched for is typed below the list it narrows.
struct LineEntryView {
  let entry: LineEntry
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(76, in: body)
    let explanation = WrappedText(help, columns: columns, limit: 2, widths: canvas.widths).textLines(.dim)
    let refusal =
      entry.refusal.map {
        WrappedText($0.text(state.wording), columns: columns, limit: 2, widths: canvas.widths).textLines($0.tone.role)
      } ?? []
    let rows = explanation.count + 1 + refusal.count
    var area = body
    if entry.purpose == .find || entry.purpose == .findInHelp { area = area.cutBottom(rows + 2) }
    var inside = LayerBox(title: title).draw(columns: columns, rows: rows, on: &canvas, in: area, theme: theme)
    canvas.draw(explanation, in: inside.cutTop(explanation.count), theme: theme)
    let field = inside.cutTop(1)
    canvas.draw(refusal, in: inside, theme: theme)
    Field(line: entry.line).draw(on: &canvas, in: field, theme: theme)
  }

  private var help: String {
    switch entry.purpose {
    case .export: state.say(Strings.entryExportHelp)
    case .exportTakes(let selection, _): state.say(Strings.exportTakesHelp, state.exported(selection))
    case .setting(let path):
      state.say(Strings.settingEntryHelp, state.settingRows.first { $0.path == path }.map { state.say($0.help) } ?? "")
    case .profileName: state.say(Strings.profileNameHelp)
    case .comment: state.say(Strings.commentHelp)
    case .viewName: state.say(Strings.viewNameHelp, state.scopeFacts)
    case .importID: state.say(Strings.entryImportHelp, state.service.host)
    case .find: state.say(Strings.findHelp)
    case .findInHelp, .draftName: ""
    }
  }

  private var title: String {
    switch entry.purpose {
    case .find: state.say(Strings.entryFind)
    case .findInHelp: state.say(Strings.entryFindInHelp)
    case .export: state.say(Strings.entryExport)
    case .exportTakes: state.say(Strings.entryExportTakes)
    case .draftName: state.say(Strings.entryDraftName)
    case .importID: state.say(Strings.entryImport)
    case .profileName: state.say(Strings.profileName)
    case .comment(let takes): state.say(Strings.commentTitle, state.text(of: takes))
    case .viewName: state.say(Strings.viewName)
    case .setting(let path): path.joined(separator: ".")
    }
  }
}
