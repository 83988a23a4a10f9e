import DailiesCore
import DailiesRuntime
import VideosHTTP

extension Wiring {
  /// Keeps what the set-up was told, and works with it from now on.
  func saveSetup(_ answers: SetupAnswers) async -> Action {
    let folders = surroundings.folders
    let name = answers.profile ?? current.settings.profile
    let profile = current.settings.profiles[name]
    let allowsPlainHTTP = profile.map { $0.allowsPlainHTTP && $0.baseURL == answers.baseURL } ?? false
    if let reason = await FilmFolder.flaw(of: answers.folder) {
      return .setupNotSaved(Problem(.folderNotWritable, detail: reason))
    }
    do throws(ConfigurationError) {
      try answers.save(
        settingsFolder: folders.settings, profile: name, usualFolder: folders.videos,
        allowsPlainHTTP: allowsPlainHTTP)
      if answers.profile != nil, !answers.isOfKey { try write(SettingChange(["profile"], .text(name))) }
      services.forgetAll()
      let chosen = answers.profile ?? current.profile
      return .setupSaved(await adopt(try load(profile: chosen), profile: chosen))
    } catch {
      return .setupNotSaved(Problem(.settingsFailed, error.reason))
    }
  }

  /// Keeps a setting, and works with it from now on. What could not be used is not kept.
  func saveSetting(_ change: SettingChange) async -> Action {
    if change.path == ["folder"], case .text(let folder)? = change.value, let reason = await FilmFolder.flaw(of: folder)
    {
      return .settingNotSaved(change.path, Problem(.folderNotWritable, detail: reason))
    }
    do throws(ConfigurationError) {
      let loaded = try load(change, profile: current.profile)
      if let refusal = loaded.refusal { throw refusal }
      try write(change)
      return .settingsLoaded(await adopt(loaded, profile: current.profile))
    } catch {
      return .settingNotSaved(
        change.path, Problem(.settingsFailed, error.reason))
    }
  }

  /// New takes go to the service of that profile. Where something that ranks above names another, it comes back at the
  /// next start.
  func useProfile(_ name: String) async -> Action {
    let change = SettingChange(["profile"], .text(name))
    do throws(ConfigurationError) {
      let loaded = try load(change, profile: name)
      if let refusal = loaded.refusal { throw refusal }
      try write(change)
      return .settingsLoaded(await adopt(loaded, profile: name))
    } catch {
      return .settingNotSaved(
        change.path, Problem(.settingsFailed, error.reason))
    }
  }

  /// Reads the files again. A broken one, and values that do not fit, leave what held before.
  ///
  /// - Parameter keysChanged: Whether key files are other ones than before.
  /// - Returns: What the screens are told: nothing, when nothing has changed.
  func reloadSettings(keysChanged: Bool) async throws(ConfigurationError) -> [Action] {
    let loaded = try load(profile: current.profile)
    if let refusal = loaded.refusal { throw refusal }
    let before = current.loaded
    guard loaded != before || keysChanged else { return [] }
    if keysChanged {
      services.forgetAll()
      await runner.serviceChanged()
    }
    let news = loaded.warnings.filter { !before.warnings.contains($0) }.map { Action.noted(Note(warning: $0.reason)) }
    return [.settingsReread(await adopt(loaded, profile: current.profile))] + news
  }

  private func write(_ change: SettingChange) throws(ConfigurationError) {
    try SettingsFile(path: surroundings.folders.written).write([change])
  }

  private func load(
    _ change: SettingChange? = nil, profile: String?
  ) throws(ConfigurationError) -> LoadedSettings {
    try LoadedSettings(
      folder: surroundings.folders.settings, demoFolder: surroundings.folders.demoSettings,
      environment: surroundings.environment.variables,
      flags: surroundings.flags, change: change, profile: profile)
  }

  /// Lets settings take effect that were loaded anew.
  private func adopt(_ loaded: LoadedSettings, profile: String?) async -> SettingsInForce {
    let before = current.loaded.settings
    let settings = loaded.settings
    let service =
      surroundings.isDemo
      ? surroundings.service : Take.Service(profile: settings.profile, baseURL: settings.chosenProfile.baseURL)
    current.change(loaded, service, profile: profile)
    if settings.profiles != before.profiles {
      services.forgetAll()
      await runner.serviceChanged()
    }
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
    if current.loaded.keyCommand(of: name, for: address.origin) != nil { return true }
    let key = try? KeyStore(settingsFolder: surroundings.folders.settings)
      .key(profile: name, origin: address.origin, settings: settings, environment: surroundings.environment)
    return key != nil
  }
}
