package import TerminalCanvas
package import VideosAPI

/// A few pictures of a film side by side, from its first to its last, with the second of each below.
package struct FilmStrip: Equatable, Sendable {
  package let wish: FrameWish
  /// Of one picture.
  package let cells: Size
  private let perLine: Int
  private let lines: Int

  /// Columns between two pictures.
  private static let gap = 2
  private static let most = 8
  private static let mostLines = 3
  /// So many of the usual shape find room however tall they could be.
  private static let least = 4

  /// Rows that it takes, the seconds among them.
  package var rows: Int { lines * (cells.rows + 1) }

  /// Where a picture stands, without its second, in a rectangle of that many rows.
  package func place(of picture: Int, in area: Rect) -> Rect {
    let row = picture / perLine * (cells.rows + 1)
    return Rect(
      column: area.column + picture % perLine * (cells.columns + Self.gap), row: area.row + row,
      columns: cells.columns, rows: min(cells.rows, area.rows - row))
  }

  /// Nil where there is no room for one.
  ///
  /// - Parameter isSheet: It has as many lines, and as many pictures in each, as fill the area best.
  init?(_ path: String, _ film: VideoSize, in area: Size, isSheet: Bool = false, _ state: State) {
    guard area.rows >= 4 else { return nil }
    let choices = (Self.least...(isSheet ? Self.most : Self.least)).compactMap { count in
      let columns = (area.columns - (count - 1) * Self.gap) / count
      return columns < 8 ? nil : film.cells(in: Size(columns: columns, rows: area.rows - 1))
    }
    func fit(_ cells: Size) -> (perLine: Int, lines: Int) {
      (
        min(Self.most, (area.columns + Self.gap) / (cells.columns + Self.gap)),
        isSheet ? min(Self.mostLines, area.rows / (cells.rows + 1)) : 1
      )
    }
    func filled(_ cells: Size) -> Int { fit(cells).perLine * fit(cells).lines * cells.columns * cells.rows }
    guard let cells = choices.max(by: { filled($0) < filled($1) }) else { return nil }
    self.cells = cells
    (perLine, lines) = fit(cells)
    wish = FrameWish(
      path: path, .spread(perLine * lines), size: state.frameSize(of: state.pixels(forCells: cells), in: cells))
  }
}

extension VideoSize {
  /// The cells that a picture of this shape fills within an area: a cell is twice as high as it is wide.
  func cells(in area: Size) -> Size {
    let (columns, lines) = PixelGrid.size(of: (width, height), columns: area.columns, rows: area.rows * 2)
    return Size(columns: columns, rows: (lines + 1) / 2)
  }
}

extension State {
  /// The strip in the pane under the list; nil: there is none to show, or no room.
  package var paneStrip: FilmStrip? {
    guard let take = list.selected, let text = layout.takes?.detailText, text.rows >= 9 else { return nil }
    return strip(of: take, in: Size(columns: text.columns, rows: text.rows / 2))
  }

  func strip(of take: Take, in area: Size) -> FilmStrip? {
    guard drawsPictures, let path = take.savedPath else { return nil }
    return FilmStrip(path, filmSize(of: take), in: area, self)
  }

  /// Of the pictures, as far as is known.
  package func filmSize(of take: Take) -> VideoSize {
    if let reel = take.savedPath.flatMap({ frames.reel(of: $0) }) {
      return VideoSize(width: reel.width, height: reel.height)
    }
    return take.film.map { VideoSize(width: $0.width, height: $0.height) } ?? take.order.size
  }
}
