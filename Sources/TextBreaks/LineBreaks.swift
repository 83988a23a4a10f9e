import CUnistring

/// Where a screen line may break, by the Unicode line breaking algorithm: after blanks and hyphens, between Han
/// characters, never before closing punctuation or after opening punctuation.
///
/// Source: UAX #14, as libunistring implements it. The default (not East Asian) resolution of ambiguous classes is
/// used, so that the same text breaks alike under every locale.
package struct LineBreaks {
  private let marks: [CChar]

  /// - Parameter text: A part of one paragraph that begins a screen line; it holds no "\n".
  package init(in text: Substring) {
    let bytes = text.utf8
    marks = [CChar](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      count = bytes.count
      guard count > 0 else { return }
      bytes.withContiguousBytes { u8_possible_linebreaks_v2($0.baseAddress, $0.count, "UTF-8", buffer.baseAddress) }
    }
  }

  /// Whether a line may begin at `offset`, in UTF-8 bytes from the start of the text; false at its start and end.
  package func allowsLine(at offset: Int) -> Bool {
    marks.indices.contains(offset) && Int(marks[offset]) == UC_BREAK_POSSIBLE
  }
}

extension Substring.UTF8View {
  /// Gives `body` the bytes where they are, or a copy of them when they are not in one piece.
  func withContiguousBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withContiguousStorageIfAvailable(body) ?? Array(self).withUnsafeBufferPointer(body)
  }
}
