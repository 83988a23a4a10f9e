import DailiesCore
import Foundation
import VideosAPI
import VideosHTTP

/// Where API keys come from, and the one place that writes them.
///
/// A key belongs to the origin it was given for and is handed out for no other. Its file holds the origin in the first
/// line and the key in the second, is readable by its owner alone, and lies in `keys/` beside the settings.
struct KeyStore: Sendable {
  static let variable = "DAILIES_API_KEY"
  static let addressVariable = "DAILIES_BASE_URL"
  private static let largest = 16384

  /// The folder `keys`.
  let folder: String

  init(settingsFolder: String) { folder = settingsFolder + "/keys" }

  /// The key that was found, and where.
  struct Found: Equatable, Sendable {
    let key: APIKey
    let origin: SettingOrigin
  }

  /// The environment, with the key taken out of it.
  struct Environment: Sendable {
    /// Everything but the key: for settings, and for anyone who asks.
    let variables: [String: String]
    fileprivate let key: String?

    init(_ variables: [String: String]) {
      key = variables[KeyStore.variable].flatMap { $0.isEmpty ? nil : $0 }
      self.variables = variables.filter { $0.key != KeyStore.variable }
    }

    /// Takes the process's environment and removes the key from it, so that no program started later inherits it.
    ///
    /// Changes the environment of the whole process: to be called once, before there is a second thread.
    static func taken() -> Environment {
      let environment = Environment(ProcessInfo.processInfo.environment)
      unsetenv(KeyStore.variable)
      return environment
    }
  }

  /// The key for a profile, which is to be sent to `origin`; nil when there is none.
  ///
  /// `DAILIES_API_KEY` belongs to the origin of `DAILIES_BASE_URL`, and without that to the default profile at its own.
  /// - Throws: When there is a key that must not be used: readable by others, of another origin, or no key at all.
  func key(
    profile: String, origin: WebAddress.Origin, settings: Settings, environment: Environment
  ) throws(ConfigurationError) -> Found? {
    if let text = environment.key,
      origin == Self.originOfEnvironmentKey(profile: profile, settings: settings, environment: environment)
    {
      do {
        return Found(key: try APIKey(text), origin: .environment(Self.variable))
      } catch {
        throw Self.unusable(error, in: Self.variable)
      }
    }
    return try stored(profile: profile, origin: origin)
  }

  private static func originOfEnvironmentKey(
    profile: String, settings: Settings, environment: Environment
  ) -> WebAddress.Origin? {
    if let address = environment.variables[addressVariable]?.trimming, !address.isEmpty {
      return WebAddress(address)?.origin
    }
    guard profile == Profile.standardName else { return nil }
    return WebAddress(settings.profiles[profile]?.baseURL ?? Profile.standardBaseURL)?.origin
  }

  /// Writes the key of a profile for one origin, in place of the one before.
  func save(_ key: String, profile: String, origin: WebAddress.Origin) throws(ConfigurationError) {
    let path = try path(of: profile)
    do {
      _ = try APIKey(key)
    } catch {
      throw Self.unusable(error, in: profile)
    }
    try PrivateFile.makeFolder(folder)
    chmod(folder, 0o700)
    do {
      try PrivateFile.replace(path, with: "\(origin)\n\(key.trimming)\n")
    } catch {
      throw ConfigurationError(
        .keyNotWritten, Phrase("The key was not kept: %1 cannot be written: %2.", "未保存密钥：无法写入 %1：%2。"), path,
        error.message)
    }
  }

  /// The file of a profile's key.
  func path(of profile: String) throws(ConfigurationError) -> String {
    guard Profile.isName(profile) else {
      throw ConfigurationError(
        .profileName, Phrase("“%1” is no name for a profile: letters, digits, - and _.", "“%1”不能作为配置名：只用字母、数字、- 和 _。"),
        profile)
    }
    return folder + "/" + profile
  }

  private func stored(profile: String, origin: WebAddress.Origin) throws(ConfigurationError) -> Found? {
    let path = try path(of: profile)
    let contents: PrivateFile.Contents
    do {
      contents = try PrivateFile.read(path, upTo: Self.largest)
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw ConfigurationError(
        .keyUnreadable, Phrase("The key file %1 cannot be read: %2.", "无法读取密钥文件 %1：%2。"), path, error.message)
    }
    guard contents.isOwned else {
      throw ConfigurationError(
        .keyForeign, Phrase("The key file %1 belongs to another user and is not used.", "密钥文件 %1 属于其他用户，未使用。"), path)
    }
    guard contents.isPrivate else {
      throw ConfigurationError(
        .keyExposed,
        Phrase(
          "Others can read the key file %1, so it is not used. chmod 600 it; if the machine is shared, replace the key.",
          "他人可读取密钥文件 %1，因此未使用。请执行 chmod 600；若多人共用此机器，请更换密钥。"), path)
    }
    return Found(key: try Self.key(in: contents.bytes, path: path, origin: origin), origin: .file(path: path, line: 2))
  }

  private static func key(
    in bytes: [UInt8], path: String, origin: WebAddress.Origin
  ) throws(ConfigurationError) -> APIKey {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.count >= 2, let stored = WebAddress(lines[0].trimming)?.origin else {
      throw ConfigurationError(
        .keyForm,
        Phrase(
          "The key file %1 must hold an origin such as %2 in its first line and the key in its second.",
          "密钥文件 %1 的第一行应为服务地址（如 %2），第二行为密钥。"), path, "\(origin)")
    }
    guard stored == origin else {
      throw ConfigurationError(
        .keyOrigin,
        Phrase(
          "The key in %1 is for %2; it is not sent to %3. Change the address, or the first line of that file.",
          "%1 中的密钥属于 %2，不会发送到 %3。请修改服务地址，或该文件的第一行。"), path, "\(stored)", "\(origin)")
    }
    do {
      return try APIKey(String(lines[1]))
    } catch {
      throw unusable(error, in: path)
    }
  }

  private static func unusable(_ flaw: APIKey.Flaw, in place: String) -> ConfigurationError {
    let phrase: Phrase =
      switch flaw {
      case .empty: Phrase("%1: there is no key.", "%1：没有密钥。")
      case .tooLong: Phrase("%1: this is too long for a key.", "%1：内容过长，不是密钥。")
      case .characters:
        Phrase("%1: a key holds visible ASCII characters only, no blanks.", "%1：密钥只能含可见的 ASCII 字符，不含空格。")
      }
    return ConfigurationError(.keyForm, phrase, place)
  }
}
