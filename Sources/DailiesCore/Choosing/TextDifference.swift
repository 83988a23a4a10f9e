/// What was taken out of a text and put into it: by words, and by characters where a script has no blanks between words.
package struct TextDifference: Equatable, Sendable {
  package enum Kind: Hashable, Sendable { case same, removed, added }

  package struct Part: Equatable, Sendable {
    package var kind: Kind
    package var text: String

    package init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// In the order of the new text; what was removed stands before what was added in its place.
  package let parts: [Part]

  /// Words that are compared one by one, both texts together; of longer texts the parts between their common ends count as
  /// removed and added as a whole. The work grows with the square of what differs.
  private static let mostWords = 3_000

  /// - Source: Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), as the standard library has it.
  package init(from old: String, to new: String) {
    let (a, b) = (Self.words(old), Self.words(new))
    let head = zip(a, b).prefix { $0.key == $1.key }.count
    let tail = zip(a[head...].reversed(), b[head...].reversed()).prefix { $0.key == $1.key }.count
    let (middleA, middleB) = (a[head..<a.count - tail], b[head..<b.count - tail])
    var parts: [Part] = []
    func add(_ kind: Kind, _ word: Word) {
      if parts.last?.kind == kind {
        parts[parts.count - 1].text += word.text
      } else {
        parts.append(Part(kind, word.text))
      }
    }
    for word in b[..<head] { add(.same, word) }
    if middleA.count + middleB.count > Self.mostWords {
      for word in middleA { add(.removed, word) }
      for word in middleB { add(.added, word) }
    } else {
      for (kind, word) in Self.merged(Array(middleA), Array(middleB)) { add(kind, word) }
    }
    for word in b[(b.count - tail)...] { add(.same, word) }
    self.parts = parts
  }

  package var isEmpty: Bool { !parts.contains { $0.kind != .same } }

  private static func merged(_ a: [Word], _ b: [Word]) -> [(Kind, Word)] {
    let changes = b.map(\.key).difference(from: a.map(\.key))
    var (removed, added) = (Set<Int>(), Set<Int>())
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var result: [(Kind, Word)] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if i < a.count, removed.contains(i) {
        result.append((.removed, a[i]))
        i += 1
      } else if j < b.count, added.contains(j) {
        result.append((.added, b[j]))
        j += 1
      } else {
        // What stays is told as the new text has it: only its blanks may differ.
        result.append((.same, b[j]))
        (i, j) = (i + 1, j + 1)
      }
    }
    return result
  }

  // MARK: Words

  private struct Word {
    /// What it is told apart by.
    var key: String
    /// With the blanks behind it.
    var text: String
  }

  private static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var isOpen = false
    for character in text {
      if character.isWhitespace {
        isOpen = false
        if words.isEmpty { words.append(Word(key: "", text: "")) }
        words[words.count - 1].text.append(character)
        continue
      }
      let joins = character.isPartOfWord
      if isOpen, joins {
        words[words.count - 1].key.append(character)
        words[words.count - 1].text.append(character)
      } else {
        words.append(Word(key: String(character), text: String(character)))
      }
      isOpen = joins
    }
    return words
  }
}

extension Character {
  /// It makes a word with what stands beside it: letters and digits, but of no script that is written without blanks.
  fileprivate var isPartOfWord: Bool {
    guard isLetter || isNumber || self == "'" || self == "’" else { return false }
    return !unicodeScalars.contains { scalar in
      switch scalar.value {
      // Thai to Burmese, Khmer; kana, ideographs; their supplements.
      case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
      default: false
      }
    }
  }
}
