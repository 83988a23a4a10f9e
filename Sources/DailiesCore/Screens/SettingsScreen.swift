/// The settings layer: every setting with its value, narrowed as one types, changed in place.
package struct SettingsScreen: Equatable, Sendable {
  package var chooser = Chooser()
  /// What came of the last change.
  package var answer: Note?

  package init() {}

  package func matches(_ rows: [SettingRow]) -> [SettingRow] { rows.filter { $0.matches(chooser.text) } }
}
