import DailiesCore
import DailiesStore
import Foundation
import GRDB
import VideosAPI

/// A folder that is gone when the test is over, and what tests put into a store.
final class StoreWorkshop: Sendable {
  let folder: String
  var path: String { folder + "/dailies.sqlite" }

  init() throws {
    let name = "dailies-store-\(UInt64.random(in: .min ... .max))"
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(name).path + "/state/dailies"
  }

  deinit {
    let top = URL(fileURLWithPath: folder).deletingLastPathComponent().deletingLastPathComponent()
    try? FileManager.default.removeItem(at: top)
  }

  func open(_ owner: Owner = .current(), at second: Int64 = 0) throws -> Store {
    try Store.open(folder: folder, owner: owner, now: .second(second))
  }

  /// A plain connection to the file, for looking behind the store's back.
  func raw() throws -> DatabaseQueue { try DatabaseQueue(path: path) }

  /// A copy of all the store's files as they lie there now, as a power cut would leave them.
  func snapshot() throws -> StoreWorkshop {
    let copy = try StoreWorkshop()
    try FileManager.default.createDirectory(atPath: copy.folder, withIntermediateDirectories: true)
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.copyItem(atPath: folder + "/" + file, toPath: copy.folder + "/" + file)
    }
    return copy
  }

  func mode(of file: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    return (attributes[.posixPermissions] as? Int) ?? -1
  }
}

extension Timestamp {
  /// Seconds after a fixed moment.
  static func second(_ second: Int64) -> Timestamp { Timestamp(seconds: 1_763_900_000 + second) }
}

extension Owner {
  /// A program that ran on this machine and is gone: no process has such a number.
  static func gone(_ token: String) -> Owner {
    var owner = Owner.current()
    owner.token = token
    owner.pid = Int32.max
    return owner
  }

  /// A program on another machine that shares the folder.
  static func elsewhere(_ token: String) -> Owner {
    Owner(token: token, pid: 7, started: "700", place: "another machine")
  }
}

extension Take.Service {
  static let sample = Take.Service(profile: "default", baseURL: "https://video.example/v1")
}

extension Order {
  static func sample(_ prompt: String = "A paper boat on a canal, dawn light") -> Order {
    Order(model: "veo-3.1-fast-generate-001", prompt: prompt, seconds: 8, size: VideoSize(width: 1280, height: 720))
  }
}

extension DraftRecord {
  static func sample(_ text: String) -> DraftRecord {
    DraftRecord(prompt: PromptEditor.Snapshot(text: text), shot: ShotSettings(model: "veo-3.1-fast-generate-001"))
  }
}

extension Store {
  /// Records one take that leaves at once.
  func record(_ prompt: String = "A paper boat", at second: Int64 = 0) async throws -> Take.Number {
    let takes = try await recordIntents(
      [.sample(prompt)], service: .sample, leavesAt: .second(second), now: .second(second))
    return takes[0].number
  }

  /// Records one take and brings it to the phase in which the service works on it.
  func recordAccepted(_ prompt: String = "A paper boat", id: String, at second: Int64 = 0) async throws -> Take.Number {
    let number = try await record(prompt, at: second)
    _ = try await change(number, now: .second(second)) { $0.startSending(at: .second(second)) }
    _ = try await change(number, now: .second(second)) {
      $0.createEnded(.accepted(Video(id: id, statusWord: "processing"), cost: nil), at: .second(second))
    }
    return number
  }
}
