import DailiesCore
import Foundation
import NIOCore
import VideosAPI
import _NIOFileSystem

/// Reads a picture of the person's own, and the folders it may lie in.
enum PictureFile {
  /// The largest file that is read, in bytes. Encoded it is a third larger; servers refuse bodies far below that.
  static let limit = 32_000_000

  /// - Parameter path: Absolute, or below the home folder with `~/`.
  static func load(_ path: String) async throws(ImageFlaw) -> (bytes: [UInt8], facts: PictureFacts) {
    let bytes: [UInt8]
    do {
      // Opening a pipe waits for somebody who writes into it.
      let kind = try await FileSystem.shared.info(forFileAt: FilePath(HomeFolder.expand(path)))?.type
      guard let kind else { throw ImageFlaw.missing }
      guard kind == .regular else { throw ImageFlaw.wrongType }
      bytes = try await FileSystem.shared.withFileHandle(forReadingAt: FilePath(HomeFolder.expand(path))) { file in
        // The stated length first: a file of many gigabytes is not begun.
        guard try await file.info().size <= limit else { throw ImageFlaw.tooLarge(limit: limit) }
        return Array(buffer: try await file.readToEnd(maximumSizeAllowed: .bytes(Int64(limit))))
      }
    } catch let flaw as ImageFlaw {
      throw flaw
    } catch {
      throw reason(error)
    }
    guard ImageMediaType(sniffing: bytes) != nil else { throw .wrongType }
    guard let facts = PictureFacts(reading: bytes) else { throw .brokenHeader }
    return (bytes, facts)
  }

  private static func reason(_ error: any Error) -> ImageFlaw {
    guard let error = error as? FileSystemError else { return .unreadable(String(describing: error)) }
    return switch error.code {
    case .notFound: .missing
    case .permissionDenied: .notAllowed
    case .resourceExhausted: .tooLarge(limit: limit)
    default: .unreadable(error.message)
    }
  }

  private static let endings = ["png", "jpg", "jpeg", "webp"]
  /// A folder of more entries than a person looks through is cut.
  private static let mostEntries = 5000

  /// What lies in a folder: folders, and files that are called like pictures. Links count as what they lead to.
  static func list(_ folder: String) async -> FolderListing {
    let listing = try? await FileWork.run { read(folder) }
    return listing ?? FolderListing(folder: folder, entries: [])
  }

  private static func read(_ folder: String) -> FolderListing {
    let path = HomeFolder.expand(folder)
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      return FolderListing(folder: folder, entries: [], problem: (error as NSError).localizedDescription)
    }
    let entries = names.prefix(mostEntries).compactMap { name -> FolderListing.Entry? in
      // A name that a path cannot be read with (control characters, for one) is not offered.
      guard !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0xFFFD }) else {
        return nil
      }
      guard let attributes = try? FileManager.default.attributesOfItem(atPath: resolved(path + name)) else {
        return nil
      }
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      let ending = name.split(separator: ".").last?.lowercased() ?? ""
      guard isFolder || (attributes[.type] as? FileAttributeType == .typeRegular && endings.contains(ending)) else {
        return nil
      }
      return FolderListing.Entry(
        name: name, isFolder: isFolder, byteCount: (attributes[.size] as? NSNumber)?.intValue ?? 0)
    }
    return FolderListing(folder: folder, entries: entries)
  }

  private static func resolved(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
  }
}
