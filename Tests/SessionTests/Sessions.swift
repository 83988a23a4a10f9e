import DailiesScript
import Foundation

/// The scripts beside this file, and what plays them.
enum Sessions {
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()

  static var player: ScriptPlayer {
    ScriptPlayer(clips: here.appending(path: "../../assets/clips").standardizedFileURL.path)
  }

  /// All of them; with `SESSION_SCRIPTS=take-back,help` in the environment only those.
  static let names: [String] = {
    if let some = ProcessInfo.processInfo.environment["SESSION_SCRIPTS"] {
      return some.split(separator: ",").map(String.init)
    }
    let files = try? FileManager.default.contentsOfDirectory(atPath: here.appending(path: "Scripts").path)
    return (files ?? []).filter { $0.hasSuffix(".script") }.map { String($0.dropLast(7)) }.sorted()
  }()

  static func script(_ name: String) throws -> Script {
    let file = here.appending(path: "Scripts/\(name).script")
    return try Script(name: name, text: String(contentsOf: file, encoding: .utf8))
  }
}
