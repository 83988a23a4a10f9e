/// Why a prompt cannot be unfolded, and where.
package struct PatternFlaw: Hashable, Sendable, Error {
  package enum Kind: Hashable, Sendable {
    /// A `{` with a `|` after it, and no `}`.
    case unclosed
    /// A `}` after a `|`, and no `{`.
    case unopened
    case tooDeep
    /// There is no file of that name.
    case unknownWildcard(String)
    /// Its file holds no line.
    case emptyWildcard(String)
    /// Its lines lead back to it, or to one that cannot be read.
    case brokenWildcard(String)
  }

  package var kind: Kind
  /// In UTF-8 bytes from the start of the text; between characters.
  package var offset: Int

  package init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// In words; the place is told as a count of characters, from 1.
  package func note(in text: String) -> Note {
    let place = String(PatternFlaw.characters(before: offset, in: text) + 1)
    return switch kind {
    case .unclosed: Note(Strings.flawUnclosed, place, tone: .attention)
    case .unopened: Note(Strings.flawUnopened, place, tone: .attention)
    case .tooDeep: Note(Strings.flawTooDeep, place, tone: .attention)
    case .unknownWildcard(let name): Note(Strings.flawUnknown, name, place, tone: .attention)
    case .emptyWildcard(let name): Note(Strings.flawEmpty, name, place, tone: .attention)
    case .brokenWildcard(let name): Note(Strings.flawBroken, name, place, tone: .attention)
    }
  }

  private static func characters(before offset: Int, in text: String) -> Int {
    text[..<text.utf8.index(text.startIndex, offsetBy: min(offset, text.utf8.count))].count
  }
}
