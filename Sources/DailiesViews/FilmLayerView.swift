import DailiesCore
import TerminalCanvas

/// A layer about one take: its words, which may be more than there is room for, and its film beside or below them.
struct FilmLayerView {
  /// Nil: words alone.
  let film: FilmDisplay?
  let state: State
  let theme: Theme

  /// Columns of the words.
  func columns(in body: Rect) -> Int {
    film?.poster == nil ? LayerBox.textColumns(in: body) : film?.textColumns ?? 0
  }

  func draw(_ box: LayerBox, _ lines: [TextLine], _ scroll: ScrollPosition, on canvas: inout Canvas, in body: Rect) {
    let text = ScrolledText(lines: lines, scroll: scroll)
    let columns = columns(in: body)
    guard let film, let poster = film.poster else {
      let below = film?.strip.map { FilmStripView.rows($0, in: state) + 1 } ?? 0
      var rest = text.draw(box, columns: columns, below: below, on: &canvas, in: body, state: state, theme: theme)
      _ = rest.cutTop(1)
      if let strip = film?.strip { draw(strip, on: &canvas, in: rest) }
      return
    }
    var rest = text.draw(
      box, columns: columns, beside: film.columns + FilmDisplay.gap, on: &canvas, in: body, state: state, theme: theme)
    _ = rest.cutLeft(FilmDisplay.gap)
    PictureView(pixels: state.frames.pictures(of: poster.wish).first, picture: poster.wish.size, theme: theme)
      .draw(on: &canvas, in: rest.cutTop(poster.cells.rows))
    _ = rest.cutTop(1)
    if let strip = film.strip { draw(strip, on: &canvas, in: rest) }
  }

  private func draw(_ strip: FilmStrip, on canvas: inout Canvas, in area: Rect) {
    FilmStripView(strip: strip, state: state, theme: theme).draw(on: &canvas, in: area)
  }
}
