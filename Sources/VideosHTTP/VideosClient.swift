internal import AsyncHTTPClient
internal import Logging
internal import NIOCore
internal import NIOHTTP1
public import VideosAPI

/// Speaks with one service on behalf of one key.
///
/// The key is sent to the service's own origin and to no other. Nothing is ever repeated by the client itself. Call
/// `shutdown()` when done; calls made after it fail with nothing sent.
public final class VideosClient: Sendable {
  public let address: ServiceAddress
  let key: APIKey?
  let options: Options
  let clients: HTTPClients

  public init(address: ServiceAddress, key: APIKey?, options: Options = Options()) {
    self.address = address
    self.key = key
    self.options = options
    clients = HTTPClients(options)
  }

  /// Ends queries and transfers that are under way and closes their connections. A create that is under way ends when
  /// its task is cancelled.
  public func shutdown() async {
    await clients.shutdown()
  }

  /// Asks for a new video. **This costs money.**
  ///
  /// Exactly one request is sent, on a connection of its own. When it throws, `error.stage` says whether anything may
  /// have left, and `CreateVerdict(error)` what follows.
  public func create(_ request: CreateVideoRequest) async throws(VideosError) -> Created {
    do throws(CreateVideoRequest.Flaw) {
      try request.validate(pictureAs: options.pictureEncoding)
    } catch {
      throw VideosError(
        .create, stage: .notSent, code: .invalidRequest(error), message: "not sent: \(error.description)")
    }
    let route = try route(to: address.origin, for: .create)
    // The HTTP client notices a cancellation some time after it has begun to connect.
    guard !Task.isCancelled else {
      throw VideosError(.create, transport: CancellationError(), to: address.origin.host, hasLeft: false)
    }
    let encoded = request.encoded(pictureAs: options.pictureEncoding)
    let body = RecordedBody(encoded.bytes)
    var outgoing = outgoing(.POST, address.joining(["videos"]), origin: address.origin)
    outgoing.headers.add(name: "content-type", value: encoded.mediaType)
    outgoing.headers.add(name: "accept", value: "application/json")
    outgoing.headers.add(name: "connection", value: "close")
    outgoing.body = .stream(body, length: .known(Int64(body.length)))

    // A slow line may take its time for a large picture: ten kilobytes a second are enough.
    let limit = options.createLimit + options.connectLimit + .seconds(body.length / 10_000)
    let sent = outgoing
    let result: Result<Answer, VideosError>
    do {
      result = try await clients.withFreshClient(route: route) { client in
        await self.answer(to: sent, by: client, within: limit, for: .create) { body.wasPulled }
      }
    } catch {
      throw VideosError(.create, transport: error, to: address.origin.host, hasLeft: false)
    }
    let answer = try result.get()
    let video = try video(in: answer, for: .create)
    return Created(
      video: video, cost: ServerHints.cost(answer.headers), askAgainAfter: ServerHints.wait(answer.headers))
  }

  /// Asks for the state of a video.
  ///
  /// By `GET`; by `POST` only where `GET` is refused with 404 or 405 by a server that offers `POST` for this address.
  public func retrieve(_ id: Video.ID) async throws(VideosError) -> Retrieved {
    let url = try url(of: id, [], for: .retrieve)
    var answer = try await query(.GET, url, for: .retrieve)
    if [404, 405].contains(answer.status), Self.offersPost(answer.headers) {
      let second = try await query(.POST, url, for: .retrieve)
      if ![404, 405].contains(second.status) { answer = second }
    }
    let video = try video(in: answer, for: .retrieve, knownID: id)
    return Retrieved(video: video, askAgainAfter: ServerHints.wait(answer.headers))
  }

  /// Lists the models that the service offers. Many services refuse this.
  public func models() async throws(VideosError) -> ModelList {
    let answer = try await query(.GET, address.joining(["models"]), for: .models)
    try check(answer, for: .models)
    do {
      return try ModelList(reading: answer.body)
    } catch {
      throw unreadable(answer, .models, .unreadableAnswer, "the list of models cannot be read")
    }
  }

  private static func offersPost(_ headers: HTTPHeaders) -> Bool {
    headers[canonicalForm: "allow"].contains { $0.uppercased() == "POST" }
  }

  /// The address of a video; an id that an address cannot hold is refused before anything is sent.
  func url(of id: Video.ID, _ rest: [String], for operation: VideosError.Operation) throws(VideosError) -> String {
    guard !id.isEmpty, id != ".", id != "..", id.utf8.count <= 8192 else {
      throw VideosError(operation, stage: .notSent, code: .invalidID, message: "not an id: \(id.prefix(40))")
    }
    return address.joining(["videos", id] + rest)
  }

  /// A request with the headers that all have. The key goes along only to the service's own origin.
  func outgoing(_ method: HTTPMethod, _ url: String, origin: WebAddress.Origin) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: url)
    request.method = method
    request.headers = headers(to: origin)
    return request
  }

  func headers(to origin: WebAddress.Origin) -> HTTPHeaders {
    var headers: HTTPHeaders = ["user-agent": options.userAgent]
    if let key, origin == address.origin { headers.add(name: "authorization", value: "Bearer \(key.value)") }
    return headers
  }

  func route(
    to origin: WebAddress.Origin, for operation: VideosError.Operation
  ) throws(VideosError) -> ProxySettings.Route {
    let route = options.proxies.route(to: origin)
    if case .unusable(let setting) = route {
      throw VideosError(
        operation, stage: .notSent, code: .proxyFailed, message: "this kind of proxy cannot be used: \(setting)")
    }
    return route
  }

  func log(_ operation: VideosError.Operation, _ outcome: String) {
    options.logger.debug("\(operation): \(outcome)")
  }
}
