import DailiesCore
import TerminalCanvas
import Testing

struct CompareTests {
  private func take(_ number: Int, parent: Int? = nil) -> Take {
    var take = Desk.take(number, .saved, "prompt \(number)")
    if let parent { take.origin = TakeOrigin(parent: Take.Number(parent)) }
    return take
  }

  private func desk(_ takes: Take...) -> Desk { Desk(takes: takes.sorted { $0.number > $1.number }) }

  private func pair(_ desk: Desk) -> [Int]? {
    if case .compare(let screen)? = desk.top { [screen.left.number.value, screen.right.number.value] } else { nil }
  }

  @Test func twoMarkedTakesStandBesideEachOtherTheOlderAtTheLeft() {
    var desk = desk(take(1), take(2), take(3))
    desk.press(.character(" "), .down, .character(" "), .character("c"))
    #expect(pair(desk) == [1, 3])
  }

  @Test func oneMarkedTakeStandsBesideTheSelectedOne() {
    var desk = desk(take(1), take(2), take(3))
    desk.press(.character(" "), .character("c"))
    #expect(pair(desk) == [2, 3])
  }

  @Test func withoutMarksATakeStandsBesideTheOneItCameFrom() {
    var desk = desk(take(1), take(2), take(3, parent: 1))
    desk.press(.character("c"))
    #expect(pair(desk) == [1, 3])
  }

  @Test func whereOnlyOneIsKnownItSaysWhatToMark() {
    var desk = desk(take(1), take(2))
    desk.press(.character("c"))
    #expect(desk.top == nil)
    #expect(desk.message == "Mark another take with Space: then c shows it beside T002.")
    #expect(desk.state.obstacle(to: .compare) != nil)
    desk.press(.character("V"), .character(" "))
    var many = self.desk(take(1), take(2), take(3))
    many.press(.character("V"), .character("c"))
    #expect(many.message == "Two takes can be compared, and 3 are marked.")
  }

  @Test func takesThatAreNotAtHandAreAskedFor() {
    var desk = desk(take(2), take(9, parent: 1))
    desk.press(.character("c"))
    #expect(desk.effects == [.findTakes([Take.Number(1), Take.Number(9)], for: .compare)])
    desk.apply(.takesFound([take(1), take(9, parent: 1)], missing: [], for: .compare))
    #expect(pair(desk) == [1, 9])
  }

  @Test func theVerdictIsForTheSideInFront() {
    var desk = desk(take(1), take(2, parent: 1))
    desk.press(.character("c"), .character("-"))
    #expect(desk.effects == [.changeTakes([Take.Number(2)], .set(.verdict(.noGood)))])
    desk.carryOutEdits()
    desk.press(.tab, .character("+"))
    #expect(desk.effects == [.changeTakes([Take.Number(1)], .set(.verdict(.circled)))])
    desk.carryOutEdits()
    guard case .compare(let screen)? = desk.top else {
      Issue.record("no comparison")
      return
    }
    #expect([screen.left.verdict, screen.right.verdict] == [.circled, .noGood])
    desk.press(.character("o"))
    #expect(desk.effects == [.play(path: "/films/T001.mp4")])
    desk.press(.character("d"), .escape)
    #expect(desk.top == nil)
  }

  @Test func linesNameTheTwo() {
    var desk = desk(take(1), take(2), take(3, parent: 2))
    desk.beginListening()
    desk.say("compare 1 2")
    #expect(pair(desk) == [1, 2])
    desk.say("back")
    desk.say("compare 3")
    desk.apply(.takesFound([take(3, parent: 2)], missing: [], for: .compare))
    #expect(pair(desk) == [2, 3])
    desk.say("no good")
    #expect(desk.effects.contains(.changeTakes([Take.Number(3)], .set(.verdict(.noGood)))))
  }
}
