import DailiesCore
import VideosHTTP

extension SetupAnswers {
  /// Writes what the set-up was told: the settings into `settings.toml`, the key into a file of its own.
  ///
  /// What cannot be used is refused before anything is written.
  /// - Parameter usualFolder: The folder for films that holds without a setting; it is not written down.
  /// - Parameter allowsPlainHTTP: Whether plain http to this address was agreed to in the settings.
  func save(
    settingsFolder: String, profile: String, usualFolder: String, allowsPlainHTTP: Bool = false
  ) throws(ConfigurationError) {
    let address: ServiceAddress
    do {
      address = try ServiceAddress(baseURL, allowsPlainHTTP: allowsPlainHTTP)
    } catch {
      throw ConfigurationError(
        .settingsRefused,
        Phrase(
          "“%1” is no address of a service, such as https://api.example.com/v1.",
          "“%1”不是服务地址，如 https://api.example.com/v1。"),
        SettingValue.text(baseURL).shown)
    }
    if !key.trimming.isEmpty {
      try KeyStore(settingsFolder: settingsFolder).save(key, profile: profile, origin: address.origin)
    }
    if isOfKey { return }
    var values: [(path: [String], value: SettingValue)] = [
      (["profiles", profile, "base_url"], .text(address.description))
    ]
    // Adding a service says nothing of the language and the folder.
    if self.profile == nil { values.append((["lang"], .text(language.rawValue))) }
    if self.profile == nil, !folder.trimming.isEmpty, folder.trimming != usualFolder {
      values.append((["folder"], .text(folder.trimming)))
    }
    try SettingsFile(path: settingsFolder + "/" + SettingsFile.written).write(values)
  }
}
