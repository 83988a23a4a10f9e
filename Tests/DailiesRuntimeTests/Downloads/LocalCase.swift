import DailiesCore
import DemoService
import Foundation
import Testing
import VideosHTTP

@testable import DailiesRuntime

/// What goes wrong on this machine while a film is saved, and how it has to end. `all` is the table.
struct LocalCase: Sendable, CustomTestStringConvertible {
  /// Where it happens.
  struct Stage: Sendable {
    let workshop: Workshop
    var take: Take
    let film: [UInt8]

    var part: String { "\(LocalCase.name).part" }

    /// The first bytes of the film are here, from an earlier run.
    func lay(_ bytes: Int, and more: [UInt8] = []) async throws {
      let tag = try await workshop.client.content(take.videoID ?? "").etag
      try workshop.lay(film.prefix(bytes) + more, tag: tag, length: film.count, for: take)
    }

    /// Saves until the first try has failed, and gives it up.
    func saveInPart() async {
      _ = await workshop.save(take) { downloader, update in
        if case .waiting = update { await downloader.cancel(take.number) }
      }
    }
  }

  static let name = "T001-A-paper-boat-on-a-canal.mp4"
  private static let second = "T001-A-paper-boat-on-a-canal-2.mp4"

  let name: String
  var faults: [Fault] = []
  var template = "{take}-{words}"
  /// Absolute, or inside the folder of the films; nil: that folder.
  var folder: String?
  /// Bytes free on the disk; nil: as it is.
  var free: Int64?
  let ending: TransferCase.Ending
  /// What lies in the folder of the films afterwards; nil: one film, under whatever name.
  var files: [String]? = [LocalCase.name]
  var before: @Sendable (inout Stage) async throws -> Void = { _ in }
  /// Whether all that was to be left alone was.
  var isLeftAlone: @Sendable (Stage) throws -> Bool = { _ in true }

  var testDescription: String { name }

  private static let cut: [Fault] = [.cutAfter(bytes: 200_000)]

  static let all: [LocalCase] = [
    LocalCase(name: "the folder is not there yet", ending: .film),
    LocalCase(
      name: "the folder goes away between two pieces", faults: cut, ending: .film,
      before: { stage in
        await stage.saveInPart()
        try FileManager.default.removeItem(atPath: stage.workshop.folder)
      }),
    LocalCase(
      name: "a file where the folder should be", folder: "file/films", ending: .told(.folderNotWritable),
      files: ["file"], before: { try $0.workshop.write([1], to: "file") },
      isLeftAlone: { try $0.workshop.bytes(of: "file") == [1] }),
    LocalCase(
      name: "a folder that nobody may write to, root neither", folder: "/sys/films", ending: .told(.folderNotWritable),
      files: []),
    LocalCase(
      name: "no room for the rest of a film", free: 299_999, ending: .told(.diskFull),
      files: [name + ".part", name + ".part.json"], before: { try await $0.lay(300_000) },
      isLeftAlone: { $0.workshop.keeps($0.film.prefix(300_000)) }),
    LocalCase(name: "no room for a film", free: 599_999, ending: .told(.diskFull), files: []),
    LocalCase(name: "just room enough", free: 600_000, ending: .film),
    LocalCase(
      name: "a name that is too long", template: String(repeating: "长", count: 300) + "{words}", ending: .film,
      files: nil),
    LocalCase(
      name: "a name that leads out of the folder", template: "../../{take}", ending: .film, files: ["T001.mp4"]),
    LocalCase(name: "a name of nothing", template: "...", ending: .film, files: ["T001.mp4"]),
    LocalCase(
      name: "a name that is another one only by its capitals", ending: .film,
      files: [second, "t001-a-PAPER-boat-on-a-canal.MP4"],
      before: { try $0.workshop.write([1], to: "t001-a-PAPER-boat-on-a-canal.MP4") },
      isLeftAlone: { try $0.workshop.bytes(of: "t001-a-PAPER-boat-on-a-canal.MP4") == [1] }),
    LocalCase(
      name: "the name is taken between two pieces", faults: cut, ending: .film, files: [second, name],
      before: { stage in
        await stage.saveInPart()
        try stage.workshop.write([9], to: name)
      }, isLeftAlone: { try $0.workshop.bytes(of: name) == [9] }),
    LocalCase(
      name: "a clock before 1970", template: "{date}-{time}-{take}", ending: .film, files: nil,
      before: { $0.take.sent = Timestamp(seconds: -500_000_000) }),
    LocalCase(
      name: "a clock in the year 9999", template: "{date}-{time}-{take}", ending: .film, files: nil,
      before: { $0.take.sent = Timestamp(seconds: 253_370_764_800) }),
    LocalCase(
      name: "somebody wrote into the partial film", faults: cut, ending: .film,
      before: { stage in
        await stage.saveInPart()
        var bytes = try stage.workshop.bytes(of: stage.part)
        bytes[bytes.count / 2] ^= 1
        try stage.workshop.write(bytes, to: stage.part)
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: stage.workshop.folder + "/" + stage.part)
      }),
    LocalCase(
      name: "the partial film is longer than the film", ending: .film,
      before: { try await $0.lay(TransferCase.filmBytes, and: [1, 2, 3]) }),
    LocalCase(
      name: "the partial film has lost its end", ending: .film,
      before: { stage in
        try await stage.lay(300_000)
        try stage.workshop.write(Array(stage.film.prefix(1000)), to: stage.part)
      }),
    LocalCase(
      name: "its record cannot be read", ending: .film, files: [second, name + ".part", name + ".part.json"],
      before: { stage in
        try await stage.lay(300_000)
        try stage.workshop.write(Array("{".utf8), to: stage.part + ".json")
      }, isLeftAlone: { $0.workshop.keeps($0.film.prefix(300_000)) }),
    LocalCase(
      name: "the partial film of another take has the name", ending: .film,
      files: [second, name + ".part", name + ".part.json"],
      before: { stage in
        var other = stage.take
        other.videoID = "another"
        try stage.workshop.lay(stage.film.prefix(300_000), tag: "\"x\"", length: stage.film.count, for: other)
      }, isLeftAlone: { $0.workshop.keeps($0.film.prefix(300_000)) }),
    LocalCase(
      name: "a link in place of the partial film", ending: .told(.fileFailed),
      files: [name + ".part", name + ".part.json", "target"],
      before: { stage in
        try await stage.lay(300_000)
        let part = stage.workshop.folder + "/" + stage.part
        try stage.workshop.write([7], to: "target")
        try FileManager.default.removeItem(atPath: part)
        try FileManager.default.createSymbolicLink(atPath: part, withDestinationPath: "target")
      }, isLeftAlone: { try $0.workshop.bytes(of: "target") == [7] }),
    LocalCase(
      name: "a folder in place of the partial film", ending: .told(.fileFailed),
      files: [name + ".part", name + ".part.json"],
      before: { stage in
        try await stage.lay(300_000)
        let part = stage.workshop.folder + "/" + stage.part
        try FileManager.default.removeItem(atPath: part)
        try FileManager.default.createDirectory(atPath: part, withIntermediateDirectories: false)
      }),
  ]
}
