import DailiesCore
import DemoService
import Foundation
import Testing
import VideosHTTP

@testable import DailiesRuntime

@Suite(.timeLimit(.minutes(2)))
struct SaveRateTests {
  /// Saves takes and gives what was told of them, until each has come to its end.
  private func save(
    _ takes: [Take], in workshop: Workshop, by downloader: Downloader,
    onUpdate: (DownloadUpdate) async -> Void = { _ in }
  ) async -> [DownloadUpdate] {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await downloader.run() }
      for take in takes { await downloader.save(take, to: workshop.folder, named: "{take}") }
      var updates: [DownloadUpdate] = []
      for await update in downloader.updates.each {
        updates.append(update)
        await onUpdate(update)
        if updates.count(where: isEnd) == takes.count { break }
      }
      group.cancelAll()
      return updates
    }
  }

  private func isEnd(_ update: DownloadUpdate) -> Bool {
    switch update {
    case .finished, .cancelled, .failed, .gone: true
    default: false
    }
  }

  /// A clock that stands still: whoever waits on it waits until something else ends that.
  private static let stopped = ClockSource(
    elapsed: { .zero },
    sleep: { _ in
      await Doorbell().wait()
      try Task.checkCancellation()
    }, now: { Timestamp(seconds: 1_760_000_000) })

  @Test func allTransfersTogetherStayWithinTheRateAndTheFilmsAreTheSame() async throws {
    try await Workshop.with {
      $0.filmByteCount = 2_000_000
    } _: { workshop in
      var takes: [Take] = []
      for number in 1...3 { takes.append(try await workshop.readyTake(number)) }
      let clock = workshop.clock.source
      let start = clock.elapsed()
      let downloader = Downloader(limit: 3, rate: DataRate("1 MB"), clock: clock) { _ in workshop.client }
      _ = await save(takes, in: workshop, by: downloader)
      let took = clock.elapsed() - start
      #expect(took >= .milliseconds(5800) && took <= .milliseconds(6200), "\(took)")
      for take in takes { #expect(try await workshop.holds("\(take.number).mp4", the: take)) }
    }
  }

  @Test func aFilmThatIsHeldBackCanBeGivenUpAndGoesOnFromThere() async throws {
    try await Workshop.with {
      $0.filmByteCount = 400_000
    } _: { workshop in
      let take = try await workshop.readyTake(1)
      let id = try #require(take.videoID)
      let downloader = Downloader(limit: 3, rate: DataRate("10 kB"), clock: Self.stopped) { _ in workshop.client }
      let updates = await save([take], in: workshop, by: downloader) { update in
        guard case .progressed(_, let transfer) = update, transfer.bytesReceived > 0 else { return }
        // All of it is on this machine, and only waits to be read: what is asked behind it was answered.
        while workshop.server.counts.filmBytes < 400_000 { await Task.yield() }
        for _ in 0..<20 { _ = try? await workshop.client.retrieve(id) }
        await downloader.cancel(take.number)
      }
      #expect(updates.last == .cancelled(take.number))
      #expect(workshop.length(of: "T001.mp4") == 0)
      let kept = workshop.length(of: "T001.mp4.part")
      // What was under way in one read has come, and no more.
      #expect(kept > 0 && kept < 400_000, "\(kept)")
      let again = Downloader(limit: 3, clock: workshop.clock.source) { _ in workshop.client }
      _ = await save([take], in: workshop, by: again)
      #expect(try await workshop.holds("T001.mp4", the: take))
    }
  }

  @Test func aRateThatIsLiftedHoldsNobodyAnyMore() async throws {
    try await Workshop.with {
      $0.filmByteCount = 2_000_000
    } _: { workshop in
      let take = try await workshop.readyTake(1)
      let downloader = Downloader(limit: 3, rate: DataRate("10 kB"), clock: Self.stopped) { _ in workshop.client }
      var held = 0
      let updates = await save([take], in: workshop, by: downloader) { update in
        guard case .progressed(_, let transfer) = update, transfer.bytesReceived > 0, held == 0 else { return }
        held = workshop.length(of: "T001.mp4.part")
        downloader.limit(to: nil)
      }
      #expect(held > 0 && held < 2_000_000, "on disk while it waits")
      guard case .finished? = updates.last else { return #expect(Bool(false), "\(updates.suffix(1))") }
      #expect(try await workshop.holds("T001.mp4", the: take))
    }
  }
}
