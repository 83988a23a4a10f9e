internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
public import VideosAPI

extension VideosClient {
  /// Which part of a film is asked for.
  public struct ContentRange: Hashable, Sendable {
    /// The first byte wanted.
    public var start: Int
    /// The strong validator of the part that is there already: the server answers with the whole film when it has
    /// changed.
    public var ifRange: String?

    public init(start: Int, ifRange: String? = nil) {
      self.start = start
      self.ifRange = ifRange
    }
  }

  /// Fetches a video's film from the service.
  ///
  /// - Parameter range: What is missing; nil for the whole. Many servers send the whole film in any case, with status
  ///   200.
  /// - Throws: What kept the film from being begun, the service's refusal among it. What cuts it off later, the stream throws.
  /// - Source: Videos API reference, "Film"; RFC 9110, sections 14.2 (Range) and 13.1.5 (If-Range).
  public func content(_ id: Video.ID, range: ContentRange? = nil) async throws(VideosError) -> ContentAnswer {
    let text = try url(of: id, ["content"], for: .content)
    guard let first = WebAddress(text) else { throw addressRefused(text) }
    return try await fetch(first, range: range)
  }

  /// Fetches a film from an address that the service gave for it. The key goes along only to the service's own origin.
  ///
  /// - Throws: As `content(_:range:)`; `.addressRefused` where the call would leave https.
  public func content(at address: String, range: ContentRange? = nil) async throws(VideosError) -> ContentAnswer {
    guard let first = WebAddress(address), allows(first.origin, after: self.address.origin) else {
      throw addressRefused(address)
    }
    return try await fetch(first, range: range)
  }

  /// The most redirects that are followed for one film.
  static let redirectLimit = 10

  private func fetch(_ first: WebAddress, range: ContentRange?) async throws(VideosError) -> ContentAnswer {
    var visited: Set<WebAddress> = []
    var target = first
    while true {
      visited.insert(target)
      let response = try await open(target, range: range)
      let status = Int(response.status.code)
      switch status {
      case 200..<300, 416:
        return ContentAnswer(response, host: target.origin.host)
      case 301, 302, 303, 307, 308:
        guard let location = response.headers.first(name: "location"), !location.allSatisfy(\.isWhitespace) else {
          throw VideosError(
            .content, stage: .answered(status: status), code: .tooManyRedirects,
            message: "\(target.origin.host) sends the download on, and does not say where to")
        }
        guard let next = target.resolving(location) else { throw addressRefused(location) }
        guard allows(next.origin, after: target.origin) else { throw addressRefused(next.description) }
        guard !visited.contains(next), visited.count <= Self.redirectLimit else {
          throw VideosError(
            .content, stage: .answered(status: status), code: .tooManyRedirects,
            message: visited.contains(next)
              ? "\(next.origin.host) sends the download round in a circle" : "the download is sent on too often")
        }
        target = next
      default:
        let text = await Self.collect(response.body, until: .now + options.contentSilenceLimit)
        throw refusal(status: status, headers: response.headers, body: text.bytes, for: .content)
      }
    }
  }

  private func open(_ target: WebAddress, range: ContentRange?) async throws(VideosError) -> HTTPClientResponse {
    let route = try route(to: target.origin, for: .content)
    var request = outgoing(.GET, target.description, origin: target.origin)
    request.headers.add(name: "accept-encoding", value: "identity")
    if let range {
      request.headers.add(name: "range", value: "bytes=\(range.start)-")
      if let validator = range.ifRange { request.headers.add(name: "if-range", value: validator) }
    }
    let client = try client(for: .content, route: route, operation: .content)
    do {
      let response = try await client.execute(request, deadline: .distantFuture)
      log(.content, "status \(response.status.code) from \(target.origin.host)")
      return response
    } catch {
      let failure = VideosError(.content, transport: error, to: target.origin.host)
      log(.content, failure.message)
      throw failure
    }
  }

  /// Never from https down to plain http; plain http to another machine only where that was agreed to.
  private func allows(_ next: WebAddress.Origin, after previous: WebAddress.Origin) -> Bool {
    next.isEncrypted || (!previous.isEncrypted && (next.isLoopback || options.allowsPlainHTTP))
  }

  private func addressRefused(_ address: String) -> VideosError {
    let shown = String(address.redacting(key?.value).prefix(200))
    return VideosError(
      .content, stage: .notSent, code: .addressRefused(shown), message: "the film's address is not used: \(shown)")
  }
}
