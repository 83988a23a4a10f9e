import DailiesCore
import TerminalCanvas

/// The settings layer: title, name, value and origin of each, and under the list what the selected one means.
struct SettingsView {
  let screen: SettingsScreen
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let rows = screen.matches(state.settingRows)
    let columns = LayerBox.textColumns(84, in: body)
    let widths = canvas.widths
    func most(_ text: (SettingRow) -> String) -> Int {
      state.settingRows.map { widths.width(of: text($0)) }.max() ?? 0
    }
    let titleColumns = columns >= 60 ? most(title(of:)) + 2 : 0
    let nameColumns = min(most(\.shortName), columns / 2 - 2)
    let chooser = ChooserView(
      chooser: screen.chooser, title: state.say(Strings.settingsTitle), count: rows.count,
      nothing: state.say(Strings.settingsNothing), theme: theme, columns: columns,
      foot: foot(rows, columns, widths, isShort: body.rows < 14))
    chooser.draw(on: &canvas, in: body) { index in
      let row = rows[index]
      func padded(_ text: String, to columns: Int) -> String {
        text + String(blanks: max(0, columns - widths.width(of: text)))
      }
      let title = titleColumns > 0 ? [Span(padded(title(of: row), to: titleColumns), .text)] : []
      let isOutranked = state.origin(of: row).outranksScreens
      return ChooserView.Row(
        left: title + [
          Span(padded(row.shortName, to: nameColumns) + "  ", .dim),
          Span(value(of: row), isOutranked ? .dim : .text),
        ],
        right: [Span(origin(of: row), .dim)])
    }
  }

  private func title(of row: SettingRow) -> String { state.say(row.title) }

  private func value(of row: SettingRow) -> String {
    switch row.value {
    case .text(""): state.say(Strings.none)
    case .text(let text): PrintableText.clean(text)
    case .list(let items): PrintableText.clean(items.joined(separator: ", "))
    default: row.value.shown
    }
  }

  /// In few letters: the file without its folder.
  private func origin(of row: SettingRow) -> String {
    switch state.origin(of: row) {
    case .file(let path, _): path.split(separator: "/").last.map(String.init) ?? path
    case .standard: ""
    case let other: other.text(state.language)
    }
  }

  /// - Parameter isShort: Two lines instead of three: what came of a change takes the place of the origin.
  private func foot(_ rows: [SettingRow], _ columns: Int, _ widths: DisplayWidth, isShort: Bool) -> [TextLine] {
    guard rows.indices.contains(screen.chooser.selected) else { return [] }
    let row = rows[screen.chooser.selected]
    func wrapped(_ text: String, _ limit: Int, _ role: Role) -> [TextLine] {
      WrappedText(text, columns: columns, limit: limit, widths: widths).textLines(role)
    }
    let origin = state.origin(of: row)
    let place = origin.brief(state.language)
    // Where few columns hold it, an answer takes the place of everything else, and a help that of the origin.
    if isShort, let answer = screen.answer {
      let lines = wrapped(answer.text(state.wording), 3, answer.tone.role)
      return lines.count > 1 ? lines : wrapped(state.say(row.help), 1, .text) + lines
    }
    let answer = screen.answer.map { wrapped($0.text(state.wording), 1, $0.tone.role) }
    var lines = wrapped(state.say(row.help), isShort ? 2 : 1, .text)
    if lines.count > 1 { return lines }
    let from = state.say(origin.outranksScreens ? Strings.settingOutranked : Strings.settingFrom, place)
    let later = row.appliesAtOnce ? "" : " " + state.say(Strings.settingLater)
    lines += wrapped(from + later, 1, .dim)
    return lines + (isShort ? [] : answer ?? [.blank])
  }
}
