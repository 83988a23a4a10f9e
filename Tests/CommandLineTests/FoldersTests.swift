import DailiesCore
import Foundation
import Testing

@testable import dailies

struct FoldersTests {
  @Test func withoutVariablesEverythingLiesUnderTheHomeFolder() {
    let folders = Folders(environment: ["HOME": "/home/ana"], userFolders: "")
    #expect(folders.settings == "/home/ana/.config/dailies")
    #expect(folders.state == "/home/ana/.local/state/dailies")
    #expect(folders.cache == "/home/ana/.cache/dailies")
    #expect(folders.videos == "/home/ana/Videos/Dailies")
  }

  @Test func theVariablesMoveEachFolderAndRelativeOnesAreIgnored() {
    let folders = Folders(
      environment: [
        "HOME": "/home/ana", "XDG_CONFIG_HOME": "/c/", "XDG_STATE_HOME": "state", "XDG_CACHE_HOME": "/k",
        "XDG_VIDEOS_DIR": "/films",
      ], userFolders: "XDG_VIDEOS_DIR=\"/other\"")
    #expect(folders.settings == "/c/dailies")
    #expect(folders.state == "/home/ana/.local/state/dailies")
    #expect(folders.cache == "/k/dailies")
    #expect(folders.videos == "/films/Dailies")
  }

  @Test(arguments: [
    ("XDG_VIDEOS_DIR=\"$HOME/Filme\"", "/home/ana/Filme/Dailies"),
    ("# XDG_VIDEOS_DIR=\"/no\"\nXDG_MUSIC_DIR=\"/m\"\n  XDG_VIDEOS_DIR=\"/data/films/\"  ", "/data/films/Dailies"),
    ("XDG_VIDEOS_DIR=\"$HOME/\"", "/home/ana/Videos/Dailies"),
    ("XDG_VIDEOS_DIR=\"relative\"", "/home/ana/Videos/Dailies"),
    ("XDG_VIDEOS_DIR=\"$HOMELESS/films\"", "/home/ana/Videos/Dailies"),
    ("XDG_VIDEOS_DIR=\"", "/home/ana/Videos/Dailies"),
  ])
  func theListOfUserFoldersNamesTheFilms(list: String, expected: String) {
    #expect(Folders(environment: ["HOME": "/home/ana"], userFolders: list).videos == expected)
  }

  @Test func theListIsReadFromBesideTheSettings() throws {
    let folder = try TemporaryFolder()
    try folder.write("XDG_VIDEOS_DIR=\"$HOME/Rushes\"\n", to: "config/user-dirs.dirs")
    let folders = Folders(environment: ["HOME": "/home/ana", "XDG_CONFIG_HOME": folder.path + "/config"])
    #expect(folders.videos == "/home/ana/Rushes/Dailies")
  }

  @Test func anEmptyEnvironmentStillHasAHome() {
    let folders = Folders(environment: [:], userFolders: "")
    #expect(folders.home.hasPrefix("/"))
    #expect(folders.settings == folders.home + "/.config/dailies")
  }

  @Test func theDemoKeepsToItsOwnPlacesAndSharesTheSettings() {
    let folders = Folders(environment: ["HOME": "/home/ana"], isDemo: true, userFolders: "")
    #expect(folders.settings == "/home/ana/.config/dailies")
    #expect(folders.state == "/home/ana/.local/state/dailies/demo")
    #expect(folders.cache == "/home/ana/.cache/dailies/demo")
    #expect(folders.videos == "/home/ana/Videos/Dailies/demo")
  }

  @Test func aDataFolderMovesStateCacheAndDemoFilmsOnly() {
    let home = ["HOME": "/home/ana"]
    let usual = Folders(environment: home, dataFolder: "/data", userFolders: "")
    #expect(usual.settings == "/home/ana/.config/dailies")
    #expect(usual.state == "/data/state")
    #expect(usual.cache == "/data/cache")
    #expect(usual.videos == "/home/ana/Videos/Dailies")
    let demo = Folders(environment: home, dataFolder: "~/data", isDemo: true, userFolders: "")
    #expect(demo.state == "/home/ana/data/state/demo")
    #expect(demo.videos == "/home/ana/data/videos/demo")
  }

  @Test func theSettingForFilmsUnderstandsTheHomeSign() {
    var settings = Settings()
    let folders = Folders(environment: ["HOME": "/home/ana"], userFolders: "")
    #expect(folders.films(settings) == "/home/ana/Videos/Dailies")
    settings.folder = "~/Rushes"
    #expect(folders.films(settings) == "/home/ana/Rushes")
    let demo = Folders(environment: ["HOME": "/home/ana"], dataFolder: "/data", isDemo: true, userFolders: "")
    #expect(demo.films(settings, dataFolder: "/data") == "/data/videos/demo")
  }

  @Test func foldersAreMadeForTheirOwnerAlone() throws {
    let folder = try TemporaryFolder()
    let folders = Folders(environment: ["HOME": folder.path], userFolders: "")
    try folders.prepare()
    try folders.prepare()
    #expect(try folder.mode(of: ".local/state/dailies") == 0o700)
    #expect(try folder.mode(of: ".cache/dailies") == 0o700)
  }

  @Test func aFileInTheWayIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "data")
    let folders = Folders(environment: ["HOME": folder.path], dataFolder: folder.path + "/data", userFolders: "")
    let error = #expect(throws: ConfigurationError.self) { try folders.prepare() }
    #expect(error?.exitCode == 1)
    #expect(error?.text(.english).contains(folder.path + "/data/state") == true)
  }

  @Test func theDemoWritesItsSettingsBesideItsStore() {
    let environment = ["HOME": "/home/ana"]
    #expect(
      Folders(environment: environment, userFolders: "").written == "/home/ana/.config/dailies/settings.toml")
    #expect(
      Folders(environment: environment, isDemo: true, userFolders: "").written
        == "/home/ana/.local/state/dailies/demo/settings.toml")
  }
}
