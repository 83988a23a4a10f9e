import DailiesCore
import Foundation
import TOMLKit

/// One settings file: `config.toml`, which belongs to the person and is never written here, or `settings.toml`, which is
/// written by Dailies and ranks below it.
struct SettingsFile {
  static let personal = "config.toml"
  static let written = SettingOrigin.writtenFile
  /// Files above this many bytes are refused.
  static let largest = 1 << 20

  let path: String

  /// A name with the value a file, the environment or a flag gives to it.
  struct Entry: Equatable {
    let path: [String]
    let value: SettingValue
    let origin: SettingOrigin
    var name: String { path.joined(separator: ".") }
  }

  /// Everything in the file, in the order of the names; nothing when there is no file.
  ///
  /// - Throws: When the file cannot be read, or is no TOML: with the line.
  func read() throws(ConfigurationError) -> [Entry] {
    guard let text = try text() else { return [] }
    let table = try Self.parse(text, path: path)
    let lines = TOMLLines(text)
    return withExtendedLifetime(table) {
      Self.entries(of: table, under: []).map { name, value in
        Entry(path: name, value: value, origin: .file(path: path, line: lines[name]))
      }
    }
  }

  /// Sets these values and keeps the others. Makes the folder (0700) and the file (0600) where they are missing.
  ///
  /// - Parameter values: Names by their parts, `["profiles", "default", "base_url"]`. Profile names hold no dots.
  func write(_ values: [(path: [String], value: SettingValue)]) throws(ConfigurationError) {
    try write(values.map { SettingChange($0.path, $0.value) })
  }

  /// Sets or removes these values and keeps the others.
  func write(_ changes: [SettingChange]) throws(ConfigurationError) {
    try PrivateFile.makeFolder(URL(filePath: path).deletingLastPathComponent().plainPath)
    var kept = try read().map { ($0.path, $0.value) }
    for change in changes {
      kept.removeAll { $0.0 == change.path }
      if let value = change.value { kept.append((change.path, value)) }
    }
    let header = """
      # Written by Dailies. Your own settings belong in \(Self.personal) beside this file: they rank above these.


      """
    do {
      try PrivateFile.replace(path, with: header + Self.table(kept.map { ($0[...], $1) }).convert() + "\n")
    } catch {
      throw ConfigurationError(
        .settingsNotWritten, Phrase("%1 cannot be written: %2.", "无法写入 %1：%2。"), path, error.message)
    }
  }

  private func text() throws(ConfigurationError) -> String? {
    let contents: PrivateFile.Contents
    do {
      contents = try PrivateFile.read(path, upTo: Self.largest)
    } catch {
      if error.code == ENOENT { return nil }
      throw ConfigurationError(
        .settingsUnreadable, Phrase("%1 cannot be read: %2.", "无法读取 %1：%2。"), path, error.message)
    }
    guard let text = String(validating: contents.bytes, as: UTF8.self) else {
      throw ConfigurationError(.settingsSyntax, Phrase("%1 is not UTF-8 text.", "%1 不是 UTF-8 文本。"), path)
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

  private static func parse(_ text: String, path: String) throws(ConfigurationError) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch {
      let position = error as? TOMLParseError
      throw ConfigurationError(
        .settingsSyntax,
        Phrase(
          "%1, line %2: this is not TOML: %3. Nothing of it is used until the line is mended.",
          "%1 第 %2 行：不是有效的 TOML：%3。修正之前不会采用其中任何内容。"),
        path, position.map { String($0.source.begin.line) } ?? "?", position?.description ?? "\(error)")
    }
  }

  private static func entries(of table: TOMLTable, under path: [String]) -> [([String], SettingValue)] {
    table.keys.sorted().flatMap { key -> [([String], SettingValue)] in
      guard let value = table[key] else { return [] }
      guard let inner = value.table else { return [(path + [key], settingValue(value))] }
      // A profile exists by its heading, also with nothing under it.
      let isNamed = inner.keys.isEmpty || path == ["profiles"]
      return (isNamed ? [(path + [key], .table)] : []) + entries(of: inner, under: path + [key])
    }
  }

  private static func table(_ entries: [(path: ArraySlice<String>, value: SettingValue)]) -> TOMLTable {
    let table = TOMLTable()
    for (key, entries) in Dictionary(grouping: entries, by: { $0.path.first ?? "" }) {
      let inner = entries.filter { $0.path.count > 1 }.map { ($0.path.dropFirst(), $0.value) }
      if !inner.isEmpty {
        table[key] = Self.table(inner)
        continue
      }
      switch entries.last?.value {
      case .flag(let flag): table[key] = flag
      case .number(let number): table[key] = number
      case .text(let text), .typed(let text): table[key] = text
      case .list(let items): table[key] = TOMLArray(items)
      case .table: table[key] = TOMLTable()
      case .other, nil: break
      }
    }
    return table
  }

  static func settingValue(_ value: any TOMLValueConvertible) -> SettingValue {
    if let flag = value.bool { return .flag(flag) }
    if let number = value.int { return .number(number) }
    if let text = value.string { return .text(text) }
    if let array = value.array {
      let items = array.map(\.string)
      if items.allSatisfy({ $0 != nil }) { return .list(items.compactMap { $0 }) }
    }
    return .other(value.debugDescription)
  }
}
