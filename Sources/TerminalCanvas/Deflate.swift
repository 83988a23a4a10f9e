/// Makes bytes fewer, for terminals at the other end of a slow connection: a hash of three bytes finds what was there
/// before, and each block has a Huffman code of its own.
///
/// Sources: RFC 1950 (the frame of zlib), RFC 1951 (the blocks).
enum Deflate {
  /// The bytes as a zlib stream.
  static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var out = BitWriter(bytes: [0x78, 0x01])
    var finder = MatchFinder(bytes)
    repeat {
      let steps = finder.steps(most: 32_768)
      write(steps, isLast: finder.isDone, to: &out)
    } while !finder.isDone
    out.align()
    return out.bytes + PNG.bytes(adler(bytes))
  }

  private static func adler(_ bytes: [UInt8]) -> UInt32 {
    var (one, two): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      one = (one + UInt32(byte)) % 65_521
      two = (two + one) % 65_521
    }
    return two << 16 | one
  }

  /// A byte as it is (`distance` 0), or `length` bytes that were there `distance` bytes before.
  private struct Step {
    var length: Int
    var distance: Int
  }

  private struct MatchFinder {
    private let bytes: [UInt8]
    private var at = 0
    /// Where three bytes of a hash were last.
    private var places = [Int](repeating: -1, count: 32_768)

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isDone: Bool { at >= bytes.count }

    mutating func steps(most: Int) -> [Step] {
      var steps: [Step] = []
      steps.reserveCapacity(min(most, bytes.count - at))
      while at < bytes.count, steps.count < most {
        guard at + 3 <= bytes.count else {
          steps.append(Step(length: Int(bytes[at]), distance: 0))
          at += 1
          continue
        }
        let before = swapPlace(at)
        var length = 0
        if before >= 0, at - before <= 32_768 {
          let longest = min(258, bytes.count - at)
          while length < longest, bytes[before + length] == bytes[at + length] { length += 1 }
        }
        guard length >= 4 else {
          steps.append(Step(length: Int(bytes[at]), distance: 0))
          at += 1
          continue
        }
        steps.append(Step(length: length, distance: at - before))
        for place in at + 1..<at + length where place + 3 <= bytes.count { _ = swapPlace(place) }
        at += length
      }
      return steps
    }

    /// Notes that the three bytes at `place` are there; returns where their like was before, or -1.
    private mutating func swapPlace(_ place: Int) -> Int {
      let three = UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2])
      let hash = Int((three &* 0x9E37_79B1) >> 17)
      defer { places[hash] = place }
      return places[hash]
    }
  }

  // MARK: - Blocks

  /// The first length of each length code from 257 on, and the first distance of each distance code; with the bits that
  /// follow. RFC 1951, 3.2.5.
  private static let lengths = (0..<28).map { Span(code: $0, step: 4, first: 3) } + [Span(first: 258, bits: 0)]
  private static let distances = (0..<30).map { Span(code: $0, step: 2, first: 1) }

  /// What one code stands for: `first` and those after it, told apart by `bits` that follow.
  private struct Span {
    var first: Int
    var bits: Int

    init(first: Int, bits: Int) {
      self.first = first
      self.bits = bits
    }

    /// Every `step` codes there is one bit more.
    init(code: Int, step: Int, first: Int) {
      bits = max(0, code / step - 1)
      self.first = first + (bits == 0 ? code : (step + code % step) << bits)
    }
  }
  /// The code of each length.
  private static let codeOfLength = (0...258).map { length in lengths.lastIndex { $0.first <= length } ?? 0 }

  private static func codeOfDistance(_ distance: Int) -> Int {
    guard distance > 4 else { return distance - 1 }
    let bits = Int.bitWidth - 1 - (distance - 1).leadingZeroBitCount
    return 2 * bits + (distance - 1) >> (bits - 1) & 1
  }

  private static func write(_ steps: [Step], isLast: Bool, to out: inout BitWriter) {
    var counts = [Int](repeating: 0, count: 286)
    var distanceCounts = [Int](repeating: 0, count: 30)
    counts[256] = 1
    // Some readers want two codes at least.
    distanceCounts[0] = 1
    distanceCounts[1] = 1
    for step in steps {
      if step.distance == 0 {
        counts[step.length] += 1
      } else {
        counts[257 + codeOfLength[step.length]] += 1
        distanceCounts[codeOfDistance(step.distance)] += 1
      }
    }
    let code = HuffmanCode(counts)
    let distanceCode = HuffmanCode(distanceCounts)
    out.append(isLast ? 0b101 : 0b100, count: 3)
    out.append(286 - 257, count: 5)
    out.append(30 - 1, count: 5)
    // The lengths of the codes, four bits each: a code for 0 to 15 in which all are equally long.
    out.append(19 - 4, count: 4)
    for index in 0..<19 { out.append(index < 3 ? 0 : 4, count: 3) }
    for length in code.lengths + distanceCode.lengths { out.append(HuffmanCode.reversed(length, count: 4), count: 4) }
    for step in steps {
      guard step.distance > 0 else {
        out.append(code.codes[step.length], count: code.lengths[step.length])
        continue
      }
      let length = codeOfLength[step.length]
      out.append(code.codes[257 + length], count: code.lengths[257 + length])
      out.append(step.length - lengths[length].first, count: lengths[length].bits)
      let distance = codeOfDistance(step.distance)
      out.append(distanceCode.codes[distance], count: distanceCode.lengths[distance])
      out.append(step.distance - distances[distance].first, count: distances[distance].bits)
    }
    out.append(code.codes[256], count: code.lengths[256])
  }
}

/// Bits into bytes, the lowest first.
struct BitWriter {
  private(set) var bytes: [UInt8]
  private var pending: UInt64 = 0
  private var count = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func append(_ bits: Int, count more: Int) {
    pending |= UInt64(bits) << UInt64(count)
    count += more
    while count >= 8 {
      bytes.append(UInt8(pending & 255))
      pending >>= 8
      count -= 8
    }
  }

  /// Fills the last byte.
  mutating func align() {
    if count > 0 { append(0, count: 8 - count) }
  }
}

/// A code in which what is frequent is short, none longer than 15 bits.
///
/// Source: RFC 1951, 3.2.2, for how the codes follow from their lengths.
struct HuffmanCode {
  /// In bits; 0 for what does not occur.
  let lengths: [Int]
  /// As they are written: the first bit is the lowest.
  let codes: [Int]

  /// - Precondition: Two of the counts are not 0.
  init(_ counts: [Int]) {
    var counts = counts
    var lengths = Self.lengths(counts)
    while lengths.contains(where: { $0 > 15 }) {
      counts = counts.map { ($0 + 1) / 2 }
      lengths = Self.lengths(counts)
    }
    var next = [Int](repeating: 0, count: 16)
    for length in 1..<15 { next[length + 1] = (next[length] + lengths.count { $0 == length }) << 1 }
    self.lengths = lengths
    codes = lengths.map { length in
      defer { next[length] += 1 }
      return reversedCode(next[length], length)
    }
  }

  static func reversed(_ code: Int, count: Int) -> Int { reversedCode(code, count) }

  /// How deep each leaf lies in the tree that always joins the two rarest.
  private static func lengths(_ counts: [Int]) -> [Int] {
    let leaves = counts.indices.filter { counts[$0] > 0 }.sorted { counts[$0] < counts[$1] }
    // Leaves first, then what was joined: both in the order of their weights.
    var weights = leaves.map { counts[$0] }
    var parents = [Int](repeating: 0, count: 2 * leaves.count - 1)
    var (leaf, joined) = (0, leaves.count)
    func rarest() -> Int {
      if leaf < leaves.count, joined >= weights.count || weights[leaf] <= weights[joined] {
        leaf += 1
        return leaf - 1
      }
      joined += 1
      return joined - 1
    }
    while weights.count < 2 * leaves.count - 1 {
      let (one, other) = (rarest(), rarest())
      (parents[one], parents[other]) = (weights.count, weights.count)
      weights.append(weights[one] + weights[other])
    }
    var depths = [Int](repeating: 0, count: weights.count)
    for node in (0..<weights.count - 1).reversed() { depths[node] = depths[parents[node]] + 1 }
    var lengths = [Int](repeating: 0, count: counts.count)
    for (index, leaf) in leaves.enumerated() { lengths[leaf] = depths[index] }
    return lengths
  }
}

private func reversedCode(_ code: Int, _ count: Int) -> Int {
  (0..<count).reduce(0) { $0 << 1 | code >> $1 & 1 }
}
