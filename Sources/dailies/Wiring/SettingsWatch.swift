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
  private var trouble: ConfigurationError?
  private let folders: [String]
  /// What happens in those folders from the beginning on.
  private let events: AsyncStream<Void>

  init(wiring: Wiring, report: @escaping @Sendable (Action) -> Void) {
    self.wiring = wiring
    self.report = report
    keys = wiring.surroundings.keys
    keyFiles = FileStamps(folder: wiring.surroundings.folders.keys)
    folders = Self.existing(wiring.surroundings.folders)
    events = Self.events(in: folders)
  }

  /// Watches until the task is cancelled.
  func run() async {
    var watch = self
    var (folders, events) = (folders, events)
    while !Task.isCancelled {
      for await _ in events {
        try? await wiring.clock.sleep(wiring.clock.elapsed() + Self.pause)
        guard !Task.isCancelled else { return }
        await watch.reload()
        if Self.existing(wiring.surroundings.folders) != folders { break }
      }
      guard !Task.isCancelled else { return }
      // A folder that came or went is watched from now on, or not any more; what happened meanwhile was not heard.
      folders = Self.existing(wiring.surroundings.folders)
      events = Self.events(in: folders)
      await watch.reload()
    }
  }

  private static func events(in folders: [String]) -> AsyncStream<Void> {
    FileEvents.stream(folders.map { ($0, .entries) })
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
      say(error, unless: trouble)
      trouble = error
    }
    if let files { keyFiles = files }
  }

  private mutating func reloadKeys() async {
    let folder = wiring.surroundings.folders.settings
    let settings = wiring.current.settings
    let before = keys
    guard let read = try? await FileWork.run({ LoadedKeys(folder: folder, changing: .standard(for: settings)) }),
      read != before
    else { return }
    keys = read
    if let refusal = read.refusal { return say(refusal, unless: before.refusal) }
    report(.keysReread(read.keymap))
    for warning in read.warnings where !before.warnings.contains(warning) {
      report(.noted(Note(warning: warning.reason)))
    }
  }

  /// Says what is wrong with a file, once.
  private func say(_ error: ConfigurationError, unless said: ConfigurationError?) {
    guard error != said else { return }
    report(.noted(Note(Strings.keptAsBefore, reason: error.reason, tone: .bad)))
  }

  /// The folders that are there; where that of the settings is missing, the nearest one in which it would be made.
  private static func existing(_ folders: Folders) -> [String] {
    var settings = folders.settings
    while !PrivateFile.isFolder(settings), settings.count > 1 { settings = PrivateFile.folder(of: settings) }
    return [settings] + [folders.keys, folders.wildcards].filter(PrivateFile.isFolder)
  }
}
