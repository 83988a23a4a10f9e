package import TerminalCanvas
package import VideosAPI

/// A few pictures of a film side by side, from its first to its last, with the second of each below.
package struct FilmStrip: Equatable, Sendable {
  package let wish: FrameWish
  /// Of one picture.
  package let cells: Size

  /// Columns between two pictures.
  private static let gap = 2
  private static let most = 8
  /// So many of the usual shape find room however tall they could be.
  private static let least = 4

  /// Rows that it takes, the seconds among them.
  package var rows: Int { cells.rows + 1 }

  /// Where a picture stands, without its second, in a rectangle of that many rows.
  package func place(of picture: Int, in area: Rect) -> Rect {
    Rect(
      column: area.column + picture * (cells.columns + Self.gap), row: area.row, columns: cells.columns,
      rows: min(cells.rows, area.rows))
  }

  /// Nil where there is no room for one.
  init?(_ path: String, _ film: VideoSize, in area: Size, _ state: State) {
    let columns = (area.columns - (Self.least - 1) * Self.gap) / Self.least
    guard area.rows >= 4, columns >= 8 else { return nil }
    cells = film.cells(in: Size(columns: columns, rows: area.rows - 1))
    let count = min(Self.most, (area.columns + Self.gap) / (cells.columns + Self.gap))
    wish = FrameWish(path: path, .spread(count), size: state.frameSize(of: film, in: cells))
  }
}

extension VideoSize {
  /// The cells that a picture of this shape fills within an area: a cell is twice as high as it is wide.
  package func cells(in area: Size) -> Size {
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

  /// The strip in the detail of a take.
  package func detailStrip(of take: Take) -> FilmStrip? {
    let inside = Layout.textOfLayer(in: layout.body)
    return inside.rows < 15 ? nil : strip(of: take, in: Size(columns: inside.columns, rows: min(11, inside.rows / 3)))
  }

  private func strip(of take: Take, in area: Size) -> FilmStrip? {
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
