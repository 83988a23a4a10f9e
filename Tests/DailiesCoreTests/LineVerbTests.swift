import DailiesCore
import TerminalCanvas
import Testing
import VideosAPI

/// Commands of the line that take an argument.
struct LineVerbTests {
  private func desk(_ typed: String, change: (inout Settings) -> Void = { _ in }) -> Desk {
    var settings = Settings()
    settings.profiles["work"] = Profile()
    change(&settings)
    var desk = Desk(settings: settings)
    desk.press(.escape, .character(":"))
    desk.type(typed)
    return desk
  }

  private func text(_ desk: Desk) -> String? {
    if case .commandLine(let entry)? = desk.top { entry.line.text } else { nil }
  }

  private func refusal(_ desk: Desk) -> Phrase? {
    if case .commandLine(let entry)? = desk.top { entry.refusal?.phrase } else { nil }
  }

  @Test func aProfileIsChosenByItsName() {
    var desk = desk("profile work")
    desk.press(.enter)
    #expect(desk.effects == [.useProfile("work")])
    #expect(desk.top == nil)
  }

  @Test func tabCompletesTheWordAndThenItsArguments() {
    var desk = desk("prof")
    desk.press(.tab)
    #expect(text(desk) == "profile ")
    desk.type("w")
    desk.press(.tab)
    #expect(text(desk) == "profile work")
    desk.press(.enter)
    #expect(desk.effects == [.useProfile("work")])
  }

  @Test func aProfileThatIsNotThereIsSaidAndTheLineStays() {
    var desk = desk("profile home")
    desk.press(.enter)
    #expect(refusal(desk) == Strings.noSuchProfile)
    #expect(text(desk) == "profile home")
  }

  @Test func theWordAloneOpensWhereOneChooses() {
    var desk = desk("profile")
    desk.press(.enter)
    guard case .profiles? = desk.top else {
      Issue.record("no picker: \(desk.state.layers)")
      return
    }
  }

  @Test func theLanguageIsSwitchedAndKept() {
    var desk = desk("lang zh")
    desk.press(.enter)
    #expect(desk.state.language == .chinese)
    #expect(desk.effects == [.saveSetting(SettingChange(["lang"], .text("zh-Hans")))])
  }

  @Test(arguments: [("set countdown 9", "countdown"), ("set  COUNTDOWN 9".lowercased(), "countdown")])
  func aSettingIsChangedByItsName(typed: String, name: String) {
    var desk = desk(typed)
    desk.press(.enter)
    #expect(desk.state.settings.countdown == 9)
    #expect(desk.effects == [.saveSetting(SettingChange([name], .number(9)))])
    #expect(desk.message == Strings.settingIs(.english, name, "9"))
  }

  @Test func aValueThatDoesNotFitLeavesTheSettingAndTheLine() {
    var desk = desk("set countdown soon")
    desk.press(.enter)
    #expect(desk.state.settings.countdown == 5)
    #expect(refusal(desk) == Strings.settingRefused)
    #expect(desk.effects == [])
  }

  @Test func theValuesOfASettingAreCompleted() {
    var desk = desk("set autosave f")
    desk.press(.tab)
    #expect(text(desk) == "set autosave false")
    desk.press(.enter)
    #expect(!desk.state.settings.savesAutomatically)
  }

  @Test func whatRanksAboveIsSaidInsteadOfChanged() {
    var desk = desk("set countdown 9")
    var loaded = desk.state.inForce
    loaded.origins["countdown"] = .file(path: "/c/config.toml", line: 3)
    desk.apply(.settingsReread(loaded))
    desk.press(.enter)
    #expect(desk.state.settings.countdown == 5)
    #expect(refusal(desk) == Strings.settingOutranked)
  }

  @Test func whatStandsBesideThePromptIsChosenByTheLineToo() {
    var desk = desk("length 12")
    desk.press(.enter, .character(":"))
    desk.type("size 720x1280")
    desk.press(.enter, .character(":"))
    desk.type("takes 3")
    desk.press(.enter, .character(":"))
    desk.type("model some-other-model")
    desk.press(.enter)
    #expect(desk.state.shot.seconds == 12)
    #expect(desk.state.shot.size == VideoSize(width: 720, height: 1280))
    #expect(desk.state.shot.takes == 3)
    #expect(desk.state.shot.model == "some-other-model")
    #expect(desk.state.models.contains("some-other-model"))
  }

  @Test func aNameWithABlankForItsUnderscoreIsStillACommand() {
    var desk = desk("set up")
    desk.press(.enter)
    guard case .setup? = desk.top else {
      Issue.record("no set-up: \(desk.state.layers)")
      return
    }
  }

  @Test func nothingButTheDraftIsChangedByALineThatFails() {
    for typed in ["length 5", "size wide", "takes 0", "set nothing 1", "lang fr"] {
      var desk = desk(typed)
      let (shot, settings) = (desk.state.shot, desk.state.settings)
      desk.press(.enter)
      #expect(refusal(desk) != nil, "\(typed)")
      #expect(desk.state.shot == shot)
      #expect(desk.state.settings == settings)
      #expect(desk.effects == [])
    }
  }
}
