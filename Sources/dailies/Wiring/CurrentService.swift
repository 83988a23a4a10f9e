import DailiesCore
import Synchronization

/// The settings in force and the service that new takes go to; the screens can change both.
final class CurrentService: Sendable {
  private let value: Mutex<(loaded: LoadedSettings, service: Take.Service)>

  init(_ loaded: LoadedSettings, _ service: Take.Service) { value = Mutex((loaded, service)) }

  var loaded: LoadedSettings { value.withLock(\.loaded) }
  var settings: Settings { loaded.settings }
  var service: Take.Service { value.withLock(\.service) }

  func change(_ loaded: LoadedSettings, _ service: Take.Service) { value.withLock { $0 = (loaded, service) } }
}
