/// A setting as the settings layer shows and changes it.
package struct SettingRow: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case flag
    case number(ClosedRange<Int>)
    case choice([String])
    case text
    case list
  }

  /// Its name by its parts: `["countdown"]`, `["profiles", "work", "base_url"]`.
  package let path: [String]
  /// What it is called in words.
  package let title: Phrase
  package let help: Phrase
  package let kind: Kind
  package let value: SettingValue
  package let appliesAtOnce: Bool

  /// As `dailies config explain` takes it.
  package var name: String { path.joined(separator: ".") }

  /// As the list shows it: `countdown`, `work.base_url`.
  package var shortName: String { path.count > 2 ? path.dropFirst().joined(separator: ".") : name }

  /// The value after or before this one; nil where there is no order to step through.
  package func value(steppedBy step: Int) -> SettingValue? {
    switch (kind, value) {
    case (.flag, .flag(let flag)): return .flag(!flag)
    case (.number(let range), .number(let number)):
      return .number(min(range.upperBound, max(range.lowerBound, number + step)))
    case (.choice(let words), .text(let word)):
      guard let at = words.firstIndex(of: word), !words.isEmpty else { return words.first.map { .text($0) } }
      return .text(words[(at + step + words.count) % words.count])
    default: return nil
    }
  }

  /// The value as it is typed in a field.
  package var typed: String {
    switch value {
    case .list(let items): items.joined(separator: ", ")
    case .text(let text), .typed(let text): text
    default: value.shown
    }
  }

  /// Whether what was typed to narrow the list means this row.
  package func matches(_ typed: String) -> Bool {
    let typed = typed.lowercased()
    let words = [name, help.english, help.chinese, title.english, title.chinese]
    return typed.isEmpty || words.contains { $0.lowercased().contains(typed) }
  }
}

extension SettingField {
  func row(of root: Root, under path: [String] = []) -> SettingRow {
    SettingRow(
      path: path + [name], title: title, help: help, kind: rowKind, value: value(in: root), appliesAtOnce: appliesAtOnce
    )
  }

  private var rowKind: SettingRow.Kind {
    switch kind {
    case .flag: .flag
    case .number(_, let range): .number(range)
    case .optionalNumber(_, let range): .number(0...range.upperBound)
    case .choice(_, let words): .choice(words)
    case .language: .choice(["auto"] + Language.allCases.map(\.rawValue))
    case .text, .optionalText, .optionalRate, .optionalSize: .text
    case .list: .list
    }
  }
}

extension Settings {
  /// Every setting outside the profiles, then those of the chosen profile.
  ///
  /// - Parameter withProfile: False leaves out what concerns services.
  package func rows(withProfile: Bool = true) -> [SettingRow] {
    let outside = Settings.fields.map { field in
      let row = field.row(of: self)
      guard row.path == ["profile"] else { return row }
      let names = profiles.keys.sorted()
      return SettingRow(
        path: row.path, title: row.title, help: row.help, kind: .choice(names), value: row.value, appliesAtOnce: true)
    }
    guard withProfile else { return outside.filter { $0.path != ["profile"] } }
    return outside + Profile.fields.map { $0.row(of: chosenProfile, under: ["profiles", profile]) }
  }

  /// The value that holds for a name when nothing sets it.
  package func standardValue(of path: [String]) -> SettingValue? {
    if path.count == 3 { return Profile.fields.first { $0.name == path[2] }?.value(in: Profile()) }
    return Settings().value(of: path.joined(separator: "."))
  }
}
