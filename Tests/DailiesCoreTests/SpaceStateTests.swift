import DailiesCore
import Testing

/// What the screens say while the disk is nearly full.
struct SpaceStateTests {
  private static func shortage(_ numbers: Int..., free: Int64 = 312_000_000) -> SpaceShortage {
    SpaceShortage(takes: Set(numbers.map { Take.Number($0) }), folder: "/films", free: free)
  }

  @Test func itIsToldOnceStandsMeanwhileAndIsToldToBeOver() {
    var desk = Desk(takes: [Desk.take(1, .saving), Desk.take(2, .saving)])
    let start = desk.state.log.count
    desk.apply(.spaceChanged(Self.shortage(1)))
    desk.apply(.spaceChanged(Self.shortage(1, 2)))
    desk.apply(.spaceChanged(Self.shortage(1, 2, free: 311_000_000)))
    #expect(desk.state.log.count == start + 1)
    #expect(
      desk.state.standingNote?.text(.english)
        == "Disk nearly full, 311 MB free: 2 films wait until there is room.")
    desk.apply(.spaceChanged(nil))
    #expect(desk.state.log.dropFirst(start).last?.text(.english) == "There is room on the disk again: saving goes on.")
    #expect(desk.state.standingNote == nil)
  }
}
