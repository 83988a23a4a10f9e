/// Finds a piece of text by clusters: composed and decomposed characters are equal, and capitals count only where the
/// piece has some.
struct TextSearch {
  private let wanted: [String]
  private let mindsCase: Bool

  init(_ piece: String) {
    let mindsCase = piece.contains(where: \.isUppercase)
    self.mindsCase = mindsCase
    wanted = piece.map { Self.folded($0, mindsCase) }
  }

  /// Every place, one after the other without overlap, in UTF-8 bytes.
  func matches(in text: String) -> [Range<Int>] {
    guard let first = wanted.first else { return [] }
    var clusters: [String] = []
    var starts: [Int] = []
    var offset = 0
    for character in text {
      clusters.append(Self.folded(character, mindsCase))
      starts.append(offset)
      offset += character.utf8.count
    }
    starts.append(offset)
    var found: [Range<Int>] = []
    var at = 0
    while at + wanted.count <= clusters.count {
      if clusters[at] == first, clusters[at..<at + wanted.count].elementsEqual(wanted) {
        found.append(starts[at]..<starts[at + wanted.count])
        at += wanted.count
      } else {
        at += 1
      }
    }
    return found
  }

  private static func folded(_ character: Character, _ mindsCase: Bool) -> String {
    mindsCase ? String(character) : character.lowercased()
  }
}
