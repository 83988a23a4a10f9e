import DailiesCore
import TerminalCanvas
import VideosAPI

/// Two takes: what was ordered and what came of it beside each other, then the prompts. Where there is no room for both, the
/// one in front, with the other's value behind each that differs.
struct CompareView {
  let screen: CompareScreen
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(.max, in: body)
    let title = state.say(Strings.compareTitle, name(.left), name(.right))
    let lines = state.comparesSideBySide ? both(columns, canvas.widths) : one(columns, canvas.widths)
    let area = state.comparedArea
    var rest = ScrolledText(lines: lines, scroll: screen.scroll).draw(
      LayerBox(title: title), columns: columns, below: area.map { $0.rows + 2 } ?? 0, on: &canvas, in: body,
      state: state, theme: theme)
    guard area != nil else { return }
    _ = rest.cutTop(1)
    guard state.comparesSideBySide else { return drawFrame(of: screen.take, on: &canvas, in: rest) }
    let width = (rest.columns - CompareScreen.gap) / 2
    drawFrame(of: screen.left, on: &canvas, in: rest.cutLeft(width))
    _ = rest.cutLeft(CompareScreen.gap)
    drawFrame(of: screen.right, on: &canvas, in: rest)
  }

  private func name(_ side: CompareScreen.Side) -> String { screen[side].number.description }

  /// The frame at the second of both films, which stands below it; words in its place where there is none.
  private func drawFrame(of take: Take, on canvas: inout Canvas, in area: Rect) {
    var area = area
    let line = area.cutBottom(1)
    guard let path = take.savedPath else {
      return canvas.draw([TextLine(state.say(Strings.compareNoFilm), .dim)], in: area, theme: theme)
    }
    if let trouble = state.frames.trouble(with: path) {
      let words = WrappedText(
        trouble.note.text(state.wording), columns: area.columns, limit: area.rows, widths: canvas.widths)
      return canvas.draw(words.textLines(.dim), in: area, theme: theme)
    }
    PictureView(
      pixels: state.comparedFrame(of: take, at: screen.second), picture: state.filmSize(of: take), theme: theme
    ).draw(on: &canvas, in: area)
    guard let reel = state.frames.reel(of: path) else { return }
    let second = reel.second(of: reel.frame(at: screen.second))
    let time = state.say(Strings.frameTime, FlipBookView.hundredths(second), filmSeconds(reel.seconds))
    canvas.draw(
      [Span(screen[screen.side].number == take.number ? "> " : "  ", .accent), Span(time, .dim)], column: line.column,
      row: line.row, limit: line.columns, theme: theme)
  }

  // MARK: Beside each other

  private func both(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    let label = rows.reduce(0) { max($0, widths.width(of: state.say($1.label))) } + 2
    let column = max(1, (columns - label - CompareScreen.gap) / 2)
    func line(_ label: Int, _ head: [Span], _ left: [Span], _ right: [Span]) -> TextLine {
      func padded(_ spans: [Span], _ columns: Int) -> [Span] {
        let cut = spans.cut(to: columns - CompareScreen.gap, widths)
        let used = cut.reduce(0) { $0 + widths.width(of: $1.text) }
        return cut + [Span(String(blanks: max(0, columns - used)))]
      }
      return TextLine(padded(head, label) + padded(left, column + CompareScreen.gap) + right.cut(to: column, widths))
    }
    var lines = [line(label, [], heading(.left), heading(.right))]
    for row in rows {
      let isSame = row.left == row.right
      let role: Role = isSame ? .dim : .text
      lines.append(
        line(label, [Span(state.say(row.label), .dim)], [Span(row.left, role)], [Span(row.right, role)]))
    }
    lines.append(.blank)
    if screen.showsDifference { return lines + difference(columns, widths) }
    let wide = (columns - CompareScreen.gap) / 2
    let prompts = CompareScreen.Side.allCases.map { side in
      WrappedText(screen[side].order.prompt, columns: wide, widths: widths).lines
    }
    lines.append(TextLine(state.say(Strings.prompt), .dim))
    for index in 0..<max(prompts[0].count, prompts[1].count) {
      let left = prompts[0].indices.contains(index) ? prompts[0][index] : ""
      let right = prompts[1].indices.contains(index) ? prompts[1][index] : ""
      let blanks = String(blanks: max(0, wide + CompareScreen.gap - widths.width(of: left)))
      lines.append(TextLine(left + blanks + right))
    }
    return lines
  }

  private func heading(_ side: CompareScreen.Side) -> [Span] {
    let isChosen = side == screen.side
    return [Span(isChosen ? "> " : "  ", .accent), Span(name(side), isChosen ? .accent : .text)]
  }

  // MARK: One

  private func one(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    let other = name(screen.side.other)
    var lines = [TextLine(heading(screen.side) + [Span("   " + state.say(Strings.compareTab, other), .dim)])]
    for row in rows {
      let (own, others) = screen.side == .left ? (row.left, row.right) : (row.right, row.left)
      var spans = [Span(state.say(row.label) + "  ", .dim), Span(own)]
      if own != others {
        let value = others.isEmpty ? state.say(Strings.none) : others
        spans.append(Span(" " + state.say(Strings.compareOther, other, value), .attention))
      }
      lines.append(TextLine(spans))
    }
    lines.append(.blank)
    if screen.showsDifference { return lines + difference(columns, widths) }
    return lines + [TextLine(state.say(Strings.comparePromptOf, name(screen.side)), .dim)]
      + WrappedText(screen.take.order.prompt, columns: columns, widths: widths).textLines()
  }

  // MARK: Prompts

  /// What was removed stands in `[-…-]`, what was added in `{+…+}`: it is told without colours as well.
  private func difference(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    if screen.difference.isEmpty { return [TextLine(state.say(Strings.compareSamePrompt), .dim)] }
    var marked: [(character: Character, role: Role)] = []
    for part in screen.difference.parts {
      switch part.kind {
      case .same: marked += part.text.map { ($0, .text) }
      case .removed: marked += Self.enclosed(part.text, "[-", "-]", .bad)
      case .added: marked += Self.enclosed(part.text, "{+", "+}", .good)
      }
    }
    var rest = marked[...]
    let lines = WrappedText(String(marked.map(\.character)), columns: columns, widths: widths).lines.map {
      TextLine(Self.coloured($0, &rest))
    }
    return [TextLine(state.say(Strings.comparePrompt, name(.left), name(.right)), .dim)] + lines
  }

  /// Blanks at the end of a part stand behind its sign.
  private static func enclosed(
    _ text: String, _ open: String, _ close: String, _ role: Role
  ) -> [(character: Character, role: Role)] {
    let word = text.reversed().drop(while: \.isWhitespace).reversed()
    return (open + String(word) + close).map { ($0, role) } + text.suffix(text.count - word.count).map { ($0, .text) }
  }

  /// - Parameter rest: What the lines from this one on are made of; blanks at the end of a line are in none.
  private static func coloured(_ line: String, _ rest: inout ArraySlice<(character: Character, role: Role)>) -> [Span] {
    var spans: [Span] = []
    for character in line {
      while let next = rest.first, next.character != character, next.character.isWhitespace { rest.removeFirst() }
      let role = rest.popFirst()?.role ?? .text
      if spans.last?.role == role {
        spans[spans.count - 1].text.append(character)
      } else {
        spans.append(Span(String(character), role))
      }
    }
    return spans
  }

  // MARK: Facts

  private struct Row {
    var label: Phrase
    var left: String
    var right: String
  }

  /// What neither of them has is left out.
  private var rows: [Row] {
    func row(_ label: Phrase, _ fact: (Take) -> String) -> Row {
      Row(label: label, left: fact(screen.left), right: fact(screen.right))
    }
    let unknown = state.say(Strings.sourceUnknown)
    let rows = [
      row(Strings.compareState) { take in
        TakeProgress(take, in: state).word.text + (take.verdict.map { " " + $0.sign + " " + state.say($0.word) } ?? "")
      },
      row(Strings.model) { $0.order.model },
      row(Strings.length) { $0.orderedSeconds.map { state.say(Strings.ordered, String($0)) } ?? unknown },
      row(Strings.size) { $0.orderedSize?.description ?? unknown },
      row(Strings.image) { $0.order.image?.name ?? "" },
      row(Strings.sheetFilm) { $0.filmText(state.language, withSound: false) ?? "" },
      row(Strings.costLabel) { take in
        state.service.isDemo ? "" : take.cost?.text(state.language) ?? ""
      },
      row(Strings.compareTook) { TakeProgress($0, in: state).elapsed?.clock ?? unknown },
      row(Strings.shot) { $0.shotName },
      row(Strings.compareCame) { $0.origin?.parent?.description ?? "" },
      row(Strings.compareNote) { $0.comment ?? "" },
    ]
    return rows.filter { !$0.left.isEmpty || !$0.right.isEmpty }
  }
}
