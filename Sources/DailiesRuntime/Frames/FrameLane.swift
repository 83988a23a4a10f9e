package import DailiesCore
import Synchronization

/// Makes the pictures that are wanted, one wish after the other; what is no longer wanted is broken off.
package final class FrameLane: Sendable {
  /// Makes what is wished, tells of it piece by piece, and ends soon after its task is cancelled.
  package typealias Draw = @Sendable (FrameWish, @escaping @Sendable (FrameAnswer) -> Void) async -> Void

  private struct Desk {
    var wishes: [FrameWish] = []
    var current: FrameWish?
    /// Ends what is being made.
    var stop: AsyncStream<Void>.Continuation?
    /// Counted as work.
    var isBusy = false
  }

  private let desk = Mutex(Desk())
  private let draw: Draw
  private let work: WorkCounter
  private let report: @Sendable (Action) -> Void
  private let changes: AsyncStream<Void>
  private let bell: AsyncStream<Void>.Continuation

  package init(work: WorkCounter, draw: @escaping Draw, report: @escaping @Sendable (Action) -> Void) {
    self.work = work
    self.draw = draw
    self.report = report
    (changes, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// From now on these are wanted, in this order, and no others. Returns at once.
  package func want(_ wishes: [FrameWish]) {
    desk.withLock { desk in
      // What is broken off is made anew when it is wanted again before it has ended.
      if let current = desk.current, !wishes.contains(current) {
        desk.stop?.finish()
        desk.current = nil
      }
      desk.wishes = wishes.filter { $0 != desk.current }
      guard !desk.isBusy, !desk.wishes.isEmpty else { return }
      desk.isBusy = true
      work.begin()
    }
    bell.yield()
  }

  /// Works until the task is cancelled.
  package func run() async {
    for await _ in changes {
      while let (wish, stopped) = next() { await make(wish, until: stopped) }
    }
    desk.withLock { $0.wishes = [] }
    _ = next()
  }

  private func next() -> (FrameWish, AsyncStream<Void>)? {
    desk.withLock { desk in
      (desk.current, desk.stop) = (nil, nil)
      guard !desk.wishes.isEmpty else {
        if desk.isBusy { work.end() }
        desk.isBusy = false
        return nil
      }
      let wish = desk.wishes.removeFirst()
      let (stopped, stop) = AsyncStream.makeStream(of: Void.self)
      (desk.current, desk.stop) = (wish, stop)
      return (wish, stopped)
    }
  }

  private func make(_ wish: FrameWish, until stopped: AsyncStream<Void>) async {
    await withDiscardingTaskGroup { group in
      let drawing = group.addTaskUnlessCancelled {
        await self.draw(wish) { self.report(.framesDrawn(wish, $0)) }
        // Ends the wait for the word below.
        self.desk.withLock { $0.stop?.finish() }
      }
      guard drawing else { return }
      for await _ in stopped {}
      group.cancelAll()
    }
  }
}
