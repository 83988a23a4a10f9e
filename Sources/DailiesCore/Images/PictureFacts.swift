package import VideosAPI

/// What the header of a picture says of it, and its weight.
package struct PictureFacts: Hashable, Sendable {
  package var mediaType: ImageMediaType
  /// In pixels, as stored: `orientation` is not applied.
  package var width: Int
  package var height: Int
  /// The EXIF orientation, 1 to 8; 1 where there is none: as stored.
  package var orientation: Int
  /// Length of the file, in bytes; 0 when it is not known.
  package var byteCount: Int

  package init(mediaType: ImageMediaType, width: Int, height: Int, orientation: Int = 1, byteCount: Int) {
    self.mediaType = mediaType
    self.width = width
    self.height = height
    self.orientation = orientation
    self.byteCount = byteCount
  }

  /// Above this many bytes services begin to refuse pictures.
  ///
  /// Source: Videos API reference, "Reference picture".
  package static let heavy = 10_000_000

  package var isHeavy: Bool { byteCount > Self.heavy }

  /// A picture whose mark turns it: programs that do not look at the mark show it lying or upside down.
  package var isTurned: Bool { orientation != 1 }

  /// In pixels, as it is looked at.
  package var shown: VideoSize {
    orientation >= 5 ? VideoSize(width: height, height: width) : VideoSize(width: width, height: height)
  }

  /// The largest part of the shown picture that has the shape of `frame`, in its middle.
  package func crop(to frame: VideoSize) -> PictureCrop {
    let (width, height) = (shown.width, shown.height)
    if width * frame.height > height * frame.width {
      let part = max(1, height * frame.width / frame.height)
      return PictureCrop(column: (width - part) / 2, row: 0, width: part, height: height)
    }
    let part = max(1, width * frame.height / frame.width)
    return PictureCrop(column: 0, row: (height - part) / 2, width: width, height: part)
  }

  /// Whether the picture has the shape of `frame` to within a hundredth: what is cut or stretched then is not seen.
  package func fits(_ frame: VideoSize) -> Bool {
    let (across, down) = (shown.width * frame.height, shown.height * frame.width)
    return abs(across - down) * 100 <= max(across, down)
  }
}

/// A part of a picture, in its pixels.
package struct PictureCrop: Hashable, Sendable {
  package var column: Int
  package var row: Int
  package var width: Int
  package var height: Int

  package init(column: Int, row: Int, width: Int, height: Int) {
    self.column = column
    self.row = row
    self.width = width
    self.height = height
  }
}
