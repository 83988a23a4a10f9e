/// The pictures of a film, as its file counts them.
package struct FilmReel: Hashable, Sendable {
  /// Assumed where a file does not say how many pictures it has, and for figures that no camera makes.
  private static let usualRate = 24.0
  private static let believableRates = 0.1...480

  /// Of a picture, upright, in pixels.
  package let width: Int
  package let height: Int
  /// At least one.
  package let frames: Int
  /// How long all pictures are shown one after the other; more than 0.
  package let seconds: Double

  /// - Parameter frames: Nil: not known.
  package init(width: Int, height: Int, seconds: Double, frames: Int? = nil) {
    let length = seconds.isFinite && seconds > 0 && seconds < 1e7 ? seconds : 1 / Self.usualRate
    let rate = frames.map { Double($0) / length } ?? 0
    self.width = max(1, width)
    self.height = max(1, height)
    self.seconds = length
    self.frames =
      Self.believableRates.contains(rate) ? max(1, frames ?? 1) : max(1, Int((length * Self.usualRate).rounded()))
  }

  /// Pictures a second.
  package var rate: Double { Double(frames) / seconds }

  /// When a picture begins to be shown.
  package func second(of frame: Int) -> Double { Double(frame) / rate }

  /// The picture that is shown then; the first or the last one outside of the film.
  package func frame(at second: Double) -> Int {
    guard second.isFinite, second > 0 else { return 0 }
    return second >= seconds ? frames - 1 : min(frames - 1, Int(second * rate + 1e-6))
  }
}
