import DailiesCore
import Foundation
import TOMLKit

/// Reads the snippets that come with Dailies, and the person's own. One file that cannot be read is a warning, and so is
/// one snippet; the rest works.
struct SnippetFiles: Sendable {
  /// Holds `en.toml` and `zh-Hans.toml`; nil when the files that come with Dailies are missing.
  let delivered: String?
  /// Absolute path of the person's own; need not be there.
  let own: String

  /// Longer files are refused.
  static let largest = 1 << 20

  static let unreadable = Phrase("%1 cannot be read: %2.", "无法读取 %1：%2。")
  static let notSnippets = Phrase(
    "%1: not TOML: %2.", "%1：不是有效的 TOML：%2。")
  static let lacksText = Phrase(
    "%1: a snippet needs `name` and `text`; this one is left out.", "%1：短语需要 `name` 和 `text`；此条已略过。")

  /// What tells whether any of the files has changed.
  var stamps: FileStamps {
    let own = FileStamps.files(in: own, endingIn: ".toml")
    return FileStamps(files: own + Language.allCases.flatMap { path(of: $0).map { [$0] } ?? [] })
  }

  private func path(of language: Language) -> String? { delivered.map { "\($0)/\(language.rawValue).toml" } }

  func read() -> (library: SnippetLibrary, warnings: [Note]) {
    var warnings: [Note] = []
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: own)) ?? []).filter { $0.hasSuffix(".toml") }
    let mine = names.sorted().flatMap { Self.snippets(in: own + "/" + $0, nil, &warnings) }
    let others = Language.allCases.flatMap { language in
      path(of: language).map { Self.snippets(in: $0, language, &warnings) } ?? []
    }
    return (SnippetLibrary(own: mine, delivered: others), warnings)
  }

  private static func snippets(in path: String, _ language: Language?, _ warnings: inout [Note]) -> [Snippet] {
    let text: String
    do {
      let contents = try PrivateFile.read(path, upTo: largest)
      guard let decoded = String(validating: contents.bytes, as: UTF8.self) else {
        warnings.append(Note(unreadable, path, "UTF-8", tone: .attention))
        return []
      }
      text = decoded
    } catch {
      warnings.append(Note(unreadable, path, error.message, tone: .attention))
      return []
    }
    return snippets(in: text, path: path, language, &warnings)
  }

  static func snippets(
    in text: String, path: String, _ language: Language?, _ warnings: inout [Note]
  ) -> [Snippet] {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      warnings.append(
        Note(notSnippets, "\(path):\(error.source.begin.line)", error.description.trimming, tone: .attention))
      return []
    } catch {
      warnings.append(Note(notSnippets, path, String(describing: error), tone: .attention))
      return []
    }
    let lines = TOMLLines.headings(of: "snippet", in: text)
    var snippets: [Snippet] = []
    for (index, entry) in (table["snippet"]?.array ?? TOMLArray()).enumerated() {
      guard let name = entry.table?["name"]?.string?.trimming, !name.isEmpty,
        let phrase = entry.table?["text"]?.string, !phrase.isEmpty
      else {
        let line = lines.indices.contains(index) ? ":\(lines[index])" : ""
        warnings.append(Note(lacksText, path + line, tone: .attention))
        continue
      }
      let group = entry.table?["group"]?.string ?? ""
      snippets.append(Snippet(group: group, name: name, text: phrase, language: language))
    }
    return withExtendedLifetime(table) { snippets }
  }
}
