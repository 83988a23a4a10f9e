import DailiesCore
import TerminalCanvas

/// A strip of pictures with their seconds; outlines while they come, words where they cannot.
struct FilmStripView {
  let strip: FilmStrip
  let state: State
  let theme: Theme

  /// Rows that it takes.
  static func rows(_ strip: FilmStrip, in state: State) -> Int {
    state.frames.trouble(with: strip.wish.path) == nil ? strip.rows : 2
  }

  func draw(on canvas: inout Canvas, in area: Rect) {
    if let trouble = state.frames.trouble(with: strip.wish.path) {
      let text = WrappedText(
        trouble.note.text(state.wording), columns: area.columns, limit: area.rows, widths: canvas.widths)
      return canvas.draw(text.textLines(.dim), in: area, theme: theme)
    }
    guard case .spread(let count) = strip.wish.part else { return }
    let reel = state.frames.reel(of: strip.wish.path)
    let pictures = state.frames.pictures(of: strip.wish)
    let numbers = reel.map { strip.wish.frames(of: $0) }
    for place in 0..<(numbers?.count ?? count) {
      let rect = strip.place(of: place, in: area)
      PictureView(
        pixels: pictures.indices.contains(place) ? pictures[place] : nil, picture: strip.wish.size, theme: theme
      ).draw(on: &canvas, in: rect)
      guard let reel, let numbers else { continue }
      let second = state.say(Strings.ordered, filmSeconds(reel.second(of: numbers[place])))
      canvas.draw(
        second, column: rect.column, row: rect.endRow, limit: rect.columns, style: theme.style(.dim), ellipsis: false)
    }
  }
}
