import DailiesCore
import DailiesRuntime
import TerminalCanvas
import VideosHTTP

/// Keys that a command prints. Whoever asks while the command runs waits for the same answer; nothing is kept, so that a
/// key that was refused is asked for anew.
actor KeyRing {
  private var asking: [Take.Service: [CheckedContinuation<APIKey?, Never>]] = [:]
  /// What the last command of a service that gave no key said.
  private var flaws: [Take.Service: Reason] = [:]
  private let tell: @Sendable (Note) -> Void

  /// - Parameter tell: Gets what to say when there is no key.
  init(tell: @escaping @Sendable (Note) -> Void) { self.tell = tell }

  private static let noKey = Phrase("what it printed is no key", "输出的不是密钥")

  func key(for service: Take.Service, from command: String) async -> APIKey? {
    if asking[service] != nil {
      return await withCheckedContinuation { asking[service, default: []].append($0) }
    }
    asking[service] = []
    let key = await ask(command, for: service)
    for waiting in asking.removeValue(forKey: service) ?? [] { waiting.resume(returning: key) }
    return key
  }

  /// Why there is no key for a service; nil when its command gave one, or was not run.
  func flaw(of service: Take.Service) -> Reason? { flaws[service] }

  private func ask(_ command: String, for service: Take.Service) async -> APIKey? {
    switch await KeyCommand.run(command) {
    case .success(let text):
      if let key = try? APIKey(text) {
        flaws[service] = nil
        return key
      }
      flaws[service] = Reason("key_command", Reason(Self.noKey))
      tell(Note(Strings.keyCommandForm, service.profile, tone: .bad))
    case .failure(let failure):
      let reason = failure.reason.cleaned
      flaws[service] = Reason("key_command", reason)
      tell(Note(Strings.keyCommandFailed, service.profile, reason: reason, tone: .bad))
    }
    return nil
  }
}

extension Reason {
  /// Printable, and no longer than a line or two.
  fileprivate var cleaned: Reason {
    english == chinese ? Reason(quoting: PrintableText.clean(String(english.prefix(200)))) : self
  }
}
