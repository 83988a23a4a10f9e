import DailiesCore
import DailiesRuntime
import VideosHTTP

extension Wiring {
  /// Keeps what the set-up was told, and works with it from now on.
  func saveSetup(_ answers: SetupAnswers) async -> Action {
    let folders = surroundings.folders
    let variables = surroundings.environment.variables
    var settings = surroundings.settings
    let allowsPlainHTTP =
      settings.chosenProfile.allowsPlainHTTP && settings.chosenProfile.baseURL == answers.baseURL
    if let reason = await FilmFolder.flaw(of: answers.folder) {
      return .setupNotSaved(Problem(.folderNotWritable, detail: reason))
    }
    do {
      try answers.save(
        settingsFolder: folders.settings, profile: settings.profile, usualFolder: folders.videos,
        allowsPlainHTTP: allowsPlainHTTP)
      settings = try LoadedSettings(folder: folders.settings, environment: variables, flags: surroundings.flags)
        .settings
    } catch {
      return .setupNotSaved(Problem(.settingsFailed, detail: error.text(surroundings.language)))
    }
    // As it is written down, so that a take knows its service again after the next start.
    var profile = settings.chosenProfile
    profile.baseURL =
      (try? ServiceAddress(answers.baseURL, allowsPlainHTTP: allowsPlainHTTP))?.description ?? answers.baseURL
    settings.profiles[settings.profile] = profile
    current.change(settings, Take.Service(profile: settings.profile, baseURL: profile.baseURL))
    await runner.setFolder(folders.films(settings, dataFolder: surroundings.dataFolder))
    return .setupSaved(surroundings.status(settings, hasKey: hasKey(settings)))
  }

  private func hasKey(_ settings: Settings) -> Bool {
    let profile = settings.chosenProfile
    guard let address = try? ServiceAddress(profile.baseURL, allowsPlainHTTP: profile.allowsPlainHTTP) else {
      return false
    }
    let key = try? KeyStore(settingsFolder: surroundings.folders.settings)
      .key(
        profile: settings.profile, origin: address.origin, settings: settings, environment: surroundings.environment)
    return key != nil
  }
}
