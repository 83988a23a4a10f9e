internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
import VideosAPI

/// Asks once, without any key, what lies at an address that a service is to fetch by itself.
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

  /// Follows no redirect: it counts as an answer.
  ///
  /// - Throws: When nobody answers in time.
  public func look(at address: String) async throws(VideosError) -> Finding {
    guard let parsed = WebAddress(address) else {
      throw VideosError(
        .picture, stage: .notSent, code: .invalidRequest(.pictureAddress(address)), message: "no address")
    }
    let clients = HTTPClients(options)
    let result = await look(at: address, parsed.origin, with: clients)
    await clients.shutdown()
    return try result.get()
  }

  private func look(
    at address: String, _ origin: WebAddress.Origin, with clients: HTTPClients
  ) async -> Result<Finding, VideosError> {
    let route = options.proxies.route(to: origin)
    if case .unusable(let setting) = route {
      return .failure(
        VideosError(
          .picture, stage: .notSent, code: .proxyFailed, message: "this kind of proxy cannot be used: \(setting)"))
    }
    var request = HTTPClientRequest(url: address)
    request.headers.add(name: "user-agent", value: options.userAgent)
    request.headers.add(name: "range", value: "bytes=0-\(Self.largest - 1)")
    request.headers.add(name: "accept", value: "image/png, image/jpeg, image/webp, */*;q=0.1")
    let deadline = ContinuousClock.now + limit
    do {
      let client = try clients.client(for: .query, route: route)
      let response = try await client.execute(request, timeout: TimeAmount(limit))
      let (bytes, _) = await VideosClient.collect(response.body, until: deadline, atMost: Self.largest)
      let type = response.headers.first(name: "content-type")?.split(separator: ";").first.map(String.init) ?? ""
      return .success(
        Finding(
          status: Int(response.status.code), mediaType: type.lowercased(), beginning: bytes,
          byteCount: Self.byteCount(response.headers)))
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
