import DailiesCore
import DemoService
import Foundation
import Synchronization
import Testing
import VideosHTTP

@testable import DailiesRuntime

/// Every way in which a transfer goes wrong ends in the film, byte for byte, or in a message, with all that had arrived
/// still here. `TransferCase.all` is the table of what a service does, `LocalCase.all` that of what happens here. A
/// program that is killed in the middle, and goes on, is in `KillTests`.
@Suite(.timeLimit(.minutes(5)))
struct TransferMatrixTests {
  @Test(arguments: TransferCase.all)
  func theServicesFaultsEndInTheFilmOrInAMessage(row: TransferCase) async throws {
    try await Workshop.with {
      $0.filmByteCount = TransferCase.filmBytes
    } _: { workshop in
      let take = try await workshop.readyTake(1)
      let film = try await workshop.film(of: take)
      try await lay(row, of: film, for: take, in: workshop)
      workshop.server.faults.withLock { plan in
        plan.queued[.content] = row.faults.map { workshop.placed($0, take) }
        plan.always[.content] = row.then
      }
      let asked = workshop.server.counts.contentRequests
      var options = VideosClient.Options()
      if row.isSilent { options.contentSilenceLimit = .seconds(2) }
      let client = VideosClient(
        address: try ServiceAddress(workshop.server.baseURL), key: try APIKey(Workshop.key), options: options)
      let updates = await workshop.save(take, by: client) { _, update in
        guard case .waiting(_, let problem, _) = update else { return }
        #expect(workshop.keeps(film.prefix(row.here)), "before another try")
        expectClear(problem)
      }
      await client.shutdown()
      if let requests = row.requests { #expect(workshop.server.counts.contentRequests - asked == requests) }
      workshop.server.faults.withLock { $0 = FaultPlan() }
      try expect(row.ending, updates, film: film, in: workshop)
      if row.ending != .film { #expect(workshop.keeps(film.prefix(row.here)), "\(workshop.files)") }
    }
  }

  @Test(arguments: LocalCase.all)
  func whatHappensHereEndsInTheFilmOrInAMessage(row: LocalCase) async throws {
    try await Workshop.with {
      $0.filmByteCount = TransferCase.filmBytes
    } _: { workshop in
      let take = try await workshop.readyTake(1)
      var stage = LocalCase.Stage(workshop: workshop, take: take, film: try await workshop.film(of: take))
      workshop.server.faults.withLock { $0.queued[.content] = row.faults }
      try await row.before(&stage)
      let folder = row.folder.map { $0.hasPrefix("/") ? $0 : "\(workshop.folder)/\($0)" }
      let updates = await workshop.save(stage.take, on: row.free, to: folder, named: row.template)
      let known = row.files ?? workshop.files
      try expect(row.ending, updates, film: stage.film, files: known, in: workshop)
      #expect(known.allSatisfy { $0.utf8.count <= 255 })
      #expect(try row.isLeftAlone(stage))
    }
  }

  /// From https nobody is led down to http, where the film would be.
  @Test func aServiceOverHTTPSDoesNotLeadToPlainHTTP() async throws {
    try await Workshop.with { workshop in
      var take = try await workshop.readyTake(1)
      take.filmAddress = "\(workshop.server.baseURL)/videos/x/content"
      let secure = workshop.server.baseURL.replacing("http:", with: "https:")
      let client = VideosClient(address: try ServiceAddress(secure), key: try APIKey(Workshop.key))
      let updates = await workshop.save(take, by: client)
      await client.shutdown()
      guard case .failed(_, let problem) = updates.last else { return #expect(Bool(false), "\(updates)") }
      #expect(problem.kind == .insecure)
      expectClear(problem)
      #expect(workshop.server.counts.contentRequests == 0)
    }
  }

  private func lay(_ row: TransferCase, of film: [UInt8], for take: Take, in workshop: Workshop) async throws {
    guard row.here > 0 else { return }
    let tag =
      switch row.record {
      case .strong: try await workshop.client.content(take.videoID ?? "").etag
      case .otherTag: "\"long-gone\""
      case .untagged: nil as String?
      }
    try workshop.lay(film.prefix(row.here), tag: tag, length: film.count, for: take)
  }

  private func expect(
    _ ending: TransferCase.Ending, _ updates: [DownloadUpdate], film: [UInt8], files: [String]? = nil,
    in workshop: Workshop
  ) throws {
    switch (ending, updates.last) {
    case (.film, .finished(_, let path, _, _)?):
      #expect(try Data(contentsOf: URL(filePath: path)) == Data(film))
      #expect(workshop.files == files ?? [LocalCase.name])
    case (.told(let kind), .failed(_, let problem)?), (.gone(let kind), .gone(_, let problem)?):
      #expect(problem.kind == kind, "\(problem)")
      expectClear(problem)
      if let files { #expect(workshop.files == files) }
      #expect(!workshop.files.contains { $0.hasSuffix(".mp4") })
    case (_, let last):
      Issue.record("\(String(describing: last))")
    }
  }
}

/// A sentence in each language, which says what, why and what next, and no key.
private func expectClear(_ problem: Problem, sourceLocation: SourceLocation = #_sourceLocation) {
  let texts = Language.allCases.map { Note(problem).text($0) }
  #expect(texts.allSatisfy { $0.count > 12 } && Set(texts).count == 2, "\(texts)", sourceLocation: sourceLocation)
  #expect(!texts.joined().contains(Workshop.key), sourceLocation: sourceLocation)
}
