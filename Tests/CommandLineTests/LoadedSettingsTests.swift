import DailiesCore
import Foundation
import Testing
import VideosAPI

@testable import dailies

struct LoadedSettingsTests {
  private func load(
    _ config: String, written: String = "", environment: [String: String] = [:],
    flags: LoadedSettings.Flags = LoadedSettings.Flags()
  ) throws -> LoadedSettings {
    let folder = try TemporaryFolder()
    try folder.write(config, to: "config.toml")
    try folder.write(written, to: "settings.toml")
    return try LoadedSettings(folder: folder.path, environment: environment, flags: flags)
  }

  @Test func withoutAnythingTheDefaultsHold() throws {
    let folder = try TemporaryFolder()
    let loaded = try LoadedSettings(folder: folder.path)
    #expect(loaded.settings == Settings())
    #expect(loaded.warnings.isEmpty)
    #expect(loaded.refusal == nil)
    #expect(loaded.explain("countdown")?.origin == .standard)
  }

  @Test func eachSourceOverrulesTheOnesBelowIt() throws {
    let written = "lang = \"en\"\ncountdown = 1\nmouse = false\n"
    let config = "lang = \"zh-Hans\"\ncountdown = 2\n"
    #expect(try load("", written: written).settings.countdown == 1)
    #expect(try load(config, written: written).settings.countdown == 2)
    let environment = ["DAILIES_COUNTDOWN": "3", "DAILIES_LANG": "en", "DAILIES_PLAYER": ""]
    let loaded = try load(config, written: written, environment: environment, flags: .init(language: "zh-Hans"))
    #expect(loaded.settings.countdown == 3)
    #expect(loaded.settings.language == .chinese)
    #expect(!loaded.settings.mouse)
    #expect(loaded.settings.player == nil)
    let explanation = try #require(loaded.explain("lang"))
    #expect(explanation.value == "\"zh-Hans\"")
    #expect(explanation.origin == .flag("--lang"))
    #expect(explanation.overruled.first == .environment("DAILIES_LANG"))
    #expect(explanation.overruled.count == 3)
  }

  @Test func everySettingCanBeReadFromTheFileAndExplained() throws {
    let config = """
      lang = "en"
      countdown = 30
      autosave = false
      folder = "~/Films"
      file_name = "{take}"
      sidecar = false
      downloads = 16
      save_rate = "2 MB"
      creates = 8
      queries = 64
      queries_per_second = 1000
      most_rows = 100
      ctrl_y = "yank"
      pictures = "blocks"
      mouse = false
      title = false
      motion = false
      notify = "command"
      notify_command = "notify-send {text}"
      player = "mpv --loop"
      frame_cache_mb = 50
      profile = "work"
      [profiles.work]
      base_url = "http://example.com/v1"
      models = ["one", "two"]
      allow_plain_http = true
      image_as = "multipart"
      currency = "CNY"
      day_soft = "60"
      day_hard = "80"
      month_soft = "500"
      month_hard = "600.50"
      day_seconds_hard = 160
      month_seconds_hard = 1600
      proxy = "socks5://127.0.0.1:1080"
      key_command = "pass show work"
      live_takes = 6
      prompt_limit = 4000
      """
    let loaded = try load(config)
    #expect(loaded.warnings.isEmpty)
    let names = Set(loaded.names)
    #expect(names.isSuperset(of: Settings.fields.map(\.name)))
    for name in names where !name.hasPrefix("profiles.default.") {
      let origin = try #require(loaded.explain(name)).origin
      #expect(origin != .standard, "\(name)")
    }
    var expected = Profile()
    expected.baseURL = "http://example.com/v1"
    expected.models = ["one", "two"]
    expected.allowsPlainHTTP = true
    expected.imageAs = "multipart"
    expected.currency = "CNY"
    (expected.daySoft, expected.dayHard) = ("60", "80")
    (expected.monthSoft, expected.monthHard) = ("500", "600.50")
    (expected.daySecondsHard, expected.monthSecondsHard) = (160, 1600)
    expected.proxy = "socks5://127.0.0.1:1080"
    expected.keyCommand = "pass show work"
    (expected.liveTakes, expected.promptLimit) = (6, 4000)
    #expect(loaded.settings.chosenProfile == expected)
    #expect(loaded.settings.player == "mpv --loop")
  }

  @Test(arguments: [
    ("countdwon = 3", "countdwon", "countdown"),
    ("base_url = \"https://a.example/v1\"", "base_url", "profiles.default.base_url"),
    ("[profiles.work]\nmodel = [\"m\"]", "profiles.work.model", "profiles.work.models"),
    ("[profiles.work]\ncountdown = 3", "profiles.work.countdown", "countdown"),
    ("[profile.work]\nallow_plain_htp = true", "profile.work.allow_plain_htp", "profiles.default.allow_plain_http"),
  ])
  func anUnknownNameIsWarnedOfWithTheNearestOne(config: String, name: String, nearest: String) throws {
    let loaded = try load(config)
    let warning = try #require(loaded.warnings.first { $0.name == name })
    #expect(warning.kind == .unknown(nearest: nearest))
    #expect(!warning.isRefusal)
    #expect(loaded.refusal == nil)
    #expect(warning.text(.english).contains("config.toml, line \(config.split(separator: "\n").count)"))
  }

  @Test func aLimitMayBeANumberOrATextAndNothingElse() throws {
    let profile = try load("[profiles.default]\nday_hard = 80\nmonth_hard = 600.5\nday_soft = \"60\"").settings
      .chosenProfile
    #expect(profile.limits.amounts == [.dayHard: 80_000_000, .monthHard: 600_500_000, .daySoft: 60_000_000])
    for wrong in ["-1", "true", "\"80 CNY\"", "\"80,5\"", "1e20"] {
      let loaded = try load("[profiles.default]\nday_hard = \(wrong)")
      #expect(loaded.refusal != nil, "\(wrong)")
    }
  }

  @Test func aNameLikeNothingElseHasNoNearestOne() throws {
    #expect(try load("zzzzzzzz = 1").warnings.map(\.kind) == [.unknown(nearest: nil)])
  }

  @Test func anAPIKeyInTheSettingsIsPointedToItsPlaceAndNotRepeated() throws {
    let warning = try #require(try load("api_key = \"sk-secret\"").warnings.first)
    #expect(warning.kind == .keyInSettings)
    #expect(!warning.text(.english).contains("sk-secret"))
    #expect(warning.text(.english).contains("DAILIES_API_KEY"))
  }

  @Test(arguments: [
    ("countdown = 31", "31", "0 to 30"), ("countdown = \"5\"", "\"5\"", "0 to 30"), ("mouse = 1", "1", "true or false"),
    ("lang = \"fr\"", "\"fr\"", "auto, en, zh-Hans"), ("player = 5", "5", "text"),
    ("file_name = \" \"", "\" \"", "text"),
    ("downloads = 2.5", "2.5", "1 to 16"), ("countdown = {}", "{…}", "0 to 30"),
    ("[profiles.default]\nmodels = []", "[]", "list"), ("[profiles.default]\nmodels = [1]", "[ 1 ]", "list"),
    ("[profiles.\"a/b\"]", "{…}", "letters"), ("profiles = 1", "1", "[profiles.work]"),
  ])
  func aValueThatDoesNotFitIsNamedWithWhatIsAllowed(config: String, shown: String, allowed: String) throws {
    let loaded = try load(config)
    let warning = try #require(loaded.warnings.first)
    #expect(loaded.warnings.count == 1)
    #expect(warning.isRefusal)
    #expect(warning.text(.english).contains("= \(shown) is refused"))
    #expect(warning.text(.english).contains(allowed))
    let refusal = try #require(loaded.refusal)
    #expect(refusal.exitCode == 3)
    for language in Language.allCases { #expect(refusal.text(language).hasSuffix("\n" + warning.text(language))) }
    #expect(loaded.settings == Settings())
  }

  @Test(arguments: [
    "base_url = \"ftp://example.com\"", "base_url = \"\"", "base_url = \"http://example.com/v1\"",
    "base_url = \"https://ana:pass@example.com/v1\"",
  ])
  func anAddressThatCannotBeUsedIsRefusedWithoutItsPassword(line: String) throws {
    let loaded = try load("[profiles.default]\n" + line)
    let warning = try #require(loaded.warnings.first)
    #expect(warning.name == "profiles.default.base_url")
    #expect(warning.isRefusal)
    #expect(!warning.text(.english).contains("pass@"))
  }

  @Test func addressAndModelOfTheEnvironmentGoToTheChosenProfile() throws {
    let config = """
      profile = "work"
      [profiles.work]
      base_url = "http://example.com/v1"
      allow_plain_http = true
      models = ["one", "two"]
      [profiles.home]
      """
    let environment = ["DAILIES_BASE_URL": "https://other.example/v1", "DAILIES_MODEL": "two"]
    let loaded = try load(config, environment: environment)
    #expect(loaded.settings.chosenProfile.baseURL == "https://other.example/v1")
    #expect(!loaded.settings.chosenProfile.allowsPlainHTTP)
    #expect(loaded.settings.chosenProfile.models == ["two", "one"])
    #expect(loaded.explain("profiles.work.base_url")?.origin == .environment("DAILIES_BASE_URL"))
    let flagged = try load(config, environment: environment, flags: .init(profile: "home", model: "three"))
    #expect(flagged.settings.profile == "home")
    #expect(flagged.settings.chosenProfile.models == ["three", "two", Profile.standardModel])
    #expect(flagged.settings.profiles["work"]?.baseURL == "http://example.com/v1")
  }

  @Test func plainHTTPFromTheEnvironmentNeedsTheYesGivenToTheSameAddress() throws {
    let allowed = "[profiles.default]\nbase_url = \"http://lan.example/v1\"\nallow_plain_http = true"
    #expect(try load(allowed, environment: ["DAILIES_BASE_URL": "http://lan.example/v1"]).warnings.isEmpty)
    let other = try load(allowed, environment: ["DAILIES_BASE_URL": "http://wan.example/v1"])
    #expect(other.warnings.map(\.origin) == [.environment("DAILIES_BASE_URL")])
    #expect(try load("", environment: ["DAILIES_BASE_URL": "http://127.0.0.1:8080/v1"]).warnings.isEmpty)
  }

  @Test func aProfileThatDoesNotExistIsRefusedWithTheOnesThereAre() throws {
    let loaded = try load("[profiles.work]", flags: .init(profile: "wrok"))
    let warning = try #require(loaded.warnings.first)
    #expect(warning.origin == .flag("--profile"))
    #expect(warning.text(.english).contains("default, work"))
    #expect(loaded.refusal != nil)
  }

  @Test func theLanguageFollowsTheLocaleByRank() {
    #expect(Language(environment: ["LANG": "zh_CN.UTF-8"]) == .chinese)
    #expect(Language(environment: ["LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"]) == .english)
    #expect(Language(environment: ["LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "en_US"]) == .chinese)
    #expect(Language(environment: [:]) == .english)
  }

  @Test func aChangeCountsAsIfItWereWrittenAndIsWrittenBesideTheOthers() throws {
    let folder = try TemporaryFolder()
    try folder.write("mouse = false\n", to: "config.toml")
    try folder.write("countdown = 9\ndownloads = 4\n", to: "settings.toml")
    let change = SettingChange(["countdown"], .number(7))
    let loaded = try LoadedSettings(folder: folder.path, change: change)
    #expect(loaded.settings.countdown == 7)
    #expect(loaded.winners["countdown"]?.outranksScreens == false)
    #expect(loaded.winners["mouse"]?.outranksScreens == true)
    #expect(try LoadedSettings(folder: folder.path).settings.countdown == 9)
    try SettingsFile(path: folder.path + "/settings.toml").write([change, SettingChange(["downloads"], nil)])
    let read = try LoadedSettings(folder: folder.path)
    #expect(read.settings.countdown == 7)
    #expect(read.settings.downloads == Settings().downloads)
    #expect(read.winners["downloads"] == nil)
  }

  @Test func aProfileChosenOnTheScreensWinsAndTheEnvironmentStaysWithTheOtherOne() throws {
    let folder = try TemporaryFolder()
    let config = """
      profile = "home"
      [profiles.home]
      base_url = "https://home.example/v1"
      [profiles.work]
      base_url = "https://work.example/v1"
      """
    try folder.write(config, to: "config.toml")
    let environment = ["DAILIES_BASE_URL": "https://env.example/v1"]
    let loaded = try LoadedSettings(folder: folder.path, environment: environment, profile: "work")
    #expect(loaded.settings.profile == "work")
    #expect(loaded.settings.chosenProfile.baseURL == "https://work.example/v1")
    #expect(loaded.settings.profiles["home"]?.baseURL == "https://env.example/v1")
    #expect(loaded.winners["profile"]?.outranksScreens == true)
  }

  @Test func aKeyCommandIsForTheProfilesOwnAddressOnly() throws {
    let config = "[profiles.default]\nbase_url = \"https://own.example/v1\"\nkey_command = \"pass show own\""
    let own = try #require(WebAddress("https://own.example/v2")).origin
    let other = try #require(WebAddress("https://other.example/v1")).origin
    let loaded = try load(config)
    #expect(loaded.keyCommand(of: "default", for: own) == "pass show own")
    #expect(loaded.keyCommand(of: "default", for: other) == nil)
    let moved = try load(config, environment: ["DAILIES_BASE_URL": "https://other.example/v1"])
    #expect(moved.keyCommand(of: "default", for: other) == nil)
  }

  @Test func theDemoWritesSettingsOfItsOwnAboveThoseWrittenOutsideIt() throws {
    let folder = try TemporaryFolder()
    try folder.write("mouse = false\n", to: "config.toml")
    let outside = try folder.write("countdown = 9\nmost_rows = 7\n", to: "settings.toml")
    let demo = folder.path + "/state/demo"
    try SettingsFile(path: demo + "/settings.toml").write([SettingChange(["countdown"], .number(3))])
    let loaded = try LoadedSettings(folder: folder.path, demoFolder: demo)
    #expect(loaded.settings.countdown == 3)
    #expect(loaded.settings.mostRows == 7)
    #expect(!loaded.settings.mouse)
    #expect(loaded.winners["countdown"]?.outranksScreens == false)
    #expect(try String(contentsOfFile: outside, encoding: .utf8) == "countdown = 9\nmost_rows = 7\n")
    #expect(try LoadedSettings(folder: folder.path).settings.countdown == 9)
  }
}
