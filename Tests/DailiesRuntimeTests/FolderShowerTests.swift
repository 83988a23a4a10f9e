import DailiesCore
import DailiesRuntime
import Foundation
import Testing

@Suite(.timeLimit(.minutes(1)))
struct FolderShowerTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "film".write(toFile: folder + "/a, b.mp4", atomically: true, encoding: .utf8)
  }

  /// A program that writes its last arguments into a file of its name, and ends as told.
  private func program(_ name: String, code: Int) throws -> String {
    let path = folder + "/" + name
    let script = "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$0.said\"\nexit \(code)\n"
    try script.write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  private func said(_ name: String) -> [String]? {
    (try? String(contentsOfFile: folder + "/" + name + ".said", encoding: .utf8))?
      .split(separator: "\n").map { String($0) }
  }

  @Test func theFileManagerIsAskedToSelectTheFilm() async throws {
    let shower = FolderShower(
      messenger: try program("messenger", code: 0), opener: try program("opener", code: 0))
    #expect(await shower.show(folder + "/a, b.mp4") == nil)
    #expect(said("messenger")?.contains("org.freedesktop.FileManager1.ShowItems") == true)
    #expect(
      said("messenger")?.contains { $0.hasPrefix("array:string:file:///") && $0.hasSuffix("/a%2C%20b.mp4") } == true)
    #expect(said("opener") == nil)
    try FileManager.default.removeItem(atPath: folder)
  }

  @Test func theFolderIsOpenedWhereNoFileManagerAnswers() async throws {
    let shower = FolderShower(
      messenger: try program("messenger", code: 1), opener: try program("opener", code: 0))
    #expect(await shower.show(folder + "/a, b.mp4") == nil)
    #expect(said("opener") == [folder])
    try FileManager.default.removeItem(atPath: folder)
  }

  @Test func itIsSaidWhenNothingShowsFoldersOrTheFilmIsGone() async throws {
    let shower = FolderShower(messenger: folder + "/none", opener: folder + "/none")
    #expect(await shower.show(folder + "/a, b.mp4")?.phrase == Strings.noFileManager)
    #expect(await shower.show(folder + "/gone.mp4") == Note(Problem(.fileMissing, detail: folder + "/gone.mp4")))
    try FileManager.default.removeItem(atPath: folder)
  }
}
