import Testing

@testable import DailiesRuntime

struct InboxTests {
  private let inbox = Inbox<Int>()

  @Test func whatCameMeanwhileIsHandedOnTogetherAndInOrder() async {
    for number in 1...5 { inbox.put(number) }
    #expect(await inbox.next() == [1, 2, 3, 4, 5])
  }

  @Test func itWaitsForTheFirstOnly() async {
    await withTaskGroup(of: [Int]?.self) { group in
      for number in 1...3 {
        group.addTask { [inbox] in await inbox.next() }
        inbox.put(number)
        #expect(await group.next() == [number])
      }
    }
  }

  @Test func whoIsCancelledWaitsNoMore() async {
    let waiting = Task { [inbox] in await inbox.next() }
    waiting.cancel()
    #expect(await waiting.value == nil)
  }
}

extension Inbox {
  /// The elements one after the other. Who stops reading loses what came together with the last.
  var each: Each { Each(inbox: self) }

  struct Each: AsyncSequence, AsyncIteratorProtocol {
    let inbox: Inbox
    private var ahead: ArraySlice<Element> = []

    init(inbox: Inbox) { self.inbox = inbox }

    func makeAsyncIterator() -> Each { self }

    mutating func next() async -> Element? {
      if ahead.isEmpty { ahead = await inbox.next()?[...] ?? [] }
      return ahead.popFirst()
    }
  }
}
