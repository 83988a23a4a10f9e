import Foundation
import Testing

@testable import DailiesRuntime

struct FilmFolderTests {
  @Test func aFolderIsLookedAtAndNotMade() async throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "films-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let path = place.path(percentEncoded: false)
    #expect(await FilmFolder.flaw(of: path) == nil)
    #expect(await FilmFolder.flaw(of: path + "/new/films") == nil)
    #expect(!FileManager.default.fileExists(atPath: path + "/new"))
    #expect(await FilmFolder.flaw(of: "") == nil)
  }

  @Test func whatIsNoFolderIsNamed() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "film-\(UUID().uuidString)")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let path = file.path(percentEncoded: false)
    for name in [path, path + "/films"] {
      #expect(await FilmFolder.flaw(of: name)?.contains(path) == true, "\(name)")
    }
  }
}
