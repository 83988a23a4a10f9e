internal import VideosAPI

/// The list in `no_proxy`: names (which cover what is below them), addresses, IPv4 ranges (`10.0.0.0/8`), each with a
/// port if need be, or `*` for everything.
struct ProxyExceptions: Hashable, Sendable {
  private let entries: [String]

  init(_ list: String) {
    entries = list.split { $0 == "," || $0.isWhitespace }.map { $0.lowercased() }
  }

  func contain(_ origin: WebAddress.Origin) -> Bool {
    entries.contains { entry in
      if entry == "*" { return true }
      var name = entry[...]
      if let colon = name.lastIndex(of: ":"), let port = Int(name[name.index(after: colon)...]),
        name.firstIndex(of: ":") == colon || name.hasPrefix("[")
      {
        guard port == origin.port else { return false }
        name = name[..<colon]
      }
      if name.hasPrefix("[") && name.hasSuffix("]") { name = name.dropFirst().dropLast() }
      if name.hasPrefix("*.") { name = name.dropFirst() }
      if let range = Self.range(name), let host = Self.number(origin.host[...]) {
        return host & range.mask == range.base & range.mask
      }
      let plain = name.hasPrefix(".") ? name.dropFirst() : name
      return !plain.isEmpty && (origin.host == plain || origin.host.hasSuffix("." + plain))
    }
  }

  private static func range(_ text: Substring) -> (base: UInt32, mask: UInt32)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let base = number(parts[0]), let bits = Int(parts[1]), (0...32).contains(bits) else {
      return nil
    }
    return (base, bits == 0 ? 0 : UInt32.max << (32 - UInt32(bits)))
  }

  private static func number(_ address: Substring) -> UInt32? {
    let parts = address.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var number: UInt32 = 0
    for part in parts {
      guard let value = UInt8(part) else { return nil }
      number = number << 8 | UInt32(value)
    }
    return number
  }
}
