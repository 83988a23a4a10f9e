import DailiesCore
import Synchronization

/// The settings in force and the service that new takes go to; the set-up can change both while the screens are open.
final class CurrentService: Sendable {
  private let value: Mutex<(settings: Settings, service: Take.Service)>

  init(_ settings: Settings, _ service: Take.Service) { value = Mutex((settings, service)) }

  var settings: Settings { value.withLock(\.settings) }
  var service: Take.Service { value.withLock(\.service) }

  func change(_ settings: Settings, _ service: Take.Service) { value.withLock { $0 = (settings, service) } }
}
