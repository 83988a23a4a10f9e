internal import AsyncHTTPClient
internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// Makes and keeps the connections: one client per purpose and route, so that downloads never keep a state query
/// waiting, and a new one for every create. None follows a redirect, tries twice, or unpacks what it receives.
///
/// All speak HTTP/1.1: each film has a connection of its own, which its reader can hold back without holding back
/// others.
final class HTTPClients: Sendable {
  enum Purpose: Hashable {
    case query, content
  }

  private struct Key: Hashable {
    var purpose: Purpose
    var route: ProxySettings.Route
  }

  private struct Kept {
    var clients: [Key: HTTPClient] = [:]
    var isShutDown = false
  }

  private let options: VideosClient.Options
  private let kept = Mutex(Kept())

  init(_ options: VideosClient.Options) {
    self.options = options
  }

  deinit {
    for client in takeAll() { client.shutdown { _ in } }
  }

  /// The client for repeatable requests along `route`.
  func client(for purpose: Purpose, route: ProxySettings.Route) throws -> HTTPClient {
    try kept.withLock { kept in
      guard !kept.isShutDown else { throw HTTPClientError.alreadyShutdown }
      let key = Key(purpose: purpose, route: route)
      if let client = kept.clients[key] { return client }
      let silence = purpose == .query ? options.queryLimit : options.contentSilenceLimit
      // All questions on one thread: those that leave together wake it once, and share their connections.
      let group: any EventLoopGroup = purpose == .query ? Self.threads.any() : Self.threads
      let client = make(route: route, silence: silence, on: group, readsMuch: purpose == .content)
      kept.clients[key] = client
      return client
    }
  }

  /// Runs one create on a connection that nothing used before and nothing uses after.
  func withFreshClient<Answer>(
    route: ProxySettings.Route, _ body: (HTTPClient) async -> Answer
  ) async throws -> Answer {
    let isShutDown = kept.withLock { $0.isShutDown }
    guard !isShutDown else { throw HTTPClientError.alreadyShutdown }
    let client = make(route: route, silence: options.createLimit, usesPerConnection: 1)
    let answer = await body(client)
    // What could go wrong in closing a connection no longer concerns anyone.
    try? await client.shutdown()
    return answer
  }

  func shutdown() async {
    for client in takeAll() { try? await client.shutdown() }
  }

  private func takeAll() -> [HTTPClient] {
    kept.withLock { kept in
      kept.isShutDown = true
      defer { kept.clients = [:] }
      return Array(kept.clients.values)
    }
  }

  private static var threads: MultiThreadedEventLoopGroup { .singleton }

  private func make(
    route: ProxySettings.Route, silence: Duration, on group: any EventLoopGroup = threads, readsMuch: Bool = false,
    usesPerConnection: Int? = nil
  ) -> HTTPClient {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(
        connect: TimeAmount(options.connectLimit), read: TimeAmount(silence),
        write: TimeAmount(options.sendSilenceLimit)),
      proxy: HTTPClient.Configuration.Proxy(route),
      decompression: .disabled)
    configuration.httpVersion = .http1Only
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
    configuration.connectionPool.idleTimeout = .seconds(30)
    configuration.maximumUsesPerConnection = usesPerConnection
    // Nobody collects the spans that each request would be told of with.
    configuration.tracing.tracer = nil
    if readsMuch {
      configuration.http1_1ConnectionDebugInitializer = { channel in
        // Each part is handed on before the next is read: of several at once more would be under way than are kept.
        channel.setOption(.recvAllocator, value: FilmParts.Allocator(parts: .shared))
          .flatMap { channel.setOption(.maxMessagesPerRead, value: 1) }
      }
    }
    return HTTPClient(eventLoopGroupProvider: .shared(group), configuration: configuration)
  }
}

extension HTTPClient.Configuration.Proxy {
  fileprivate init?(_ route: ProxySettings.Route) {
    switch route {
    case .direct, .unusable: return nil
    case .socksProxy(let host, let port): self = .socksServer(host: host, port: port)
    case .httpProxy(let host, let port, let user, let password):
      let authorization = user.map { HTTPClient.Authorization.basic(username: $0, password: password ?? "") }
      self = .server(host: host, port: port, authorization: authorization)
    }
  }
}
