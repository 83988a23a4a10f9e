import DailiesCore
import DemoService
import Foundation
import Testing
import VideosAPI
import VideosHTTP

@testable import DailiesRuntime

struct DownloaderTests {
  private static let name = "T001-A-paper-boat-on-a-canal.mp4"

  private func save(
    _ takes: [Take], in workshop: Workshop, limit: Int = 3, client: VideosClient? = nil,
    onUpdate: (Downloader, DownloadUpdate) async -> Void = { _, _ in }
  ) async -> [DownloadUpdate] {
    let downloader = Downloader(limit: limit, clock: workshop.clock.source) { _ in client ?? workshop.client }
    return await workshop.save(takes, with: downloader, onUpdate: onUpdate)
  }

  @Test func aFilmIsSavedUnderItsNameWithNothingLeftBeside() async throws {
    try await Workshop.with { workshop in
      let take = try await workshop.readyTake(1)
      let updates = await save([take], in: workshop)
      let film = try await workshop.film(of: take)
      #expect(updates.first == .started(take.number))
      #expect(
        updates.last
          == .finished(
            take.number, path: "\(workshop.folder)/\(Self.name)", bytes: Int64(film.count),
            film: Take.FilmFacts(width: 1280, height: 720, seconds: 4, hasSound: true)))
      #expect(workshop.files == [Self.name])
      #expect(try workshop.bytes(of: Self.name) == film)
    }
  }

  @Test func aCutTransferGoesOnWhereItStoppedAndTheFilmIsTheSame() async throws {
    try await Workshop.with {
      $0.filmByteCount = 3_000_000
      $0.faults = FaultPlan(content: [.cutAfter(bytes: 1_000_000), .cutAfter(bytes: 700_000)])
    } _: { workshop in
      let take = try await workshop.readyTake(1)
      var here: [Int] = []
      var sent = 0
      let updates = await save([take], in: workshop) { _, update in
        guard case .waiting = update else { return }
        here.append(workshop.length(of: "\(Self.name).part"))
        sent = workshop.server.counts.filmBytes
      }
      #expect(updates.problems.map(\.kind) == [.unreachable, .unreachable])
      #expect(here == here.sorted() && here.count == 2 && (here.first ?? 0) > 0)
      #expect(workshop.server.counts.filmBytes - sent == 3_000_000 - (here.last ?? 0))
      #expect(updates.last?.isFinished == true)
      #expect(try await workshop.holds(Self.name, the: take))
    }
  }

  @Test func aPartialFilmOfAnEarlierRunIsFoundAgainWhateverTheTemplateSaysNow() async throws {
    try await Workshop.with {
      $0.filmByteCount = 2_000_000
      $0.faults = FaultPlan(content: [.cutAfter(bytes: 1_500_000)])
    } _: { workshop in
      let take = try await workshop.readyTake(1)
      _ = await save([take], in: workshop) { downloader, update in
        if case .waiting = update { await downloader.cancel(take.number) }
      }
      #expect(workshop.files == ["\(Self.name).part", "\(Self.name).part.json"])
      let here = workshop.length(of: "\(Self.name).part")
      let sent = workshop.server.counts.filmBytes
      var renamed = take
      renamed.order.prompt = "Another name"
      let updates = await save([renamed], in: workshop)
      #expect(updates.last?.isFinished == true)
      #expect(here > 0 && workshop.server.counts.filmBytes - sent == 2_000_000 - here)
      #expect(try await workshop.holds(Self.name, the: take))
    }
  }

  @Test func aCompletePartialFilmIsPutInPlaceWithoutAskingAgain() async throws {
    try await Workshop.with { workshop in
      let take = try await workshop.readyTake(1)
      let film = try await workshop.film(of: take)
      try workshop.write(film, to: "\(Self.name).part")
      let record = PartialRecord(take: take, address: nil, etag: "\"x\"", length: Int64(film.count))
      try record.write("\(workshop.folder)/\(Self.name).part.json")
      let requests = workshop.server.counts.contentRequests
      let updates = await save([take], in: workshop)
      #expect(updates.last?.isFinished == true)
      #expect(workshop.server.counts.contentRequests == requests)
      #expect(workshop.files == [Self.name])
    }
  }

  @Test func aFilmThatAnEarlierRunHadNamedAlreadyIsNotSavedTwice() async throws {
    try await Workshop.with { workshop in
      let take = try await workshop.readyTake(1)
      let film = try await workshop.film(of: take)
      try workshop.write(film, to: "\(Self.name).part")
      try FileManager.default.linkItem(
        atPath: "\(workshop.folder)/\(Self.name).part", toPath: "\(workshop.folder)/\(Self.name)")
      let record = PartialRecord(take: take, address: nil, etag: "\"x\"", length: Int64(film.count))
      try record.write("\(workshop.folder)/\(Self.name).part.json")
      let updates = await save([take], in: workshop)
      #expect(updates.last?.path == "\(workshop.folder)/\(Self.name)")
      #expect(workshop.files == [Self.name])
    }
  }

  @Test func aFilmThatIsInPlaceAlreadyIsNotKeptTwice() async throws {
    try await Workshop.with { workshop in
      // As after a kill between putting it in place and writing that down.
      let take = try await workshop.readyTake(1)
      let paths = [await save([take], in: workshop).last?.path, await save([take], in: workshop).last?.path]
      #expect(paths == [String](repeating: "\(workshop.folder)/\(Self.name)", count: 2))
      #expect(workshop.files == [Self.name])
    }
  }

  @Test func twoTakesOfOneNumberInOneFolderDoNotMeet() async throws {
    try await Workshop.with { workshop in
      let first = try await workshop.readyTake(1)
      let second = try await workshop.readyTake(1, size: VideoSize(width: 720, height: 1280))
      let updates = await save([first], in: workshop) + save([second], in: workshop)
      #expect(updates.compactMap(\.path).count == 2)
      #expect(workshop.files == ["T001-A-paper-boat-on-a-canal-2.mp4", Self.name])
    }
  }

  @Test func anErrorInPlaceOfAFilmIsReadAndTheFilmWaitedFor() async throws {
    try await Workshop.with {
      $0.faults = FaultPlan(content: [.errorAsFilm, .errorAsFilm])
    } _: { workshop in
      let take = try await workshop.readyTake(1)
      let updates = await save([take], in: workshop)
      #expect(updates.problems.map(\.detail).allSatisfy { $0.contains("not ready yet") })
      #expect(updates.problems.count == 2)
      #expect(updates.last?.isFinished == true)
    }
  }

  @Test func aFilmThatIsNotFinishedIsWaitedFor() async throws {
    try await Workshop.with { workshop in
      let take = try await workshop.order(1)
      let updates = await save([take], in: workshop) { _, update in
        if case .waiting = update { workshop.serviceClock.advance(by: 20) }
      }
      #expect(updates.last?.isFinished == true)
      #expect(!updates.problems.isEmpty)
    }
  }

  @Test func aPassingFaultIsTriedAgainAfterTheWaitTheServiceNames() async throws {
    try await Workshop.with {
      $0.faults = FaultPlan(content: [.status(429, headers: ["retry-after": "40"])])
    } _: { workshop in
      let take = try await workshop.readyTake(1)
      let updates = await save([take], in: workshop)
      #expect(updates.last?.path == "\(workshop.folder)/\(Self.name)")
      #expect(workshop.files == [Self.name])
      #expect(workshop.clock.source.elapsed() >= .seconds(40))
    }
  }

  @Test(arguments: [("demo-withhold", Problem.Kind.withheld), ("demo-expire", .expired)])
  func aFilmThatIsNotToBeHadIsGoneAtOnce(word: String, kind: Problem.Kind) async throws {
    try await Workshop.with { workshop in
      let take = try await workshop.readyTake(1, prompt: "A boat \(word)")
      let updates = await save([take], in: workshop)
      guard case .gone(_, let problem) = updates.last else { return #expect(Bool(false), "\(updates)") }
      #expect(problem.kind == kind)
      #expect(workshop.server.counts.contentRequests == 1)
      #expect(workshop.files.isEmpty)
    }
  }

  @Test func theAddressOfTheFilmItselfIsTheSecondChoice() async throws {
    try await Workshop.with {
      $0.faults = FaultPlan(content: [.status(410, body: #"{"detail":"Video has expired"}"#)])
    } _: { workshop in
      var take = try await workshop.readyTake(1)
      let id = try #require(take.videoID?.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
      take.filmAddress = "\(workshop.server.baseURL)/videos/\(id)/content"
      let updates = await save([take], in: workshop)
      #expect(updates.problems.map(\.kind) == [.expired])
      #expect(updates.last?.isFinished == true)
    }
  }

  @Test func whenBothChoicesFailTheFirstOneIsTold() async throws {
    try await Workshop.with { workshop in
      var take = try await workshop.readyTake(1, prompt: "demo-withhold")
      take.filmAddress = "\(workshop.server.baseURL)/nowhere"
      let updates = await save([take], in: workshop)
      guard case .gone(_, let problem) = updates.last else { return #expect(Bool(false), "\(updates)") }
      #expect(problem.kind == .withheld)
    }
  }

  @Test func noMoreFilmsAreFetchedAtOnceThanAllowed() async throws {
    try await Workshop.with {
      $0.filmByteCount = 4_000_000
    } _: { workshop in
      var takes: [Take] = []
      for number in 1...8 { takes.append(try await workshop.readyTake(number)) }
      let updates = await save(takes, in: workshop, limit: 2)
      #expect(updates.count(where: \.isFinished) == 8)
      #expect(workshop.server.counts.greatestFilmsAtOnce <= 2)
      #expect(workshop.files.count == 8)
    }
  }

  @Test func aCancelledTransferKeepsItsBytesAndTellsNothingElse() async throws {
    try await Workshop.with {
      $0.filmByteCount = 50_000_000
      $0.faults = FaultPlan(content: [.cutAfter(bytes: 1_000_000), .silence])
    } _: { workshop in
      let take = try await workshop.readyTake(1)
      var tries = 0
      var kept: [UInt8]?
      let updates = await save([take], in: workshop) { downloader, update in
        if case .waiting = update { kept = try? workshop.bytes(of: "\(Self.name).part") }
        if case .started = update { tries += 1 }
        if tries == 2 { await downloader.cancel(take.number) }
      }
      #expect(updates.last == .cancelled(take.number))
      #expect(workshop.files == ["\(Self.name).part", "\(Self.name).part.json"])
      #expect(kept?.isEmpty == false)
      #expect(try workshop.bytes(of: "\(Self.name).part") == kept)
    }
  }

  @Test func aPartialFileThatAnotherProgramHasIsLeftAlone() async throws {
    try await Workshop.with { workshop in
      let take = try await workshop.readyTake(1)
      let other = try PartialFile.open(for: take, in: workshop.folder, stem: "T001-A-paper-boat-on-a-canal")
      defer { other.close() }
      try other.startOver(PartialRecord(take: take, address: nil, etag: nil, length: nil))
      let updates = await save([take], in: workshop)
      guard case .failed(_, let problem) = updates.last else { return #expect(Bool(false), "\(updates)") }
      #expect(problem.kind == .fileFailed)
    }
  }

  @Test func aFullDiskIsToldAsSuch() throws {
    let descriptor = try SystemFile.open("/dev/full", isNew: false)
    defer { SystemFile.close(descriptor) }
    let fault = #expect(throws: FileFault.self) {
      try [UInt8](repeating: 1, count: 4096).withUnsafeBytes {
        try SystemFile.write($0, to: descriptor, at: 0, path: "/dev/full")
      }
    }
    #expect(fault.map { Problem($0).kind } == .diskFull)
  }
}
