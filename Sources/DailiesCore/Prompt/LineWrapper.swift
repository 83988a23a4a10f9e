import TerminalCanvas
import TextBreaks

/// Decides where the next screen line begins. The answer depends on nothing but the text from the line's start on, so
/// that re-wrapping may stop as soon as it meets an old line start.
struct LineWrapper {
  private let columns: Int
  private let widths: DisplayWidth

  init(columns: Int, widths: DisplayWidth) {
    self.columns = columns
    self.widths = widths
  }

  /// Where the line after the one that begins at `start` begins; nil when that is the last one.
  ///
  /// Blanks at the line's end hang over its edge. A word that is longer than the line is broken between clusters, and
  /// a cluster that is wider than the line stands alone.
  func nextLine(after start: Int, in text: ClusteredText) -> Int? {
    text.withBytes { nextLine(after: start, in: text, $0) }
  }

  private func nextLine(after start: Int, in text: ClusteredText, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var offset = start
    var width = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x0A { return offset + 1 }
      let (length, clusterWidth) = text.extent(at: offset, in: bytes, widths)
      let next = offset + length
      let isBlank = Self.hangs(offset..<next, in: bytes)
      if !isBlank, width + clusterWidth > columns, offset > start {
        return lastBreak(from: start, overflow: offset..<next, in: text)
      }
      width += clusterWidth
      offset = next
    }
    return nil
  }

  /// Whether a cluster is a blank that hangs over the edge: U+3000, or one of ASCII, except before a Han character, so that
  /// a number stays with its measure word.
  private static func hangs(_ cluster: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = cluster.upperBound
    switch cluster.count {
    case 1: return bytes[end - 1] == 0x20 && (end == bytes.count || bytes[end] < 0x80)
    case 3: return bytes[end - 3] == 0xE3 && bytes[end - 2] == 0x80 && bytes[end - 1] == 0x80
    default: return false
    }
  }

  /// The last place at or before the cluster that does not fit where a line may begin, else that cluster.
  private func lastBreak(from start: Int, overflow: Range<Int>, in text: ClusteredText) -> Int {
    let breaks = LineBreaks(in: text.slice(start..<overflow.upperBound))
    return (start + 1...overflow.lowerBound).reversed().first {
      breaks.allowsLine(at: $0 - start) && text.isBoundary($0)
    } ?? overflow.lowerBound
  }
}
