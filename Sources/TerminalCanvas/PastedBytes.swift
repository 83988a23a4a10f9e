/// The bytes of a paste as they arrive. Terminals send a line end as CR: here each is "\n", CR with LF also.
///
/// What can be done to them while more are on their way is done then.
struct PastedBytes: Sendable {
  private var bytes: [UInt8] = []
  private var endsInReturn = false

  var isEmpty: Bool { bytes.isEmpty }

  /// What has come so far; bytes that are no UTF-8 are U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ new: UnsafeBufferPointer<UInt8>) {
    guard let last = new.last else { return }
    let start = bytes.count
    if endsInReturn || new.holds(0x0A) {
      for byte in new {
        if byte != 0x0A || !endsInReturn { bytes.append(byte) }
        endsInReturn = byte == 0x0D
      }
    } else {
      bytes.append(contentsOf: new)
      endsInReturn = last == 0x0D
    }
    bytes.withUnsafeMutableBufferPointer { bytes in
      for at in start..<bytes.count { bytes[at] = bytes[at] == 0x0D ? 0x0A : bytes[at] }
    }
  }
}
