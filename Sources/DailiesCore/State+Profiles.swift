import VideosAPI

/// Several services: choosing one, adding one, and what changes with it.
extension State {
  /// Whether the screens name the profile: with one alone there is nothing to tell apart.
  package var namesProfile: Bool { settings.profiles.count > 1 && !service.isDemo }

  mutating func openProfiles() {
    // The settings lead here as well.
    if let obstacle = obstacle(to: .chooseProfile) { return note(obstacle) }
    var picker = ProfilePicker()
    let entries = picker.entries(settings.profiles)
    picker.chooser.select(entries.firstIndex(of: .profile(service.profile)) ?? 0, of: entries.count)
    layers.append(.profiles(picker))
  }

  mutating func performInProfiles(_ command: Command, _ picker: ProfilePicker) -> [Effect] {
    var picker = picker
    let entries = picker.entries(settings.profiles)
    guard command == .confirm else {
      _ = picker.chooser.perform(command, count: entries.count)
      replaceTop(.profiles(picker))
      return []
    }
    layers.removeLast()
    switch entries[min(picker.chooser.selected, entries.count - 1)] {
    case .profile(let name):
      return moveToProfile(name)
    case .new:
      layers.append(.line(LineEntry(.profileName, text: picker.chooser.text)))
      return []
    }
  }

  /// New takes go to the service of that profile.
  mutating func moveToProfile(_ name: String) -> [Effect] {
    guard name != service.profile else { return [] }
    settingsUnderWay += 1
    return [.useProfile(name)]
  }

  /// A name for a new profile: its address and its key are asked for next.
  mutating func accept(profileName name: String, _ entry: LineEntry) {
    var entry = entry
    if settings.profiles[name] != nil {
      entry.refusal = Note(Strings.profileExists, name, tone: .attention)
    } else if !Profile.isName(name) {
      entry.refusal = Note(Strings.profileNameForm, tone: .attention)
    } else {
      layers.append(.setup(SetupScreen(profile: name, folder: filmFolder, language: language)))
      return
    }
    layers.append(.line(entry))
  }

  /// Says which service new takes go to now; a model that only the one before offered gives way.
  mutating func profileChanged(from before: Profile) -> [Effect] {
    let now = settings.chosenProfile
    let origin = inForce.origins["profile"] ?? .standard
    note(
      origin.outranksScreens
        ? Note(Strings.profileForNow, service.profile, service.host, origin.brief(language), tone: .attention)
        : Note(Strings.profileNow, service.profile, service.host))
    guard before.models.contains(shot.model), !now.models.contains(shot.model), let first = now.models.first else {
      return []
    }
    return changeShot { $0.model = first }
  }
}
