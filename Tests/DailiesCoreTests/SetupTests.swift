import DailiesCore
import TerminalCanvas
import Testing

struct SetupTests {
  private func page(_ desk: Desk) -> SetupScreen.Page? {
    if case .setup(let setup)? = desk.top { setup.page } else { nil }
  }

  @Test func thePagesLeadToTheDemoWithoutAKey() {
    var desk = Place.setup.desk()
    desk.press(.enter, .enter, .enter, .enter)
    #expect(page(desk) == .start)
    desk.press(.enter)
    #expect(desk.effects == [.startDemo])
  }

  @Test func theAnswersAreSavedWithAKey() {
    var desk = Place.setup.desk()
    desk.press(.down, .enter, .control("u"))
    #expect(desk.state.language == .chinese)
    desk.type("https://video.example.com/v1")
    desk.press(.enter)
    desk.paste(" sk-secret\n")
    desk.press(.enter, .enter, .enter)
    let answers = SetupAnswers(
      language: .chinese, baseURL: "https://video.example.com/v1", key: "sk-secret", folder: "/home/ada/Videos/Dailies")
    #expect(desk.effects == [.saveSetup(answers)])
    #expect(page(desk) == .start, "the pages stay until it is saved")
    var service = desk.state.service
    service.hasKey = true
    desk.apply(.setupSaved(SettingsInForce(desk.state.settings, service: service)))
    #expect(desk.state.layers == [])
    #expect(desk.state.service.hasKey)
  }

  @Test func whatCouldNotBeSavedIsSaidOnThePage() {
    var desk = Place.setup.desk()
    let problem = Problem(.settingsFailed, detail: "disk")
    desk.apply(.setupNotSaved(problem))
    guard case .setup(let setup)? = desk.top else {
      Issue.record("the set-up is gone")
      return
    }
    #expect(setup.refusal == Note(problem))
  }

  @Test func escapeGoesBackAPageAndAtTheFirstOneLeaves() {
    var desk = Place.setup.desk()
    desk.press(.enter, .enter)
    desk.type("sk-secret")
    desk.press(.enter, .enter)
    for expected in [SetupScreen.Page.folder, .key, .address, .language] {
      desk.press(.escape)
      #expect(page(desk) == expected)
    }
    desk.press(.enter)
    #expect(desk.state.language == .english, "going back and on changes no answer")
    desk.press(.escape, .escape)
    #expect(desk.state.layers == [])
    #expect(desk.state.focus == .prompt)
  }

  private func refusal(_ desk: Desk) -> String? {
    if case .setup(let setup)? = desk.top { setup.refusal?.text(.english) } else { nil }
  }

  @Test(arguments: ["", "nowhere", "ftp://a.example/v1", "https://ada:pw@a.example/v1", "https://a.example/v1?x=1"])
  func whatIsNoAddressIsRefusedOnItsPage(text: String) {
    var desk = Place.setup.desk()
    desk.press(.enter, .control("u"))
    desk.type(text)
    desk.press(.enter)
    #expect(page(desk) == .address)
    #expect(refusal(desk)?.contains("https://api.example.com/v1") == true)
    #expect(refusal(desk)?.contains("pw") == false)
    desk.press(.backspace)
    desk.press(.control("u"))
    desk.type("https://b.example/v1")
    #expect(refusal(desk) == nil)
    desk.press(.enter)
    #expect(page(desk) == .key)
  }

  @Test func plainHTTPIsForThisMachineAlone() {
    var desk = Place.setup.desk()
    desk.press(.enter, .control("u"))
    desk.type("http://video.example.com/v1")
    desk.press(.enter)
    #expect(page(desk) == .address)
    #expect(refusal(desk)?.hasPrefix("Plain http to video.example.com") == true)
    desk.press(.control("u"))
    desk.type("http://127.0.0.1:8080/v1")
    desk.press(.enter)
    #expect(page(desk) == .key)
  }

  @Test func aFolderThatCannotBeUsedLeadsBackToItsPage() {
    var desk = Place.setup.desk()
    desk.press(.enter, .enter, .enter, .control("u"))
    desk.type("films")
    desk.press(.enter)
    #expect(page(desk) == .folder)
    #expect(refusal(desk) == "A folder begins with / or ~/.")
    desk.press(.control("u"))
    desk.type("/shut/films")
    desk.press(.enter)
    #expect(desk.effects == [.checkFolder("/shut/films")])
    #expect(page(desk) == .start)
    desk.apply(.folderRefused("/elsewhere", reason: "late"))
    #expect(page(desk) == .start, "an answer about another folder changes nothing")
    desk.apply(.folderRefused("/shut/films", reason: "/shut: Permission denied"))
    #expect(page(desk) == .folder)
    #expect(refusal(desk)?.contains("/shut: Permission denied") == true)
  }

  @Test func whatWasTypedIsKeptBeforeTheDemoStarts() {
    var desk = Place.setup.desk()
    desk.press(.enter, .enter)
    desk.type("sk-secret")
    desk.press(.enter, .enter, .up, .enter)
    guard case .saveSetup(let answers)? = desk.effects.first else {
      Issue.record("nothing is kept: \(desk.effects)")
      return
    }
    #expect(answers.key == "sk-secret")
    desk.apply(.setupSaved(desk.state.inForce))
    #expect(desk.effects == [.startDemo])
  }

  @Test func theDemoStartsThoughNothingCouldBeKept() {
    var desk = Place.setup.desk()
    desk.press(.down, .enter, .enter, .enter, .enter, .enter)
    #expect(desk.effects.count == 1)
    desk.apply(.setupNotSaved(Problem(.settingsFailed, detail: "disk")))
    #expect(page(desk) == .start)
    desk.press(.enter)
    #expect(desk.effects == [.startDemo])
  }

  @Test func whoLeavesTheSetupIsToldHowToComeBack() {
    var desk = Place.setup.desk()
    desk.press(.escape)
    #expect(desk.state.layers == [])
    #expect(desk.message.contains("Set up"))
    desk.choose(.setUp)
    #expect(page(desk) == .language)
    guard case .setup(let setup)? = desk.top else { return }
    #expect(setup.folder.text == "/home/ada/Videos/Dailies")
  }

  @Test func theKeyOfAServiceIsChangedInTheSettings() {
    var desk = Desk()
    desk.choose(.showSettings)
    desk.press(.alt("k"))
    #expect(page(desk) == .key)
    desk.press(.enter)
    #expect(desk.effects.isEmpty && page(desk) == .key, "an empty one is none")
    desk.type("sk-other")
    desk.press(.enter)
    guard case .saveSetup(let answers)? = desk.effects.first else {
      Issue.record("nothing is kept")
      return
    }
    #expect(answers.isOfKey && answers.key == "sk-other" && answers.profile == desk.state.service.profile)
    desk.apply(.setupNotSaved(Problem(.settingsFailed, detail: "disk")))
    desk.press(.escape)
    guard case .settings? = desk.top else {
      Issue.record("the settings are gone")
      return
    }
  }

  @Test(arguments: [Place.prompt, .takes, .ledger])
  func theKeyIsChangedWhereverOneStands(place: Place) {
    var desk = place.desk()
    desk.apply(.networkChanged(.keyRefused))
    desk.press(.alt("k"))
    #expect(page(desk) == .key)
    desk.type("sk two")
    desk.press(.enter)
    guard case .setup(let setup)? = desk.top else { return }
    #expect(desk.effects.isEmpty && setup.refusal?.phrase == Strings.setupKeyForm, "a key holds no blank")
    for _ in 0..<4 { desk.press(.backspace) }
    desk.press(.enter)
    desk.apply(.setupSaved(desk.state.inForce))
    #expect(desk.top == nil)
    #expect(desk.state.network == .unknown, "the other key was refused")
    #expect(desk.message.contains("is kept"))
  }

  @Test func theKeyIsInNoDescription() {
    let answers = SetupAnswers(language: .english, baseURL: "https://a.example", key: "sk-secret", folder: "/f")
    for text in ["\(answers)", "\(Effect.saveSetup(answers))", String(reflecting: Effect.saveSetup(answers))] {
      #expect(!text.contains("secret"))
    }
  }

  @Test func anImportNeedsAnID() {
    var desk = Place.importID.desk()
    desk.press(.enter)
    #expect(desk.effects == [])
    desk.press(.character("I"))
    desk.type(" video_1 ")
    desk.press(.enter)
    #expect(desk.effects == [.importTakes(ids: ["video_1"])])
    desk.apply(.importRefused(Problem(.notFound, detail: "video_1")))
    #expect(desk.message.contains("video_1"))
  }
}
