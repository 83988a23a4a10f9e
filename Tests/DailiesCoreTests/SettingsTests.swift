import DailiesCore
import TerminalCanvas
import Testing

/// The settings layer.
struct SettingsTests {
  /// A desk with the layer open and narrowed to one setting.
  private func desk(_ name: String) -> Desk {
    var desk = Desk()
    desk.press(.escape, .character(","))
    desk.type(name)
    return desk
  }

  private func screen(_ desk: Desk) -> SettingsScreen? {
    for case .settings(let screen) in desk.state.layers { return screen }
    return nil
  }

  private func answer(_ desk: Desk) -> String? { screen(desk)?.answer?.text(desk.state.language) }

  @Test func everySettingIsListedAndFoundByNameAndByEitherHelp() {
    let rows = Desk().state.settingRows
    #expect(rows.count == Settings.fields.count + Profile.fields.count)
    for typed in ["countdown", "撤回的秒数", "taken back"] {
      var screen = SettingsScreen()
      screen.chooser.insert(typed)
      #expect(screen.matches(rows).map(\.name) == ["countdown"], "\(typed)")
    }
  }

  @Test func aFlagIsToggledByEnterAndKept() {
    var desk = desk("autosave")
    desk.press(.enter)
    #expect(desk.effects == [.saveSetting(SettingChange(["autosave"], .flag(false)))])
    #expect(!desk.state.settings.savesAutomatically)
    desk.press(.left)
    #expect(desk.state.settings.savesAutomatically)
  }

  @Test func numbersGoUpAndDownWithinTheirRange() {
    var desk = desk("countdown")
    desk.press(.right, .right)
    #expect(desk.state.settings.countdown == 7)
    for _ in 0..<9 { desk.press(.left) }
    #expect(desk.state.settings.countdown == 0)
    #expect(desk.effects == [], "there is nothing below to keep")
  }

  @Test func aTypedNumberIsTakenWhenItFits() {
    var desk = desk("countdown")
    desk.press(.enter, .control("u"))
    desk.type("99")
    desk.press(.enter)
    guard case .line(let entry)? = desk.top else { return #expect(Bool(false), "the field is gone") }
    #expect(entry.refusal?.text(.english) == "That does not fit; allowed: a whole number from 0 to 30.")
    desk.press(.control("u"))
    desk.type("12")
    desk.press(.enter)
    #expect(desk.effects == [.saveSetting(SettingChange(["countdown"], .number(12)))])
    #expect(screen(desk) != nil)
  }

  @Test func anEmptyFieldIsTheDefaultAgain() {
    var desk = desk("file_name")
    desk.press(.enter)
    desk.type("-x")
    desk.press(.enter)
    #expect(desk.state.settings.fileName == Settings().fileName + "-x")
    desk.press(.enter, .control("u"), .enter)
    #expect(desk.effects == [.saveSetting(SettingChange(["file_name"], nil))])
    #expect(desk.state.settings.fileName == Settings().fileName)
  }

  @Test func theLanguageChangesAtOnce() {
    var desk = desk("lang")
    desk.press(.left)
    #expect(desk.state.language == .chinese)
    #expect(desk.effects == [.saveSetting(SettingChange(["lang"], .text("zh-Hans")))])
    desk.press(.right)
    #expect(desk.state.language == .english, "auto is the language of the system")
  }

  @Test func theMouseChangesAtOnce() {
    var desk = desk("mouse")
    desk.press(.enter)
    #expect(desk.effects == [.reportMouse(false), .saveSetting(SettingChange(["mouse"], .flag(false)))])
    #expect(!desk.state.isMouseOn)
  }

  @Test func whatHoldsLaterSaysSo() {
    var desk = desk("downloads")
    desk.press(.right)
    #expect(answer(desk) == "Kept; it holds from the next start on.")
  }

  @Test func whatRanksAboveIsNotChangedHere() {
    var desk = desk("countdown")
    var inForce = desk.state.inForce
    inForce.origins["countdown"] = .file(path: "/home/ada/.config/dailies/config.toml", line: 3)
    desk.apply(.settingsLoaded(inForce))
    desk.press(.right)
    #expect(desk.effects == [])
    #expect(desk.state.settings.countdown == 5)
    #expect(
      answer(desk)
        == "config.toml, line 3 sets it and ranks above: change it there.")
  }

  @Test func whatCouldNotBeKeptIsAsItWas() {
    var desk = desk("countdown")
    desk.press(.right)
    desk.apply(.settingNotSaved(["countdown"], Problem(.settingsFailed, detail: "the disk is full")))
    #expect(desk.state.settings.countdown == 5)
    #expect(answer(desk)?.contains("the disk is full") == true)
  }

  @Test func anOlderAnswerDoesNotUndoALaterChange() {
    var desk = desk("countdown")
    desk.press(.right)
    var first = desk.state.inForce
    first.settings.countdown = 6
    desk.press(.right)
    desk.apply(.settingsLoaded(first))
    #expect(desk.state.settings.countdown == 7)
    first.settings.countdown = 7
    desk.apply(.settingsLoaded(first))
    #expect(desk.state.settings.countdown == 7)
  }

  @Test func whatWasChangedForThisRunOnlyOutlivesAChangeOfAnotherSetting() {
    var desk = Desk()
    desk.press(.function(3), .character("A"))
    #expect(!desk.state.settings.savesAutomatically)
    var inForce = desk.state.inForce
    inForce.settings.countdown = 9
    desk.apply(.settingsLoaded(inForce))
    #expect(!desk.state.settings.savesAutomatically)
    #expect(desk.state.settings.countdown == 9)
  }

  @Test func theRowOfTheProfileOpensItsPicker() {
    var desk = desk("The profile to use")
    desk.press(.right)
    guard case .profiles? = desk.top else { return #expect(Bool(false), "no picker") }
    desk.press(.escape)
    #expect(screen(desk) != nil)
  }

  @Test func theDemoListsNoSettingsOfServices() {
    var desk = Desk()
    var inForce = desk.state.inForce
    inForce.service.isDemo = true
    desk.apply(.settingsLoaded(inForce))
    #expect(desk.state.settingRows.allSatisfy { $0.path.count == 1 && $0.name != "profile" })
  }

  @Test func aSettingIsFoundByWhatItIsCalledInWords() {
    let rows = Settings().rows()
    #expect(rows.filter { $0.matches("limit of a day") }.map(\.path.last) == ["day_hard"])
    #expect(rows.filter { $0.matches("当日限额") }.map(\.path.last) == ["day_hard"])
  }

  @Test func theNameOfAFilmHasOnlyFieldsThatThereAre() {
    var settings = Settings()
    let before = settings.fileName
    guard case .refused(let allowed) = settings.assign(["file_name"], .text("{take}-{prompt}")) else {
      Issue.record("it was taken")
      return
    }
    #expect(allowed.text(.english).contains("{take} {shot} {date}"))
    #expect(settings.fileName == before)
    #expect(settings.assign(["file_name"], .text("{shot}-{take} {draft")) == .done)
  }
}
