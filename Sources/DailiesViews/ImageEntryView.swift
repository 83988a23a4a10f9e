import DailiesCore
import TerminalCanvas

/// The field for the path of a picture, with what lies in its folder under it.
struct ImageEntryView {
  let entry: ImageEntry
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(76, in: body)
    var rows = LayerBox.textRows(in: body)
    let explanation = WrappedText(
      state.say(Strings.entryImageHelp), columns: columns, limit: 2, widths: canvas.widths
    ).textLines(.dim)
    let said = said(columns, canvas.widths)
    let matches = entry.matches
    let isRoomy = rows > 12
    let fixed = explanation.count + 1 + said.count + (isRoomy ? 1 : 0)
    // A box of one size while a folder is looked through: nothing jumps with each letter.
    rows = min(rows, fixed + max(matches.count, 8))
    var inside = LayerBox(title: state.say(Strings.entryImage), facts: count(matches.count))
      .draw(columns: columns, rows: rows, on: &canvas, in: body, theme: theme)
    canvas.draw(explanation, in: inside.cutTop(explanation.count), theme: theme)
    let field = inside.cutTop(1)
    canvas.draw(said, in: inside.cutTop(said.count), theme: theme)
    if isRoomy { _ = inside.cutTop(1) }
    let selected = entry.selected ?? 0
    let top = max(0, min(selected - inside.rows / 2, matches.count - inside.rows))
    for (index, row) in zip(top..<max(top, matches.count), inside.row..<inside.endRow) {
      draw(matches[index], isSelected: entry.selected == index, row: row, on: &canvas, in: inside)
    }
    Field(line: entry.line).draw(on: &canvas, in: field, theme: theme)
  }

  private func said(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    func lines(_ text: String, _ role: Role) -> [TextLine] {
      WrappedText(text, columns: columns, limit: 3, widths: widths).textLines(role)
    }
    if let refusal = entry.refusal { return lines(refusal.text(state.wording), refusal.tone.role) }
    if entry.checking != nil { return lines(state.say(Strings.imageLooking), .dim) }
    if let problem = entry.problem { return lines(state.say(Strings.entryImageNoFolder, problem), .attention) }
    if entry.folder != nil, entry.listing?.folder == entry.folder, entry.matches.isEmpty {
      return lines(state.say(Strings.entryImageNoMatch), .dim)
    }
    return []
  }

  private func count(_ count: Int) -> [Box.Fact] {
    guard count > 0 else { return [] }
    return [Box.Fact(text: entry.selected.map { "\($0 + 1)/\(count)" } ?? String(count))]
  }

  private func draw(
    _ match: FolderListing.Entry, isSelected: Bool, row: Int, on canvas: inout Canvas, in rect: Rect
  ) {
    let ground: Ground = isSelected ? .selection : .screen
    if isSelected {
      canvas.fill(
        Rect(column: rect.column, row: row, columns: rect.columns, rows: 1), style: theme.style(.text, on: ground))
    }
    let weight = match.isFolder ? "" : ByteCount(Int64(match.byteCount)).text
    let room = rect.columns - (weight.isEmpty ? 0 : canvas.widths.width(of: weight) + 1)
    let name = [
      Span(isSelected ? "> " : "  ", .accent),
      Span(match.name + (match.isFolder ? "/" : ""), match.isFolder ? .work : .text),
    ]
    canvas.draw(name, column: rect.column, row: row, limit: room, theme: theme, on: ground)
    canvas.drawRight([Span(weight, .dim)], from: rect.column, end: rect.endColumn, row: row, theme: theme, on: ground)
  }
}
