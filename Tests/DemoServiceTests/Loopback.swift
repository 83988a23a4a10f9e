import AsyncHTTPClient
import DemoService
import Foundation
import NIOCore
import NIOHTTP1
import Testing
import VideosAPI

/// A plain HTTP client for one demo service: sends what it is told, follows nothing, repeats nothing.
struct Loopback: Sendable {
  let server: DemoServer
  let client: HTTPClient

  enum Method: String {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
  }

  /// An answer, as much of it as arrived.
  struct Answer {
    let status: Int
    /// By name in lower case.
    let headers: [String: String]
    let body: [UInt8]
    /// Why the body ended early; nil when it is complete.
    let failure: (any Error)?

    var json: JSONValue? { try? JSONValue(reading: body) }
    var id: String { json?["id"]?.text ?? "" }
    var message: String { json?["error"]?["message"]?.text ?? "" }
  }

  /// - Parameter path: From the slash after the port on, for instance `/v1/videos`.
  func send(
    _ method: Method, _ path: String, headers: [String: String] = [:], body: [UInt8]? = nil, key: String? = "sk-demo"
  ) async throws -> Answer {
    var request = HTTPClientRequest(url: "http://127.0.0.1:\(server.port ?? 0)\(path)")
    request.method = HTTPMethod(rawValue: method.rawValue)
    if let key { request.headers.add(name: "authorization", value: "Bearer \(key)") }
    for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
    if let body { request.body = .bytes(body) }
    let response = try await client.execute(request, timeout: .seconds(20))
    var bytes: [UInt8] = []
    var failure: (any Error)?
    do {
      for try await piece in response.body { bytes += piece.readableBytesView }
    } catch {
      failure = error
    }
    let fields = response.headers.map { ($0.name.lowercased(), $0.value) }
    let headers = Dictionary(fields, uniquingKeysWith: { "\($0), \($1)" })
    return Answer(status: Int(response.status.code), headers: headers, body: bytes, failure: failure)
  }

  func create(_ fields: [String: String], key: String? = "sk-demo") async throws -> Answer {
    let body = JSONValue.object(fields.mapValues { .text($0) }).encoded()
    return try await send(.post, "/v1/videos", headers: ["content-type": "application/json"], body: body, key: key)
  }

  /// Creates a take with the usual fields.
  func create(
    _ prompt: String = "A paper boat", model: DemoModel = .veo, seconds: Int = 4, size: String = "1280x720"
  ) async throws -> Answer {
    try await create(["model": model.name, "prompt": prompt, "seconds": "\(seconds)", "size": size])
  }

  /// Asks for the models, and expects this status.
  func expectModels(_ status: Int = 200, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let answer = try await send(.get, "/v1/models")
    #expect(answer.status == status, sourceLocation: sourceLocation)
  }

  func state(_ id: String) async throws -> Answer { try await send(.get, "/v1/videos/\(id)") }

  func content(_ id: String, headers: [String: String] = [:]) async throws -> Answer {
    try await send(.get, "/v1/videos/\(id)/content", headers: headers)
  }
}

/// Runs a service on its own clock, and a client for it, for as long as `body` takes.
func withLoopback(
  faults: FaultPlan = FaultPlan(), key: String? = nil, speed: Double = 1, isPaced: Bool = false,
  filmByteCount: Int? = nil, clips: String = Folders.clips, port: Int = 0, time: ManualTime = ManualTime(),
  _ body: @Sendable (Loopback, ManualTime) async throws -> Void
) async throws {
  var configuration = DemoConfiguration(clipsDirectory: clips)
  configuration.faults = faults
  configuration.key = key
  configuration.speed = speed
  configuration.isPaced = isPaced
  configuration.filmByteCount = filmByteCount
  configuration.port = port
  configuration.time = time.demoTime
  var settings = HTTPClient.Configuration(redirectConfiguration: .disallow)
  settings.connectionPool.retryConnectionEstablishment = false
  let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
  do {
    try await withDemoService(configuration) { server in
      try await body(Loopback(server: server, client: client), time)
    }
  } catch {
    try await client.shutdown()
    throw error
  }
  try await client.shutdown()
}

/// Folders of the checkout that tests read.
enum Folders {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let clips = root.appending(path: "assets/clips").path
  static let fixtures = root.appending(path: "Tests/VideosAPITests/Fixtures")

  static func clip(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: clips).appending(path: name)))
  }
}
