import DailiesCore
import TerminalCanvas

/// One take in full: facts, prompt, history and error, or the service's answer as it came.
struct DetailLayerView {
  let detail: DetailScreen
  let state: State
  let theme: Theme

  /// Characters of a prompt that are shown; a longer one is opened as a draft.
  private static let longestPrompt = 20_000

  func draw(on canvas: inout Canvas, in body: Rect) {
    let film = FilmLayerView(
      film: detail.showsAnswer ? nil : state.detailFilm(of: detail.take), state: state, theme: theme)
    let columns = film.columns(in: body)
    let facts = TakeFacts(take: detail.take, state: state, isFull: true)
    // With a picture it is too long for the frame.
    let hasOrderInFrame = body.columns >= 70 && detail.take.order.image == nil
    let box = LayerBox(
      title: facts.title.map(\.text).joined(), facts: hasOrderInFrame ? [Box.Fact(text: facts.order)] : [])
    let lines =
      detail.showsAnswer
      ? answer(columns, canvas.widths)
      : all(facts, columns, canvas.widths, hasOrderInFrame: hasOrderInFrame)
    film.draw(box, lines, detail.scroll, on: &canvas, in: body)
  }

  private func answer(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    var lines = [TextLine(state.say(Strings.answerTitle), .dim)]
    guard let answer = detail.answer ?? detail.take.problem?.raw else {
      return lines + [TextLine(state.say(Strings.noAnswer))]
    }
    lines += WrappedText(answer, columns: columns, widths: widths).textLines()
    return lines
  }

  private func all(
    _ facts: TakeFacts, _ columns: Int, _ widths: DisplayWidth, hasOrderInFrame: Bool
  ) -> [TextLine] {
    let take = detail.take
    var lines = facts.lines(columns: columns, widths: widths)
    if !hasOrderInFrame { lines += WrappedText(facts.order, columns: columns, widths: widths).textLines(.dim) }
    var origin = [Span(take.service.baseURL, .dim), Span(state.say(Strings.profile, take.service.profile), .dim)]
    if let problem = take.problem {
      origin.append(Span(state.say(Strings.errorClass, state.say(problem.kind.errorClass.title)), .dim))
    }
    if let status = take.problem?.status { origin.append(Span(state.say(Strings.httpStatus, String(status)), .dim)) }
    lines += TakeFacts.flow(origin, columns: columns, widths: widths)

    lines += heading(Strings.prompt) + prompt(columns, widths)
    let timeline = TimelineView(detail: detail, state: state).lines(columns: columns, widths: widths)
    if !timeline.isEmpty { lines += heading(Strings.history) + timeline }
    if let raw = take.problem?.raw, !raw.isEmpty {
      lines += heading(Strings.errorTitle) + WrappedText(raw, columns: columns, widths: widths).textLines()
    }
    return lines
  }

  private func heading(_ phrase: Phrase) -> [TextLine] { [.blank, TextLine(state.say(phrase), .dim)] }

  private func prompt(_ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    let text = detail.take.order.prompt
    guard text.utf8.count > Self.longestPrompt, text.count > Self.longestPrompt else {
      return WrappedText(text, columns: columns, widths: widths).textLines()
    }
    let head = String(text.prefix(Self.longestPrompt))
    let rest = TextLine(state.say(Strings.promptGoesOn, String(text.count)), .attention)
    return WrappedText(head, columns: columns, widths: widths).textLines() + [rest]
  }
}
