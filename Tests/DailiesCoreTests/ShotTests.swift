import DailiesCore
import TerminalCanvas
import Testing
import VideosAPI

struct ShotTests {
  private func desk(_ row: ShotRow) -> Desk {
    var desk = Desk(models: ["veo", "sora", "wan"])
    desk.press(.tab)
    while desk.state.shotRow.rawValue > row.rawValue { desk.press(.up) }
    while desk.state.shotRow.rawValue < row.rawValue { desk.press(.down) }
    return desk
  }

  @Test func arrowsGoBetweenRowsAndStopAtTheEnds() {
    var desk = desk(.model)
    desk.press(.up, .character("k"))
    #expect(desk.state.shotRow == .model)
    for _ in 0..<9 { desk.press(.character("j")) }
    #expect(desk.state.shotRow == .takes)
  }

  @Test func everyRowChangesByArrowsAndDigits() {
    var desk = desk(.length)
    desk.press(.right)
    #expect(desk.state.shot.seconds == 12)
    desk.press(.right)
    #expect(desk.state.shot.seconds == 4, "round the corner")
    desk.press(.left)
    #expect(desk.state.shot.seconds == 12)
    for (digit, seconds) in [("1", 4), ("2", 8), ("3", 12), ("9", 12), ("0", 12)] {
      desk.press(.character(Character(digit)))
      #expect(desk.state.shot.seconds == seconds)
      #expect(desk.state.focus == .shot, "in the settings a digit shows no screen")
    }
    desk.press(.down)
    for (index, size) in VideoSize.known.enumerated() {
      desk.press(.character(Character(String(index + 1))))
      #expect(desk.state.shot.size == size)
    }
    desk.press(.up, .up, .character("2"))
    #expect(desk.state.shot.model == "sora")
    desk.press(.left, .left)
    #expect(desk.state.shot.model == "wan")
  }

  @Test func theNumberOfTakesStaysWithinItsRange() {
    var desk = desk(.takes)
    desk.press(.left)
    #expect(desk.state.shot.takes == 1)
    for _ in 0..<30 { desk.press(.right) }
    #expect(desk.state.shot.takes == 20)
    desk.press(.character("3"), .character("+"), .character("-"), .character("-"))
    #expect(desk.state.shot.takes == 2)
  }

  @Test func altKeysChangeTheNextChoiceWhileWriting() {
    var desk = Desk(models: ["veo", "sora"])
    desk.press(.alt("l"), .alt("s"), .alt("m"))
    #expect(desk.state.shot.seconds == 12)
    #expect(desk.state.shot.size == VideoSize.known[1])
    #expect(desk.state.shot.model == "sora")
    #expect(desk.state.prompt.isEmpty)
    #expect(desk.state.focus == .prompt)
  }

  @Test func aModelCanBeTyped() {
    var desk = desk(.model)
    desk.press(.enter)
    desk.type(" kling-2 ")
    desk.press(.enter)
    #expect(desk.state.shot.model == "kling-2")
    #expect(desk.state.layers == [])
    desk.press(.right)
    #expect(desk.state.shot.model == "veo", "round the corner")
    desk.press(.left)
    #expect(desk.state.shot.model == "kling-2", "a typed model stays a choice")
    desk.press(.character("m"), .enter)
    #expect(desk.state.shot.model == "kling-2", "an empty name changes nothing")
  }

  @Test func belowTheTextStandTheSettings() {
    var desk = Desk(80, 24)
    desk.type("one line")
    desk.press(.escape, .down)
    #expect(desk.state.focus == .shot)
    desk = Desk(80, 24)
    for _ in 0..<30 { desk.press(.enter) }
    desk.press(.escape)
    for _ in 0..<30 { desk.press(.up) }
    desk.press(.down)
    #expect(desk.state.focus == .promptPane, "there is more text to see first")
    desk.press(.character("+"))
    #expect(desk.state.shot.takes == 2)
  }

  @Test func spaceChoosesInTheRow() {
    var desk = desk(.length)
    desk.press(.character(" "))
    #expect(desk.state.shot.seconds == 12)
    desk.press(.down, .down, .character(" "))
    #expect(desk.state.context == .image)
  }

  @Test func everySettingReachesTheOrder() {
    var desk = Desk(models: ["veo"])
    desk.type("dawn")
    desk.press(.alt("l"), .alt("s"), .function(6))
    desk.type("https://example.com/a.png")
    desk.press(.enter, .function(5), .enter)
    let order = Order(
      model: "veo", prompt: "dawn", seconds: 12, size: VideoSize.known[1], image: .address("https://example.com/a.png"))
    #expect(desk.effects.confirmed == [[order]])
  }
}
