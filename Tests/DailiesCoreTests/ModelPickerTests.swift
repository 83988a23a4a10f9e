import DailiesCore
import TerminalCanvas
import Testing

struct ModelPickerTests {
  private func desk(hasKey: Bool = true) -> Desk {
    var desk = Desk(hasKey: hasKey, models: ["veo", "sora"])
    desk.press(.escape, .character("m"))
    return desk
  }

  private func picker(_ desk: Desk) -> ModelPicker? {
    if case .models(let picker)? = desk.top { picker } else { nil }
  }

  @Test func theModelOfTheDraftIsSelectedFirst() {
    var desk = desk()
    desk.press(.down, .enter)
    #expect(desk.state.shot.model == "sora")
    desk.press(.character("m"), .enter)
    #expect(desk.state.shot.model == "sora")
  }

  @Test func theServiceIsAskedForItsListByARow() {
    var desk = desk()
    desk.press(.down, .down, .enter)
    #expect(desk.effects == [.loadModels])
    #expect(picker(desk)?.asking == .underWay)
    desk.apply(.modelsLoaded(["sora", "kling-2"], profile: "default"))
    #expect(picker(desk)?.entries(desk.state.models) == [.model("veo"), .model("sora"), .model("kling-2")])
    desk.type("kling")
    desk.press(.enter)
    #expect(desk.state.shot.model == "kling-2")
    #expect(desk.state.models == ["veo", "sora", "kling-2"], "it stays a choice")
  }

  @Test func aListOfAnotherServiceIsNotTaken() {
    var desk = desk()
    desk.apply(.modelsLoaded(["kling-2"], profile: "other"))
    #expect(picker(desk)?.listed == [])
  }

  @Test func aServiceThatDoesNotTellCanBeAskedAgain() {
    var desk = desk()
    desk.press(.down, .down, .enter)
    desk.apply(.modelsNotLoaded(Problem(.unreachable, detail: "connection refused")))
    guard case .failed(let note)? = picker(desk)?.asking else { return #expect(Bool(false), "no word of it") }
    #expect(note.text(.english).contains("connection refused"))
    desk.press(.end, .down, .down, .down, .enter)
    #expect(desk.effects == [.loadModels])
  }

  @Test func withoutAKeyNobodyIsAsked() {
    var desk = desk(hasKey: false)
    desk.press(.down, .down, .enter)
    #expect(desk.effects == [])
  }
}
