package import TerminalCanvas
package import VideosAPI

/// Pictures of films: which are wanted follows from what is on the screen alone, after every action. What is no longer
/// wanted is not made to its end.
extension State {
  /// Of a side of a picture, in pixels: more would be too much to make and to keep in the time of a film.
  static let longestSide = 640
  /// Of one that stands: more is not sent to a terminal.
  static let longestStill = 1280

  /// The size to ask for so that a film fills as much of an area of cells as its shape allows.
  package func frameSize(of film: VideoSize, in area: Size, longest: Int = longestSide) -> VideoSize {
    let pixels = pixels(forCells: area)
    let (columns, rows) = (min(pixels.width, longest), min(pixels.height, longest))
    let size = PixelGrid.size(of: (film.width, film.height), columns: columns, rows: rows)
    return VideoSize(width: size.width, height: size.height)
  }

  /// One picture of a film in that size; nil: it is not here, or not yet.
  package func picture(_ frame: Int, of path: String, size: VideoSize) -> PixelGrid? {
    let wish = FrameWish(path: path, run: frame, size: size)
    guard case .run(let first, _) = wish.part else { return nil }
    let pictures = frames.pictures(of: wish)
    return pictures.indices.contains(frame - first) ? pictures[frame - first] : nil
  }

  /// What the screen shows of films, or will in a moment; the most wanted first.
  var wantedFrames: [FrameWish] {
    guard drawsPictures, !isTooSmall else { return [] }
    switch layers.last {
    case .flipBook(let book): return wanted(by: book)
    case .detail(let detail): return detail.showsAnswer ? [] : detailFilm(of: detail.take)?.wishes ?? []
    case .screening(let screening): return wanted(by: screening)
    case .compare(let screen): return wanted(by: screen)
    case nil: return paneStrip.map { [$0.wish] } ?? []
    default: return []
    }
  }

  /// Has made what is wanted, and nothing else.
  mutating func frameEffects() -> [Effect] {
    guard let missing = frames.want(wantedFrames) else { return [] }
    return [.drawFrames(missing)]
  }
}
