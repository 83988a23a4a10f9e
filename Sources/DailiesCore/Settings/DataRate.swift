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
    let amount = text.lowercased().hasSuffix("/s") ? String(text.dropLast(2)) : text
    guard let bytes = DataSize.bytes(amount), Self.allowed.contains(bytes) else { return nil }
    bytesPerSecond = Int64(bytes)
    self.text = text
  }
}
