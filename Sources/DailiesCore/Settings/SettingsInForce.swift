/// The settings as they hold now, where they come from, and what follows from them.
package struct SettingsInForce: Equatable, Sendable {
  package var settings: Settings
  /// By dotted name; a name that is missing has its default.
  package var origins: [String: SettingOrigin]
  package var service: ServiceStatus
  /// The profiles for which there is a key.
  package var keyed: Set<String>

  package init(
    _ settings: Settings, origins: [String: SettingOrigin] = [:], service: ServiceStatus, keyed: Set<String> = []
  ) {
    self.settings = settings
    self.origins = origins
    self.service = service
    self.keyed = keyed
  }
}
