import Testing

@testable import NCursesTerminal

struct ForesightTests {
  @Test(arguments: [
    (Foresight.none, [true], [false], Foresight.none), (.next, [true, true], [true, false], .none),
    // The next key may come again as well, before there is a frame of it.
    (.next, [false, true], [false, false], .missed),
  ])
  func theFrameComesOnceAndWithItsKeyAlone(
    _ before: Foresight, _ keys: [Bool], _ sent: [Bool], _ after: Foresight
  ) {
    var foresight = before
    var answers: [Bool] = []
    for isRepeated in keys { answers.append(foresight.meet(isRepeated: isRepeated)) }
    #expect(answers == sent)
    #expect(foresight == after)
  }
}
