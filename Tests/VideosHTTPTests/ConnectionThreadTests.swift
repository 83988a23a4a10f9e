import NIOPosix
import Testing
import VideosHTTP

@Suite struct ConnectionThreadTests {
  private static var isThere: Bool { MultiThreadedEventLoopGroup.currentEventLoop != nil }

  private nonisolated func look() async -> Bool { Self.isThere }

  @Test func whatIsRunThereAndItsChildrenStayThere() async {
    await ConnectionThread.run {
      #expect(Self.isThere)
      #expect(await look())
      await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<20 { group.addTask { await look() } }
        for await isThere in group { #expect(isThere) }
      }
    }
    #expect(await !look())
  }

  @Test func whatIsCancelledThereEnds() async {
    let task = Task {
      await ConnectionThread.run {
        // Nothing ever comes: only the cancellation ends it.
        for await _ in AsyncStream<Void>.makeStream().stream {}
        return Task.isCancelled
      }
    }
    task.cancel()
    #expect(await task.value)
  }
}
