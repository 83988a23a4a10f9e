public import VideosAPI

/// Which proxy, if any, an address is reached through, by the environment variables that other programs use as well.
///
/// `https_proxy` serves https addresses, `http_proxy` plain ones, `all_proxy` both; `no_proxy` lists exceptions.
/// Lower case comes before upper case. Loopback addresses are always reached directly.
public struct ProxySettings: Hashable, Sendable {
  private let encrypted: String?
  private let plain: String?
  private let exceptions: ProxyExceptions

  /// No proxy at all.
  public static let direct = ProxySettings(environment: [:])

  /// - Parameter setting: A proxy for every address (`socks5://host:port`, `http://host:port`), in place of what the
  ///   variables say; `direct` uses none. The exceptions of `no_proxy` stay.
  public init(environment: [String: String], setting: String? = nil) {
    func value(_ name: String) -> String? {
      [environment[name], environment[name.uppercased()]].lazy.compactMap { $0 }.first { !$0.isEmpty }
    }
    // A web server hands the header `Proxy:` of whoever asks to its programs as HTTP_PROXY.
    let isServerProgram = environment["REQUEST_METHOD"] != nil
    let plainProxy = isServerProgram ? environment["http_proxy"] : value("http_proxy")
    if let setting, !setting.isEmpty {
      let proxy = setting.lowercased() == "direct" ? nil : setting
      (encrypted, plain) = (proxy, proxy)
    } else {
      encrypted = value("https_proxy") ?? value("all_proxy")
      plain = plainProxy ?? value("all_proxy")
    }
    exceptions = ProxyExceptions(value("no_proxy") ?? "")
  }

  /// How to reach an address.
  public enum Route: Hashable, Sendable {
    case direct
    case httpProxy(host: String, port: Int, user: String?, password: String?)
    case socksProxy(host: String, port: Int)
    /// A proxy is set, but is not one that can be used. Nothing is sent: to go past it might be what it is there to
    /// prevent.
    case unusable(setting: String)
  }

  /// The way to an origin: direct where no proxy is set for its scheme, where it is this machine, or where it is excepted.
  public func route(to origin: WebAddress.Origin) -> Route {
    guard let setting = origin.isEncrypted ? encrypted : plain else { return .direct }
    guard !origin.isLoopback, !exceptions.contain(origin) else { return .direct }
    return Self.route(through: setting)
  }

  private static func route(through setting: String) -> Route {
    var rest = setting[...]
    var scheme = "http"
    if let mark = rest.firstRange(of: "://") {
      scheme = rest[..<mark.lowerBound].lowercased()
      rest = rest[mark.upperBound...]
    }
    if let end = rest.firstIndex(where: { "/?#".contains($0) }) { rest = rest[..<end] }
    var user: String?
    var password: String?
    if let at = rest.lastIndex(of: "@") {
      let parts = rest[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      user = decoded(parts[0])
      password = parts.count > 1 ? decoded(parts[1]) : ""
      rest = rest[rest.index(after: at)...]
    }
    let isSOCKS = ["socks5", "socks5h", "socks"].contains(scheme)
    // The part before the address may hold a password and is not repeated.
    let shown = "\(scheme)://\(rest)"
    guard isSOCKS || scheme == "http", !(isSOCKS && user != nil),
      let server = WebAddress("http://\(rest)\(hasPort(rest) ? "" : isSOCKS ? ":1080" : ":80")")
    else { return .unusable(setting: shown) }
    let (host, port) = (server.origin.host, server.origin.port)
    return isSOCKS
      ? .socksProxy(host: host, port: port) : .httpProxy(host: host, port: port, user: user, password: password)
  }

  private static func hasPort(_ authority: Substring) -> Bool {
    guard let colon = authority.lastIndex(of: ":") else { return false }
    return authority.lastIndex(of: "]").map { $0 < colon } ?? true
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
