import TerminalCanvas

/// The set-up: of a first run, and later by its name in the list of commands.
extension State {
  /// - Parameter folder: Where films are saved now.
  package mutating func openSetup(folder: String) {
    filmFolder = folder
    layers.append(.setup(SetupScreen(baseURL: service.baseURL, folder: folder, language: language)))
  }

  /// Asks for another key for the profile in use.
  mutating func changeKey() {
    let page = SetupScreen(keyOf: service.profile, baseURL: service.baseURL, folder: filmFolder, language: language)
    layers.append(.setup(page))
  }

  /// Esc: the page before; the first one closes the set-up.
  mutating func goBack(in setup: SetupScreen) {
    guard let previous = setup.page(after: -1) else {
      if setup.profile != nil { return }
      note(service.hasKey ? Note(Strings.setupClosed) : Note(Strings.setupClosedWithoutKey, tone: .attention))
      return
    }
    var setup = setup
    setup.page = previous
    setup.refusal = nil
    if setup.page == .language { setup.choice = language == .english ? 0 : 1 }
    layers.append(.setup(setup))
  }

  mutating func performInSetup(_ command: Command, _ setup: SetupScreen) -> [Effect] {
    var setup = setup
    var effects: [Effect] = []
    switch command {
    case .previousRow: setup.move(by: -1)
    case .nextRow: setup.move(by: 1)
    case .confirm:
      if setup.page == .start { return finish(setup) }
      if let flaw = setup.flaw {
        setup.refusal = flaw
        break
      }
      if setup.page == .folder { effects = [.checkFolder(setup.folder.text.trimming)] }
      setup.refusal = nil
      guard let next = setup.page(after: 1) else {
        replaceTop(.setup(setup))
        return [.saveSetup(setup.answers(language))]
      }
      setup.page = next
      if setup.page == .start { setup.choice = setup.key.isEmpty ? 0 : 1 }
    default:
      if let field = setup.field, setup[keyPath: field].perform(command) { setup.refusal = nil }
    }
    if setup.page == .language { language = setup.choice == 0 ? .english : .chinese }
    replaceTop(.setup(setup))
    layOut()
    return effects
  }

  /// What was typed is kept in any case. When it could not be kept, the demo starts at the next Enter without it.
  private func finish(_ setup: SetupScreen) -> [Effect] {
    let answers = setup.answers(language)
    let startsDemo = setup.choice == 0
    if startsDemo, answers == setup.usual || setup.refusal != nil { return [.startDemo] }
    return [.saveSetup(answers)]
  }

  /// The answers are kept: the screens, or the demo, can begin.
  mutating func setupSaved(_ inForce: SettingsInForce) -> [Effect] {
    var effects = settingsLoaded(inForce)
    var isOfKey = false
    layers.removeAll { layer in
      guard case .setup(let setup) = layer else { return false }
      if setup.page == .start, setup.choice == 0 { effects.append(.startDemo) }
      let folder = setup.folder.text.trimming
      if !folder.isEmpty { filmFolder = folder }
      isOfKey = isOfKey || setup.isOfKey
      return true
    }
    if isOfKey { keyChanged() }
    return effects
  }

  /// What was said of the key before counts no longer.
  private mutating func keyChanged() {
    if network == .keyRefused { network = .unknown }
    note(Note(Strings.keyKept, service.profile))
  }

  mutating func refuseSetup(_ refusal: Note) { changeSetup { $0.refusal = refusal } }

  /// Answers `.checkFolder`: leads back to the page where the folder was typed, unless it has been changed since.
  mutating func folderRefused(_ folder: String, _ reason: String) {
    changeSetup { setup in
      guard setup.folder.text.trimming == folder, [.folder, .start].contains(setup.page) else { return }
      setup.page = .folder
      setup.refusal = Note(Strings.setupFolderRefused, reason, tone: .attention)
    }
  }

  private mutating func changeSetup(_ change: (inout SetupScreen) -> Void) {
    changeLayers { layer in
      guard case .setup(var setup) = layer else { return }
      change(&setup)
      layer = .setup(setup)
    }
  }
}
