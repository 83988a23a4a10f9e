import DailiesCore
import DailiesStore
import Logging

/// What is known of the way to the services: learned by the program that asks them, and told by it to the others on the
/// same store.
extension TakeRunner {
  private static let memory = "poller.networks"

  private struct Known: Codable, Sendable {
    /// Who learned it: it holds as long as that program asks.
    let owner: String
    let networks: [Network]
  }

  private struct Network: Codable, Sendable {
    let service: Take.Service
    let state: NetworkState
  }

  /// Tells what this program has learned.
  func learned(_ network: NetworkState, of service: Take.Service) async {
    report(.networkChanged(network, of: service))
    guard networks.updateValue(network, forKey: service) != network, holdsLease else { return }
    await shareNetworks()
  }

  /// Tells what the program that asks has learned; what one has left behind that has ended counts no more.
  func lookAtNetworks() async throws(StoreError) {
    guard !holdsLease, let known = try await store.remembered(Self.memory, as: Known.self),
      let holder = try await store.leaseHolder(), holder.token == known.owner, holder.isRunning != false
    else { return }
    for network in known.networks where networks.updateValue(network.state, forKey: network.service) != network.state {
      report(.networkChanged(network.state, of: network.service))
    }
  }

  /// From now on this program asks.
  func forgetNetworks() async {
    networks = [:]
    await shareNetworks()
  }

  private func shareNetworks() async {
    do {
      let all = networks.map { Network(service: $0.key, state: $0.value) }
      try await store.remember(Self.memory, Known(owner: store.owner.token, networks: all))
    } catch {
      logger.error("store: \(error)")
    }
  }
}
