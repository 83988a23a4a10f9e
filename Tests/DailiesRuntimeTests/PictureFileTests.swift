import DailiesCore
import Foundation
import Testing
import VideosAPI

@testable import DailiesRuntime

/// Pictures and folders as they really lie on a disk.
@Suite struct PictureFileTests {
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 7, 128, 0, 0, 4, 56, 8, 2, 0, 0, 0]

  private func with(_ body: (String) async throws -> Void) async throws {
    let folder = NSTemporaryDirectory() + "pictures-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    do {
      try await body(folder)
    } catch {
      try FileManager.default.removeItem(atPath: folder)
      throw error
    }
    try FileManager.default.removeItem(atPath: folder)
  }

  private func write(_ bytes: [UInt8], _ path: String) throws { try Data(bytes).write(to: URL(filePath: path)) }

  private func flaw(_ path: String) async -> ImageFlaw? {
    do {
      _ = try await PictureFile.load(path)
      return nil
    } catch {
      return error
    }
  }

  @Test func aPictureIsReadWithItsFacts() async throws {
    try await with { folder in
      try write(Self.png, folder + "/灯 笼.png")
      let (bytes, facts) = try await PictureFile.load(folder + "/灯 笼.png")
      #expect(bytes == Self.png)
      #expect(facts == PictureFacts(mediaType: .png, width: 1920, height: 1080, byteCount: Self.png.count))
    }
  }

  @Test func whatIsWrongWithAFileIsNamed() async throws {
    try await with { folder in
      #expect(await flaw(folder + "/none.png") == .missing)
      try write(Array("GIF89a".utf8), folder + "/a.png")
      #expect(await flaw(folder + "/a.png") == .wrongType)
      try write(Array(Self.png.prefix(20)), folder + "/b.png")
      #expect(await flaw(folder + "/b.png") == .brokenHeader)
      try write([UInt8](repeating: 0, count: PictureFile.limit + 1), folder + "/c.png")
      #expect(await flaw(folder + "/c.png") == .tooLarge(limit: PictureFile.limit))
      #expect(await flaw(folder) == .wrongType)
      // Nobody writes into it: whoever opened it would wait for ever.
      #expect(mkfifo(folder + "/pipe.png", 0o600) == 0)
      #expect(await flaw(folder + "/pipe.png") == .wrongType)
    }
  }

  @Test func aFolderListsFoldersAndWhatIsCalledLikeAPicture() async throws {
    try await with { folder in
      for name in ["b.PNG", "灯 笼.jpeg", "notes.txt", ".hidden.webp", "a\u{1B}[2J.png"] {
        try write(Self.png, folder + "/" + name)
      }
      try FileManager.default.createDirectory(atPath: folder + "/more", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder + "/more")
      let listing = await PictureFile.list(folder + "/")
      #expect(listing.folder == folder + "/")
      #expect(listing.entries.map(\.name) == ["link", "more", ".hidden.webp", "b.PNG", "灯 笼.jpeg"])
      #expect(listing.entries.map(\.isFolder) == [true, true, false, false, false])
      #expect(listing.entries.last?.byteCount == Self.png.count)
      #expect(listing.problem == nil)
    }
  }

  @Test func aFolderThatIsNotThereSaysSo() async {
    let listing = await PictureFile.list("/nowhere/at/all/")
    #expect(listing.entries.isEmpty)
    #expect(listing.problem != nil)
  }
}
