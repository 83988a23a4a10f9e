import DailiesCore
import Foundation
import Testing
import VideosAPI
import VideosHTTP

@testable import dailies

struct KeyStoreTests {
  private let origin = WebAddress("https://api.example.com/v1")!.origin

  @Test func aSavedKeyIsFoundForItsOriginOnly() throws {
    let folder = try TemporaryFolder()
    let store = KeyStore(settingsFolder: folder.path + "/dailies")
    try store.save(" sk-1234 \n", profile: "work", origin: origin)
    #expect(try folder.mode(of: "dailies/keys") == 0o700)
    #expect(try folder.mode(of: "dailies/keys/work") == 0o600)
    #expect(try folder.text(of: "dailies/keys/work") == "https://api.example.com\nsk-1234\n")
    #expect(try folder.names(in: "dailies/keys") == ["work"])

    let none = KeyStore.Environment([:])
    let found = try store.key(profile: "work", origin: origin, settings: Settings(), environment: none)
    #expect(found?.key == (try APIKey("sk-1234")))
    #expect(try store.key(profile: "default", origin: origin, settings: Settings(), environment: none) == nil)
    let elsewhere = WebAddress("https://api.example.com:8443/v1")!.origin
    let error = #expect(throws: ConfigurationError.self) {
      try store.key(profile: "work", origin: elsewhere, settings: Settings(), environment: none)
    }
    #expect(error?.code == .keyOrigin)
    #expect(error?.exitCode == 3)
    #expect(error?.text(.english).contains("https://api.example.com:8443") == true)
  }

  @Test func savingAgainReplacesTheKeyAndClosesAnOpenFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("https://old.example\nsk-old\n", to: "keys/default", mode: 0o644)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/keys")
    let store = KeyStore(settingsFolder: folder.path)
    try store.save("sk-new", profile: "default", origin: origin)
    #expect(try folder.mode(of: "keys") == 0o700)
    #expect(try folder.mode(of: "keys/default") == 0o600)
    #expect(try folder.text(of: "keys/default") == "https://api.example.com\nsk-new\n")
  }

  @Test(arguments: [0o644, 0o640, 0o604, 0o620]) func aFileThatOthersCanReachIsRefused(mode: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write("https://api.example.com\nsk-1\n", to: "keys/default", mode: mode)
    let error = #expect(throws: ConfigurationError.self) {
      try KeyStore(settingsFolder: folder.path).key(
        profile: "default", origin: origin, settings: Settings(), environment: .init([:]))
    }
    #expect(error?.code == .keyExposed)
    #expect(error?.exitCode == 3)
    #expect(error?.text(.english).contains("sk-1") == false)
  }

  @Test(arguments: [
    "", "sk-only-a-key\n", "sk-1\nhttps://api.example.com\n", "https://api.example.com\n\n",
    "https://api.example.com\nsk 1\n", "https://api.example.com\nsk-\u{1B}[2J\n",
  ])
  func aFileOfAnotherFormIsRefusedWithoutRepeatingIt(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "keys/default")
    let error = #expect(throws: ConfigurationError.self) {
      try KeyStore(settingsFolder: folder.path).key(
        profile: "default", origin: origin, settings: Settings(), environment: .init([:]))
    }
    #expect(error?.code == .keyForm)
    #expect(error?.text(.english).contains("sk") == false)
  }

  @Test func theFileMayHaveTheLineEndsOfOtherSystems() throws {
    let folder = try TemporaryFolder()
    try folder.write("HTTPS://API.example.com:443\r\nsk-1\r\n", to: "keys/default")
    let found = try KeyStore(settingsFolder: folder.path)
      .key(profile: "default", origin: origin, settings: Settings(), environment: .init([:]))
    #expect(found?.key == (try APIKey("sk-1")))
  }

  @Test func theKeyOfTheEnvironmentIsForTheAddressBesideItOnly() throws {
    let folder = try TemporaryFolder()
    let store = KeyStore(settingsFolder: folder.path)
    let paired = KeyStore.Environment([KeyStore.variable: "sk-env", "DAILIES_BASE_URL": "https://api.example.com/v1"])
    func found(_ profile: String, _ origin: WebAddress.Origin) throws -> SettingOrigin? {
      try store.key(profile: profile, origin: origin, settings: Settings(), environment: paired)?.origin
    }
    #expect(try found("work", origin) == .environment("DAILIES_API_KEY"))
    #expect(try found("default", origin) == .environment("DAILIES_API_KEY"))
    let other = WebAddress("https://other.example/v1")!.origin
    #expect(try found("work", other) == nil)
    #expect(try found("default", other) == nil)
    try store.save("sk-file", profile: "work", origin: other)
    #expect(try found("work", other) == .file(path: folder.path + "/keys/work", line: 2))
  }

  @Test func withoutAnAddressTheKeyOfTheEnvironmentIsForTheDefaultProfileAtItsOwnPlace() throws {
    let store = KeyStore(settingsFolder: try TemporaryFolder().path)
    let alone = KeyStore.Environment([KeyStore.variable: "sk-env"])
    var settings = Settings()
    func found(_ profile: String, _ origin: WebAddress.Origin) throws -> SettingOrigin? {
      try store.key(profile: profile, origin: origin, settings: settings, environment: alone)?.origin
    }
    #expect(try found("default", ServiceAddress.standard.origin) == .environment("DAILIES_API_KEY"))
    #expect(try found("default", origin) == nil)
    settings.profiles["default", default: Profile()].baseURL = "https://api.example.com/v1/"
    #expect(try found("default", origin) == .environment("DAILIES_API_KEY"))
    #expect(try found("work", origin) == nil)
  }

  @Test func aKeyOfTheEnvironmentThatIsNoneIsRefusedWithoutRepeatingIt() throws {
    let store = KeyStore(settingsFolder: try TemporaryFolder().path)
    let error = #expect(throws: ConfigurationError.self) {
      try store.key(
        profile: "default", origin: ServiceAddress.standard.origin, settings: Settings(),
        environment: KeyStore.Environment([KeyStore.variable: "sk secret"]))
    }
    #expect(error?.exitCode == 3)
    #expect(error?.text(.english).contains("secret") == false)
  }

  @Test func theKeyIsTakenOutOfTheEnvironmentThatOtherProgramsInherit() async {
    await #expect(processExitsWith: .success) {
      setenv(KeyStore.variable, "sk-env", 1)
      let environment = KeyStore.Environment.taken()
      #expect(getenv(KeyStore.variable) == nil)
      #expect(environment.variables[KeyStore.variable] == nil)
      let found = try KeyStore(settingsFolder: "/nonexistent")
        .key(
          profile: "default", origin: ServiceAddress.standard.origin, settings: Settings(), environment: environment)
      #expect(found?.key == (try APIKey("sk-env")))
    }
  }

  @Test(arguments: ["../default", "a/b", "", ".hidden", "-x", "a.b"]) func namesThatLeaveTheFolderAreRefused(
    name: String
  ) throws {
    let folder = try TemporaryFolder()
    let store = KeyStore(settingsFolder: folder.path)
    #expect(throws: ConfigurationError.self) { try store.save("sk-1", profile: name, origin: origin) }
    #expect(throws: ConfigurationError.self) {
      try store.key(profile: name, origin: origin, settings: Settings(), environment: .init([:]))
    }
    #expect(try folder.names(in: "") == [])
  }

  @Test func whatTheSetupWritesIsWhatTheNextStartReads() throws {
    let folder = try TemporaryFolder()
    let answers = SetupAnswers(
      language: .chinese, baseURL: "https://api.example.com/v1/", key: "sk-setup", folder: "/films")
    try answers.save(settingsFolder: folder.path, profile: "default", usualFolder: "/home/ana/Videos/Dailies")
    let loaded = try LoadedSettings(folder: folder.path)
    #expect(loaded.warnings.isEmpty)
    #expect(loaded.settings.language == .chinese)
    #expect(loaded.settings.folder == "/films")
    #expect(loaded.settings.chosenProfile.baseURL == "https://api.example.com/v1")
    let found = try KeyStore(settingsFolder: folder.path)
      .key(profile: "default", origin: origin, settings: Settings(), environment: .init([:]))
    #expect(found?.key == (try APIKey("sk-setup")))
    #expect(try !folder.text(of: "settings.toml").contains("sk-setup"))
  }

  @Test func anotherKeyIsAllThatIsWritten() throws {
    let folder = try TemporaryFolder()
    for key in ["sk-first", "sk-second"] {
      let answers = SetupAnswers(
        profile: "default", language: .chinese, baseURL: "https://api.example.com/v1", key: key, folder: "/f",
        isOfKey: true)
      try answers.save(settingsFolder: folder.path, profile: "default", usualFolder: "/v")
    }
    let found = try KeyStore(settingsFolder: folder.path)
      .key(profile: "default", origin: origin, settings: Settings(), environment: .init([:]))
    #expect(found?.key == (try APIKey("sk-second")))
    #expect(try !folder.names(in: "").contains("settings.toml"))
  }

  @Test func aSetupThatCannotBeUsedWritesNothing() throws {
    let folder = try TemporaryFolder()
    for (address, key) in [("nowhere", "sk-1"), ("http://example.com/v1", "sk-1"), ("https://a.example/v1", "sk 1")] {
      let answers = SetupAnswers(language: .english, baseURL: address, key: key, folder: "")
      #expect(throws: ConfigurationError.self) {
        try answers.save(settingsFolder: folder.path, profile: "default", usualFolder: "/v")
      }
    }
    #expect(try folder.names(in: "") == [])
  }
}
