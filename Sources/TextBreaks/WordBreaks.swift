import CUnistring

/// Where words begin and end: what a word key moves over or deletes. Blanks, line ends and punctuation are passed
/// over; a Han character is a word, a run of Katakana, Hangul or other letters is one.
///
/// Only the text around the caret is looked at, however long the paragraph is.
///
/// Source: UAX #29 section 4 (default word boundaries), as libunistring implements it.
package enum WordBreaks {
  /// Bytes looked at first; doubled as long as a word may reach beyond them.
  private static let firstReach = 256

  /// The start of the word that ends at `offset` or reaches over it, else of the last word before it; 0 when there is
  /// none. Offsets count UTF-8 bytes.
  package static func wordStart(before offset: Int, in text: String) -> Int {
    var reach = firstReach
    while true {
      let start = text.scalarOffset(atOrBefore: max(0, offset - reach))
      let words = words(in: text, start..<offset)
      // The first segment may have begun before what was looked at.
      if let last = words.last, last.lowerBound > start || start == 0 { return last.lowerBound }
      if start == 0 { return 0 }
      reach *= 2
    }
  }

  /// The end of the word that begins at `offset` or reaches over it, else of the next word; the end of the text when
  /// there is none. Offsets count UTF-8 bytes.
  package static func wordEnd(after offset: Int, in text: String) -> Int {
    let length = text.utf8.count
    var reach = firstReach
    while true {
      let end = text.scalarOffset(atOrBefore: min(length, offset + reach))
      if let first = words(in: text, offset..<end).first, first.upperBound < end || end == length {
        return first.upperBound
      }
      if end == length { return length }
      reach *= 2
    }
  }

  /// The segments of a part of the text that are words.
  private static func words(in text: String, _ range: Range<Int>) -> [Range<Int>] {
    let part = text[text.byteIndex(range.lowerBound)..<text.byteIndex(range.upperBound)]
    let length = range.count
    let marks = [CChar](unsafeUninitializedCapacity: length) { buffer, count in
      count = length
      guard length > 0 else { return }
      part.utf8.withContiguousBytes { u8_wordbreaks($0.baseAddress, length, buffer.baseAddress) }
    }
    var words: [Range<Int>] = []
    var start = 0
    while start < length {
      var end = start + 1
      while end < length, marks[end] == 0 { end += 1 }
      let segment = range.lowerBound + start..<range.lowerBound + end
      if isWord(text[text.byteIndex(segment.lowerBound)..<text.byteIndex(segment.upperBound)]) { words.append(segment) }
      start = end
    }
    return words
  }

  private static func isWord(_ segment: Substring) -> Bool {
    segment.unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
      case .decimalNumber, .letterNumber, .otherNumber, .otherSymbol, .privateUse: true
      default: false
      }
    }
  }
}

extension String {
  fileprivate func byteIndex(_ offset: Int) -> Index { utf8.index(startIndex, offsetBy: offset) }

  /// `offset`, or the start of the code point it lies in.
  fileprivate func scalarOffset(atOrBefore offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < utf8.count, utf8[byteIndex(offset)] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
