internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL
internal import VideosAPI

extension VideosError {
  /// Puts what the layers below throw into plain words.
  ///
  /// - Parameters:
  ///   - hasLeft: Whether anything that the service could act on may have left. Without it the error itself tells,
  ///     which is good enough for calls that can be repeated.
  init(_ operation: Operation, transport error: any Error, to host: String, hasLeft: Bool? = nil) {
    if let known = error as? VideosError {
      self = known
      return
    }
    var (code, message) = Self.words(for: error, host: host)
    if hasLeft == false, case .connectionCut = code {
      (code, message) = (.cannotConnect(host: host), "cannot connect to \(host): the connection was lost")
    }
    let failsBeforeSending =
      switch code {
      case .nameNotFound, .cannotConnect, .connectTimedOut, .encryptionFailed, .proxyFailed: true
      default: false
      }
    self.init(
      operation, stage: (hasLeft ?? !failsBeforeSending) ? .answerLost : .notSent, code: code, message: message,
      cause: String(String(describing: error).prefix(500)))
  }

  private static func words(for error: any Error, host: String) -> (Code, String) {
    switch error {
    case is CancellationError: return (.cancelled, "cancelled")
    case is PastDeadline: return (.timedOut, "no complete answer from \(host) in the time allowed")
    case let error as HTTPClientError: return words(forClient: error, host: host)
    case let error as NIOConnectionError: return words(forConnection: error, host: host)
    case is SocketAddressError, is SocketAddressError.UnknownHost:
      return (.nameNotFound(host: host), "cannot find \(host)")
    case let error as NIOSSLError where error == .uncleanShutdown:
      return (.connectionCut, "\(host) ended the connection before its answer was complete")
    case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError:
      return (.encryptionFailed(host: host), "no trusted encrypted connection to \(host): \(reason(forTLS: error))")
    case let error as ChannelError:
      if case .connectTimeout = error { return (.connectTimedOut(host: host), "\(host) does not answer") }
      return (.connectionCut, "the connection to \(host) was lost")
    case let error as IOError:
      // Connecting to a bare address fails with the system's error itself.
      let isAboutConnecting = ["refused", "unreachable", "No route"].contains { error.description.contains($0) }
      if isAboutConnecting {
        return (.cannotConnect(host: host), "cannot connect to \(host): \(systemWords(error))")
      }
      return (.connectionCut, "the connection to \(host) was lost: \(systemWords(error))")
    case let error as HTTPParserError where error == .invalidEOFState:
      return (.connectionCut, "\(host) ended the connection before its answer was complete")
    case is HTTPParserError: return (.unreadableAnswer, "\(host) does not answer in HTTP")
    // The errors of the SOCKS handshake are of a module that comes with the client, and cannot be named here.
    case let error where String(reflecting: type(of: error)).hasPrefix("NIOSOCKS."):
      return (.proxyFailed, "the proxy refuses to connect to \(host)")
    default: return (.other, "the call to \(host) failed")
    }
  }

  private static func words(forClient error: HTTPClientError, host: String) -> (Code, String) {
    switch error {
    case .cancelled: (.cancelled, "cancelled")
    case .connectTimeout, .getConnectionFromPoolTimeout: (.connectTimedOut(host: host), "\(host) does not answer")
    case .tlsHandshakeTimeout: (.encryptionFailed(host: host), "\(host) does not complete the encrypted greeting")
    case .socksHandshakeTimeout, .httpProxyHandshakeTimeout: (.proxyFailed, "the proxy does not answer")
    case .proxyAuthenticationRequired: (.proxyFailed, "the proxy wants a name and password")
    case .invalidProxyResponse: (.proxyFailed, "the proxy refuses to connect to \(host)")
    case .readTimeout, .deadlineExceeded, .writeTimeout: (.timedOut, "no answer from \(host) in the time allowed")
    case .remoteConnectionClosed, .uncleanShutdown:
      (.connectionCut, "\(host) ended the connection before its answer was complete")
    case .alreadyShutdown: (.cancelled, "the program is ending")
    default: (.other, "the call to \(host) failed: \(error.shortDescription)")
    }
  }

  private static func words(forConnection error: NIOConnectionError, host: String) -> (Code, String) {
    guard let failure = error.connectionErrors.first?.error else {
      return (.nameNotFound(host: host), "cannot find \(host)")
    }
    if let system = failure as? IOError {
      return (.cannotConnect(host: host), "cannot connect to \(host): \(systemWords(system))")
    }
    if case .connectTimeout? = failure as? ChannelError {
      return (.connectTimedOut(host: host), "\(host) does not answer")
    }
    return (.cannotConnect(host: host), "cannot connect to \(host)")
  }

  /// `connection refused`, from `connection reset (error set): Connection refused) (errno: 111)`.
  private static func systemWords(_ error: IOError) -> String {
    var words = error.description[...]
    if let end = words.firstRange(of: " (errno") { words = words[..<end.lowerBound] }
    if let start = words.ranges(of: ": ").last { words = words[start.upperBound...] }
    while words.last == ")" { words = words.dropLast() }
    return words.lowercased()
  }

  private static func reason(forTLS error: any Error) -> String {
    let text = String(describing: error)
    if text.contains("CERTIFICATE_VERIFY_FAILED") || text.contains("unableToValidateCertificate") {
      return "its certificate is not trusted"
    }
    if text.contains("ailedToValidateHostname") { return "its certificate is for another name" }
    if text.contains("WRONG_VERSION_NUMBER") { return "it does not speak TLS" }
    return "the greeting failed"
  }
}

/// A whole answer took longer than it may.
struct PastDeadline: Error {}
