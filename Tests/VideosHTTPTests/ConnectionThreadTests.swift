import NIOPosix
import Testing
import VideosHTTP

@Suite struct ConnectionThreadTests {
  private actor Bound {
    nonisolated var unownedExecutor: UnownedSerialExecutor { ConnectionThread.questions.asUnownedSerialExecutor() }
    private(set) var calls = 0

    /// - Returns: Whether it was done on a thread of connections.
    func call() -> Bool {
      calls += 1
      return ConnectionThreadTests.isThere
    }
  }

  private static var isThere: Bool { MultiThreadedEventLoopGroup.currentEventLoop != nil }

  private nonisolated func look() async -> Bool { Self.isThere }

  @Test func whatIsRunThereAndItsChildrenStayThere() async {
    await ConnectionThread.next.run {
      #expect(Self.isThere)
      #expect(await look())
      await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<20 { group.addTask { await look() } }
        for await isThere in group { #expect(isThere) }
      }
    }
    #expect(await !look())
  }

  @Test func whoCallsAnActorThatIsBoundToOneComesBack() async {
    let bound = Bound()
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<400 {
        if number.isMultiple(of: 2) {
          group.addTask(executorPreference: ConnectionThread.questions) {
            let isThere = await bound.call()
            return isThere && Self.isThere
          }
        } else {
          group.addTask {
            let isThere = await bound.call()
            return isThere && !Self.isThere
          }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
    #expect(await bound.calls == 400)
  }

  @Test func whatIsCancelledThereEnds() async {
    let task = Task {
      await ConnectionThread.next.run {
        do { try await Task.sleep(for: .seconds(3600)) } catch { return true }
        return false
      }
    }
    task.cancel()
    #expect(await task.value)
  }
}
