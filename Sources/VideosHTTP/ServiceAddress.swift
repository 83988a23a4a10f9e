public import VideosAPI

/// The base address of a service: everything in front of `/videos`.
///
/// Source: Videos API reference, "Basics".
public struct ServiceAddress: Hashable, Sendable, CustomStringConvertible {
  /// Without a slash at the end.
  public let description: String
  public let origin: WebAddress.Origin

  /// Why a text is no base address.
  public enum Flaw: Error, Hashable, Sendable {
    case empty
    /// No `https://` (or `http://`) in front.
    case noScheme
    /// A name or password, a query, a fragment, or characters that no address may hold.
    case malformed
    /// Plain http to another machine: key and prompts could be read on the way.
    case plainHTTP(host: String)
  }

  /// Reads a base address, with or without slashes at its end.
  ///
  /// - Parameter allowsPlainHTTP: Whether a person has agreed to plain http to another machine.
  /// - Throws: Why it is no address to send a key to.
  public init(_ text: String, allowsPlainHTTP: Bool = false) throws(Flaw) {
    var text = text[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace || last == "/" { text = text.dropLast() }
    guard !text.isEmpty else { throw .empty }
    let start = text.prefix(8).lowercased()
    guard start.hasPrefix("https:/") || start.hasPrefix("http:/") else { throw .noScheme }
    guard let address = WebAddress(String(text)), !address.hasQuery, !text.contains("#") else { throw .malformed }
    guard address.origin.isEncrypted || address.origin.isLoopback || allowsPlainHTTP else {
      throw .plainHTTP(host: address.origin.host)
    }
    description = address.description
    origin = address.origin
  }

  /// The service that is used unless another one is set.
  public static let standard: ServiceAddress = {
    do { return try ServiceAddress("https://api.huixingyun.com/v1") } catch { preconditionFailure("\(error)") }
  }()

  /// `https://…/v1/videos/ID/content` from `["videos", id, "content"]`; each part becomes one path segment, whatever
  /// it holds.
  func joining(_ segments: [String]) -> String {
    segments.reduce(description) { $0 + "/" + Self.pathSegment($1) }
  }

  /// Percent-encodes all but the unreserved characters (RFC 3986, section 2.3).
  static func pathSegment(_ text: String) -> String {
    var segment = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        segment.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        segment += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return segment
  }
}
