import DailiesCore

/// ffmpeg, as it is asked for pictures of films. What it does gives way to everything else on the machine.
struct FrameTool: Equatable, Sendable {
  /// Absolute.
  let program: String
  /// `nice`, absolute; nil where there is none.
  let nice: String?

  init(program: String, nice: String? = nil) {
    self.program = program
    self.nice = nice
  }

  /// Nil when it is not installed.
  ///
  /// - Parameter path: The value of `PATH`.
  static func find(path: String) -> FrameTool? {
    PictureProgram.find("ffmpeg", path: path).map {
      FrameTool(program: $0, nice: PictureProgram.find("nice", path: path))
    }
  }

  /// Writes pictures of a film as raw RGB to standard output, one behind the other.
  ///
  /// Only the file itself is read, whatever it says. Pictures are counted, not timed: they get times of their own, one after
  /// the other, so that none is left out or doubled for the sake of a steady rate.
  ///
  /// - Parameter frames: By their number, in order; not empty.
  /// - Source: ffmpeg, "Time duration" (`us`) and `-ss`; ffmpeg-filters, `select`, `settb`, `setpts`, `fps`, `scale`.
  static func arguments(_ path: String, _ reel: FilmReel, frames: [Int], size: (width: Int, height: Int)) -> [String] {
    let (first, last) = (frames[0], frames[frames.count - 1])
    var filters = ["settb=1/25", "setpts=N", "fps=25", "scale=\(size.width):\(size.height):flags=area"]
    if last - first >= frames.count {
      filters.insert("select=" + frames.map { "eq(n\\,\($0 - first))" }.joined(separator: "+"), at: 0)
    }
    return input(path, reel, from: first) + [
      "-vf", filters.joined(separator: ","), "-frames:v", "\(frames.count)", "-f", "rawvideo", "-pix_fmt", "rgb24", "-",
    ]
  }

  /// Writes one picture in full as a JPEG file.
  static func arguments(_ path: String, _ reel: FilmReel, frame: Int, to target: String) -> [String] {
    input(path, reel, from: frame) + [
      "-frames:v", "1", "-c:v", "mjpeg", "-q:v", "1", "-qmin", "1", "-map_metadata", "-1", "-f", "image2", "-update",
      "1",
      "-y", "file:" + target,
    ]
  }

  /// Writes a small picture from the middle of a film as a JPEG to standard output.
  static func still(_ path: String, _ reel: FilmReel) -> [String] {
    input(path, reel, from: reel.frames / 2) + [
      "-vf", "scale='min(640,iw)':-2", "-frames:v", "1", "-c:v", "mjpeg", "-q:v", "4", "-map_metadata", "-1", "-f",
      "image2pipe", "-",
    ]
  }

  private static func input(_ path: String, _ reel: FilmReel, from frame: Int) -> [String] {
    // Between two pictures: rounding on either side leaves the first one the same.
    let seek = frame == 0 ? [] : ["-ss", "\(Int((Double(frame) - 0.5) / reel.rate * 1e6))us"]
    return ["-v", "error", "-nostdin", "-threads", "2", "-protocol_whitelist", "file", "-f", "mov"] + seek
      + ["-i", "file:" + path, "-map", "0:v:0"]
  }

  /// As ``PictureProgram/run(_:read:)``.
  func run(_ arguments: [String], read: ([UInt8]) -> Void) async -> String? {
    await PictureProgram.run((nice.map { [$0, "-n", "10"] } ?? []) + [program] + arguments, read: read)
  }
}
