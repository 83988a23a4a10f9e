/// A setting that is to have another value.
package struct SettingChange: Hashable, Sendable {
  /// Its name by its parts.
  package let path: [String]
  /// Nil: nothing sets it any more, so that its default holds.
  package let value: SettingValue?

  package init(_ path: [String], _ value: SettingValue?) {
    self.path = path
    self.value = value
  }
}
