import DailiesCore
import Foundation
import Synchronization
import Testing
import VideosAPI

@testable import DailiesRuntime

/// A folder with a film of the demo service, and a place for a cache.
struct FilmDesk {
  let folder: String
  let cache: String
  /// Copies of sample films.
  let film: String

  static func with(_ clip: String = "1280x720-4s.mp4", _ body: (FilmDesk) async throws -> Void) async throws {
    let folder = NSTemporaryDirectory() + "films-" + UUID().uuidString
    let desk = FilmDesk(folder: folder, cache: folder + "/cache/dailies/frames", film: folder + "/T031 灯笼 50%d.mp4")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: clips + clip, toPath: desk.film)
    try await body(desk)
  }

  private static let clips =
    URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../assets/clips").standardizedFileURL.path(percentEncoded: false) + "/"

  func workshop(path: String? = nil, limit: Int64 = 200_000_000) -> FrameWorkshop {
    FrameWorkshop(
      path: path ?? ProcessInfo.processInfo.environment["PATH"] ?? "", folder: cache, limit: { limit },
      images: folder + "/images", clock: .live())
  }

  /// A program of that name in a folder of its own, to be found by `PATH`.
  func program(_ body: String, named name: String = "ffmpeg") throws -> String {
    let folder = folder + "/bin"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("#!/bin/sh\n\(body)\n".utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: "\(folder)/\(name)")
    return folder + ":/usr/bin:/bin"
  }

  func wish(_ part: FrameWish.Part, width: Int = 32, height: Int = 18) -> FrameWish {
    FrameWish(path: film, part, size: VideoSize(width: width, height: height))
  }

  var cached: [String] { (try? FileManager.default.contentsOfDirectory(atPath: cache))?.sorted() ?? [] }
}

/// What came of a wish, put together.
struct FrameResult: Equatable {
  var reel: FilmReel?
  var pictures: [PixelGrid] = []
  var isComplete = false
  var trouble: FrameTrouble?

  static func of(_ wish: FrameWish, _ workshop: FrameWorkshop) async -> FrameResult {
    let result = Mutex(FrameResult())
    await workshop.draw(wish) { answer in
      result.withLock { result in
        switch answer {
        case .trouble(let trouble): result.trouble = trouble
        case .pictures(let reel, let first, let pictures, let isLast):
          #expect(first == result.pictures.count)
          result.reel = reel
          result.pictures += pictures
          result.isComplete = isLast
        }
      }
    }
    return result.withLock { $0 }
  }
}

extension PixelGrid {
  /// The mean of all its bytes.
  var mean: Int {
    var sum = 0
    for row in 0..<height {
      for column in 0..<width {
        let pixel = self[column, row]
        sum += Int(pixel.red) + Int(pixel.green) + Int(pixel.blue)
      }
    }
    return sum / (width * height * 3)
  }

  /// How far two pictures of one size are from each other, per byte.
  func distance(to other: PixelGrid) -> Int {
    var sum = 0
    for row in 0..<height {
      for column in 0..<width {
        let (one, two) = (self[column, row], other[column, row])
        sum += abs(Int(one.red) - Int(two.red)) + abs(Int(one.green) - Int(two.green))
        sum += abs(Int(one.blue) - Int(two.blue))
      }
    }
    return sum / (width * height * 3)
  }
}
