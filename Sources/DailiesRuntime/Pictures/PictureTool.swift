import DailiesCore
import VideosAPI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that reads and writes pictures, and how it is asked.
package struct PictureTool: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case ffmpeg
    /// ImageMagick 7 (`magick`) and 6 (`convert`) take the same words.
    case imageMagick
  }

  package let kind: Kind
  /// Absolute.
  package let program: String

  package init(_ kind: Kind, program: String) {
    self.kind = kind
    self.program = program
  }

  private static let names: [(String, Kind)] = [
    ("ffmpeg", .ffmpeg), ("magick", .imageMagick), ("convert", .imageMagick),
  ]

  /// The first of the programs that is installed; nil when none is.
  ///
  /// - Parameter path: The value of `PATH`.
  package static func find(path: String) -> PictureTool? {
    for (name, kind) in names {
      if let program = PictureProgram.find(name, path: path) { return PictureTool(kind, program: program) }
    }
    return nil
  }

  /// Writes the picture as raw RGB of `width` x `height` to standard output.
  func drawing(_ path: String, _ facts: PictureFacts, width: Int, height: Int) -> [String] {
    switch kind {
    case .ffmpeg:
      input(path, facts) + [
        "-vf", (Self.turning(facts.orientation) + ["scale=\(width):\(height)"]).joined(separator: ","),
        "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "-",
      ]
    case .imageMagick:
      input(path, facts) + ["-resize", "\(width)x\(height)!", "-depth", "8", "rgb:-"]
    }
  }

  /// Writes a new picture of the plan to `target`.
  func fitting(
    _ path: String, _ facts: PictureFacts, _ plan: PicturePlan, to target: String, as type: ImageMediaType
  ) -> [String] {
    let crop = plan.crop
    switch kind {
    case .ffmpeg:
      var filters = Self.turning(facts.orientation)
      filters.append("crop=\(crop.width):\(crop.height):\(crop.column):\(crop.row)")
      filters.append("scale=\(plan.scaled.width):\(plan.scaled.height)")
      if plan.canvas != plan.scaled {
        filters.append("pad=\(plan.canvas.width):\(plan.canvas.height):\(plan.column):\(plan.row):black")
      }
      let quality = type == .jpeg ? ["-q:v", "2", "-c:v", "mjpeg"] : ["-c:v", "png"]
      return input(path, facts) + ["-vf", filters.joined(separator: ","), "-frames:v", "1"] + quality + [
        "-map_metadata", "-1", "-f", "image2", "-update", "1", "-y", "file:" + target,
      ]
    case .imageMagick:
      return input(path, facts) + [
        "-crop", "\(crop.width)x\(crop.height)+\(crop.column)+\(crop.row)", "+repage",
        "-resize", "\(plan.scaled.width)x\(plan.scaled.height)!", "-background", "black", "-gravity", "center",
        "-extent", "\(plan.canvas.width)x\(plan.canvas.height)", "-strip", "-quality", "92",
        (type == .jpeg ? "jpeg:" : "png:") + target,
      ]
    }
  }

  /// The file as input, turned as its mark says: by us and by nobody else, so that all do the same.
  private func input(_ path: String, _ facts: PictureFacts) -> [String] {
    let name =
      switch facts.mediaType {
      case .png: "png"
      case .jpeg: "jpeg"
      case .webp: "webp"
      }
    switch kind {
    case .ffmpeg:
      // The format is named: otherwise a `%` in a file name would stand for a number.
      return ["-v", "error", "-nostdin", "-noautorotate", "-f", "\(name)_pipe", "-i", "file:" + path]
    case .imageMagick: return ["\(name):\(path)", "-auto-orient"]
    }
  }

  /// Source: EXIF 2.3, 4.6.4 (Orientation); ffmpeg-filters, `transpose`.
  private static func turning(_ orientation: Int) -> [String] {
    switch orientation {
    case 2: ["hflip"]
    case 3: ["hflip", "vflip"]
    case 4: ["vflip"]
    case 5: ["transpose=0"]
    case 6: ["transpose=1"]
    case 7: ["transpose=3"]
    case 8: ["transpose=2"]
    default: []
    }
  }
}
