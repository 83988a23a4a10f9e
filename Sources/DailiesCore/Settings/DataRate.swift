/// So many bytes a second, as a person writes it: `2 MB`, `1.5 MB/s`, `800k`, `2000000`. Steps of 1000, or of 1024 for
/// `KiB`, `MiB` and `GiB`.
package struct DataRate: Hashable, Sendable {
  /// Below the smallest a service could take the silence between two reads for the end.
  private static let allowed = 10_000.0...1_000_000_000_000

  package let bytesPerSecond: Int64
  /// As it was written.
  package let text: String

  /// Nil for a text that is no rate, and for one that is too small or too large.
  package init?(_ text: String) {
    let text = text.trimming
    var rest = text.lowercased()
    if rest.hasSuffix("/s") { rest = String(rest.dropLast(2)).trimming }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard digits.first != ".", digits.last != ".", let number = Double(digits),
      let step = Self.step(String(rest.dropFirst(digits.count)).trimming), Self.allowed.contains(number * step)
    else { return nil }
    bytesPerSecond = Int64(number * step)
    self.text = text
  }

  private static func step(_ unit: String) -> Double? {
    switch unit {
    case "", "b": 1
    case "k", "kb": 1e3
    case "m", "mb": 1e6
    case "g", "gb": 1e9
    case "kib": 1024
    case "mib": 1_048_576
    case "gib": 1_073_741_824
    default: nil
    }
  }
}
