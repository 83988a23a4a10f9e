/// Reads a prompt for `{a|b|c}` and `__name__`.
///
/// Braces without a `|` between them stand for themselves, so that a text with JSON in it is left as it is; so do runs of
/// underscores that enclose no name. A backslash before `{`, `}`, `|` or `__name__` takes its meaning away. The text is gone
/// through once, whatever is in it.
struct PatternReader {
  /// A brace that is open.
  private struct Frame {
    var openedAt: Int
    /// Where its pieces begin among those that were read; the brace itself stands before them.
    var start: Int
    var alternatives: [[PatternNode]] = []
    /// Groups within this one, the deepest way down.
    var height = 0
  }

  private let bytes: [UInt8]
  private var frames: [Frame] = []
  private var nodes: [PatternNode] = []
  private var at = 0
  /// Where the plain text began that was not taken over yet.
  private var plainStart = 0
  private var sawTopBar = false
  private var isPattern = false

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// - Returns: The pieces of a text that stands for several, or that holds escaped braces; nil for one that is sent as it
  ///   is.
  static func read(_ text: String) throws(PatternFlaw) -> [PatternNode]? {
    guard mayHoldPattern(text) else { return nil }
    var reader = PatternReader(text)
    return try reader.read()
  }

  /// A quick look, for the text that one types into.
  private static func mayHoldPattern(_ text: String) -> Bool {
    func look(_ bytes: some Collection<UInt8>) -> Bool {
      var last: UInt8 = 0
      for byte in bytes {
        if byte == Byte.open || byte == Byte.close || (byte == Byte.underscore && last == byte) { return true }
        last = byte
      }
      return false
    }
    return text.utf8.withContiguousStorageIfAvailable { look($0) } ?? look(text.utf8)
  }

  private enum Byte {
    static let open = UInt8(ascii: "{")
    static let close = UInt8(ascii: "}")
    static let bar = UInt8(ascii: "|")
    static let backslash = UInt8(ascii: "\\")
    static let underscore = UInt8(ascii: "_")
  }

  private mutating func read() throws(PatternFlaw) -> [PatternNode]? {
    while at < bytes.count {
      switch bytes[at] {
      case Byte.backslash: escape()
      case Byte.open:
        takePlain()
        nodes.append(.text("{"))
        frames.append(Frame(openedAt: at, start: nodes.count))
        skip(1)
      case Byte.close: try close()
      case Byte.bar: bar()
      case Byte.underscore: underscores()
      default: at += 1
      }
    }
    takePlain()
    if let open = frames.last(where: { !$0.alternatives.isEmpty }) { throw PatternFlaw(.unclosed, at: open.openedAt) }
    return isPattern ? nodes : nil
  }

  private mutating func escape() {
    guard at + 1 < bytes.count else {
      at += 1
      return
    }
    switch bytes[at + 1] {
    case Byte.open, Byte.close: isPattern = true
    case Byte.bar: break
    case Byte.underscore:
      guard let end = wildcardEnd(from: at + 1) else {
        at += 1
        return
      }
      isPattern = true
      takePlain()
      plainStart = at + 1
      at = end
      return
    default:
      at += 1
      return
    }
    takePlain()
    plainStart = at + 1
    at += 2
  }

  private mutating func bar() {
    guard let last = frames.indices.last else {
      sawTopBar = true
      at += 1
      return
    }
    takePlain()
    frames[last].alternatives.append(takeNodes(from: frames[last].start))
    skip(1)
  }

  private mutating func close() throws(PatternFlaw) {
    guard let last = frames.last else {
      if sawTopBar { throw PatternFlaw(.unopened, at: at) }
      at += 1
      return
    }
    takePlain()
    frames.removeLast()
    var height = last.height
    if last.alternatives.isEmpty {
      nodes.append(.text("}"))
    } else {
      guard height < PatternNode.deepest else { throw PatternFlaw(.tooDeep, at: last.openedAt) }
      height += 1
      isPattern = true
      let final = takeNodes(from: last.start)
      nodes.removeLast()
      nodes.append(.choice(last.alternatives + [final]))
    }
    if let parent = frames.indices.last { frames[parent].height = max(frames[parent].height, height) }
    skip(1)
  }

  private mutating func takeNodes(from start: Int) -> [PatternNode] {
    defer { nodes.removeSubrange(start...) }
    return Array(nodes[start...])
  }

  private mutating func underscores() {
    guard let end = wildcardEnd(from: at) else {
      while at < bytes.count, bytes[at] == Byte.underscore { at += 1 }
      return
    }
    takePlain()
    isPattern = true
    let name = String(decoding: bytes[at + 2..<end - 2], as: UTF8.self)
    nodes.append(.wildcard(name, at: at))
    skip(end - at)
  }

  /// Where a `__name__` that begins at `start` ends; nil when there is none. A name is letters, digits, `-`, `.`, `/` and
  /// single underscores, and begins and ends with none of the latter.
  private func wildcardEnd(from start: Int) -> Int? {
    guard start + 4 < bytes.count, bytes[start] == Byte.underscore, bytes[start + 1] == Byte.underscore,
      bytes[start + 2] != Byte.underscore
    else { return nil }
    var index = start + 2
    while index + 1 < bytes.count, index < start + 100 {
      if bytes[index] == Byte.underscore, bytes[index + 1] == Byte.underscore { return index + 2 }
      guard Self.isNameByte(bytes[index]) else { return nil }
      index += 1
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), Byte.underscore,
      0x80...:
      true
    default: false
    }
  }

  private mutating func skip(_ count: Int) {
    at += count
    plainStart = at
  }

  /// Takes over the plain text up to here.
  private mutating func takePlain() {
    guard plainStart < at else { return }
    nodes.append(.text(String(decoding: bytes[plainStart..<at], as: UTF8.self)))
    plainStart = at
  }
}
