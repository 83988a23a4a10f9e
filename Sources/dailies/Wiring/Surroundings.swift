import DailiesCore
import DailiesRuntime
import DailiesStore
import Logging
import VideosAPI
import VideosHTTP

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a run of the program stands on: folders, settings, the chosen service and its key.
struct Surroundings: Sendable {
  let environment: KeyStore.Environment
  let folders: Folders
  let loaded: LoadedSettings
  let keys: LoadedKeys
  let language: Language
  /// The language where no setting names one.
  let localeLanguage: Language
  let isDemo: Bool
  let demoSpeed: Double
  let clockSpeed: Double
  let dataFolder: String?
  let flags: LoadedSettings.Flags
  let prices: PriceBook
  /// The service that new takes go to, as takes remember it.
  let service: Take.Service

  /// The address under which demo takes are remembered; the port behind it is another one at each start.
  static let demoBaseURL = "http://demo.localhost/v1"

  var settings: Settings { loaded.settings }
  var wording: Wording { Wording(language, keymap: keys.keymap) }
  var films: String { folders.films(settings, dataFolder: dataFolder) }
  var logPath: String { folders.state + "/dailies.log" }

  init(_ options: RunOptions, isDemo: Bool? = nil, environment: KeyStore.Environment) throws {
    self.environment = environment
    self.isDemo = isDemo ?? options.isDemo
    demoSpeed = options.demoSpeed
    clockSpeed = options.clockSpeed
    dataFolder = options.dataFolder
    flags = options.flags
    localeLanguage = Language(environment: environment.variables)
    let guess = options.flags.language.flatMap(Language.init(rawValue:)) ?? localeLanguage
    folders = Folders(environment: environment.variables, dataFolder: options.dataFolder, isDemo: self.isDemo)
    do {
      loaded = try LoadedSettings(
        folder: folders.settings, demoFolder: folders.demoSettings, environment: environment.variables,
        flags: options.flags)
      language = loaded.settings.language ?? guess
      keys = LoadedKeys(folder: folders.settings, changing: .standard(for: loaded.settings))
      if let refusal = loaded.refusal { throw refusal }
      try folders.prepare()
    } catch let error as ConfigurationError {
      throw Failure(error, guess)
    }
    prices = PriceBook(PriceFile(folder: folders.settings))
    service =
      self.isDemo
      ? Take.Service(profile: "demo", baseURL: Self.demoBaseURL)
      : Take.Service(profile: loaded.settings.profile, baseURL: loaded.settings.chosenProfile.baseURL)
  }

  /// What is wrong with settings and keys, a sentence each.
  var warnings: [Reason] { loaded.warnings.map(\.reason) + keys.warnings.map(\.reason) }

  /// The key of the chosen service; nil when there is none.
  func key() throws -> APIKey? {
    if isDemo { return nil }
    let address = try address(of: settings.chosenProfile)
    do {
      return try KeyStore(settingsFolder: folders.settings)
        .key(profile: settings.profile, origin: address.origin, settings: settings, environment: environment)?.key
    } catch {
      throw Failure(error, language)
    }
  }

  /// Whether takes can be sent: there is a key, or a command that prints it. The command is not run for this.
  func hasKey() throws -> Bool {
    if try isDemo || key() != nil { return true }
    return loaded.keyCommand(of: settings.profile, for: try address(of: settings.chosenProfile).origin) != nil
  }

  func address(of profile: Profile) throws -> ServiceAddress {
    do {
      return try ServiceAddress(profile.baseURL, allowsPlainHTTP: profile.allowsPlainHTTP)
    } catch {
      throw Failure(CommandExit.setup, Self.sentence(error, profile.baseURL)(language, profile.baseURL))
    }
  }

  private static func sentence(_ flaw: ServiceAddress.Flaw, _ address: String) -> Phrase {
    switch flaw {
    case .plainHTTP:
      Phrase(
        "The base URL %1 is plain http to another machine, where key and prompts can be read on the way: use https, or set allow_plain_http in the profile.",
        "服务地址 %1 是发往其他机器的明文 http，密钥和提示词会被途中读取：请使用 https，或在配置中设置 allow_plain_http。")
    case .empty, .noScheme, .malformed:
      Phrase(
        "The base URL %1 is no address of a service, such as https://api.example.com/v1.",
        "服务地址 %1 无效，应形如 https://api.example.com/v1。")
    }
  }

  func openStore(_ clock: ClockSource) throws -> Store {
    do {
      return try Store.open(folder: folders.state, now: clock.now())
    } catch {
      let problem = Problem(error)
      throw Failure(CommandExit.failed, Note(problem).text(language) + "\n" + error.description)
    }
  }

  /// - Parameter changed: The settings, where they are not those of the start any more.
  func status(_ changed: Settings? = nil, hasKey: Bool) -> ServiceStatus {
    if isDemo {
      return ServiceStatus(
        profile: "demo", host: Strings.demo(language), baseURL: Self.demoBaseURL, isDemo: true, hasKey: true,
        demoWords: DemoHints.all)
    }
    let settings = changed ?? settings
    let base = settings.chosenProfile.baseURL
    let host = WebAddress(base).map(\.origin.host) ?? base
    return ServiceStatus(
      profile: settings.profile, host: host, baseURL: base, isDemo: false, hasKey: hasKey)
  }

  /// Seconds that local time is ahead of UTC at `now`.
  static func utcOffset(_ now: Timestamp) -> Int {
    var time = time_t(now.milliseconds / 1000)
    var local = tm()
    localtime_r(&time, &local)
    return local.tm_gmtoff
  }
}

extension Settings {
  /// What a yes is held against. In the demo nothing is paid: there are neither prices nor limits.
  func rules(for profile: String, prices: PriceTable, now: Timestamp, isDemo: Bool) -> SpendingRules {
    let day = Day(now, utcOffset: Surroundings.utcOffset(now))
    if isDemo { return SpendingRules(day: day) }
    return SpendingRules(limits: (profiles[profile] ?? Profile()).limits, prices: prices, day: day)
  }
}
