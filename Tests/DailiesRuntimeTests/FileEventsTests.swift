import DailiesRuntime
import Foundation
import Testing

@Suite(.timeLimit(.minutes(1)))
struct FileEventsTests {
  @Test func whoMayReadAFileOfAFolderIsHeardOf() async throws {
    let folder = NSTemporaryDirectory() + "events-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = FileManager.default.createFile(atPath: folder + "/key", contents: Data("sk-1".utf8))
    var events = FileEvents.stream([(folder, .entries)]).makeAsyncIterator()
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder + "/key")
    #expect(await events.next() != nil)
  }

  @Test func aStoreThatIsALinkIsHeardOf() async throws {
    let folder = NSTemporaryDirectory() + "events-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["/kept", "/state"] {
      try FileManager.default.createDirectory(atPath: folder + name, withIntermediateDirectories: true)
    }
    try Data().write(to: URL(fileURLWithPath: folder + "/kept/dailies.sqlite"))
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/state/dailies.sqlite", withDestinationPath: "../kept/dailies.sqlite")
    var events = StoreWatcher.writes(to: folder + "/state/dailies.sqlite").makeAsyncIterator()
    let journal = try #require(fopen(folder + "/kept/dailies.sqlite-journal", "w"))
    fclose(journal)
    #expect(await events.next() != nil)
  }
}
