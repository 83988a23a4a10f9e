import DailiesCore
import TerminalCanvas

/// The flip-book: one picture of a film as large as it can be, and below it where in the film that is. Words in the place of
/// what cannot be shown.
struct FlipBookView {
  let book: FlipBook
  let state: State
  let theme: Theme

  private var take: Take { book.take }
  private var trouble: FrameTrouble? { take.savedPath.flatMap { state.frames.trouble(with: $0) } }

  func draw(on canvas: inout Canvas, in body: Rect) {
    canvas.fill(body)
    let title = state.say(Strings.flipBookTitle, take.number.description)
    Box(
      title: [Span(title, .accent)] + [TakeFacts(take: take, state: state).titleVerdict].compactMap { $0 },
      facts: [Box.Fact(text: take.filmText(state.language) ?? "")],
      bottomFacts: [Box.Fact(text: take.savedPath?.split(separator: "/").last.map(String.init) ?? "")],
      isFocused: true
    ).draw(on: &canvas, in: body, theme: theme)
    var inside = body.inset(columns: 1, rows: 1)
    let line = inside.cutBottom(1).inset(columns: 1, rows: 0)
    if let pixels = state.sharpPicture(in: book) ?? state.picture(in: book), state.drawsPictures {
      PictureView(pixels: pixels, picture: state.filmSize(of: take), theme: theme).draw(on: &canvas, in: inside)
    } else {
      canvas.draw(words(inside.columns - 2, canvas.widths), in: inside.inset(columns: 1, rows: 0), theme: theme)
    }
    drawPlace(on: &canvas, in: line)
  }

  /// What is said where there is no picture: why, and what the film is.
  private func words(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    func wrapped(_ text: String, _ role: Role = .text, limit: Int = 4) -> [TextLine] {
      WrappedText(text, columns: columns, limit: limit, widths: widths).textLines(role)
    }
    var lines: [TextLine] = []
    if let trouble {
      lines += wrapped(trouble.note.text(state.wording), .attention)
    } else if state.drawsPictures {
      let isComing = state.isComing(book)
      lines += wrapped(
        state.say(isComing ? Strings.framesComing : Strings.frameUnreadable), isComing ? .dim : .attention)
      return lines
    } else if state.linear == nil {
      lines += wrapped(state.say(Strings.framesNeedColours), .dim)
    }
    if let film = take.filmText(state.language) { lines += wrapped(film) }
    if let path = take.savedPath {
      let size = take.fileBytes.map { ByteCount($0).text }
      lines += wrapped(([state.say(Strings.file, path)] + [size].compactMap { $0 }).joined(separator: "  "))
    }
    return lines + wrapped(take.order.prompt, .dim, limit: 12)
  }

  /// A bar with the time, the picture and how it runs; or what became of a wish.
  private func drawPlace(on canvas: inout Canvas, in line: Rect) {
    if let refusal = book.refusal {
      _ = canvas.draw(
        [Span(refusal.text(state.wording), refusal.tone.role)], column: line.column, row: line.row,
        limit: line.columns, theme: theme)
      return
    }
    if book.isKeeping {
      _ = canvas.draw(
        [Span(state.say(Strings.frameKeeping), .work)], column: line.column, row: line.row, limit: line.columns,
        theme: theme)
      return
    }
    guard let reel = state.reel(of: book), state.drawsPictures, trouble == nil else { return }
    let count = String(reel.frames)
    // As wide as it will ever be, so that nothing moves.
    func padded(_ text: String, like other: String) -> String {
      String(blanks: max(0, other.count - text.count)) + text
    }
    let number = padded(String(book.frame + 1), like: count)
    let seconds = padded(Self.hundredths(reel.second(of: book.frame)), like: Self.hundredths(reel.seconds))
    let words = [
      state.say(Strings.frameTime, seconds, filmSeconds(reel.seconds)), state.say(Strings.framePlace, number, count),
      movement,
    ].joined(separator: "  ")
    let width = canvas.widths.width(of: words)
    let bar = line.columns - width - 2
    var column = line.column
    if bar >= 8 {
      let percent = reel.frames < 2 ? 100 : book.frame * 100 / (reel.frames - 1)
      column =
        canvas.draw(Bar(percent: percent, columns: bar).spans(theme), column: column, row: line.row, theme: theme)
        + 2
    }
    canvas.draw([Span(words)], column: column, row: line.row, limit: line.endColumn - column, theme: theme)
  }

  private var movement: String {
    guard book.run != nil else { return state.say(Strings.framesStand) }
    if state.isComing(book, frame: book.frame + 1) { return state.say(Strings.framesAwaited) }
    return state.say(Strings.framesRun, Self.short(book.pace))
  }

  /// `0.25`, `2`.
  private static func short(_ pace: Double) -> String {
    pace < 1 ? (pace == 0.25 ? "0.25" : "0.5") : String(Int(pace))
  }

  /// `1.79`.
  static func hundredths(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded(.down))
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
