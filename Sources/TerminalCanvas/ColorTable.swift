/// The few colours that stand best for those of a picture: median cut over colours of five bits a part.
///
/// Source: Heckbert, "Color Image Quantization for Frame Buffer Display" (SIGGRAPH 1982).
struct ColorTable {
  private(set) var colors: [(UInt8, UInt8, UInt8)] = []
  /// The colour of each of the 32,768 coarse ones.
  private var indices = [UInt8](repeating: 0, count: 32_768)

  /// A coarse colour of the picture: how many pixels have it, and their sums.
  private struct Bin {
    let coarse: Int
    var count = 0
    var red = 0
    var green = 0
    var blue = 0

    func part(_ part: Int) -> Int { coarse >> (10 - 5 * part) & 31 }
  }

  private struct Group {
    var bins: ArraySlice<Bin>
    var count = 0
    /// The part in which its colours are furthest apart, and how far.
    var widest = 0
    var spread = 0

    init(_ bins: ArraySlice<Bin>) {
      self.bins = bins
      for bin in bins { count += bin.count }
      for part in 0..<3 {
        var (low, high) = (31, 0)
        for bin in bins { (low, high) = (min(low, bin.part(part)), max(high, bin.part(part))) }
        if high - low > spread { (widest, spread) = (part, high - low) }
      }
    }
  }

  init(rgb: [UInt8], limit: Int) {
    var bins = (0..<32_768).map { Bin(coarse: $0) }
    for at in stride(from: 0, to: rgb.count - 2, by: 3) {
      let coarse = Self.coarse(rgb[at], rgb[at + 1], rgb[at + 2])
      bins[coarse].count += 1
      bins[coarse].red += Int(rgb[at])
      bins[coarse].green += Int(rgb[at + 1])
      bins[coarse].blue += Int(rgb[at + 2])
    }
    var groups = [Group(bins.filter { $0.count > 0 }[...])]
    while groups.count < limit, let at = groups.indices.max(by: { Self.weight(groups[$0]) < Self.weight(groups[$1]) }),
      groups[at].spread > 0
    {
      let (one, other) = Self.halves(groups[at])
      groups[at] = one
      groups.append(other)
    }
    for (index, group) in groups.enumerated() where group.count > 0 {
      var (red, green, blue) = (0, 0, 0)
      for bin in group.bins {
        (red, green, blue) = (red + bin.red, green + bin.green, blue + bin.blue)
        indices[bin.coarse] = UInt8(index)
      }
      colors.append((UInt8(red / group.count), UInt8(green / group.count), UInt8(blue / group.count)))
    }
  }

  private static func weight(_ group: Group) -> Int { group.count * group.spread * group.spread }

  /// Cut where half of the pixels are on either side; each side has a colour at least.
  private static func halves(_ group: Group) -> (Group, Group) {
    let sorted = group.bins.sorted { $0.part(group.widest) < $1.part(group.widest) }
    var (cut, count) = (0, 0)
    while cut < sorted.count - 1, count < group.count / 2 || cut == 0 {
      count += sorted[cut].count
      cut += 1
    }
    return (Group(sorted[..<cut]), Group(sorted[cut...]))
  }

  private static func coarse(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int {
    Int(red >> 3) << 10 | Int(green >> 3) << 5 | Int(blue >> 3)
  }

  func index(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int { Int(indices[Self.coarse(red, green, blue)]) }
}
