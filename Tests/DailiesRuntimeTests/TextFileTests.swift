import DailiesCore
import DailiesRuntime
import Foundation
import Testing

/// Whose words lie in the state folder.
struct TextFileTests {
  private let folder: String
  /// No process has it: what another container's number looks like from here.
  private let foreign = Int32.max

  init() throws {
    folder = NSTemporaryDirectory() + "texts-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func write(_ name: String, _ text: String = "words") throws -> String {
    let path = folder + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  /// Holds the lock of a text as a program elsewhere does, until the descriptor is closed.
  private func lock(_ path: String) -> Int32 {
    let descriptor = open(path + ".lock", O_RDWR | O_CREAT, 0o600)
    flock(descriptor, LOCK_EX | LOCK_NB)
    return descriptor
  }

  @Test func wordsThatAProgramElsewhereWorksOnAreNotTakenForLeft() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = try write("edit-\(foreign).md")
    let descriptor = lock(path)
    #expect(TextFile.left(in: folder).map(\.path) == [])
    close(descriptor)
    #expect(TextFile.left(in: folder).map(\.path) == [path])
  }

  @Test func wordsWithoutALockAreLeftWhenTheirProcessIsGone() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let left = try write("edit-\(foreign).md")
    _ = try write("edit-1.md")
    #expect(TextFile.left(in: folder).map(\.path) == [left])
  }

  @Test func whatIsRemovedTakesItsLockWithIt() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = try write("edit-\(foreign).md")
    close(lock(path))
    TextFile(path: path).remove()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
  }

  @Test func theEditorsTextIsHeldUntilItIsForgotten() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let editor = ExternalEditor(folder: folder, environment: ["VISUAL": "true", "PATH": "/usr/bin:/bin"])
    let edited = editor.edit("words")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let path = folder + "/" + (try #require(names.first { $0.hasSuffix(".md") }))
    #expect(edited == .text("words", file: path))
    let other = open(path + ".lock", O_RDWR)
    #expect(flock(other, LOCK_EX | LOCK_NB) != 0, "another program could take it")
    TextFile(path: path).remove()
    #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
    close(other)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
  }
}
