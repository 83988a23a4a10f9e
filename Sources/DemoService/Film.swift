import Foundation
import NIOCore
import NIOPosix

/// The bytes of an answer's body, in memory or computed part by part.
enum Film: Sendable {
  case kept(ByteBuffer)
  case synthetic(SyntheticFilm)

  var byteCount: Int {
    switch self {
    case .kept(let bytes): bytes.readableBytes
    case .synthetic(let film): film.byteCount
    }
  }

  func bytes(_ range: Range<Int>) -> ByteBuffer {
    switch self {
    case .kept(let bytes):
      bytes.getSlice(at: bytes.readerIndex + range.lowerBound, length: range.count) ?? ByteBuffer()
    case .synthetic(let film): film.bytes(range)
    }
  }

  /// Reads a clip, without blocking the caller's thread. The largest is less than a megabyte.
  static func clip(for take: DemoTake, in folder: String) async throws -> Film {
    let name = "\(take.size)-\(take.seconds)s.mp4"
    let path = folder + "/" + name
    let data = try await NIOThreadPool.singleton.runIfActive { FileManager.default.contents(atPath: path) }
    guard let data else { throw Refusal.clipIsMissing(name) }
    return .kept(ByteBuffer(bytes: data))
  }
}
