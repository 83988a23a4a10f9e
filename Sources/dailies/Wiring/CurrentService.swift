import DailiesCore
import Synchronization

/// The settings in force and the service that new takes go to; the screens can change both.
final class CurrentService: Sendable {
  private struct Value {
    var loaded: LoadedSettings
    var service: Take.Service
    var profile: String?
  }

  private let value: Mutex<Value>

  init(_ loaded: LoadedSettings, _ service: Take.Service) { value = Mutex(Value(loaded: loaded, service: service)) }

  var loaded: LoadedSettings { value.withLock(\.loaded) }
  var settings: Settings { loaded.settings }
  var service: Take.Service { value.withLock(\.service) }
  /// The profile that was chosen on the screens, whatever the files say.
  var profile: String? { value.withLock(\.profile) }

  func change(_ loaded: LoadedSettings, _ service: Take.Service, profile: String?) {
    value.withLock { $0 = Value(loaded: loaded, service: service, profile: profile) }
  }
}
