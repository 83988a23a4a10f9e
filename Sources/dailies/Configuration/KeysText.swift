import DailiesCore
import TerminalCanvas

/// A table of keys as `keys.toml` takes it: a heading a place, a line a command, what it does behind it.
struct KeysText {
  let text: String

  init(_ keymap: Keymap, path: String, _ language: Language) {
    let head = Phrase(
      """
      # Copy what you want to change to %1
      # and change it there. A list replaces the keys that the command had in that place; [] takes them away.
      # In a pane its own keys come first, then [outside_text] (not in the prompt), then [anywhere].
      """,
      """
      # 把要改的行复制到 %1
      # 并在那里修改。列表取代该命令在此处原有的键；[] 表示不设按键。
      # 各栏先看自己的键，再看 [outside_text]（提示词中除外），最后看 [anywhere]。
      """)
    let places = KeyContext.allCases.map { Self.place($0, keymap, language) }
    text = ([head(language, path)] + places).joined(separator: "\n\n") + "\n"
  }

  private static func place(_ context: KeyContext, _ keymap: Keymap, _ language: Language) -> String {
    let bound = Set(
      (keymap.bindings + Keymap.standard.bindings).map { Place(context: $0.context, command: $0.command) })
    let rows = Command.allCases.filter { command in
      if bound.contains(Place(context: context, command: command)) { return true }
      // What no key leads to is named once, so that it can be given one.
      let isBound = bound.contains { $0.command == command }
      let home: KeyContext = command.group == .text ? .prompt : .anywhere
      return !isBound && home == context && Keymap.commands(in: context).contains(command)
    }.map { command in
      let keys = keymap.bindings.filter { $0.context == context && $0.command == command }.map { quoted($0.key.name) }
      return (line: "\(command.name) = [\(keys.joined(separator: ", "))]", title: command.title(language))
    }
    let columns = rows.map(\.line.count).max() ?? 0
    let lines = rows.map { row in
      row.line + String(repeating: " ", count: columns - row.line.count) + "  # " + row.title
    }
    return (["[\(context.name)]  # " + context.title(language)] + lines).joined(separator: "\n")
  }

  private struct Place: Hashable {
    let context: KeyContext
    let command: Command
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
