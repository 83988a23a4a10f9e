import DailiesCore
import Testing

@testable import DailiesRuntime

struct DownloadQueueTests {
  private func number(_ value: Int) -> Take.Number { Take.Number(value) }

  @Test func filmsStartInTurnAndNoMoreAtOnceThanAllowed() {
    var queue = DownloadQueue(limit: 2)
    for value in [3, 1, 2] { queue.add(number(value)) }
    #expect(queue.next(at: .zero) == .start(number(3)))
    #expect(queue.next(at: .zero) == .start(number(1)))
    #expect(queue.next(at: .zero) == .idle)
    queue.ended(number(3))
    #expect(queue.next(at: .zero) == .start(number(2)))
  }

  @Test func aFilmThatWaitsForItsNextTryLetsOthersGoFirst() {
    var queue = DownloadQueue(limit: 1)
    queue.add(number(1), notBefore: .seconds(5))
    #expect(queue.next(at: .zero) == .wait(until: .seconds(5)))
    queue.add(number(2))
    #expect(queue.next(at: .zero) == .start(number(2)))
    queue.ended(number(2))
    #expect(queue.next(at: .seconds(5)) == .start(number(1)))
  }

  @Test func whatHasASmallerRankGoesFirstAndCanBeMoved() {
    var queue = DownloadQueue(limit: 9)
    for value in [5, 3, 4] { queue.add(number(value), rank: value) }
    queue.move(number(5), to: 1)
    queue.move(number(9), to: 0)
    let steps = (0..<4).map { _ in queue.next(at: .zero) }
    #expect(steps == [.start(number(5)), .start(number(3)), .start(number(4)), .idle])
  }

  @Test func aFilmIsInTheQueueOnce() {
    var queue = DownloadQueue(limit: 5)
    queue.add(number(1))
    queue.add(number(1))
    #expect(queue.next(at: .zero) == .start(number(1)))
    queue.add(number(1))
    #expect(queue.next(at: .zero) == .idle)
    #expect(queue.contains(number(1)))
  }

  @Test func aFilmTakenOutDoesNotStartUnlessItIsWantedAgain() {
    var queue = DownloadQueue(limit: 1)
    queue.add(number(1))
    #expect(queue.remove(number(1)) == true)
    #expect(queue.remove(number(1)) == false)
    #expect(queue.next(at: .zero) == .idle)
    queue.add(number(1), notBefore: .seconds(1))
    #expect(queue.next(at: .zero) == .wait(until: .seconds(1)))
  }
}
