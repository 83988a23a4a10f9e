import DailiesCore
import VideosAPI
import VideosHTTP

/// The settings, with where each value comes from and what was wrong on the way.
///
/// In rank: flags, environment, `config.toml`, `settings.toml`, defaults. Every setting outside the profiles has a
/// variable as well: `countdown` is `DAILIES_COUNTDOWN`. `DAILIES_BASE_URL` and `DAILIES_MODEL` go to the chosen profile.
struct LoadedSettings: Equatable, Sendable {
  private(set) var settings = Settings()
  private(set) var warnings: [SettingsWarning] = []
  /// By dotted name: everything that gave it a value, the one that counts last.
  private var origins: [String: [SettingOrigin]] = [:]

  /// Values given on the command line; nil where there was no such flag.
  struct Flags: Equatable, Sendable {
    var language: String?
    var profile: String?
    var model: String?

    init(language: String? = nil, profile: String? = nil, model: String? = nil) {
      self.language = language
      self.profile = profile
      self.model = model
    }
  }

  /// Reads both files of `folder`.
  ///
  /// - Parameters:
  ///   - demoFolder: Where the demo writes; what it wrote ranks above what is written in `folder`.
  ///   - change: A value to be written, as if it stood in `settings.toml` already.
  ///   - profile: The profile to use, whatever else names one. The address and the model that the environment gives stay
  ///     with the profile that would be used otherwise.
  /// - Throws: When a file cannot be read at all. What is wrong inside it is in `warnings`.
  init(
    folder: String, demoFolder: String? = nil, environment: [String: String] = [:], flags: Flags = Flags(),
    change: SettingChange? = nil, profile: String? = nil
  ) throws(ConfigurationError) {
    let file = SettingsFile(path: (demoFolder ?? folder) + "/" + SettingsFile.written)
    let others = demoFolder == nil ? [] : try SettingsFile(path: folder + "/" + SettingsFile.written).read()
    var written = try file.read()
    if let change {
      written.removeAll { $0.path == change.path }
      if let value = change.value {
        written.append(SettingsFile.Entry(path: change.path, value: value, origin: .file(path: file.path, line: nil)))
      }
    }
    let personal = try SettingsFile(path: folder + "/" + SettingsFile.personal).read()
    self.init(entries: others + written + personal, environment: environment, flags: flags, profile: profile)
  }

  /// - Parameter entries: Of the files, lowest rank first.
  init(entries: [SettingsFile.Entry], environment: [String: String], flags: Flags, profile: String? = nil) {
    for entry in entries { apply(entry) }
    for field in Settings.fields {
      let variable = Self.variable(of: field.name)
      if let text = environment[variable], !text.isEmpty {
        apply(SettingsFile.Entry(path: [field.name], value: .typed(text), origin: .environment(variable)))
      }
    }
    let given = [("lang", "--lang", flags.language), ("profile", "--profile", flags.profile)]
    for case (let name, let flag, let text?) in given {
      apply(SettingsFile.Entry(path: [name], value: .typed(text), origin: .flag(flag)))
    }
    checkProfile()
    applyToProfile("base_url", .environment("DAILIES_BASE_URL"), environment["DAILIES_BASE_URL"])
    applyToProfile("models", .environment("DAILIES_MODEL"), environment["DAILIES_MODEL"])
    applyToProfile("models", .flag("--model"), flags.model)
    if let profile {
      settings.profile = profile
      checkProfile()
    }
    checkAddresses()
    checkLimits()
  }

  static func variable(of name: String) -> String { "DAILIES_" + name.uppercased() }

  /// What stops the start: the values that do not fit, one sentence each.
  var refusal: ConfigurationError? {
    let refused = warnings.filter(\.isRefusal).map(\.reason)
    guard !refused.isEmpty else { return nil }
    let reason = Reason(
      english: refused.map(\.english).joined(separator: "\n"), chinese: refused.map(\.chinese).joined(separator: "\n"))
    return ConfigurationError(
      .settingsRefused, Note(Phrase("The settings are refused:\n%1", "设置有误：\n%1"), reason: reason))
  }

  /// The command that prints the key of a profile; nil when there is none, or when `origin` is not the profile's own: an
  /// address from the environment gets no key that was meant for the one in the file.
  func keyCommand(of name: String, for origin: WebAddress.Origin) -> String? {
    guard let profile = settings.profiles[name], let command = profile.keyCommand,
      WebAddress(profile.baseURL)?.origin == origin
    else { return nil }
    if case .environment? = winners["profiles.\(name).base_url"] { return nil }
    return command
  }

  /// What gave each setting its value, by dotted name; those that have their default are missing.
  var winners: [String: SettingOrigin] { origins.compactMapValues(\.last) }

  /// The value of a setting, where it comes from, and what else would have set it, highest rank first. Nil: no such name.
  func explain(_ name: String) -> Explanation? {
    guard let value = settings.value(of: name) else { return nil }
    let ranked = Array((origins[name] ?? []).reversed())
    return Explanation(
      name: name, value: value.shown, origin: ranked.first ?? .standard, overruled: Array(ranked.dropFirst()))
  }

  /// Every dotted name there is now, in the order of the documentation.
  var names: [String] {
    Settings.fields.map(\.name)
      + settings.profiles.keys.sorted().flatMap { profile in
        Profile.fields.map { "profiles.\(profile).\($0.name)" }
      }
  }

  struct Explanation: Equatable {
    let name: String
    /// As it would be written in `config.toml`; empty where nothing is set.
    let value: String
    let origin: SettingOrigin
    let overruled: [SettingOrigin]
  }
}

extension LoadedSettings {
  private mutating func apply(_ entry: SettingsFile.Entry) {
    switch settings.assign(entry.path, entry.value) {
    case .done:
      origins[entry.name, default: []].append(entry.origin)
    case .refused(let allowed):
      warn(entry.name, .value(shown: entry.value.shown, allowed: allowed), entry.origin)
    case .unknown:
      let last = entry.path.last?.lowercased() ?? ""
      let isKey = last.contains("key") || last.contains("token") || last.contains("secret")
      warn(entry.name, isKey ? .keyInSettings : .unknown(nearest: nearest(entry.path)), entry.origin)
    }
  }

  private mutating func warn(_ name: String, _ kind: SettingsWarning.Kind, _ origin: SettingOrigin) {
    warnings.append(SettingsWarning(name: name, kind: kind, origin: origin))
  }

  /// Compares the last part of the name with all there are, so that a setting in the wrong table is found as well.
  private func nearest(_ path: [String]) -> String? {
    let profile = path.count > 2 && path[0] == "profiles" ? path[1] : Profile.standardName
    let inProfile = Profile.fields.map { "profiles.\(profile).\($0.name)" }
    let outside = Settings.fields.map(\.name)
    let candidates = path.count > 1 ? inProfile + outside : outside + ["profiles"] + inProfile
    let lasts = candidates.map { String($0.split(separator: ".").last ?? "") }
    guard let found = NearestName.of(path.last ?? "", among: lasts), let index = lasts.firstIndex(of: found) else {
      return nil
    }
    return candidates[index]
  }

  private mutating func checkProfile() {
    guard settings.profiles[settings.profile] == nil else { return }
    let known = settings.profiles.keys.sorted().joined(separator: ", ")
    let allowed = SettingsWarning.Allowed(Phrase("a profile that exists (%1)", "已有的配置（%1）"), known)
    let kind = SettingsWarning.Kind.value(shown: "\"\(settings.profile)\"", allowed: allowed)
    warn("profile", kind, origins["profile"]?.last ?? .standard)
  }

  private mutating func applyToProfile(_ name: String, _ origin: SettingOrigin, _ text: String?) {
    guard let text = text?.trimming, !text.isEmpty, var profile = settings.profiles[settings.profile] else { return }
    if name == "base_url" {
      // The yes to plain http was given to the address in the file.
      if profile.baseURL != text { profile.allowsPlainHTTP = false }
      profile.baseURL = text
    } else {
      profile.models = [text] + profile.models.filter { $0 != text }
    }
    settings.profiles[settings.profile] = profile
    origins["profiles.\(settings.profile).\(name)", default: []].append(origin)
  }

  private mutating func checkAddresses() {
    for (name, profile) in settings.profiles.sorted(by: { $0.key < $1.key }) {
      do {
        _ = try ServiceAddress(profile.baseURL, allowsPlainHTTP: profile.allowsPlainHTTP)
      } catch {
        let key = "profiles.\(name).base_url"
        let shown = SettingValue.text(profile.baseURL).shown
        warn(key, .value(shown: shown, allowed: Self.allowed(error)), origins[key]?.last ?? .standard)
      }
    }
  }

  /// A limit that cannot be read must not be passed over.
  private mutating func checkLimits() {
    for (name, profile) in settings.profiles.sorted(by: { $0.key < $1.key }) {
      let amounts = [
        ("day_soft", profile.daySoft), ("day_hard", profile.dayHard), ("month_soft", profile.monthSoft),
        ("month_hard", profile.monthHard),
      ]
      for case (let field, let text?) in amounts where Money(text, "") == nil {
        let key = "profiles.\(name).\(field)"
        let allowed = SettingsWarning.Allowed(
          Phrase("an amount in quotes such as \"80\" or \"12.50\"", "带引号的金额，如 \"80\" 或 \"12.50\""))
        warn(key, .value(shown: SettingValue.text(text).shown, allowed: allowed), origins[key]?.last ?? .standard)
      }
    }
  }

  private static func allowed(_ flaw: ServiceAddress.Flaw) -> SettingsWarning.Allowed {
    switch flaw {
    case .plainHTTP:
      SettingsWarning.Allowed(
        Phrase(
          "https, http to this machine, or allow_plain_http = true in the same profile (key and prompts can then be read on the way)",
          "https、指向本机的 http，或在同一配置中设 allow_plain_http = true（密钥和提示词在途中可被读取）"))
    case .empty, .noScheme, .malformed:
      SettingsWarning.Allowed(
        Phrase(
          "an address such as https://api.example.com/v1, without name, password, query or fragment",
          "形如 https://api.example.com/v1 的地址，不含用户名、密码、查询串或片段"))
    }
  }
}
