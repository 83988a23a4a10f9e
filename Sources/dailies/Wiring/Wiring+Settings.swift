import DailiesCore
import DailiesRuntime
import VideosHTTP

extension Wiring {
  /// Keeps what the set-up was told, and works with it from now on.
  func saveSetup(_ answers: SetupAnswers) async -> Action {
    let folders = surroundings.folders
    let settings = current.settings
    let allowsPlainHTTP =
      settings.chosenProfile.allowsPlainHTTP && settings.chosenProfile.baseURL == answers.baseURL
    if let reason = await FilmFolder.flaw(of: answers.folder) {
      return .setupNotSaved(Problem(.folderNotWritable, detail: reason))
    }
    do throws(ConfigurationError) {
      try answers.save(
        settingsFolder: folders.settings, profile: settings.profile, usualFolder: folders.videos,
        allowsPlainHTTP: allowsPlainHTTP)
      return .setupSaved(await adopt(try load()))
    } catch {
      return .setupNotSaved(Problem(.settingsFailed, detail: error.text(surroundings.language)))
    }
  }

  /// Keeps a setting, and works with it from now on. What could not be used is not kept.
  func saveSetting(_ change: SettingChange) async -> Action {
    if change.path == ["folder"], case .text(let folder)? = change.value, let reason = await FilmFolder.flaw(of: folder)
    {
      return .settingNotSaved(change.path, Problem(.folderNotWritable, detail: reason))
    }
    do throws(ConfigurationError) {
      let loaded = try load(change)
      if let refusal = loaded.refusal(surroundings.language) { throw refusal }
      try SettingsFile(path: surroundings.folders.settings + "/" + SettingsFile.written).write([change])
      return .settingsLoaded(await adopt(loaded))
    } catch {
      return .settingNotSaved(
        change.path, Problem(.settingsFailed, detail: error.text(surroundings.language)))
    }
  }

  private func load(_ change: SettingChange? = nil) throws(ConfigurationError) -> LoadedSettings {
    try LoadedSettings(
      folder: surroundings.folders.settings, environment: surroundings.environment.variables,
      flags: surroundings.flags, change: change)
  }

  /// Lets settings take effect that were loaded anew.
  private func adopt(_ loaded: LoadedSettings) async -> SettingsInForce {
    let before = current.loaded.settings
    let settings = loaded.settings
    let service =
      surroundings.isDemo
      ? surroundings.service : Take.Service(profile: settings.profile, baseURL: settings.chosenProfile.baseURL)
    current.change(loaded, service)
    if settings.profiles != before.profiles || settings.profile != before.profile { await runner.serviceChanged() }
    await runner.adopt(settings, folder: surroundings.folders.films(settings, dataFolder: surroundings.dataFolder))
    return inForce(hasKey: surroundings.isDemo || hasKey(settings.profile))
  }

  /// The settings as they hold now.
  func inForce(hasKey: Bool) -> SettingsInForce {
    let loaded = current.loaded
    return SettingsInForce(
      loaded.settings, origins: loaded.winners, service: surroundings.status(loaded.settings, hasKey: hasKey),
      keyed: Set(loaded.settings.profiles.keys.filter { self.hasKey($0) }))
  }

  private func hasKey(_ name: String) -> Bool {
    let settings = current.settings
    guard let profile = settings.profiles[name],
      let address = try? ServiceAddress(profile.baseURL, allowsPlainHTTP: profile.allowsPlainHTTP)
    else { return false }
    let key = try? KeyStore(settingsFolder: surroundings.folders.settings)
      .key(profile: name, origin: address.origin, settings: settings, environment: surroundings.environment)
    return key != nil
  }
}
