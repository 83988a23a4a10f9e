extension Duration {
  /// Whole nanoseconds, within what 64 bits hold.
  var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    guard abs(seconds) < 4_000_000_000 else { return seconds < 0 ? 0 : 4_000_000_000_000_000_000 }
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
