/// So many bytes, as a person writes it: `500 MB`, `1.5 GiB`, `2g`. Steps of 1000, or of 1024 for `KiB`, `MiB` and `GiB`.
package struct DataSize: Hashable, Sendable {
  private static let allowed = 1.0...1_000_000_000_000_000

  package let bytes: Int64
  /// As it was written.
  package let text: String

  /// Nil for a text that is no size, and for one that is too small or too large.
  package init?(_ text: String) {
    guard let bytes = Self.bytes(text), Self.allowed.contains(bytes) else { return nil }
    self.bytes = Int64(bytes)
    self.text = text.trimming
  }

  /// The number that a text gives; nil when it is none.
  static func bytes(_ text: String) -> Double? {
    let text = text.lowercased().trimming
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard digits.first != ".", digits.last != ".", let number = Double(digits),
      let step = step(String(text.dropFirst(digits.count)).trimming)
    else { return nil }
    return number * step
  }

  private static func step(_ unit: String) -> Double? {
    switch unit {
    case "", "b": 1
    case "k", "kb": 1e3
    case "m", "mb": 1e6
    case "g", "gb": 1e9
    case "t", "tb": 1e12
    case "kib": 1024
    case "mib": 1_048_576
    case "gib": 1_073_741_824
    default: nil
    }
  }
}
