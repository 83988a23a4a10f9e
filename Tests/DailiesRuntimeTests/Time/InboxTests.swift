import Testing

@testable import DailiesRuntime

struct GatheringTests {
  @Test func whatCameMeanwhileIsHandedOnTogetherAndInOrder() async {
    let (stream, teller) = AsyncStream.makeStream(of: Int.self)
    let gathering = Gathering<Int>()
    for number in 1...5 { teller.yield(number) }
    teller.finish()
    await gathering.gather(stream)
    #expect(await gathering.next() == [1, 2, 3, 4, 5])
    #expect(await gathering.next() == nil)
  }

  @Test func itWaitsForTheFirstOnly() async {
    let (stream, teller) = AsyncStream.makeStream(of: Int.self)
    let gathering = Gathering<Int>()
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await gathering.gather(stream) }
      teller.yield(1)
      #expect(await gathering.next() == [1])
      teller.yield(2)
      #expect(await gathering.next() == [2])
      teller.finish()
      #expect(await gathering.next() == nil)
    }
  }

  @Test func whoIsCancelledWaitsNoMore() async {
    let gathering = Gathering<Int>()
    let waiting = Task { await gathering.next() }
    waiting.cancel()
    #expect(await waiting.value == nil)
  }
}
