package import VideosAPI

/// How a picture is brought into the shape of the film.
package enum PictureFit: String, Hashable, Sendable, CaseIterable {
  /// Sent unchanged: the service crops or stretches as it likes.
  case asIs
  /// What lies outside the frame is cut here.
  case crop
  /// Black bars fill up the frame.
  case pad
}

/// What is done to a picture, in pixels of what is looked at: part, size, and where it stands on the new picture.
package struct PicturePlan: Hashable, Sendable {
  package var crop: PictureCrop
  /// What the part is scaled to. Never more than it is.
  package var scaled: VideoSize
  /// The new picture.
  package var canvas: VideoSize
  /// Where the scaled part begins on it.
  package var column: Int
  package var row: Int

  /// - Parameters:
  ///   - frame: The ordered size. The new picture has its shape, and is no larger than it unless it is not scaled.
  ///   - fit: `.asIs` changes neither shape nor size.
  package init(_ facts: PictureFacts, frame: VideoSize, fit: PictureFit) {
    let whole = PictureCrop(column: 0, row: 0, width: facts.shown.width, height: facts.shown.height)
    column = 0
    row = 0
    switch fit {
    case .asIs:
      crop = whole
      scaled = facts.shown
      canvas = facts.shown
    case .crop:
      crop = facts.crop(to: frame)
      scaled = crop.width > frame.width ? frame : VideoSize(width: crop.width, height: crop.height)
      canvas = scaled
    case .pad:
      crop = whole
      let isWider = whole.width * frame.height > whole.height * frame.width
      if whole.width <= frame.width, whole.height <= frame.height {
        scaled = facts.shown
        canvas =
          isWider
          ? VideoSize(width: whole.width, height: Self.up(whole.width * frame.height, frame.width))
          : VideoSize(width: Self.up(whole.height * frame.width, frame.height), height: whole.height)
      } else {
        scaled =
          isWider
          ? VideoSize(width: frame.width, height: max(1, whole.height * frame.width / whole.width))
          : VideoSize(width: max(1, whole.width * frame.height / whole.height), height: frame.height)
        canvas = frame
      }
      column = (canvas.width - scaled.width) / 2
      row = (canvas.height - scaled.height) / 2
    }
  }

  private static func up(_ number: Int, _ divisor: Int) -> Int { (number + divisor - 1) / divisor }
}
