import DailiesCore
import VideosAPI

/// The picture that a take starts from, as it is at the moment it is looked at or sent.
enum ReferencePicture {
  /// - Throws: `Problem` with the kind `.imageUnreadable` and the reason.
  static func load(_ image: ReferenceImage) async throws(Problem) -> ImageReference {
    switch image {
    case .address(let address): return .address(address)
    case .file(let path):
      do {
        let (bytes, facts) = try await PictureFile.load(path)
        return .data(bytes: bytes, mediaType: facts.mediaType)
      } catch {
        throw Problem(.imageUnreadable, Reason(path, error.reason))
      }
    }
  }

  /// Looks at a picture before it is sent.
  ///
  /// - Parameter probe: Asks for the beginning of what lies at an address.
  static func check(
    _ image: ReferenceImage, probe: @Sendable (String) async -> ImageFinding
  ) async -> ImageFinding {
    switch image {
    case .address(let address): return await probe(address)
    case .file(let path):
      do {
        return .picture(try await PictureFile.load(path).facts)
      } catch {
        return .refused(error)
      }
    }
  }
}
