package import VideosAPI

/// Pictures of one film, all of one size: what is asked for, made and kept as one.
package struct FrameWish: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    /// So many, evenly from the first to the last one.
    case spread(Int)
    /// One after the other.
    case run(from: Int, count: Int)
  }

  /// Absolute path of the film.
  package let path: String
  package let part: Part
  /// In pixels; see `State.frameSize`.
  package let size: VideoSize

  package init(path: String, _ part: Part, size: VideoSize) {
    self.path = path
    self.part = part
    self.size = size
  }

  /// The run that a picture belongs to. Every film is cut into the same runs of a size, so that what was made once serves
  /// again wherever the flip-book is opened or moved to.
  package init(path: String, run frame: Int, size: VideoSize) {
    let count = Self.runLength(size)
    self.init(path: path, .run(from: max(0, frame) / count * count, count: count), size: size)
  }

  /// Whether somebody looks at it who may go on to the next one: it is no part of a film that runs.
  package var isStill: Bool {
    switch part {
    case .spread, .run(from: _, count: 1): true
    case .run: false
    }
  }

  /// Bytes of all pictures of a run, at most: two runs and more find room in `FrameMemory`.
  private static let runBytes = 24_000_000
  /// Ten seconds of film: small pictures of a whole film are made in one go.
  private static let longestRun = 240

  private static func runLength(_ size: VideoSize) -> Int {
    max(4, min(longestRun, runBytes / max(1, size.width * size.height * 3)))
  }

  /// Which pictures of the film these are, in order; none where the film has ended before.
  package func frames(of reel: FilmReel) -> [Int] {
    switch part {
    case .spread(let count):
      let count = min(count, reel.frames)
      return (0..<max(0, count)).map { count == 1 ? 0 : $0 * (reel.frames - 1) / (count - 1) }
    case .run(let first, let count):
      return Array(first..<max(first, min(reel.frames, first + count)))
    }
  }
}

/// What came of a wish, or a piece of that.
package enum FrameAnswer: Equatable, Sendable {
  /// The pictures from the `first` of the wish on, in order. The last piece may end before the wish does: more could not be
  /// read.
  case pictures(FilmReel, first: Int, [PixelGrid], isLast: Bool)
  case trouble(FrameTrouble)
}

/// Why there are no pictures of a film.
package enum FrameTrouble: Error, Equatable, Sendable {
  case toolMissing
  /// The file is not where it was saved.
  case gone
  case unreadable(Reason)

  /// What is to be said.
  package var note: Note {
    switch self {
    case .toolMissing: Note(Strings.framesNeedTool, tone: .attention)
    case .gone: Note(Strings.filmGone, tone: .attention)
    case .unreadable(let reason): Note(Strings.framesUnreadable, reason: reason, tone: .attention)
    }
  }
}
