import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
package import Synchronization

/// The Videos API over real HTTP on 127.0.0.1, with sample films, and with faults on demand.
///
/// Takes cost nothing and are kept nowhere: an id holds its whole take, so that a service started later, with the same
/// or another port, goes on answering for it.
package final class DemoServer: Sendable {
  package let configuration: DemoConfiguration
  /// What is to go wrong; may be changed at any time.
  package let faults: Mutex<FaultPlan>
  let tally = Mutex(DemoCounts())
  let queries = Mutex<[DemoQuery]>([])
  private let bound = Mutex<Int?>(nil)
  private let services = Mutex<ServiceGroup?>(nil)
  /// When a prompt was last asked to wait, so that it is asked only once.
  private let limitedPrompts = Mutex<[String: Date]>([:])

  package init(configuration: DemoConfiguration) {
    precondition(configuration.speed > 0 && configuration.speed.isFinite, "The speed must be a number above 0.")
    self.configuration = configuration
    faults = Mutex(configuration.faults)
  }

  /// What the service has done so far.
  package var counts: DemoCounts { tally.withLock { $0 } }

  /// The port that is listened on; nil before `run` has bound it.
  package var port: Int? { bound.withLock { $0 } }

  /// The base URL for clients, without a slash at its end. Only once `run` has bound the port.
  package var baseURL: String {
    guard let port else { preconditionFailure("The demo service is not running yet.") }
    return "http://127.0.0.1:\(port)/v1"
  }

  /// How long connections may take to end after `stop()`.
  private static let patience = Duration.milliseconds(500)

  /// Lets `run` end: no connection is accepted any more, open ones end or are closed after half a second.
  ///
  /// To be called before the task of `run` is cancelled, and when no client connects any more: a connection that was
  /// accepted and not yet served must not be dropped (a trap of NIO's async channels). Connections are served in the
  /// order in which they came, so that once one more was, none is left over.
  package func stop() async {
    await serveOneMore()
    await services.withLock { $0 }?.triggerGracefulShutdown()
  }

  private func serveOneMore() async {
    guard let port else { return }
    let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connectTimeout(.seconds(2))
    guard let channel = try? await bootstrap.connect(host: "127.0.0.1", port: port).get() else { return }
    let limit = channel.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
    let request = "GET /demo/counts HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n"
    try? await channel.writeAndFlush(ByteBuffer(string: request))
    try? await channel.closeFuture.get()
    limit.cancel()
  }

  /// Serves until `stop()` is called, or until the task is cancelled; open connections are closed then.
  ///
  /// - Parameter whenBound: Called once, with the port, as soon as connections are accepted.
  /// - Throws: `DemoError.cannotListen` when the port is taken.
  package func run(whenBound: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
    let application = Application(
      responder: Routes(server: self),
      configuration: .init(address: .hostname("127.0.0.1", port: configuration.port)),
      onServerRunning: { channel in
        guard let port = channel.localAddress?.port else { return }
        self.bound.withLock { $0 = port }
        await whenBound(port)
      },
      logger: configuration.logger)
    var ending = ServiceGroupConfiguration(services: [.init(service: application)], logger: configuration.logger)
    ending.maximumGracefulShutdownDuration = Self.patience
    let group = ServiceGroup(configuration: ending)
    services.withLock { $0 = group }
    do {
      try await group.run()
    } catch  where Task.isCancelled {
      return
    } catch {
      throw port == nil ? DemoError.cannotListen(port: configuration.port, cause: error) : error
    }
  }

  /// Whether a create with this prompt is asked to wait: the first one is, and again after ten minutes.
  func asksToWait(_ prompt: String) -> Bool {
    let now = configuration.time.now()
    return limitedPrompts.withLock { limited in
      if let asked = limited[prompt], now.timeIntervalSince(asked) < 600 { return false }
      limited[prompt] = now
      return true
    }
  }
}

/// Runs a demo service for as long as `body` takes, and gives it to `body` once connections are accepted.
///
/// - Throws: What `body` throws, or `DemoError.cannotListen` before it is called.
package func withDemoService<Value: Sendable>(
  _ configuration: DemoConfiguration, _ body: @Sendable (DemoServer) async throws -> Value
) async throws -> Value {
  let server = DemoServer(configuration: configuration)
  return try await withThrowingTaskGroup(of: Void.self) { group in
    let (ports, bound) = AsyncStream.makeStream(of: Int.self)
    group.addTask {
      defer { bound.finish() }
      try await server.run { bound.yield($0) }
    }
    for await _ in ports {
      let result: Result<Value, any Error>
      do {
        result = .success(try await body(server))
      } catch {
        result = .failure(error)
      }
      await server.stop()
      try await group.waitForAll()
      return try result.get()
    }
    try await group.waitForAll()
    throw CancellationError()
  }
}
