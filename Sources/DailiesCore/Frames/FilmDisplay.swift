package import TerminalCanvas

/// How a layer about one take shows its film: a strip below its words, or, where there is room, the first picture large beside
/// them with the strip below that.
package struct FilmDisplay: Equatable, Sendable {
  package struct Poster: Equatable, Sendable {
    package let wish: FrameWish
    /// Of the picture.
    package let cells: Size
  }

  /// Columns between the words and the film.
  package static let gap = 3
  /// Columns and rows of a layer that has room for both side by side.
  private static let room = Size(columns: 100, rows: 24)
  /// Columns of the words: at least, at most where they take them from the film, and ever.
  private static let words = (least: 44, enough: 60, most: 100)
  /// Rows for the strip below a poster, and one between them.
  private static let stripRows = 6
  /// Columns that a strip below an upright poster needs.
  private static let leastColumns = 40

  /// Nil: the strip lies below the words.
  package let poster: Poster?
  /// Nil: no room is left for it.
  package let strip: FilmStrip?
  /// Columns of the film beside the words; 0: it lies below them.
  package let columns: Int
  /// Columns of the words beside it.
  package let textColumns: Int

  /// The poster comes first.
  var wishes: [FrameWish] { [poster?.wish, strip?.wish].compactMap { $0 } }

  /// Below the words.
  init?(_ strip: FilmStrip?) {
    guard let strip else { return nil }
    (poster, self.strip, columns, textColumns) = (nil, strip, 0, 0)
  }

  /// Beside the words; nil where there is no room for both.
  init?(_ path: String, _ take: Take, in area: Size, _ state: State) {
    guard area.columns >= Self.room.columns, area.rows >= Self.room.rows else { return nil }
    let film = state.filmSize(of: take)
    let words = max(Self.words.least, min(Self.words.enough, area.columns / 3))
    let most = Size(columns: area.columns - Self.gap - words, rows: area.rows - Self.stripRows)
    let cells = film.cells(in: most)
    columns = max(cells.columns, Self.leastColumns)
    textColumns = min(Self.words.most, area.columns - Self.gap - columns)
    let size = state.frameSize(of: state.pixels(forCells: cells), in: cells, longest: State.longestStill)
    let wish = FrameWish(path: path, .spread(1), size: size)
    poster = Poster(wish: wish, cells: cells)
    strip = FilmStrip(
      path, film, in: Size(columns: columns, rows: area.rows - cells.rows - 1), isSheet: true, state)
  }
}

extension State {
  /// In the detail of a take; nil: there is no film to show, or no room.
  package func detailFilm(of take: Take) -> FilmDisplay? {
    film(of: take) { $0.rows < 15 ? 0 : min(11, $0.rows / 3) }
  }

  /// In the screening; nil: there is none to show, or no room.
  package func screeningFilm(of take: Take) -> FilmDisplay? {
    film(of: take) { $0.rows < 14 ? 0 : min(14, $0.rows / 2) }
  }

  /// - Parameter rows: Of a strip below the words, in a layer with so much room for them.
  private func film(of take: Take, below rows: (Size) -> Int) -> FilmDisplay? {
    guard drawsPictures, let path = take.savedPath else { return nil }
    // Why there is none is said below the words.
    if frames.trouble(with: path) == nil {
      let area = Size(columns: layout.body.columns - 4, rows: layout.body.rows - 2)
      if let display = FilmDisplay(path, take, in: area, self) { return display }
    }
    let inside = Layout.textOfLayer(in: layout.body)
    return FilmDisplay(strip(of: take, in: Size(columns: inside.columns, rows: rows(inside))))
  }
}
