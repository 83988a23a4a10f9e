import DailiesCore
import TestSupport
import Testing

struct TextDifferenceTests {
  /// `slow [-push-]{+dolly+} in`
  private func marked(_ old: String, _ new: String) -> String {
    TextDifference(from: old, to: new).parts.map { part in
      switch part.kind {
      case .same: part.text
      case .removed: "[-\(part.text)-]"
      case .added: "{+\(part.text)+}"
      }
    }.joined()
  }

  @Test(arguments: [
    ("slow push in", "slow dolly in", "slow [-push -]{+dolly +}in"),
    ("warm key", "warm tungsten key", "warm {+tungsten +}key"),
    ("rain on tin, soft radio.", "rain on tin.", "rain on tin[-, soft radio-]."),
    ("黄昏的纸灯笼作坊", "清晨的纸灯笼工坊", "[-黄昏-]{+清晨+}的纸灯笼[-作-]{+工+}坊"),
    ("夜市 neon，水洼里", "夜市 green neon，水洼", "夜市 {+green +}neon，水洼[-里-]"),
    ("don't stop", "don’t stop", "[-don't -]{+don’t +}stop"),
    ("same", "same", "same"), ("", "new", "{+new+}"), ("old", "", "[-old-]"), ("", "", ""),
    ("a  b", "a b", "a b"), ("カメラは静か", "カメラが静か", "カメラ[-は-]{+が+}静か"),
  ])
  func wordsAndCharactersAreToldApart(old: String, new: String, difference: String) {
    #expect(marked(old, new) == difference)
  }

  @Test func onlyBlanksAreNoDifference() {
    #expect(TextDifference(from: "a boat\nat dawn", to: "a boat at  dawn").isEmpty)
    #expect(!TextDifference(from: "a boat", to: "a boot").isEmpty)
  }

  /// What stays and what was added make the new text; what stays and what was removed make the old one, but for blanks.
  @Test(arguments: 0..<60) func bothTextsAreInIt(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = ["slow", "dolly", " ", "  ", "\n", ",", "灯", "笼", "é", "👩‍👧", "in", "'", "8"]
    func text() -> String {
      (0..<Int.random(in: 0..<40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
    let (old, new) = (text(), text())
    let parts = TextDifference(from: old, to: new).parts
    #expect(parts.filter { $0.kind != .removed }.map(\.text).joined() == new, "seed \(seed)")
    let before = parts.filter { $0.kind != .added }.map(\.text).joined()
    #expect(before.filter { !$0.isWhitespace } == old.filter { !$0.isWhitespace }, "seed \(seed)")
  }

  @Test func ofVeryLongTextsTheMiddleCountsAsAWhole() {
    let old = "head " + (0..<4_000).map { "a\($0)" }.joined(separator: " ") + " tail"
    let new = "head " + (0..<4_000).map { "b\($0)" }.joined(separator: " ") + " tail"
    #expect(TextDifference(from: old, to: new).parts.map(\.kind) == [.same, .removed, .added, .same])
  }
}
