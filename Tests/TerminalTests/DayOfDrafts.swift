import DailiesCore
import DailiesStore
import Foundation
import TestSupport
import Testing

/// The driver's own record of what it typed into which draft and when the screen showed it, to be compared with what the
/// store has after a kill.
struct DayOfDrafts {
  struct Draft {
    /// All that was typed, in order.
    var text = ""
    /// So many characters were on the screen at that moment.
    var shown: [(count: Int, at: ContinuousClock.Instant)] = []
    /// Lengths that were chosen, in seconds of film; the last one is the present one.
    var lengths: [(seconds: Int, at: ContinuousClock.Instant)] = []

    /// Its first characters tell it from all others.
    var mark: String { String(text.prefix(4)) }

    /// Characters that must have survived a kill.
    func safe(at killed: ContinuousClock.Instant) -> Int {
      shown.filter { $0.at <= killed - .seconds(1) }.map(\.count).max() ?? 0
    }
  }

  private(set) var drafts: [Draft] = []
  private(set) var open: Int?
  private var begun = 0

  private static let english = [
    "a paper boat on a canal ", "dawn light, ", "slow dolly in ", "lantern glow ", "rain on tin, ", "35 mm, no cuts. ",
  ]
  private static let chinese = ["黄昏的纸灯笼，", "慢推镜头。", "窗外冷光，", "祖母系上丝带；", "夜市霓虹，", "雨声，无剪辑。"]

  /// How many drafts have words.
  var count: Int { drafts.count }
  var current: Draft? { open.map { drafts[$0] } }

  /// A draft of its own, English or Chinese by turns.
  mutating func begin(length: Int?) {
    begun += 1
    drafts.append(Draft())
    open = drafts.count - 1
    if let length { drafts[drafts.count - 1].lengths = [(length, .now)] }
  }

  /// The next words for the open draft; the first ones begin with its mark.
  func words(_ generator: inout SeededGenerator) -> String {
    let isFirst = current?.text.isEmpty ?? true
    let list = begun % 2 == 0 ? Self.chinese : Self.english
    let words = list.randomElement(using: &generator) ?? ""
    return isFirst ? "#\(100 + begun)" + words : words
  }

  mutating func typed(_ text: String) {
    guard let open else { return }
    drafts[open].text += text
  }

  mutating func wasShown() {
    guard let open else { return }
    drafts[open].shown.append((drafts[open].text.count, .now))
  }

  mutating func chose(length: Int) {
    guard let open else { return }
    drafts[open].lengths.append((length, .now))
  }

  mutating func reopened(_ index: Int) { open = index }

  /// Compares with what the store has, and goes on from there.
  mutating func expectKept(_ kept: [Kept], killed: ContinuousClock.Instant, hint: Comment) {
    for one in kept where !drafts.contains(where: { $0.text.hasPrefix(one.text) }) {
      Issue.record("nobody typed this: \(one.text.debugDescription). \(hint)")
    }
    for index in drafts.indices.reversed() {
      let draft = drafts[index]
      let found = kept.filter {
        !$0.text.isEmpty && draft.text.hasPrefix($0.text) && $0.text.count >= min(4, draft.text.count)
      }
      let longest = found.map(\.text.count).max() ?? 0
      #expect(found.count <= 1, "one draft became two. \(hint)")
      #expect(longest >= draft.safe(at: killed), "words are missing in \(draft.text.debugDescription). \(hint)")
      if let length = found.first?.seconds, let last = draft.lengths.last, last.at <= killed - .seconds(1) {
        #expect(length == last.seconds, "the settings of \(draft.mark). \(hint)")
      }
      if let text = found.first?.text {
        drafts[index].text = text
        drafts[index].shown = [(text.count, killed - .seconds(60))]
        drafts[index].lengths = found.first.map { [($0.seconds, killed - .seconds(60))] } ?? []
      } else {
        drafts.remove(at: index)
      }
    }
    open = nil
  }

  /// A draft as the store has it.
  struct Kept {
    var text: String
    var seconds: Int
  }

  /// Reads the drafts beside the program.
  static func kept(in folder: String) async throws -> (drafts: [Kept], latest: String) {
    let store = try Store.open(folder: folder, now: Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)))
    defer { store.close() }
    let latest = try await store.latestDraft()?.record.prompt.text ?? ""
    let rows = try await store.drafts(DraftQuery(range: 0..<1_000)).rows
    var kept: [Kept] = []
    for row in rows {
      let record = try #require(try await store.draft(row.id)?.record)
      kept.append(Kept(text: record.prompt.text, seconds: record.shot.seconds))
    }
    return (kept, latest)
  }
}
