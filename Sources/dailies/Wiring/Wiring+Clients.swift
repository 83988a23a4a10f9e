import DailiesCore
import DemoService
import Logging
import VideosAPI
import VideosHTTP

extension Wiring {
  /// The client for a service that takes belong to: the chosen one, another profile's, or the demo's. Nil when there is no
  /// key for it.
  static func client(
    for service: Take.Service, _ surroundings: Surroundings, _ loaded: LoadedSettings, _ ring: KeyRing,
    _ demo: DemoServer?, _ logger: Logger
  ) async -> VideosClient? {
    var options = VideosClient.Options()
    options.logger = logger
    if surroundings.isDemo {
      guard service.baseURL == Surroundings.demoBaseURL, let demo, demo.port != nil,
        let address = try? ServiceAddress(demo.baseURL), let key = try? APIKey("demo")
      else { return nil }
      return VideosClient(address: address, key: key, options: options)
    }
    let profile = loaded.settings.profiles[service.profile]
    options.proxies = ProxySettings(
      environment: surroundings.environment.variables, setting: profile?.proxy)
    options.allowsPlainHTTP = profile?.allowsPlainHTTP ?? false
    options.pictureEncoding = profile?.imageEncoding ?? .dataURL
    guard let address = try? ServiceAddress(service.baseURL, allowsPlainHTTP: options.allowsPlainHTTP) else {
      return nil
    }
    do {
      let store = KeyStore(settingsFolder: surroundings.folders.settings)
      let found = try store.key(
        profile: service.profile, origin: address.origin, settings: loaded.settings,
        environment: surroundings.environment)
      if let found { return VideosClient(address: address, key: found.key, options: options) }
    } catch {
      // A key that must not be used is not replaced by another.
      return nil
    }
    guard let command = loaded.keyCommand(of: service.profile, for: address.origin),
      let key = await ring.key(for: service, from: command)
    else { return nil }
    return VideosClient(address: address, key: key, options: options)
  }
}
