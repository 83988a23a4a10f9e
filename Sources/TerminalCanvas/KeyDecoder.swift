/// Turns the bytes of a terminal into keys, pastes, mouse reports, focus changes and answers.
///
/// A value without clock or descriptor: bytes go in as they were read, split anywhere. What is not yet complete stays
/// inside; when ``isWaiting`` says that only time can tell what it means (an Esc alone may be the key or the start of a
/// sequence), the caller waits a moment for more and then calls ``flush()``. Sequences nobody knows are swallowed
/// whole, never taken for text, and no `.character` is ever a control character.
///
/// Sources: ECMA-48 section 5.4 (sequences), xterm's "Control Sequences" (keys, mouse, paste, focus, reports), the
/// kitty keyboard protocol, the terminfo entries of rxvt, linux and vt220.
package struct KeyDecoder: Sendable {
  private enum Mode {
    case keys
    /// Inside a bracketed paste; what came so far is in `paste`.
    case paste
    /// Inside a control sequence, or a control string, that grew beyond all reason.
    case droppingSequence, droppingString
  }

  private var mode = Mode.keys
  private var pending: [UInt8] = []
  private var paste = PastedBytes()
  private let keysOfTerminfo: KeySequences
  let backspaceIsControlH: Bool

  static let escape: UInt8 = 0x1B
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// - Parameters:
  ///   - terminfo: What this terminal's own description says its keys send; only sequences that start with Esc are
  ///     taken, and they come before everything known here.
  ///   - backspaceIsControlH: Whether the Backspace key sends 0x08 (terminfo `kbs`) instead of 0x7F.
  package init(terminfo: [(bytes: [UInt8], key: Key)] = [], backspaceIsControlH: Bool = false) {
    keysOfTerminfo = KeySequences(terminfo.filter { $0.bytes.count > 1 && $0.bytes[0] == Self.escape })
    self.backspaceIsControlH = backspaceIsControlH
  }

  /// Whether something is pending that the next moments decide: an Esc, or the first bytes of a sequence that could as
  /// well be a key with Alt. Longer beginnings, half a character and an open paste wait for their rest without haste.
  package var isWaiting: Bool {
    guard mode != .paste, pending.first == Self.escape else { return false }
    switch pending.count {
    case 1: return true
    case 2: return pending[1] < 0x80
    case 3: return pending[1] == Self.escape
    default: return false
    }
  }

  /// Whether the next byte begins something new.
  package var isBetweenKeys: Bool { mode == .keys && pending.isEmpty }

  /// Takes the next bytes; returns what they complete, in order.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [Input] {
    var inputs: [Input] = []
    if pending.isEmpty, bytes.withContiguousStorageIfAvailable({ consume($0, into: &inputs) }) != nil { return inputs }
    var buffer = pending
    buffer.append(contentsOf: bytes)
    pending.removeAll(keepingCapacity: true)
    buffer.withUnsafeBufferPointer { consume($0, into: &inputs) }
    return inputs
  }

  /// Time has passed and no more came: an Esc was the key, a beginning that may be a key with Alt was that key, half a
  /// character is U+FFFD. Longer beginnings of sequences stay, for their rest must not be taken for text.
  package mutating func flush() -> [Input] {
    guard mode != .paste, let first = pending.first else { return [] }
    guard first == Self.escape else {
      pending.removeAll()
      return [.key(.character("\u{FFFD}"))]
    }
    if pending.count > 1, pending[1] >= 0x80 {
      pending.removeAll()
      return [.key(.escape), .key(.character("\u{FFFD}"))]
    }
    guard isWaiting else { return [] }
    mode = .keys
    var keys: [Key] = []
    var rest = pending[...]
    while rest.count > 1, rest[rest.startIndex + 1] == Self.escape {
      keys.append(.escape)
      rest = rest.dropFirst()
    }
    if rest.count > 1 {
      keys.append(keyWithAlt(rest[rest.startIndex + 1]))
    } else {
      keys.append(.escape)
    }
    pending.removeAll()
    return keys.map { .key($0) }
  }

  /// Nothing more will come: what there is of a paste whose end was never marked is handed over as one.
  package mutating func finish() -> [Input] {
    guard mode == .paste, !paste.isEmpty else { return [] }
    let text = paste.text
    (mode, paste) = (.keys, PastedBytes())
    pending.removeAll()
    return [.paste(text)]
  }

  // MARK: - Walking through the bytes

  private mutating func consume(_ bytes: UnsafeBufferPointer<UInt8>, into inputs: inout [Input]) {
    var at = 0
    while at < bytes.count {
      let next: Int?
      switch mode {
      case .keys: next = consumeKeys(bytes, from: at, into: &inputs)
      case .paste: next = consumePaste(bytes, from: at, into: &inputs)
      case .droppingSequence: next = dropSequence(bytes, from: at)
      case .droppingString: next = dropString(bytes, from: at)
      }
      guard let next else {
        pending.append(contentsOf: bytes[at...])
        return
      }
      at = next
    }
  }

  /// Takes one control key, sequence or run of text; nil when its end has not come yet.
  private mutating func consumeKeys(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into inputs: inout [Input]
  ) -> Int? {
    let byte = bytes[start]
    if byte == Self.escape { return consumeEscape(bytes, from: start, into: &inputs) }
    if byte < 0x20 || byte == 0x7F {
      inputs.append(.key(controlKey(byte)))
      return start + 1
    }
    var end = start + 1
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] != 0x7F { end += 1 }
    if end == bytes.count { end -= Self.lengthOfUnfinishedCharacter(bytes[start..<end]) }
    if end == start { return nil }
    for character in String(decoding: bytes[start..<end], as: UTF8.self) where !Self.isControl(character) {
      inputs.append(.key(.character(character)))
    }
    return end
  }

  private mutating func consumeEscape(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into inputs: inout [Input]
  ) -> Int? {
    if let (key, length) = keysOfTerminfo.longest(in: bytes, from: start) {
      inputs.append(.key(key))
      return start + length
    }
    switch EscapeScanner.scan(bytes, from: start) {
    case .unfinished:
      return nil
    case .tooLong(let isString):
      mode = isString ? .droppingString : .droppingSequence
      return bytes.count
    case .escapeKey:
      inputs.append(.key(.escape))
      return start + 1
    case .withAlt(let byte):
      inputs.append(.key(keyWithAlt(byte)))
      return start + 2
    case .scalarWithAlt(let scalar, let end):
      inputs.append(.key(.alt(Character(scalar))))
      return end
    case .sequence(let sequence, let end):
      if sequence.isPasteStart {
        mode = .paste
        paste = PastedBytes()
      } else if let input = sequence.input {
        inputs.append(input)
      }
      return end
    case .string(let input, let end):
      if let input { inputs.append(input) }
      return end
    case .dropped(let end):
      return end
    }
  }

  // MARK: - Pastes

  private mutating func consumePaste(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into inputs: inout [Input]
  ) -> Int? {
    let rest = UnsafeBufferPointer(rebasing: bytes[start...])
    guard let found = rest.firstIndex(of: Self.escape) else {
      paste.append(rest)
      return bytes.count
    }
    paste.append(UnsafeBufferPointer(rebasing: rest[..<found]))
    let marker = rest[found...].prefix(Self.pasteEnd.count)
    if marker.elementsEqual(Self.pasteEnd) {
      inputs.append(.paste(paste.text))
      paste = PastedBytes()
      mode = .keys
      return start + found + marker.count
    }
    if Self.pasteEnd.starts(with: marker) {
      pending.append(contentsOf: marker)
    } else {
      paste.append(UnsafeBufferPointer(rebasing: rest[found...found]))
      return start + found + 1
    }
    return bytes.count
  }

  // MARK: - What is dropped

  private mutating func dropSequence(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let end = bytes[start...].firstIndex(where: { !(0x20...0x3F).contains($0) }) else { return bytes.count }
    mode = .keys
    return (0x40...0x7E).contains(bytes[end]) ? end + 1 : end
  }

  private mutating func dropString(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let end = bytes[start...].firstIndex(where: { $0 < 0x20 }) else { return bytes.count }
    if bytes[end] == Self.escape {
      guard end + 1 < bytes.count else { return end == start ? nil : end }
      mode = .keys
      return bytes[end + 1] == UInt8(ascii: "\\") ? end + 2 : end
    }
    mode = .keys
    return bytes[end] == 0x07 ? end + 1 : end
  }

  // MARK: - Characters

  /// How many bytes at the end are the beginning of a character whose rest has not come yet.
  private static func lengthOfUnfinishedCharacter(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    for (back, byte) in bytes.suffix(3).reversed().enumerated() where byte & 0xC0 != 0x80 {
      let needed = byte >= 0xF0 && byte <= 0xF4 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
      return byte <= 0xF4 && needed > back + 1 ? back + 1 : 0
    }
    return 0
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }
}
