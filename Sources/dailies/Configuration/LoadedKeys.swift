import DailiesCore
import TerminalCanvas

/// The keys as `keys.toml` beside the settings changes them, with what was wrong on the way. The file belongs to the person
/// and is never written here.
///
/// A heading names a place, a line under it gives a command its keys there: `[takes]` and `save = ["d", "Ctrl-D"]`. An empty
/// list takes its keys away. What the file does not name stays as it is out of the box.
struct LoadedKeys: Equatable, Sendable {
  static let fileName = "keys.toml"

  private(set) var keymap: Keymap
  private(set) var warnings: [KeysWarning] = []
  /// Why the file could not be read at all.
  private(set) var refusal: ConfigurationError?
  /// Who was given a key in this file, by place.
  private var given: [KeyContext: [Key: Command]] = [:]
  private var unknownPlaces: Set<String> = []

  /// Reads the file of `folder`, if there is one. A file that cannot be read leaves the keys as they were.
  ///
  /// - Parameter keymap: The keys without the file.
  init(folder: String, changing keymap: Keymap = .standard) {
    let path = folder + "/" + Self.fileName
    do {
      self.init(entries: try SettingsFile(path: path).read(), changing: keymap)
    } catch {
      self.init(entries: [], changing: keymap)
      refusal = error
      let phrase = Phrase(
        "the keys are those out of the box. \(error.text(.english))", "使用默认按键。\(error.text(.chinese))")
      warnings.append(KeysWarning(.file(path: path, line: nil), phrase))
    }
  }

  init(entries: [SettingsFile.Entry], changing keymap: Keymap = .standard) {
    self.keymap = keymap
    for entry in entries.sorted(by: { $0.line < $1.line }) { apply(entry) }
  }

  private mutating func apply(_ entry: SettingsFile.Entry) {
    let origin = entry.origin
    guard let context = KeyContext(name: entry.path[0]) else {
      guard unknownPlaces.insert(entry.path[0]).inserted else { return }
      let place = Phrase("place for keys", "按键位置")
      warnings.append(.unknown(origin, place, entry.path[0], among: KeyContext.allCases.map(\.name)))
      return
    }
    if entry.path.count == 1, entry.value == .table { return }
    guard entry.path.count == 2, let written = entry.value.asKeys else {
      let phrase = Phrase(
        "“%1” is written as under [takes]: save = [\"d\", \"Ctrl-D\"].",
        "“%1”应写成 [takes] 下的 save = [\"d\", \"Ctrl-D\"]。")
      warnings.append(KeysWarning(origin, phrase, entry.name))
      return
    }
    let known = Keymap.commands(in: context).map(\.name)
    guard let command = Command(name: entry.path[1]) else {
      let name = Phrase("command", "命令")
      warnings.append(.unknown(origin, name, entry.path[1], among: known))
      return
    }
    guard known.contains(command.name) else {
      warnings.append(.objection(origin, .means(nothing: command), key: "", context: context))
      return
    }
    let keys = written.compactMap { key($0, for: command, in: context, origin) }
    // Where every key was mistaken, what was there is better than nothing.
    guard !keys.isEmpty || written.isEmpty else { return }
    keymap = keymap.binding(command, in: context, to: keys)
    for (key, fixed) in Keymap.fixed(in: context) where fixed == command && !keys.contains(key) {
      let hasIt = keymap.command(for: key, in: context) == command
      if hasIt { warnings.append(.objection(origin, .stays(command), key: key.name, context: context)) }
    }
  }

  /// A key by its name, unless something speaks against it.
  private mutating func key(
    _ name: String, for command: Command, in context: KeyContext, _ origin: SettingOrigin
  ) -> Key? {
    guard let key = Key(name: name) else {
      let names = Set(Keymap.standard.bindings.map(\.key.name)).sorted()
      warnings.append(.unknown(origin, Phrase("key", "键"), name, among: names))
      return nil
    }
    if let objection = Keymap.objection(to: key, for: command, in: context) {
      warnings.append(.objection(origin, objection, key: key.name, context: context))
      return nil
    }
    if let other = given[context]?[key] {
      if other != command {
        let phrase = Phrase("under [%2] %1 is given to %3 already.", "在 [%2] 下 %1 已给了 %3。")
        warnings.append(KeysWarning(origin, phrase, key.name, context.name, other.name))
      }
      return nil
    }
    given[context, default: [:]][key] = command
    return key
  }
}

extension SettingValue {
  /// Names of keys: a list, or one.
  fileprivate var asKeys: [String]? {
    if case .text(let name) = self { return [name] }
    return asList
  }
}

extension SettingsFile.Entry {
  /// Where it stands in its file; those without a place come last.
  fileprivate var line: Int {
    if case .file(_, let line?) = origin { line } else { .max }
  }
}
