/// The key of a service. It shows itself nowhere: not when printed, interpolated, dumped or reflected.
public struct APIKey: Hashable, Sendable {
  let value: String

  /// Why a text is no key.
  public enum Flaw: Error, Hashable, Sendable {
    case empty
    case tooLong
    /// It holds something else than visible ASCII characters, such as a line end or a blank inside.
    case characters
  }

  /// The longest key that is taken, in bytes.
  public static let longest = 4096

  /// Takes a key as it was typed, pasted or read from a file; white space around it is dropped.
  ///
  /// - Throws: Why it is no key.
  public init(_ text: String) throws(Flaw) {
    var key = text[...]
    while let first = key.first, first.isWhitespace { key = key.dropFirst() }
    while let last = key.last, last.isWhitespace { key = key.dropLast() }
    guard !key.isEmpty else { throw .empty }
    guard key.utf8.count <= Self.longest else { throw .tooLong }
    guard key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .characters }
    value = String(key)
  }
}

extension APIKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "•••" }
  public var debugDescription: String { "•••" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
