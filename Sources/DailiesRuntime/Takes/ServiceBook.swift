package import DailiesCore
import Synchronization
package import VideosHTTP

/// The clients of the services that takes belong to, made when they are first needed.
package final class ServiceBook: Sendable {
  private let clients = Mutex<[Take.Service: VideosClient]>([:])
  private let make: @Sendable (Take.Service) async -> VideosClient?
  private let flaw: @Sendable (Take.Service) async -> Reason?

  /// - Parameters:
  ///   - make: Connects to a service; nil when there is no key for it or its address is refused.
  ///   - flaw: Why there is no key for a service, where more is known than that there is none.
  package init(
    flaw: @escaping @Sendable (Take.Service) async -> Reason? = { _ in nil },
    _ make: @escaping @Sendable (Take.Service) async -> VideosClient?
  ) {
    self.make = make
    self.flaw = flaw
  }

  /// The problem of a service that has no client.
  package func keyMissing(for service: Take.Service) async -> Problem {
    if let reason = await flaw(service) { return Problem(.keyMissing, reason) }
    return Problem(.keyMissing)
  }

  /// May take long: the key may have to be asked for.
  package func client(for service: Take.Service) async -> VideosClient? {
    if let client = clients.withLock({ $0[service] }) { return client }
    guard let made = await make(service) else { return nil }
    return clients.withLock { clients in
      let client = clients[service] ?? made
      clients[service] = client
      return client
    }
  }

  /// Makes the next client anew, so that a changed key or address takes effect. What is under way goes on with the old one.
  package func forget(_ service: Take.Service) {
    clients.withLock { $0[service] = nil }
  }

  /// As `forget`, for all services.
  package func forgetAll() {
    clients.withLock { $0 = [:] }
  }

  /// Ends what is under way, and forgets all clients.
  package func reset() async {
    let old = clients.withLock { clients in
      defer { clients = [:] }
      return Array(clients.values)
    }
    for client in old { await client.shutdown() }
  }
}
