/// Names as they are written in `keys.toml`: `next_pane` for `nextPane`.
extension Command {
  package var name: String { rawValue.snakeCase }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  package init?(name: String) {
    guard let command = Self.byName[name] else { return nil }
    self = command
  }
}

extension KeyContext {
  package var name: String { rawValue.snakeCase }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  package init?(name: String) {
    guard let context = Self.byName[name] else { return nil }
    self = context
  }
}

// Tables are kept by these all over the program, and would else hash their names.
extension Command {
  /// Its place among all: an enumeration without values is held as that.
  package var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  package func hash(into hasher: inout Hasher) { hasher.combine(ordinal) }
}

extension KeyContext {
  package var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  package func hash(into hasher: inout Hasher) { hasher.combine(ordinal) }
}

extension String {
  /// `copy_id` for `copyID`. The first frame asks for the names of all commands.
  fileprivate var snakeCase: String {
    var name: [UInt8] = []
    var isAfterSmall = false
    for byte in utf8 {
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      if isCapital, isAfterSmall { name.append(UInt8(ascii: "_")) }
      name.append(isCapital ? byte | 0x20 : byte)
      isAfterSmall = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    return String(decoding: name, as: UTF8.self)
  }
}
