import DailiesCore
import NIOCore
import VideosAPI
import _NIOFileSystem

/// Reads the picture that a take starts from, at the moment it is sent.
enum ReferencePicture {
  /// The largest file that is read, in bytes. Encoded it is a third larger; servers refuse bodies far below that.
  static let limit = Int64(32 * 1024 * 1024)

  /// - Throws: `Problem` with the kind `.imageUnreadable` and the reason.
  static func load(_ image: ReferenceImage) async throws(Problem) -> ImageReference {
    switch image {
    case .address(let address): return .address(address)
    case .file(let path): return try await load(path: path)
    }
  }

  private static func load(path: String) async throws(Problem) -> ImageReference {
    let bytes: [UInt8]
    do {
      bytes = try await FileSystem.shared.withFileHandle(forReadingAt: FilePath(expanded(path))) { file in
        let buffer = try await file.readToEnd(maximumSizeAllowed: .bytes(limit))
        return Array(buffer: buffer)
      }
    } catch {
      throw Problem(.imageUnreadable, detail: "\(path): \(reason(error))")
    }
    guard let type = ImageMediaType(sniffing: bytes) else {
      throw Problem(.imageUnreadable, detail: "\(path): not a PNG, JPEG or WebP file")
    }
    return .data(bytes: bytes, mediaType: type)
  }

  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = HomeFolder.path else { return path }
    return home + path.dropFirst(1)
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? FileSystemError else { return String(describing: error) }
    return switch error.code {
    case .notFound: "no such file"
    case .permissionDenied: "not allowed to read it"
    case .resourceExhausted: "larger than \(limit / 1024 / 1024) MB"
    default: error.message
    }
  }
}

extension Problem: Error {}
