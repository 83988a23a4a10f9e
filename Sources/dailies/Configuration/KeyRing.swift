import DailiesCore
import DailiesRuntime
import VideosHTTP

/// Keys that a command prints. Whoever asks while the command runs waits for the same answer; nothing is kept, so that a
/// key that was refused is asked for anew.
actor KeyRing {
  private var asking: [Take.Service: [CheckedContinuation<APIKey?, Never>]] = [:]
  private let tell: @Sendable (Note) -> Void

  /// - Parameter tell: Gets what to say when there is no key.
  init(tell: @escaping @Sendable (Note) -> Void) { self.tell = tell }

  func key(for service: Take.Service, from command: String) async -> APIKey? {
    if asking[service] != nil {
      return await withCheckedContinuation { asking[service, default: []].append($0) }
    }
    asking[service] = []
    let key = await ask(command, for: service)
    for waiting in asking.removeValue(forKey: service) ?? [] { waiting.resume(returning: key) }
    return key
  }

  private func ask(_ command: String, for service: Take.Service) async -> APIKey? {
    switch await KeyCommand.run(command) {
    case .success(let text):
      if let key = try? APIKey(text) { return key }
      tell(Note(Strings.keyCommandForm, service.profile, tone: .bad))
    case .failure(let failure):
      tell(Note(Strings.keyCommandFailed, service.profile, failure.reason, tone: .bad))
    }
    return nil
  }
}
