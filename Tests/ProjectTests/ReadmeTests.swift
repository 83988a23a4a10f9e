import DailiesCore
import Foundation
import TerminalCanvas
import Testing

/// The tables of README.md are those of the program. `RECORD_README=1` writes them anew, and fails.
struct ReadmeTests {
  private func check(_ name: String, is expected: String) throws {
    let page = try Checkout.file("README.md").text
    let part = try MarkdownTable.part(name, of: page)
    if ProcessInfo.processInfo.environment["RECORD_README"] != nil, part.text != expected {
      var recorded = page
      recorded.replaceSubrange(part.range, with: expected)
      try recorded.write(toFile: Checkout.root + "/README.md", atomically: true, encoding: .utf8)
    }
    #expect(part.text == expected, "README.md is behind: RECORD_README=1 swift test --filter ReadmeTests")
  }

  @Test(.serialized, arguments: ["keys", "settings", "states"]) func aTableIsThatOfTheProgram(name: String) throws {
    switch name {
    case "keys": try check(name, is: Self.keys)
    case "settings": try check(name, is: Self.settings)
    default: try check(name, is: Self.states)
    }
  }

  /// Commands in the order of the help screen, with their keys wherever they are bound.
  private static var keys: String {
    let bindings = Keymap.standard.bindings
    return CommandGroup.allCases.map { group in
      let rows = Command.allCases.filter { $0.group == group }.compactMap { command -> [String]? in
        var names: [String] = []
        for binding in bindings where binding.command == command {
          let name = "`\(binding.key.name)`"
          if !names.contains(name) { names.append(name) }
        }
        return names.isEmpty ? nil : [command.title.english, command.title.chinese, names.joined(separator: " ")]
      }
      let heading = "**\(group.title.english)** (\(group.title.chinese))\n\n"
      return heading + MarkdownTable.text(["Does", "中文", "Keys"], rows)
    }.joined(separator: "\n\n")
  }

  private static var settings: String {
    "Outside the profiles:\n\n" + table(Settings.fields, Settings()) + "\n\nUnder `[profiles.NAME]`:\n\n"
      + table(Profile.fields, Profile())
  }

  private static func table<Root>(_ fields: [SettingField<Root>], _ standard: Root) -> String {
    func words(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: " ") }
    let rows = fields.map { field -> [String] in
      let (value, allowed): (String, String) =
        switch field.kind {
        case .flag(let property): ("\(standard[keyPath: property])", words(["true", "false"]))
        case .number(let property, let range):
          ("\(standard[keyPath: property])", "\(range.lowerBound) to \(range.upperBound)")
        case .text(let property): ("\"\(standard[keyPath: property])\"", "text")
        case .optionalText: ("", "text")
        case .optionalRate: ("", "`10 kB` or more")
        case .optionalSize(let property):
          (standard[keyPath: property].map { "\"\($0.text)\"" } ?? "", "an amount of bytes")
        case .optionalNumber(_, let range): ("0", "0 (none), \(range.lowerBound) to \(range.upperBound)")
        case .choice(let property, let allowed): ("\"\(standard[keyPath: property])\"", words(allowed))
        case .list(let property): ("\(standard[keyPath: property])", "list of texts")
        case .language: ("\"auto\"", words(["auto"] + Language.allCases.map(\.rawValue)))
        }
      return ["`\(field.name)`", value.isEmpty ? "" : "`\(value)`", allowed, field.help.english]
    }
    return MarkdownTable.text(["Name", "Default", "Allowed", "Meaning"], rows)
  }

  private static var states: String {
    let rows = TakePhase.allCases.map { [$0.word.english, $0.word.chinese, $0.meaning(.english)] }
    return MarkdownTable.text(["State", "中文", "Meaning"], rows)
  }
}
