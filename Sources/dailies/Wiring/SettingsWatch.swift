import DailiesCore
import DailiesRuntime

/// Reads settings, keys, key files, prices and wildcards anew when they change on disk while the screens are open. A file
/// that cannot be used leaves what was read before, and it is said why.
struct SettingsWatch: Sendable {
  /// Whoever writes a file often writes another beside it, or the same one twice.
  private static let pause = Duration.milliseconds(200)

  private let wiring: Wiring
  private let report: @Sendable (Action) -> Void
  private var keys: LoadedKeys
  private var keyFiles: FileStamps
  /// What was said last of settings that cannot be used.
  private var trouble: String?

  init(wiring: Wiring, report: @escaping @Sendable (Action) -> Void) {
    self.wiring = wiring
    self.report = report
    keys = wiring.surroundings.keys
    keyFiles = FileStamps(folder: wiring.surroundings.folders.keys)
  }

  /// Watches until the task is cancelled.
  func run() async {
    var watch = self
    while !Task.isCancelled {
      let folders = existing
      for await _ in FileEvents.stream(folders.map { ($0, .folders) }) {
        try? await wiring.clock.sleep(wiring.clock.elapsed() + Self.pause)
        guard !Task.isCancelled else { return }
        await watch.reload()
        // A folder that came or went is watched from now on, or not any more.
        if existing != folders { break }
      }
    }
  }

  private mutating func reload() async {
    await reloadSettings()
    await reloadKeys()
    let (table, warnings) = await wiring.prices.access.load()
    report(.pricesLoaded(table))
    for warning in warnings { report(.noted(warning)) }
    report(.wildcardsLoaded(await WildcardFolder.read(wiring.surroundings.folders.wildcards)))
  }

  private mutating func reloadSettings() async {
    let folder = wiring.surroundings.folders.keys
    let files = try? await FileWork.run { FileStamps(folder: folder) }
    do throws(ConfigurationError) {
      for action in try await wiring.reloadSettings(keysChanged: files != keyFiles) { report(action) }
      trouble = nil
    } catch {
      say(error.text(wiring.surroundings.language), unless: trouble)
      trouble = error.text(wiring.surroundings.language)
    }
    if let files { keyFiles = files }
  }

  private mutating func reloadKeys() async {
    let folder = wiring.surroundings.folders.settings
    let language = wiring.surroundings.language
    let settings = wiring.current.settings
    let before = keys
    guard let read = try? await FileWork.run({ LoadedKeys(folder: folder, changing: .standard(for: settings)) }),
      read != before
    else { return }
    keys = read
    if let refusal = read.refusal { return say(refusal.text(language), unless: before.refusal?.text(language)) }
    report(.keysReread(read.keymap))
    for warning in read.warnings where !before.warnings.contains(warning) {
      report(.noted(Note(Phrase("%1", "%1"), warning.text(language), tone: .attention)))
    }
  }

  /// Says what is wrong with a file, once.
  private func say(_ text: String, unless said: String?) {
    guard text != said else { return }
    report(.noted(Note(Strings.keptAsBefore, text, tone: .bad)))
  }

  /// The folders that are there; where that of the settings is missing, the nearest one in which it would be made.
  private var existing: [String] {
    let folders = wiring.surroundings.folders
    var settings = folders.settings
    while !PrivateFile.isFolder(settings), settings.count > 1 { settings = PrivateFile.folder(of: settings) }
    return [settings] + [folders.keys, folders.wildcards].filter(PrivateFile.isFolder)
  }
}
