import DailiesCore
import Foundation
import Testing

@testable import dailies

struct SettingsFileTests {
  @Test func aMissingFileHoldsNothing() throws {
    let folder = try TemporaryFolder()
    #expect(try SettingsFile(path: folder.path + "/config.toml").read().isEmpty)
    #expect(try SettingsFile(path: folder.path + "/no/folder/config.toml").read().isEmpty)
  }

  @Test func everyValueComesWithItsNameAndLine() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      # mine
      countdown = 9

      note = \"""
      [profiles.decoy]
      base_url = 1
      \"""
      [profiles.work]
      models = ["a", "b"]
      "base_url" = 'https://example.com/v1'
      """, to: "config.toml")
    let entries = try SettingsFile(path: path).read()
    func entry(_ name: String) -> SettingsFile.Entry? { entries.first { $0.name == name } }
    #expect(entry("countdown")?.value == .number(9))
    #expect(entry("countdown")?.origin == .file(path: path, line: 2))
    #expect(entry("profiles.work")?.value == .table)
    #expect(entry("profiles.work.models")?.value == .list(["a", "b"]))
    #expect(entry("profiles.work.models")?.origin == .file(path: path, line: 9))
    #expect(entry("profiles.work.base_url")?.value == .text("https://example.com/v1"))
    #expect(entry("profiles.work.base_url")?.origin == .file(path: path, line: 10))
    #expect(entry("profiles.decoy") == nil)
  }

  @Test func bracesAndDottedNamesAreTheSameAsHeadings() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "profiles.a.base_url = 'x'\nprofiles.b = { models = ['m'] }\nempty = {}\n", to: "config.toml")
    let entries = try SettingsFile(path: path).read()
    #expect(entries.map(\.name) == ["empty", "profiles.a", "profiles.a.base_url", "profiles.b", "profiles.b.models"])
    #expect(entries.last?.origin == .file(path: path, line: 2))
  }

  @Test func aBrokenFileIsRefusedWithItsLine() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("countdown = 5\nmouse = = true\n", to: "config.toml")
    let error = #expect(throws: ConfigurationError.self) { try SettingsFile(path: path).read() }
    #expect(error?.code == .settingsSyntax)
    #expect(error?.exitCode == 3)
    #expect(error?.text(.english).contains("line 2") == true)
    #expect(error?.text(.chinese).contains("第 2 行") == true)
  }

  @Test func bytesThatAreNoTextAndFilesThatAreNoneAreRefused() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("", to: "config.toml")
    try Data([0x61, 0x3D, 0xFF]).write(to: URL(filePath: path))
    #expect(throws: ConfigurationError.self) { try SettingsFile(path: path).read() }
    let error = #expect(throws: ConfigurationError.self) { try SettingsFile(path: folder.path).read() }
    #expect(error?.code == .settingsUnreadable)
    #expect(error?.exitCode == 3)
    try Data(repeating: UInt8(ascii: "#"), count: SettingsFile.largest + 1).write(to: URL(filePath: path))
    #expect(throws: ConfigurationError.self) { try SettingsFile(path: path).read() }
  }

  @Test func aByteOrderMarkIsNoPartOfTheText() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("\u{FEFF}mouse = false\n", to: "config.toml")
    #expect(try SettingsFile(path: path).read().first?.value == .flag(false))
  }

  @Test func writtenValuesAreReadAgainAndOthersAreKept() throws {
    let folder = try TemporaryFolder()
    let file = SettingsFile(path: folder.path + "/new/dailies/settings.toml")
    let awkward = "C:\\影片\t\"quoted\" 'too' \u{1F3AC}"
    try file.write([(["folder"], .text(awkward)), (["mouse"], .flag(false)), (["countdown"], .number(0))])
    try file.write([
      (["countdown"], .number(12)), (["profiles", "默认", "base_url"], .text("https://example.com/v1")),
      (["profiles", "default", "models"], .list(["a\"b", "c"])),
    ])
    let values = Dictionary(uniqueKeysWithValues: try file.read().map { ($0.name, $0.value) })
    #expect(
      values == [
        "folder": .text(awkward), "mouse": .flag(false), "countdown": .number(12), "profiles.默认": .table,
        "profiles.默认.base_url": .text("https://example.com/v1"), "profiles.default": .table,
        "profiles.default.models": .list(["a\"b", "c"]),
      ])
    #expect(try folder.mode(of: "new/dailies/settings.toml") == 0o600)
    #expect(try folder.mode(of: "new/dailies") == 0o700)
    #expect(try folder.names(in: "new/dailies") == ["settings.toml"])
    #expect(try folder.text(of: "new/dailies/settings.toml").hasPrefix("# Written by Dailies."))
  }

  @Test func aBrokenFileIsNotWrittenOver() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("mouse =\n", to: "settings.toml")
    #expect(throws: ConfigurationError.self) { try SettingsFile(path: path).write([(["mouse"], .flag(true))]) }
    #expect(try folder.text(of: "settings.toml") == "mouse =\n")
  }
}
