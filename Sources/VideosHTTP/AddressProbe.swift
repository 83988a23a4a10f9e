internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import VideosAPI

/// Asks, without any key, what lies at an address that a service is to fetch by itself.
public struct AddressProbe: Sendable {
  /// What came.
  public struct Finding: Hashable, Sendable {
    public var status: Int
    /// The value of `Content-Type`, without parameters.
    public var mediaType: String
    /// The first bytes of the body, at most `AddressProbe.largest`.
    public var beginning: [UInt8]
    /// Length of the whole, in bytes, where the answer tells.
    public var byteCount: Int?
  }

  /// Enough for the header of nearly every picture.
  public static let largest = 128 * 1024

  private let options: VideosClient.Options
  private let limit: Duration

  /// - Parameter limit: From the first packet to the last byte that is read.
  public init(options: VideosClient.Options = VideosClient.Options(), limit: Duration = .seconds(8)) {
    self.options = options
    self.limit = limit
  }

  /// Redirects that are followed, as a service that fetches the picture may do.
  public static let mostRedirects = 5

  /// Follows redirects, but never from https to plain http: such a one counts as the answer, as does one too many.
  ///
  /// - Throws: When nobody answers in time.
  public func look(at address: String) async throws(VideosError) -> Finding {
    guard let parsed = WebAddress(address) else {
      throw VideosError(
        .picture, stage: .notSent, code: .invalidRequest(.pictureAddress(address)), message: "no address")
    }
    let clients = HTTPClients(options)
    let deadline = ContinuousClock.now + limit
    var place = parsed
    var result = await look(at: place, until: deadline, with: clients)
    for _ in 0..<Self.mostRedirects {
      guard case .success(let answer) = result,
        let next = Self.next(after: place, status: answer.finding.status, location: answer.location)
      else { break }
      place = next
      result = await look(at: place, until: deadline, with: clients)
    }
    await clients.shutdown()
    return try result.get().finding
  }

  private struct Answer {
    var finding: Finding
    var location: String?
  }

  /// Where an answer leads; nil where it leads nowhere, or where nobody should be led.
  ///
  /// Source: RFC 9110, 15.4.
  static func next(after place: WebAddress, status: Int, location: String?) -> WebAddress? {
    guard [301, 302, 303, 307, 308].contains(status), let next = location.flatMap(place.resolving),
      next.origin.isEncrypted || !place.origin.isEncrypted
    else { return nil }
    return next
  }

  private func look(
    at place: WebAddress, until deadline: ContinuousClock.Instant, with clients: HTTPClients
  ) async -> Result<Answer, VideosError> {
    let origin = place.origin
    let route = options.proxies.route(to: origin)
    if case .unusable(let setting) = route {
      return .failure(
        VideosError(
          .picture, stage: .notSent, code: .proxyFailed, message: "this kind of proxy cannot be used: \(setting)"))
    }
    var request = HTTPClientRequest(url: place.description)
    request.headers.add(name: "user-agent", value: options.userAgent)
    request.headers.add(name: "range", value: "bytes=0-\(Self.largest - 1)")
    request.headers.add(name: "accept", value: "image/png, image/jpeg, image/webp, */*;q=0.1")
    do {
      let client = try clients.client(for: .query, route: route)
      let response = try await client.execute(request, timeout: TimeAmount(max(.zero, deadline - ContinuousClock.now)))
      let (bytes, _) = await VideosClient.collect(response.body, until: deadline, atMost: Self.largest)
      let type = response.headers.first(name: "content-type")?.split(separator: ";").first.map(String.init) ?? ""
      return .success(
        Answer(
          finding: Finding(
            status: Int(response.status.code), mediaType: type.lowercased(), beginning: bytes,
            byteCount: Self.byteCount(response.headers)),
          location: response.headers.first(name: "location")))
    } catch {
      return .failure(VideosError(.picture, transport: error, to: origin.host, hasLeft: nil))
    }
  }

  /// Source: RFC 9110, 14.4 (`Content-Range: bytes 0-9/1234`).
  private static func byteCount(_ headers: HTTPHeaders) -> Int? {
    if let range = headers.first(name: "content-range") {
      return range.split(separator: "/").last.flatMap { Int($0) }
    }
    return headers.first(name: "content-length").flatMap { Int($0) }
  }
}
