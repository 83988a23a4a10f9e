import DailiesCore
import TerminalCanvas

/// What can be copied from a take or from several, each entry with its key and what would be copied.
struct CopyMenuView {
  let menu: CopyMenu
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(72, in: body)
    let titles = Command.copyEntries.map { state.say(columns < 60 ? $0.shortCopyTitle : $0.title) }
    let titleWidth = titles.reduce(0) { max($0, canvas.widths.width(of: $1)) }
    let lines = zip(Command.copyEntries, titles).enumerated().map { index, entry in
      let (command, title) = entry
      let key = state.keymap.key(for: command, in: .copyMenu)?.name(in: state.language) ?? ""
      let padding = String(blanks: titleWidth - canvas.widths.width(of: title) + 2)
      let text = command == .copyJSON ? "" : menu.text(command, in: state)
      let role: Role = text == nil ? .dim : .text
      var line = TextLine([Span(key + "  ", .accent), Span(title + padding, role), Span(excerpt(text, command), .dim)])
      line.spot = index
      return line
    }
    let box = LayerBox(title: state.say(Strings.copyTitle, state.text(of: menu.numbers)))
    let inside = box.draw(columns: columns, rows: lines.count, on: &canvas, in: body, theme: theme)
    canvas.draw(lines, in: inside, theme: theme)
  }

  private func excerpt(_ text: String?, _ command: Command) -> String {
    guard let text else {
      // What has ended gets nothing more, and an error is nothing one waits for.
      let hasEnded = menu.takes(in: state).allSatisfy { [.saved, .failed, .gone, .dropped].contains($0.phase) }
      return state.say(command == .copyError || hasEnded ? Strings.none : Strings.nothingYet)
    }
    return String(text.prefix(80).map { $0.isNewline ? " " : $0 })
  }
}

extension Command {
  /// In few columns, so that what would be copied stands beside it.
  fileprivate var shortCopyTitle: Phrase {
    switch self {
    case .copyPath: Phrase("File", "文件")
    case .copyAddress: Phrase("Address", "地址")
    case .copyCurl: Phrase("curl", "curl 命令")
    case .copyError: Phrase("Problem", "问题")
    default: title
    }
  }
}
