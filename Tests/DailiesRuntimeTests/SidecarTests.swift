import DailiesCore
import DailiesStore
import Foundation
import Testing
import VideosAPI

@testable import DailiesRuntime

@Suite(.timeLimit(.minutes(2)))
struct SidecarTests {
  private func json(_ path: String) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(filePath: path))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func rights(_ path: String) throws -> NSNumber? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
  }

  private func names(beside path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: (path as NSString).deletingLastPathComponent).sorted()
  }

  @Test func whatIsKnownOfAFilmLiesBesideItOnceItIsSaved() async throws {
    try await RunnerStage.with { stage in
      let origin = TakeOrigin(shot: "sc02 sh04", parent: Take.Number(7))
      let takes = await stage.runner.confirm(
        Confirmation([stage.order("a boat\nat dawn")], origin: origin), for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      let saved = try await stage.take(number, in: .saved)
      let film = try #require(saved.filePath)
      let path = Sidecar.path(of: film)
      let fields = try json(path)
      let texts = fields.compactMapValues { $0 as? String }
      #expect(texts["program"] == "dailies" && fields["version"] as? Int == TakeReport.version)
      #expect(texts["take"] == "T001" && texts["state"] == "saved" && texts["id"] == saved.videoID)
      #expect(texts["prompt"] == "a boat\nat dawn" && texts["model"] == saved.order.model)
      #expect(fields["seconds"] as? Int == 4 && texts["size"] == saved.orderedSize?.description)
      #expect(texts["profile"] == "test" && texts["baseURL"] == stage.service.baseURL)
      #expect(texts["shot"] == "sc02 sh04" && texts["parent"] == "T007")
      #expect(texts["savedAt"] == saved.saved.map(TakeReport.text) && texts["recordedAt"] != nil)
      #expect(texts["file"] == (film as NSString).lastPathComponent)
      #expect(fields["filmSeconds"] as? Double == 4 && fields["asOrdered"] as? Bool == true)
      #expect(texts["costSource"] == saved.cost?.source.rawValue && fields["billedSeconds"] as? Double == 4)
      #expect(try !String(contentsOfFile: path, encoding: .utf8).contains("right"), "the key")
      #expect(try rights(path) == rights(film))
      #expect(try names(beside: film) == [(path as NSString).lastPathComponent, texts["file"]])
    }
  }

  @Test func aFileThatIsNotOursIsLeftAloneAndTheFilmIsSavedAllTheSame() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm([stage.order("a boat")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      let saved = try await stage.take(number, in: .saved)
      let film = try #require(saved.filePath)
      let path = Sidecar.path(of: film)
      try "mine".write(toFile: path, atomically: true, encoding: .utf8)
      try FileManager.default.removeItem(atPath: film)
      await stage.runner.save([number])
      let again = try await stage.history.wait {
        if case .takeChanged(let take, _) = $0, take.phase == .saved, take != saved { take } else { nil }
      }
      #expect(again.filePath == film)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
      let note = Note(Strings.sidecarTaken, "T001", path, tone: .attention)
      #expect(stage.history.all.contains(.noted(note)))
      #expect(try names(beside: film).count == 2, "nothing half-written is left")
    }
  }

  @Test func whatIsSaidOfATakeLaterStandsInItsSidecar() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm([stage.order("a boat")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      let saved = try await stage.take(number, in: .saved)
      let film = try #require(saved.filePath)
      let path = Sidecar.path(of: film)
      await stage.runner.edit([number], .set(.verdict(.circled)))
      await stage.runner.edit([number], .tags(.set(["night", "灯笼"])))
      await stage.runner.edit([number], .set(.comment("soft")))
      await stage.runner.edit([number], .set(.shot("gate")))
      _ = try await stage.runner.work.waitUntilIdle()
      let fields = try json(path)
      #expect(fields["verdict"] as? String == "circled" && fields["tags"] as? [String] == ["night", "灯笼"])
      #expect(fields["comment"] as? String == "soft" && fields["shot"] as? String == "gate")
      #expect(fields["program"] as? String == "dailies" && fields["id"] as? String == saved.videoID)
      let act = ListAct([ListAct.Step(number: number, before: .verdict(nil), after: .verdict(.circled))])
      await stage.runner.replay(act, .undone)
      _ = try await stage.runner.work.waitUntilIdle()
      #expect(try json(path)["verdict"] == nil)
    }
  }

  @Test func onlyASidecarOfOursIsWrittenAnewAndNothingIsSaidOfOthers() async throws {
    try await RunnerStage.with { stage in
      let takes = await stage.runner.confirm([stage.order("a boat")], for: stage.service, countdown: 0)
      let number = try #require(takes.first?.number)
      let path = Sidecar.path(of: try #require(try await stage.take(number, in: .saved).filePath))
      try "mine".write(toFile: path, atomically: true, encoding: .utf8)
      await stage.runner.edit([number], .set(.comment("soft")))
      _ = try await stage.runner.work.waitUntilIdle()
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
      try FileManager.default.removeItem(atPath: path)
      await stage.runner.edit([number], .set(.comment("hard")))
      _ = try await stage.runner.work.waitUntilIdle()
      #expect(!FileManager.default.fileExists(atPath: path), "somebody took it away")
      #expect(try await stage.store.take(number)?.comment == "hard")
      #expect(!stage.history.all.contains { if case .noted = $0 { true } else { false } })
    }
  }

  @Test func aCopyOfAFilmHasASidecarOfItsOwnWhereTheFilmHasOne() throws {
    try withTake { take, film in
      let copy = (film as NSString).deletingLastPathComponent + "/T001-2.mp4"
      Sidecar.bring(of: take, beside: copy)
      #expect(try names(beside: film).isEmpty)
      try Sidecar(take).write(beside: film)
      Sidecar.bring(of: take, beside: copy)
      #expect(try names(beside: film) == ["T001-2.json", "T001.json"])
      #expect(try json(Sidecar.path(of: copy))["file"] as? String == "T001-2.mp4")
      #expect(try json(Sidecar.path(of: film))["file"] as? String == "T001.mp4")
    }
  }

  @Test func withoutTheSettingThereIsNone() async throws {
    try await RunnerStage.with { stage in
      var settings = Settings()
      settings.sidecar = false
      await stage.runner.adopt(settings, folder: stage.folder + "/films")
      let takes = await stage.runner.confirm([stage.order("a boat")], for: stage.service, countdown: 0)
      let saved = try await stage.take(try #require(takes.first?.number), in: .saved)
      #expect(try names(beside: try #require(saved.filePath)).count == 1)
    }
  }

  /// A saved take, and a folder for its film.
  private func withTake(_ body: (Take, String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "sidecar-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let order = Order(
      model: "m", prompt: "x", seconds: 4, size: VideoSize(width: 1280, height: 720),
      image: .address("https://me:secret@pictures.example/a.png?x=@"))
    var take = Take(
      number: Take.Number(1), order: order,
      service: Take.Service(profile: "p", baseURL: "https://me:secret@a.example/v1"), phase: .saved,
      recorded: Timestamp(seconds: 0))
    take.videoID = "video_1"
    take.filePath = folder + "/T001.mp4"
    try body(take, folder + "/T001.mp4")
  }

  @Test func noPasswordIsInIt() throws {
    try withTake { take, film in
      try Sidecar(take).write(beside: film)
      let fields = try json(Sidecar.path(of: film))
      #expect(fields["baseURL"] as? String == "https://a.example/v1")
      #expect(fields["image"] as? String == "https://pictures.example/a.png?x=@")
    }
  }

  @Test func anOlderOneOfTheSameVideoIsReplacedAndThatOfAnotherIsNot() throws {
    try withTake { take, film in
      try Sidecar(take).write(beside: film)
      var later = take
      later.tags = ["night"]
      try Sidecar(later).write(beside: film)
      #expect(try json(Sidecar.path(of: film))["tags"] as? [String] == ["night"])
      var other = take
      other.videoID = "video_2"
      #expect(throws: FileFault.self) { try Sidecar(other).write(beside: film) }
      #expect(try json(Sidecar.path(of: film))["id"] as? String == "video_1")
      #expect(try names(beside: film) == ["T001.json"])
    }
  }

  @Test func linksAreNotFollowedAndFilesWithTheNameOfTheUnfinishedOneStay() throws {
    try withTake { take, film in
      let path = Sidecar.path(of: film)
      try Sidecar(take).write(beside: film)
      try FileManager.default.moveItem(atPath: path, toPath: path + ".new1")
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path + ".new1")
      let before = try Data(contentsOf: URL(filePath: path))
      #expect(throws: FileFault.self) { try Sidecar(take).write(beside: film) }
      #expect(try names(beside: film) == ["T001.json", "T001.json.new1"])
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
  }

  @Test func aFolderThatIsGoneIsAFaultOfTheFileAlone() throws {
    try withTake { take, film in
      try FileManager.default.removeItem(atPath: (film as NSString).deletingLastPathComponent)
      let fault = #expect(throws: FileFault.self) { try Sidecar(take).write(beside: film) }
      #expect(fault.map(SystemFile.isTaken) == false)
    }
  }
}
