import DailiesCore
import Foundation
import Synchronization
import Testing
import VideosAPI

@testable import DailiesRuntime

/// One at a time, in order, and never longer than it is wanted.
@Suite(.timeLimit(.minutes(5)))
struct FrameLaneTests {
  private static func wish(_ name: String) -> FrameWish {
    FrameWish(path: "/\(name)", .spread(4), size: VideoSize(width: 2, height: 2))
  }

  private static func name(_ action: Action) -> String {
    if case .framesDrawn(let wish, _) = action { wish.path } else { "" }
  }

  /// Runs a lane whose wishes are made by `draw`; what is reported comes out of the stream.
  private static func with(
    _ draw: @escaping FrameLane.Draw, _ body: (FrameLane, WorkCounter, AsyncStream<Action>) async throws -> Void
  ) async throws {
    let work = WorkCounter()
    let (actions, reported) = AsyncStream.makeStream(of: Action.self)
    let lane = FrameLane(work: work, draw: draw) { reported.yield($0) }
    try await withThrowingDiscardingTaskGroup { group in
      group.addTask { await lane.run() }
      try await body(lane, work, actions)
      group.cancelAll()
    }
  }

  @Test func wishesAreMadeOneAfterTheOtherInTheirOrder() async throws {
    let running = Mutex(0)
    try await Self.with { _, report in
      #expect(
        running.withLock {
          $0 += 1
          return $0
        } == 1, "one at a time")
      report(.trouble(.gone))
      running.withLock { $0 -= 1 }
    } _: { lane, work, actions in
      lane.want(["a", "b", "c"].map(Self.wish))
      _ = try await work.waitUntilIdle()
      var made: [String] = []
      for await action in actions {
        made.append(Self.name(action))
        if made.count == 3 { break }
      }
      #expect(made == ["/a", "/b", "/c"])
    }
  }

  @Test func whatIsNoLongerWantedIsBrokenOffAndWhatStillIsGoesOn() async throws {
    let (started, begun) = AsyncStream.makeStream(of: String.self)
    let (release, released) = AsyncStream.makeStream(of: Void.self)
    try await Self.with { wish, report in
      begun.yield(wish.path)
      if wish.path == "/endless" {
        // Ends by its cancellation alone.
        let (never, _) = AsyncStream.makeStream(of: Void.self)
        for await _ in never {}
        return
      }
      if wish.path == "/slow" { for await _ in release { break } }
      if !Task.isCancelled { report(.trouble(.gone)) }
    } _: { lane, work, actions in
      var starts = started.makeAsyncIterator()
      lane.want([Self.wish("endless"), Self.wish("never")])
      #expect(await starts.next() == "/endless")
      lane.want([Self.wish("slow")])
      #expect(await starts.next() == "/slow")
      // It is wanted still, behind another one: it is not begun anew.
      lane.want([Self.wish("other"), Self.wish("slow")])
      released.yield()
      #expect(await starts.next() == "/other")
      _ = try await work.waitUntilIdle()
      var made: [String] = []
      for await action in actions {
        made.append(Self.name(action))
        if made.count == 2 { break }
      }
      #expect(made == ["/slow", "/other"])
    }
  }

  @Test func whatIsWantedAgainWhileItIsBrokenOffIsMadeAnew() async throws {
    let (started, begun) = AsyncStream.makeStream(of: String.self)
    let (release, released) = AsyncStream.makeStream(of: Void.self)
    let runs = Mutex(0)
    try await Self.with { wish, report in
      begun.yield(wish.path)
      let isFirst = runs.withLock { runs in
        runs += 1
        return runs == 1
      }
      // Ends slowly: not by its cancellation alone.
      if isFirst { await Task { for await _ in release { break } }.value }
      if !Task.isCancelled { report(.trouble(.gone)) }
    } _: { lane, work, actions in
      var starts = started.makeAsyncIterator()
      lane.want([Self.wish("a")])
      #expect(await starts.next() == "/a")
      lane.want([Self.wish("b")])
      lane.want([Self.wish("a")])
      released.yield()
      #expect(await starts.next() == "/a")
      _ = try await work.waitUntilIdle()
      for await action in actions {
        #expect(Self.name(action) == "/a")
        break
      }
    }
  }

  @Test func nothingIsLeftUnderWayWhenNothingIsWanted() async throws {
    try await Self.with { _, _ in
      let (never, _) = AsyncStream.makeStream(of: Void.self)
      for await _ in never {}
    } _: { lane, work, _ in
      lane.want([Self.wish("a")])
      lane.want([])
      _ = try await work.waitUntilIdle()
      lane.want([])
      _ = try await work.waitUntilIdle()
    }
  }

  /// The program that makes the pictures is really gone.
  @Test func aFilmThatIsScrolledPastIsNotReadToItsEnd() async throws {
    try await FilmDesk.with { desk in
      let pipe = desk.folder + "/pid"
      #expect(mkfifo(pipe, 0o600) == 0)
      let workshop = desk.workshop(path: try desk.program("echo $$ >'\(pipe)'; exec sleep 1000"))
      try await Self.with({ await workshop.draw($0, report: $1) }) { lane, work, _ in
        lane.want([desk.wish(.run(from: 0, count: 9))])
        // Waits for the program to write into it.
        let said = try await FileWork.run { try FileHandle(forReadingFrom: URL(filePath: pipe)).readToEnd() }
        let pid = said.flatMap { Int32(String(decoding: $0, as: UTF8.self).filter(\.isNumber)) }
        lane.want([])
        _ = try await work.waitUntilIdle()
        #expect(kill(try #require(pid), 0) == -1)
      }
    }
  }
}
