import DailiesCore
import TerminalCanvas

/// One film to be judged: its frames, what is known of it, its prompt.
struct ScreeningView {
  let screening: ScreeningScreen
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    guard let take = screening.take else { return }
    let film = FilmLayerView(film: state.screeningFilm(of: take), state: state, theme: theme)
    let columns = film.columns(in: body)
    let facts = TakeFacts(take: take, state: state)
    let title = facts.title.map(\.text).joined()
    let place = state.say(
      Strings.screeningTitle, String(screening.place + 1), String(screening.queue.count))
    // With a picture it is too long for the frame.
    let hasOrderInFrame = body.columns >= 70 && take.order.image == nil
    let box = LayerBox(
      title: place + "  " + title, facts: hasOrderInFrame ? [Box.Fact(text: facts.order, leastColumns: 20)] : [])
    var lines: [TextLine] = []
    if !hasOrderInFrame {
      lines += WrappedText(facts.order, columns: columns, widths: canvas.widths).textLines(.dim)
    }
    lines += facts.lines(columns: columns, widths: canvas.widths) + [.blank]
    lines += WrappedText(take.order.prompt, columns: columns, widths: canvas.widths).textLines()
    film.draw(box, lines, screening.scroll, on: &canvas, in: body)
  }
}
