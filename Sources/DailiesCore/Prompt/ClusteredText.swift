import TerminalCanvas

/// A text addressed by UTF-8 offsets, stepped through by grapheme cluster, that always knows how many clusters it has.
///
/// Every operation looks only at the clusters around its offsets; an edit costs one `memmove` besides.
struct ClusteredText: Equatable, Sendable {
  private(set) var string: String
  private(set) var clusterCount: Int
  /// How many bytes there are without which no pattern is (``PromptPattern``): braces and underscores.
  private(set) var patternMarkCount = 0

  init(_ string: String) {
    self.string = string
    clusterCount = 0
    clusterCount = countClusters(0..<byteCount)
    patternMarkCount = countPatternMarks(0..<byteCount)
  }

  var byteCount: Int { string.utf8.count }

  func index(_ offset: Int) -> String.Index { string.utf8.index(string.startIndex, offsetBy: offset) }

  func byte(at offset: Int) -> UInt8 { string.utf8[index(offset)] }

  /// - Parameter range: Ends at code points.
  func slice(_ range: Range<Int>) -> Substring { string[index(range.lowerBound)..<index(range.upperBound)] }

  /// Gives `body` the whole text as it lies in memory.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    string.utf8.withContiguousStorageIfAvailable(body) ?? Array(string.utf8).withUnsafeBufferPointer(body)
  }

  /// Whether every byte of a part of a paragraph is a cluster of its own.
  func isASCII(_ range: Range<Int>) -> Bool {
    withBytes { bytes in
      bytes[range].allSatisfy { $0 < 0x80 } && (range.upperBound == bytes.count || bytes[range.upperBound] < 0x80)
    }
  }

  /// The cluster that begins at `offset`, which must be a cluster boundary before the end.
  func cluster(at offset: Int) -> Character {
    let rest = string[index(offset)...]
    return rest[rest.startIndex]
  }

  /// The bytes and columns of the cluster at `offset`, which must be a cluster boundary before the end.
  ///
  /// - Parameter bytes: Those of the whole text.
  @inline(__always)
  func extent(
    at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, _ widths: DisplayWidth
  ) -> (length: Int, columns: Int) {
    // Most of a text is told by the first bytes of two characters.
    switch bytes[offset] {
    case 0x20..<0x7F where offset + 1 < bytes.count && bytes[offset + 1] < 0x80: return (1, 1)
    // Han from U+5000 on, before another or before ASCII.
    case 0xE5...0xE9 where offset + 3 < bytes.count && (bytes[offset + 3] < 0x80 || 0xE5...0xE9 ~= bytes[offset + 3]):
      return (3, 2)
    default: return extentOfAny(at: offset, in: bytes, widths)
    }
  }

  private func extentOfAny(
    at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, _ widths: DisplayWidth
  ) -> (length: Int, columns: Int) {
    let length = PlainScalar.loneLength(at: offset, in: bytes)
    switch length {
    case 0:
      let cluster = cluster(at: offset)
      return (cluster.utf8.count, widths.width(of: cluster))
    case 1: return (1, 1)
    default: return (length, widths.width(of: PlainScalar.scalar(at: offset, length: length, in: bytes)))
    }
  }

  /// Whether `offset` is a cluster boundary.
  func isBoundary(_ offset: Int) -> Bool { boundary(atOrAfter: offset) == offset }

  /// The next cluster boundary after a boundary; the end stays the end.
  func boundary(after offset: Int) -> Int {
    if offset >= byteCount { return byteCount }
    let length = withBytes { PlainScalar.loneLength(at: offset, in: $0) }
    return offset + (length > 0 ? length : cluster(at: offset).utf8.count)
  }

  /// The last cluster boundary before `offset`, which may lie inside a cluster; 0 stays 0.
  func boundary(before offset: Int) -> Int {
    guard offset > 0 else { return 0 }
    let head = string[..<index(offset)]
    return self.offset(of: head.index(before: head.endIndex))
  }

  /// `offset` if it is a cluster boundary, else the end of the cluster it lies in. Offsets beyond the end are the end.
  func boundary(atOrAfter offset: Int) -> Int {
    guard offset > 0 else { return 0 }
    guard offset < byteCount else { return byteCount }
    let wanted = index(offset)
    if String.Index(wanted, within: string) != nil { return offset }
    return self.offset(of: string.index(after: wanted))
  }

  /// `offset` if it is a cluster boundary, else the start of the cluster it lies in.
  func boundary(atOrBefore offset: Int) -> Int {
    let next = boundary(atOrAfter: offset)
    return next == offset ? offset : boundary(before: next)
  }

  /// Whether `piece` stands at `offset`.
  func holds(_ piece: String, at offset: Int) -> Bool {
    guard offset >= 0, offset <= byteCount, piece.utf8.count <= byteCount - offset else { return false }
    let end = offset + piece.utf8.count
    guard isScalarBoundary(offset), isScalarBoundary(end) else { return false }
    return slice(offset..<end) == piece
  }

  /// Replaces a part of the text; text before and after may grow together with what comes in between them.
  ///
  /// - Parameter range: Ends at code points, not necessarily at clusters.
  /// - Returns: A cluster boundary before which nothing changed.
  mutating func replace(_ range: Range<Int>, with new: String) -> Int {
    let start = boundary(before: range.lowerBound)
    let end = boundary(atOrAfter: range.upperBound)
    clusterCount -= countClusters(start..<end)
    patternMarkCount -= countPatternMarks(range)
    string.replaceSubrange(index(range.lowerBound)..<index(range.upperBound), with: new)
    patternMarkCount += countPatternMarks(range.lowerBound..<range.lowerBound + new.utf8.count)
    // Before and after are cut into clusters alike from the first boundary that both have.
    var before = end + new.utf8.count - range.count
    var after = max(start, boundary(before: range.lowerBound + new.utf8.count))
    clusterCount += countClusters(start..<after)
    while before != after {
      if after < before {
        after = boundary(after: after)
        clusterCount += 1
      } else {
        before = boundary(after: before)
        clusterCount -= 1
      }
    }
    return start
  }

  private static let patternMarks = [UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "_")]

  private func countPatternMarks(_ range: Range<Int>) -> Int {
    withBytes { bytes in
      var count = 0
      for start in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
        let end = min(start + 8, range.upperBound)
        if end == start + 8 {
          let eight = EightBytes(at: start, in: bytes)
          guard Self.patternMarks.contains(where: eight.contain) else { continue }
        }
        for byte in bytes[start..<end] where Self.patternMarks.contains(byte) { count += 1 }
      }
      return count
    }
  }

  /// - Parameter range: Between cluster boundaries.
  private func countClusters(_ range: Range<Int>) -> Int {
    var count = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let (clusters, end) = withBytes { Self.plainClusters(from: at, to: range.upperBound, in: $0) }
      count += clusters
      at = end
      guard at < range.upperBound else { break }
      at += cluster(at: at).utf8.count
      count += 1
    }
    return count
  }

  /// Counts the clusters of one plain character each that stand side by side; ends at one that may be longer.
  private static func plainClusters(
    from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (count: Int, end: Int) {
    var (count, at, last) = (0, start, start)
    while at < end {
      if at + 8 <= end, PlainScalar.areEightOfASCII(at: at, in: bytes) {
        last = at + 7
        at += 8
        count += 8
        continue
      }
      let length = PlainScalar.length(at: at, in: bytes)
      // What is not plain may join the last one.
      if length == 0 { return count > 0 ? (count - 1, last) : (0, at) }
      last = at
      at += length
      count += 1
    }
    return (count, at)
  }

  private func offset(of index: String.Index) -> Int { string.utf8.distance(from: string.startIndex, to: index) }

  private func isScalarBoundary(_ offset: Int) -> Bool { offset == byteCount || byte(at: offset) & 0xC0 != 0x80 }
}
