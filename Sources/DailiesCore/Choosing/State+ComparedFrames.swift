package import TerminalCanvas
import VideosAPI

/// Frames where films are judged: those of the screening, and in a comparison one of each film at the same second.
extension State {
  /// The film that is shown, and the one that comes next.
  func wanted(by screening: ScreeningScreen) -> [FrameWish] {
    [screening.take, screening.next].flatMap { $0.flatMap(screeningFilm)?.wishes ?? [] }
  }

  // MARK: Comparing

  /// Both stand beside each other.
  package var comparesSideBySide: Bool { layout.body.columns >= CompareScreen.roomForTwo }

  /// Cells for the frame of one film in a comparison; nil: there is no room.
  package var comparedArea: Size? {
    let inside = Size(columns: layout.body.columns - 4, rows: layout.body.rows - 2)
    guard drawsPictures, inside.rows >= 14 else { return nil }
    let columns = comparesSideBySide ? (inside.columns - CompareScreen.gap) / 2 : inside.columns
    return Size(columns: columns, rows: max(inside.rows / 2 - 2, inside.rows - 20))
  }

  private func wish(for take: Take, at second: Double) -> FrameWish? {
    guard let area = comparedArea, let path = take.savedPath else { return nil }
    let film = filmSize(of: take)
    return FrameWish(
      path: path, run: frames.reel(of: path)?.frame(at: second) ?? 0,
      size: frameSize(of: film, in: film.cells(in: area)))
  }

  /// The frame of a film at the second of a comparison; nil: it is not here.
  package func comparedFrame(of take: Take, at second: Double) -> PixelGrid? {
    guard let wish = wish(for: take, at: second), let reel = frames.reel(of: wish.path) else { return nil }
    return picture(reel.frame(at: second), of: wish.path, size: wish.size)
  }

  func wanted(by screen: CompareScreen) -> [FrameWish] {
    let takes = comparesSideBySide ? [screen.take, screen[screen.side.other]] : [screen.take]
    return takes.compactMap { wish(for: $0, at: screen.second) }
  }

  /// Where the longer film of a comparison ends; nil: nothing is known of either.
  private func end(of screen: CompareScreen) -> Double? {
    [screen.left, screen.right].compactMap { take in
      take.savedPath.flatMap { frames.reel(of: $0) }.map { $0.second(of: $0.frames - 1) } ?? take.film?.seconds
    }.max()
  }

  /// Moves both films; false when the command is for something else.
  mutating func step(_ screen: inout CompareScreen, by command: Command) -> Bool {
    let rate = screen.take.savedPath.flatMap { frames.reel(of: $0) }?.rate ?? 24
    let second: Double
    switch command {
    case .secondBack: second = screen.second - 1
    case .secondForward: second = screen.second + 1
    // By whole frames of the film in front, however it was come to.
    case .previousFrame: second = ((screen.second * rate).rounded() - 1) / rate
    case .nextFrame: second = ((screen.second * rate).rounded() + 1) / rate
    default: return false
    }
    screen.second = max(0, min(second, end(of: screen) ?? 0))
    return true
  }
}
