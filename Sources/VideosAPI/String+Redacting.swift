extension String {
  /// The text with every API key in it masked: the given one, whatever looks like one, and what services repeat of one.
  ///
  /// Services repeat a key's last characters (`sk-...1234`, `Received API Key = …`) and its SHA-256 in a refusal.
  /// Keys are found as bytes and code points, so that a combining mark behind one does not hide it.
  public func redacting(_ key: String?) -> String {
    let mask = "•••"
    var text = self
    if let key, key.utf8.count >= 4 {
      text = text.replacingBytes(of: key, with: mask)
      if key.contains("/") { text = text.replacingBytes(of: key.replacing("/", with: "\\/"), with: mask) }
    }
    let patterns = [
      #/(^|[^A-Za-z0-9_])[sSpP][kK]-[A-Za-z0-9_.*•…\-]{4,}/#,
      #/(^|[^A-Za-z0-9])[0-9A-Fa-f]{64}(?![A-Za-z0-9])/#,
      #/([Bb]earer +)[A-Za-z0-9_.~+\/=*\-]{4,}/#,
      #/([Kk]ey(?: provided)?(?: is)? ?[=:] ?)[^\s,;"'}]{4,}/#,
    ]
    for pattern in patterns {
      text = text.replacing(pattern.matchingSemantics(.unicodeScalar)) { "\($0.output.1)\(mask)" }
    }
    return text
  }

  private func replacingBytes(of part: String, with replacement: String) -> String {
    let wanted = Array(part.utf8)
    var rest = Array(utf8)[...]
    var bytes: [UInt8] = []
    while let first = rest.first {
      if first == wanted[0], rest.starts(with: wanted) {
        bytes += replacement.utf8
        rest = rest.dropFirst(wanted.count)
      } else {
        bytes.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
