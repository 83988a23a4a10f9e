/// A number of bytes as people read it: `940 B`, `6.7 MB`, `16 MB`; steps of 1000.
package struct ByteCount: Equatable, Sendable {
  package var bytes: Int64

  package init(_ bytes: Int64) { self.bytes = max(0, bytes) }

  /// - Parameter bytes: A measured rate, which is no whole number.
  package init(_ bytes: Double) { self.init(bytes.isFinite && bytes < 1e18 ? Int64(bytes) : 0) }

  package var text: String {
    let units = ["B", "kB", "MB", "GB", "TB"]
    var whole = bytes
    var tenths = bytes * 10
    var unit = 0
    while whole >= 1000, unit + 1 < units.count {
      whole /= 1000
      tenths /= 1000
      unit += 1
    }
    let number = unit > 0 && whole < 10 ? "\(tenths / 10).\(tenths % 10)" : String(whole)
    return number + " " + units[unit]
  }
}
