import Foundation
import TerminalCanvas

/// What terminals said of themselves, kept so that the next start lays its first frame out right: `terminals.json` in the
/// folder of the cache. A file that cannot be read or written is as good as none.
struct TerminalCache: Sendable {
  /// What is known of one terminal.
  struct Facts: Codable, Equatable, Sendable {
    var widths: WidthMeasurement?
    /// Whether its background is a light one.
    var isLight: Bool?
  }

  let path: String
  /// Tells this terminal from others.
  let key: String

  /// More terminals than that are not kept; the file then begins anew.
  private static let most = 50
  private static let longestFile = 1 << 20

  init(folder: String, environment: [String: String]) {
    path = folder + "/terminals.json"
    key = Self.key(environment)
  }

  /// What the environment says of the terminal, of multiplexers around it, and of whose terminal it is at the other end of
  /// a connection. Widths follow the locale in some.
  static func key(_ environment: [String: String]) -> String {
    let names = [
      "TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "LC_TERMINAL", "LC_TERMINAL_VERSION", "COLORTERM", "VTE_VERSION",
      "KONSOLE_VERSION", "XTERM_VERSION", "LC_ALL", "LC_CTYPE", "LANG",
    ]
    var parts = names.compactMap { name in environment[name].map { "\(name)=\($0)" } }
    parts += ["TMUX", "STY", "ZELLIJ", "WT_SESSION"].filter { environment[$0] != nil }
    if let client = environment["SSH_CONNECTION"]?.split(separator: " ").first { parts.append("ssh \(client)") }
    return parts.joined(separator: " ")
  }

  /// What is known of this terminal.
  var facts: Facts { all[key] ?? Facts() }

  /// Keeps something of this terminal.
  func keep(_ change: (inout Facts) -> Void) {
    var all = all
    var facts = all[key] ?? Facts()
    change(&facts)
    guard facts != all[key] else { return }
    if all[key] == nil, all.count >= Self.most { all.removeAll() }
    all[key] = facts
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(all) else { return }
    try? PrivateFile.replace(path, with: String(decoding: data, as: UTF8.self) + "\n")
  }

  private var all: [String: Facts] {
    guard let contents = try? PrivateFile.read(path, upTo: Self.longestFile) else { return [:] }
    let kept = try? JSONDecoder().decode([String: Lenient].self, from: Data(contents.bytes))
    return kept?.compactMapValues(\.facts) ?? [:]
  }

  /// One terminal of the file; nil where it is none, which spoils no other.
  private struct Lenient: Decodable {
    let facts: Facts?
    init(from decoder: any Decoder) throws { facts = try? Facts(from: decoder) }
  }
}
