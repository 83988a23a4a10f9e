internal import Foundation

/// An absolute http or https address, taken apart far enough to tell whose it is.
///
/// Source: RFC 3986; RFC 6454 (origins).
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  /// The address as it is requested: percent-encoded, without a fragment.
  public let description: String
  public let origin: Origin
  /// Percent-encoded; empty or with a slash at its start.
  public let path: String
  public let hasQuery: Bool

  /// What a key may be sent to: equal origins are the same server in the eyes of this client.
  public struct Origin: Hashable, Sendable, CustomStringConvertible {
    public let isEncrypted: Bool
    /// In lower case; an IPv6 address without its brackets.
    public let host: String
    public let port: Int

    /// `https://api.example.com`, with the port unless it is the usual one.
    public var description: String {
      let shownHost = host.contains(":") ? "[\(host)]" : host
      let usualPort = isEncrypted ? 443 : 80
      return (isEncrypted ? "https://" : "http://") + shownHost + (port == usualPort ? "" : ":\(port)")
    }

    /// True for `localhost` and the loopback addresses: what is sent there does not leave the machine.
    public var isLoopback: Bool {
      if host == "localhost" || host.hasSuffix(".localhost") || host == "::1" { return true }
      let parts = host.split(separator: ".", omittingEmptySubsequences: false)
      return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
  }

  /// Reads an absolute address. Nil for another scheme, no host, a name or password before the host, or characters that
  /// no address may hold.
  public init?(_ text: String) {
    self.init(text, mendsCharacters: false)
  }

  private init?(_ text: String, mendsCharacters: Bool) {
    guard var parts = URLComponents(string: text, encodingInvalidCharacters: mendsCharacters) else { return nil }
    guard let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme) else { return nil }
    guard parts.user == nil, parts.password == nil else { return nil }
    guard let name = parts.percentEncodedHost?.lowercased(), !name.contains("%") else { return nil }
    let host = name.hasPrefix("[") && name.hasSuffix("]") ? String(name.dropFirst().dropLast()) : name
    guard !host.isEmpty, host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    let port = parts.port ?? (scheme == "https" ? 443 : 80)
    guard (1...65535).contains(port) else { return nil }

    parts.scheme = scheme
    parts.percentEncodedHost = name
    parts.fragment = nil
    guard let whole = parts.string else { return nil }
    description = whole
    origin = Origin(isEncrypted: scheme == "https", host: host, port: port)
    path = parts.percentEncodedPath
    hasQuery = parts.percentEncodedQuery != nil
  }

  /// The address that a `Location` header at this one leads to; characters it should have encoded are mended.
  ///
  /// Source: RFC 9110, section 10.2.2; RFC 3986, section 5.2.
  public func resolving(_ reference: String) -> WebAddress? {
    let base = URL(string: description)
    guard let target = URL(string: reference.trimmed, relativeTo: base) else { return nil }
    return WebAddress(target.absoluteString, mendsCharacters: true)
  }
}
