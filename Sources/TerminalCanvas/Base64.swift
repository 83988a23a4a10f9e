/// RFC 4648, section 4.
package enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var at = 0
    while at < bytes.count {
      let count = min(3, bytes.count - at)
      let second = count > 1 ? bytes[at + 1] : 0
      let third = count > 2 ? bytes[at + 2] : 0
      text.append(digits[Int(bytes[at] >> 2)])
      text.append(digits[Int((bytes[at] & 3) << 4 | second >> 4)])
      text.append(count > 1 ? digits[Int((second & 15) << 2 | third >> 6)] : UInt8(ascii: "="))
      text.append(count > 2 ? digits[Int(third & 63)] : UInt8(ascii: "="))
      at += 3
    }
    return text
  }

  package static func text(_ bytes: [UInt8]) -> String { String(decoding: encode(bytes), as: UTF8.self) }
}
