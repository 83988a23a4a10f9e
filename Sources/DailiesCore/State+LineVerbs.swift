import VideosAPI

/// Commands of the line that take an argument.
extension State {
  /// Arguments that begin with what was typed.
  func arguments(of verb: LineVerb, beginning typed: String) -> [String] {
    if verb == .set, let blank = typed.firstIndex(where: \.isWhitespace) {
      guard let row = settingRow(named: String(typed[..<blank])) else { return [] }
      let value = typed[blank...].trimming.lowercased()
      return row.words.filter { $0.lowercased().hasPrefix(value) }.map { row.shortName + " " + $0 }
    }
    return arguments(of: verb).filter { $0.lowercased().hasPrefix(typed.lowercased()) }
  }

  private func arguments(of verb: LineVerb) -> [String] {
    switch verb {
    case .profile: settings.profiles.keys.sorted()
    case .lang: ["auto"] + Language.allCases.map(\.rawValue)
    case .model: models
    case .length: ShotSettings.lengths.map(String.init)
    case .size: VideoSize.known.map(\.description)
    case .takes: ShotSettings.takesRange.map(String.init)
    case .set: settingRows.map(\.shortName)
    }
  }

  private func settingRow(named name: String) -> SettingRow? {
    settingRows.first { [$0.name, $0.shortName].contains(name) } ?? settingRows.first { $0.path.last == name }
  }

  /// What came of a line.
  enum LineOutcome {
    case done([Effect])
    /// The line stays open.
    case refused(Note)
  }

  mutating func perform(_ verb: LineVerb, _ argument: String) -> LineOutcome {
    if let obstacle = verb.takesObstacle ? obstacle(to: verb.command) : nil { return .refused(obstacle) }
    switch verb {
    case .profile: return useProfile(argument)
    case .lang: return set(["lang"], argument)
    case .model:
      let effects = changeShot { $0.model = argument }
      rememberModel()
      return .done(effects)
    case .length:
      guard let seconds = Int(argument), ShotSettings.lengths.contains(seconds) else { return refused(verb) }
      return .done(changeShot { $0.seconds = seconds })
    case .size:
      guard let size = VideoSize(argument) else { return refused(verb) }
      return .done(changeShot { $0.size = size })
    case .takes:
      guard let takes = Int(argument), ShotSettings.takesRange.contains(takes) else { return refused(verb) }
      return .done(changeShot { $0.takes = takes })
    case .set:
      let name = argument.prefix { !$0.isWhitespace }
      guard let row = settingRow(named: String(name)) else {
        return .refused(Note(Strings.noSuchSetting, String(name), tone: .attention))
      }
      let value = argument[name.endIndex...].trimming
      guard !value.isEmpty else {
        layers.append(.line(LineEntry(.setting(row.path), text: row.typed)))
        return .done([])
      }
      return set(row.path, value)
    }
  }

  private func refused(_ verb: LineVerb) -> LineOutcome {
    .refused(Note(Strings.settingRefused, arguments(of: verb).joined(separator: " "), tone: .attention))
  }

  private mutating func useProfile(_ name: String) -> LineOutcome {
    guard settings.profiles[name] != nil else {
      return .refused(Note(Strings.noSuchProfile, name, tone: .attention))
    }
    return .done(moveToProfile(name))
  }

  /// Changes a setting unless something that ranks above holds it, or the value does not fit.
  private mutating func set(_ path: [String], _ value: String) -> LineOutcome {
    let name = path.joined(separator: ".")
    if path == ["profile"] { return useProfile(value) }
    let origin = inForce.origins[name] ?? .standard
    guard !origin.outranksScreens else {
      return .refused(Note(Strings.settingOutranked, origin.brief(language), tone: .attention))
    }
    var changed = settings
    switch changed.assign(path, .typed(value)) {
    case .refused(let allowed): return .refused(Note(Strings.settingRefused, allowed.text(language), tone: .attention))
    case .unknown: return .refused(Note(Strings.noSuchSetting, name, tone: .attention))
    case .done: break
    }
    guard let held = changed.value(of: name) else { return .done([]) }
    let effects = changeSetting(path, to: held)
    let isLater = settingRows.contains { $0.path == path && !$0.appliesAtOnce }
    note(Note(isLater ? Strings.settingIsLater : Strings.settingIs, name, held.shown))
    return .done(effects)
  }
}

extension LineVerb {
  /// What stands in the way of its command stands in its way as well.
  fileprivate var takesObstacle: Bool { self == .profile }
}

extension SettingRow {
  /// The values that can be named; none where any text or number will do.
  fileprivate var words: [String] {
    switch kind {
    case .flag: ["true", "false"]
    case .choice(let words): words
    case .number, .text, .list: []
    }
  }
}
