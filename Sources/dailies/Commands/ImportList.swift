import DailiesCore
import DailiesRuntime
import DailiesStore
import Foundation

/// Brings in a list of takes from standard input, 500 in a transaction. Nothing is asked of the service: watching does
/// that, in its time.
struct ImportList {
  private struct Outcome: Encodable {
    var imported = 0
    var known = 0
    var unreadable = 0
  }

  private static let portion = 500
  private static let done = Phrase(
    "%1 imported, %2 were known already, %3 lines could not be read.", "已导入 %1 条，%2 条原已存在，%3 行无法读取。")

  let surroundings: Surroundings
  let json: Bool

  /// - Throws: `Failure` with code 1 when a line could not be read; all others were imported.
  func run() throws {
    let clock = ClockSource.live()
    let store = try surroundings.openStore(clock)
    defer { store.close() }
    let usual = ShotSettings(model: surroundings.settings.chosenProfile.models.first ?? Profile.standardModel)
    var outcome = Outcome()
    var waiting: [ImportedTake] = []
    func write() throws {
      let (takes, service) = (waiting, surroundings.service)
      waiting = []
      guard !takes.isEmpty else { return }
      let added: Int
      do {
        added = try waitFor { try await store.recordImports(takes, service: service, now: clock.now()) }
      } catch let error as StoreError {
        throw Failure(CommandExit.failed, Note(Problem(error)).text(surroundings.language) + "\n" + error.description)
      }
      outcome.imported += added
      outcome.known += takes.count - added
    }
    while let text = readLine() {
      if let line = ImportLine(text) {
        waiting.append(line.take(usual))
      } else if !text.trimming.isEmpty {
        outcome.unreadable += 1
      }
      if waiting.count == Self.portion { try write() }
    }
    try write()
    tell(outcome)
    if outcome.unreadable > 0 { throw Failure(CommandExit.failed, "") }
  }

  private func tell(_ outcome: Outcome) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    if json, let data = try? encoder.encode(outcome) {
      return StandardOutput.write(String(decoding: data, as: UTF8.self) + "\n")
    }
    let figures = [outcome.imported, outcome.known, outcome.unreadable].map(String.init)
    StandardOutput.write(Self.done.fill(surroundings.language, figures) + "\n")
  }
}
