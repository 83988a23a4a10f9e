/// The settings layer, and what a changed setting brings with it.
extension State {
  /// What was loaded at the start, for a state that was made with settings of this run only, such as no mouse.
  package mutating func begin(with inForce: SettingsInForce, localeLanguage: Language) {
    self.inForce = inForce
    self.localeLanguage = localeLanguage
  }

  /// What the settings layer lists. The demo has no service to set up.
  package var settingRows: [SettingRow] { settings.rows(withProfile: !service.isDemo) }

  package func origin(of row: SettingRow) -> SettingOrigin { inForce.origins[row.name] ?? .standard }

  mutating func performInSettings(_ command: Command, _ screen: SettingsScreen) -> [Effect] {
    var screen = screen
    let rows = screen.matches(settingRows)
    let row = rows.indices.contains(screen.chooser.selected) ? rows[screen.chooser.selected] : nil
    switch command {
    case .confirm, .nextChoice, .previousChoice:
      guard let row else { return [] }
      if row.path == ["profile"] {
        openProfiles()
        return []
      }
      return change(row, by: command, screen)
    case .changeKey:
      guard let obstacle = obstacle(to: .changeKey) else {
        changeKey()
        return []
      }
      screen.answer = obstacle
      replaceTop(.settings(screen))
      return []
    default:
      if screen.chooser.perform(command, count: rows.count) { screen.answer = nil }
      replaceTop(.settings(screen))
      return []
    }
  }

  private mutating func change(_ row: SettingRow, by command: Command, _ screen: SettingsScreen) -> [Effect] {
    var screen = screen
    let origin = origin(of: row)
    guard !origin.outranksScreens else {
      screen.answer = Note(Strings.settingOutranked, origin.brief(language), tone: .attention)
      replaceTop(.settings(screen))
      return []
    }
    // A number has too many steps for one key: Enter types it.
    let isTyped: Bool = if case .number = row.kind { command == .confirm } else { false }
    guard !isTyped, let value = row.value(steppedBy: command == .previousChoice ? -1 : 1) else {
      layers.append(.line(LineEntry(.setting(row.path), text: row.typed)))
      return []
    }
    guard value != row.value else { return [] }
    return changeSetting(row.path, to: value)
  }

  /// A value typed for a setting: taken when it fits, else the field stays open and says what would.
  mutating func accept(_ text: String, forSetting path: [String], _ entry: LineEntry) -> [Effect] {
    var changed = settings
    if !text.isEmpty, case .refused(let allowed) = changed.assign(path, .typed(text)) {
      var entry = entry
      entry.refusal = Note(Strings.settingRefused, allowed.text(language), tone: .attention)
      layers.append(.line(entry))
      return []
    }
    let value = text.isEmpty ? nil : changed.value(of: path.joined(separator: "."))
    return changeSetting(path, to: value)
  }

  /// Changes a setting here and now, and has it kept.
  ///
  /// - Parameter value: One that fits; nil for the default.
  mutating func changeSetting(_ path: [String], to value: SettingValue?) -> [Effect] {
    var changed = settings
    guard let held = value ?? settings.standardValue(of: path), changed.assign(path, held) == .done else { return [] }
    let isLater = settingRows.contains { $0.path == path && !$0.appliesAtOnce }
    answer(Note(isLater ? Strings.settingKeptForLater : Strings.settingKept))
    settingsUnderWay += 1
    return adopt(changed) + [.saveSetting(SettingChange(path, value))]
  }

  /// Says in the settings layer, where it is open, what came of a change.
  private mutating func answer(_ note: Note) {
    changeLayers { layer in
      guard case .settings(var screen) = layer else { return }
      screen.answer = note
      layer = .settings(screen)
    }
  }

  /// The other language, from now on and after the next start unless something that ranks above says otherwise.
  mutating func switchLanguage() -> [Effect] {
    let other: Language = language == .english ? .chinese : .english
    guard !(inForce.origins["lang"] ?? .standard).outranksScreens else {
      language = other
      layOut()
      return []
    }
    return changeSetting(["lang"], to: .text(other.rawValue))
  }

  // MARK: What was loaded

  /// Takes over what is different from what was loaded before. What was changed for this run only stays as it is.
  mutating func settingsLoaded(_ loaded: SettingsInForce) -> [Effect] {
    settingsUnderWay = max(0, settingsUnderWay - 1)
    // A later change is on its way: its answer says all of this anew, and more.
    guard settingsUnderWay == 0 else { return [] }
    let before = inForce
    let hasMoved = loaded.service.profile != service.profile
    let isOtherKey = loaded.service != service && loaded.service.ofTakes == service.ofTakes
    service = loaded.service
    if isOtherKey { network = .unknown }
    inForce = loaded
    var changed = settings
    changed.profiles = loaded.settings.profiles
    for field in Settings.fields {
      let value = field.value(in: loaded.settings)
      if value != field.value(in: before.settings) { _ = changed.assign([field.name], value) }
    }
    let effects = adopt(changed) + (hasMoved ? profileChanged(from: before.settings.chosenProfile) : [])
    // Another service, or other limits.
    return before.settings.profiles != loaded.settings.profiles || hasMoved ? effects + spendingEffects() : effects
  }

  /// Takes over what was changed in the files, and says what of it waits for the next start.
  mutating func settingsReread(_ loaded: SettingsInForce) -> [Effect] {
    // A change made here is on its way: its answer says all of this anew.
    guard settingsUnderWay == 0 else { return [] }
    let before = inForce
    if loaded.settings != before.settings {
      let later = Settings.fields.filter {
        !$0.appliesAtOnce && $0.value(in: loaded.settings) != $0.value(in: before.settings)
      }
      note(
        later.isEmpty
          ? Note(Strings.settingsReread)
          : Note(Strings.settingsRereadLater, later.map(\.name).joined(separator: ", "), tone: .attention))
    } else if loaded.keyed != before.keyed || loaded.service != before.service {
      note(Note(Strings.keyFilesReread))
    }
    return settingsLoaded(loaded)
  }

  mutating func keysReread(_ keymap: Keymap) {
    let adapted = keymap.adapted(to: settings)
    guard adapted != self.keymap else { return }
    self.keymap = adapted
    note(Note(Strings.keysReread))
  }

  /// The value that was there before holds again.
  mutating func settingNotSaved(_ path: [String], _ problem: Problem) -> [Effect] {
    settingsUnderWay = max(0, settingsUnderWay - 1)
    note(Note(problem))
    answer(Note(problem))
    var changed = settings
    if let value = inForce.settings.value(of: path.joined(separator: ".")) { _ = changed.assign(path, value) }
    return adopt(changed)
  }

  /// Lets changed settings take effect on the screens.
  private mutating func adopt(_ changed: Settings) -> [Effect] {
    let before = settings
    settings = changed
    var effects: [Effect] = []
    if changed.language != before.language {
      language = changed.language ?? localeLanguage
      layOut()
    }
    if changed.pictures != before.pictures { layOut() }
    if changed.controlY != before.controlY { keymap = keymap.adapted(to: changed) }
    if changed.mouse != before.mouse, changed.mouse != isMouseOn {
      isMouseOn = changed.mouse
      effects.append(.reportMouse(isMouseOn))
    }
    return effects
  }
}
