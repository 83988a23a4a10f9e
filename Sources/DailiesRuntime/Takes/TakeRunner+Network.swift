import DailiesCore
import DailiesStore
import Logging

/// What is known of the way to the services: learned by the program that asks them, and told by it to the others on the
/// same store.
extension TakeRunner {
  private static let memory = "poller.networks"

  private struct Known: Codable, Sendable {
    let service: Take.Service
    let network: NetworkState
  }

  /// Tells what this program has learned.
  func learned(_ network: NetworkState, of service: Take.Service) async {
    report(.networkChanged(network, of: service))
    guard networks.updateValue(network, forKey: service) != network, holdsLease else { return }
    await shareNetworks()
  }

  /// Tells what the program that asks has learned. What was left by one that has ended counts no more: whoever takes the
  /// lease over begins with nothing.
  func lookAtNetworks() async throws(StoreError) {
    guard !holdsLease else { return }
    let known = try await store.remembered(Self.memory, as: [Known].self) ?? []
    for known in known where networks.updateValue(known.network, forKey: known.service) != known.network {
      report(.networkChanged(known.network, of: known.service))
    }
  }

  /// From now on this program asks.
  func forgetNetworks() async {
    networks = [:]
    await shareNetworks()
  }

  private func shareNetworks() async {
    do {
      try await store.remember(Self.memory, networks.map { Known(service: $0.key, network: $0.value) })
    } catch {
      logger.error("store: \(error)")
    }
  }
}
