import DailiesCore
import Subprocess
import TerminalCanvas
import _NIOFileSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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
    func find(_ name: String) -> String? {
      path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }
    return find("ffmpeg").map { FrameTool(program: $0, nice: find("nice")) }
  }

  /// Writes pictures of a film as raw RGB to standard output, one behind the other.
  ///
  /// Only the file itself is read, whatever it says. Pictures are counted, not timed: they get times of their own, one after
  /// the other, so that none is left out or doubled for the sake of a steady rate.
  ///
  /// - Parameter frames: By their number, in order; not empty.
  /// - Source: ffmpeg, "Time duration" (`us`) and `-ss`; ffmpeg-filters, `select`, `settb`, `setpts`, `fps`, `scale`.
  static func arguments(_ path: String, _ reel: FilmReel, frames: [Int], size: (width: Int, height: Int)) -> [String] {
    guard let first = frames.first, let last = frames.last else { return [] }
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

  private static func input(_ path: String, _ reel: FilmReel, from frame: Int) -> [String] {
    // Between two pictures: rounding on either side leaves the first one the same.
    let seek = frame == 0 ? [] : ["-ss", "\(Int((Double(frame) - 0.5) / reel.rate * 1e6))us"]
    return ["-v", "error", "-nostdin", "-threads", "2", "-protocol_whitelist", "file", "-f", "mov"] + seek
      + ["-i", "file:" + path, "-map", "0:v:0"]
  }

  /// Runs it in a session of its own, without the key, until it ends or the task is cancelled.
  ///
  /// - Parameter read: Gets what it writes, as it comes.
  /// - Returns: The first line of its complaint; nil: it has none.
  func run(_ arguments: [String], read: ([UInt8]) -> Void) async -> String? {
    var platform = PlatformOptions()
    platform.createSession = true
    platform.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .milliseconds(200))]
    let words = (nice.map { [$0, "-n", "10"] } ?? []) + [program] + arguments
    do {
      let result = try await Subprocess.run(
        .path(FilePath(words[0])), arguments: Arguments(Array(words.dropFirst())),
        environment: .inherit.updating(["DAILIES_API_KEY": nil]), platformOptions: platform, input: .none,
        output: .sequence, error: .string(limit: 16 * 1024)
      ) { execution in
        for try await buffer in execution.standardOutput { read(buffer.withUnsafeBytes { Array($0) }) }
      }
      let complaint = result.standardError.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      if complaint.isEmpty, result.terminationStatus.isSuccess { return nil }
      return PrintableText.clean(complaint.isEmpty ? "\(result.terminationStatus)" : complaint)
    } catch {
      return PrintableText.clean("\(program): \(error)")
    }
  }
}
