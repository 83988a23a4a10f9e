import DailiesCore
import DailiesRuntime
import Foundation

/// Where the program reads and writes.
///
/// Source: XDG Base Directory Specification 0.8 (variables that hold no absolute path are ignored) and the format of
/// `user-dirs.dirs` of xdg-user-dirs.
struct Folders: Equatable, Sendable {
  let home: String
  /// `config.toml`, `settings.toml` and `keys/`. The demo uses the same settings, writes its own, and has no key.
  let settings: String
  /// The store and the log.
  let state: String
  let cache: String
  /// For films, unless the setting `folder` names another one.
  let videos: String
  let isDemo: Bool
  /// Where the demo keeps the settings that are changed in it; nil outside the demo.
  var demoSettings: String? { isDemo ? state : nil }
  /// The file that the screens write.
  var written: String { (demoSettings ?? settings) + "/" + SettingsFile.written }
  /// The key files.
  var keys: String { settings + "/keys" }
  /// The person's own snippets.
  var snippets: String { settings + "/snippets" }
  /// The person's lists for `__name__`.
  var wildcards: String { settings + "/wildcards" }

  /// - Parameters:
  ///   - dataFolder: `--data-dir`: moves state, cache and the films of the demo, not the settings.
  ///   - userFolders: The text of `user-dirs.dirs`; nil reads it from beside the settings.
  init(
    environment: [String: String], dataFolder: String? = nil, isDemo: Bool = false, userFolders: String? = nil
  ) {
    func absolute(_ name: String) -> String? {
      environment[name].flatMap { $0.hasPrefix("/") ? URL(filePath: $0).standardizedFileURL.plainPath : nil }
    }
    // HOME is missing under `env -i`.
    let home = absolute("HOME") ?? HomeFolder.path.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? ""
    let configuration = absolute("XDG_CONFIG_HOME") ?? home + "/.config"
    let data = dataFolder.map { Self.absolute($0, home: home) }
    let demo = isDemo ? "/demo" : ""

    self.home = home
    self.isDemo = isDemo
    settings = configuration + "/dailies"
    state = (data.map { $0 + "/state" } ?? (absolute("XDG_STATE_HOME") ?? home + "/.local/state") + "/dailies") + demo
    cache = (data.map { $0 + "/cache" } ?? (absolute("XDG_CACHE_HOME") ?? home + "/.cache") + "/dailies") + demo
    if let data, isDemo {
      videos = data + "/videos/demo"
    } else {
      let listed = userFolders ?? (try? String(contentsOfFile: configuration + "/user-dirs.dirs", encoding: .utf8))
      let all = absolute("XDG_VIDEOS_DIR") ?? listed.flatMap { Self.videos(in: $0, home: home) } ?? home + "/Videos"
      videos = all + "/Dailies" + demo
    }
  }

  /// The folder for films: the setting, where there is one and the demo does not keep its own under `--data-dir`.
  func films(_ settings: Settings, dataFolder: String? = nil) -> String {
    guard let folder = settings.folder, !folder.isEmpty, !(isDemo && dataFolder != nil) else { return videos }
    return Self.absolute(folder, home: home) + (isDemo ? "/demo" : "")
  }

  /// Makes the folders of state and cache, readable by their owner alone, as the settings are when they are written.
  func prepare() throws(ConfigurationError) {
    try PrivateFile.makeFolder(state)
    try PrivateFile.makeFolder(cache)
  }

  /// `~/Films` and relative paths as absolute ones.
  static func absolute(_ path: String, home: String) -> String {
    if path == "~" { return home }
    if path.hasPrefix("~/") { return URL(filePath: home + path.dropFirst()).standardizedFileURL.plainPath }
    return URL(filePath: path).standardizedFileURL.plainPath
  }

  /// `XDG_VIDEOS_DIR="$HOME/Videos"`; the home folder itself means that there is none.
  private static func videos(in text: String, home: String) -> String? {
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.drop(while: \.isWhitespace)
      guard line.hasPrefix("XDG_VIDEOS_DIR=") else { continue }
      var value = line.dropFirst("XDG_VIDEOS_DIR=".count)
      while let last = value.last, last.isWhitespace { value = value.dropLast() }
      if value.count >= 2, value.first == "\"", value.last == "\"" { value = value.dropFirst().dropLast() }
      var path = String(value)
      for name in ["$HOME", "${HOME}"] where path == name || path.hasPrefix(name + "/") {
        path = home + path.dropFirst(name.count)
      }
      guard path.hasPrefix("/") else { continue }
      let folder = URL(filePath: path).standardizedFileURL.plainPath
      return folder == home ? nil : folder
    }
    return nil
  }
}
