/// The pictures that a transcript hands to a terminal by the kitty graphics protocol, put together again.
package enum KittyReader {
  package struct Picture: Equatable, Sendable {
    /// Of its first piece, without `m`.
    package var keys: String
    package var payload: [UInt8]
    /// The bytes of base64 in each piece.
    package var pieces: [Int]
  }

  /// The whole commands, as they came: `a=d,d=I,i=7,q=2`.
  package static func commands(in bytes: [UInt8]) -> [String] {
    strings(in: bytes).map { String(decoding: $0.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self) }
  }

  package static func pictures(in bytes: [UInt8]) -> [Picture] {
    var pictures: [Picture] = []
    var base64: [UInt8] = []
    for string in strings(in: bytes) {
      guard let end = string.firstIndex(of: UInt8(ascii: ";")) else { continue }
      let keys = String(decoding: string[..<end], as: UTF8.self).split(separator: ",")
      let isLast = !keys.contains("m=1")
      let piece = string[(end + 1)...]
      if keys.count > 1 {
        pictures.append(
          Picture(keys: keys.filter { !$0.hasPrefix("m=") }.joined(separator: ","), payload: [], pieces: []))
        base64 = []
      }
      guard let at = pictures.indices.last else { continue }
      base64 += piece
      pictures[at].pieces.append(piece.count)
      if isLast { pictures[at].payload = decoded(base64) }
    }
    return pictures.filter { $0.keys.contains("f=100") }
  }

  /// What tmux hands through of the bytes of a program in it.
  ///
  /// Source: tmux(1), `allow-passthrough`.
  package static func throughTmux(_ bytes: [UInt8]) -> [UInt8] {
    let start = Array("\u{1B}Ptmux;".utf8)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at...].starts(with: start) else {
        at += 1
        continue
      }
      at += start.count
      while at + 1 < bytes.count, !(bytes[at] == 0x1B && bytes[at + 1] == UInt8(ascii: "\\")) {
        if bytes[at] == 0x1B { at += 1 }
        out.append(bytes[at])
        at += 1
      }
    }
    return out
  }

  /// What stands between `ESC _ G` and ST.
  private static func strings(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var at = 0
    while at + 2 < bytes.count {
      guard bytes[at] == 0x1B, bytes[at + 1] == UInt8(ascii: "_"), bytes[at + 2] == UInt8(ascii: "G") else {
        at += 1
        continue
      }
      guard let end = bytes[(at + 3)...].firstIndex(of: 0x1B) else { break }
      found.append(bytes[(at + 3)..<end])
      at = end
    }
    return found
  }

  private static func decoded(_ text: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var (bits, count): (UInt32, Int) = (0, 0)
    for digit in text {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = digit - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = digit - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit + 4
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: continue
      }
      bits = (bits << 6 | UInt32(value)) & 0xFFFFFF
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> UInt32(count) & 255))
      }
    }
    return bytes
  }
}
