import DailiesCore
import TerminalCanvas
import Testing

/// Several services.
struct ProfileTests {
  /// A desk with a second profile, `work`, whose model is another one.
  private func desk() -> Desk {
    var desk = Desk()
    var inForce = desk.state.inForce
    var work = Profile()
    work.baseURL = "https://work.example/v1"
    work.models = ["sora-2"]
    inForce.settings.profiles["work"] = work
    desk.apply(.settingsLoaded(inForce))
    return desk
  }

  /// What the program answers when a profile was chosen.
  private func chosen(_ name: String, _ state: State) -> SettingsInForce {
    var inForce = state.inForce
    inForce.settings.profile = name
    inForce.service.profile = name
    inForce.service.host = "work.example"
    inForce.service.baseURL = "https://work.example/v1"
    return inForce
  }

  @Test func thePickerBeginsAtTheProfileInUse() {
    var desk = desk()
    desk.press(.escape, .character("p"), .enter)
    #expect(desk.effects == [], "it is in use already")
    #expect(desk.state.layers == [])
  }

  @Test func choosingAProfileMovesNewTakesToItsService() {
    var desk = desk()
    desk.choose(.chooseProfile)
    desk.type("work")
    desk.press(.enter)
    #expect(desk.effects == [.useProfile("work")])
    #expect(desk.state.service.profile == "default", "not before it is so")
    desk.apply(.settingsLoaded(chosen("work", desk.state)))
    #expect(desk.state.service.profile == "work")
    #expect(desk.state.settings.chosenProfile.models == ["sora-2"])
    #expect(desk.message == "New takes go to work (work.example).")
  }

  @Test func aModelThatOnlyTheOtherServiceOffersGivesWay() {
    var desk = desk()
    desk.apply(.settingsLoaded(chosen("work", desk.state)))
    #expect(desk.state.shot.model == "sora-2")
  }

  @Test func aModelThatWasTypedStays() {
    var desk = desk()
    desk.press(.escape, .character("m"))
    desk.type("my-model")
    desk.press(.enter)
    desk.apply(.settingsLoaded(chosen("work", desk.state)))
    #expect(desk.state.shot.model == "my-model")
  }

  @Test func whenAnotherFileNamesTheProfileTheChoiceIsForThisRun() {
    var desk = desk()
    var inForce = chosen("work", desk.state)
    inForce.origins["profile"] = .flag("--profile")
    desk.apply(.settingsLoaded(inForce))
    #expect(
      desk.message == "New takes go to work (work.example) in this run; the next start uses what --profile says.")
  }

  @Test func addingAServiceAsksForNameAddressAndKey() {
    var desk = desk()
    desk.press(.escape, .character("p"))
    desk.type("home")
    desk.press(.enter)
    guard case .line(let entry)? = desk.top else { return #expect(Bool(false), "no field") }
    #expect(entry.line.text == "home", "what was looked for is the name")
    desk.press(.enter)
    desk.type("https://home.example/v1")
    desk.press(.enter)
    desk.paste("sk-home")
    desk.press(.enter)
    let answers = SetupAnswers(
      profile: "home", language: .english, baseURL: "https://home.example/v1", key: "sk-home", folder: "")
    #expect(desk.effects == [.saveSetup(answers)])
    desk.apply(.setupSaved(chosen("home", desk.state)))
    #expect(desk.state.layers == [])
  }

  @Test(arguments: [("work", "There is a profile work already."), ("a b", "That is no name")])
  func aNameThatCannotBeIsRefused(name: String, reason: String) {
    var desk = desk()
    desk.press(.escape, .character("p"), .end, .down, .down, .down, .enter)
    desk.type(name)
    desk.press(.enter)
    guard case .line(let entry)? = desk.top else { return #expect(Bool(false), "the field is gone") }
    #expect(entry.refusal?.text(.english).hasPrefix(reason) == true)
  }

  @Test func anAddressThatIsNoneStaysOnItsPage() {
    var desk = desk()
    desk.press(.escape, .character("p"))
    desk.type("home")
    desk.press(.enter, .enter)
    desk.type("home.example")
    desk.press(.enter)
    guard case .setup(let setup)? = desk.top else { return #expect(Bool(false), "the page is gone") }
    #expect(setup.page == .address)
    #expect(setup.refusal != nil)
    desk.press(.escape)
    #expect(desk.state.layers == [], "Esc leaves it, and nothing is added")
  }

  @Test func theDemoHasOneServiceOnly() {
    var desk = desk()
    var inForce = desk.state.inForce
    inForce.service.isDemo = true
    desk.apply(.settingsLoaded(inForce))
    desk.press(.escape, .character("p"))
    #expect(desk.state.layers == [])
    #expect(desk.message == Strings.setupNotInDemo.english)
  }
}
