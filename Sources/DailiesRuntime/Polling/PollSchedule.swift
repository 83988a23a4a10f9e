package import DailiesCore
import VideosAPI

/// Who is asked when: a value that knows every watched take and what the service last said, but no clock, no network.
///
/// Its owner calls `next(at:)` until it says to wait, asks what it names, and reports each outcome to `ended`. Times
/// are counted from the start of the owner's clock, and never go back. Every step costs O(log n) for n takes.
///
/// Takes at one host share the limits, a pause it asked for, a broken way to it (`PollHost`), whichever profiles they are
/// of; those of one service share a key as well (`PollLane`). The selected take comes before what is on the screen, that
/// before the young ones, those before the others; within each the take that is due longest comes first, and every fourth
/// question goes to the one that is due longest of all, so that nobody waits for good. No more than `Limits.perSecond`
/// questions leave in a second, also after the machine slept: what is overdue is spread, and never more than a twentieth of
/// them sent at once.
package struct PollSchedule: Sendable {
  package struct Limits: Hashable, Sendable {
    /// Questions under way at once, to one host.
    package var inFlight: Int
    package var perSecond: Int
    /// So many of them may leave together, after a while in which none did.
    var atOnce: Int { max(1, perSecond / 20) }

    package init(inFlight: Int = 8, perSecond: Int = 10) {
      self.inFlight = max(1, inFlight)
      self.perSecond = max(1, perSecond)
    }
  }

  package enum Step: Equatable, Sendable {
    /// Ask this take now; it is under way until `ended` is called for it.
    case ask(Take.Number)
    /// Nothing to do before that time, unless something is reported or changed.
    case wait(until: Duration)
    /// Nothing to do until something is reported or changed.
    case idle
  }

  /// How a question ended, as far as the schedule cares.
  package enum Outcome: Equatable, Sendable {
    /// The service answered with a state that is not final; `hint` is the wait it asked for.
    case unfinished(hint: Duration?)
    case finished
    /// The question itself was refused (400): it is asked again only by `checkNow`.
    case refused
    /// A fault that goes by; `wait` is what the answer asked for.
    case passing(wait: Duration?)
    /// 404: not known, or not yet.
    case unknown
    case rateLimited(wait: Duration?)
    case keyRefused
    /// No connection to the service.
    case unreachable
    /// The asking was broken off on our side.
    case abandoned
  }

  /// What became of a host, a service or a take by the last outcome.
  package enum News: Equatable, Sendable {
    /// The host asked for a pause.
    case slowedDown(until: Duration)
    /// The key was refused twice: the service is asked nothing until `resume`.
    case stopped
    /// The host is not reached.
    case offline(nextTry: Duration)
    /// The host answers again, or the service takes the key again.
    case resumed
    /// Not known to the service for several minutes. It is asked all the same.
    case seemsLost
  }

  private var limits: Limits
  private var generator: any RandomNumberGenerator & Sendable
  private var hosts: [PollHost] = []
  private var hostOfService: [Take.Service: Int] = [:]
  private var indexOfHost: [String: Int] = [:]
  private var serviceOfTake: [Take.Number: Take.Service] = [:]
  private var selected: Take.Number?
  private var seen: [Take.Number] = []

  package init(
    limits: Limits = Limits(), generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) {
    self.limits = limits
    self.generator = generator
  }

  package var count: Int { serviceOfTake.count }

  /// Works by other limits from now on; what is under way stays so.
  package mutating func limit(to limits: Limits) {
    self.limits = limits
    for index in hosts.indices { hosts[index].limits = limits }
  }

  /// Begins to watch a take. Does nothing when it is watched already.
  ///
  /// - Parameter age: Time since the service accepted it.
  package mutating func add(_ number: Take.Number, service: Take.Service, age: Duration, at now: Duration) {
    guard serviceOfTake[number] == nil else { return }
    serviceOfTake[number] = service
    hosts[host(of: service)].add(number, of: service, birth: now - max(age, .zero), at: now, jitter: jitter())
  }

  /// Stops watching a take; an answer that is under way is ignored.
  package mutating func remove(_ number: Take.Number) {
    guard let service = serviceOfTake.removeValue(forKey: number) else { return }
    hosts[host(of: service)].remove(number, of: service)
  }

  /// The take a person looks at is asked before all others that are due.
  package mutating func select(_ number: Take.Number?) { selected = number }

  /// What is on the screen is asked before what is not.
  package mutating func see(_ numbers: [Take.Number]) { seen = numbers }

  /// Asks a take as soon as the limits and a pause of the host allow, also while the key counts as refused.
  package mutating func checkNow(_ number: Take.Number) {
    guard let service = serviceOfTake[number] else { return }
    hosts[host(of: service)].hurry(number, of: service)
  }

  /// The key or the address of a service was changed: its takes are asked again.
  ///
  /// - Returns: `.resumed` where asking had stopped.
  package mutating func resume(_ service: Take.Service) -> News? {
    guard let index = hostOfService[service] else { return nil }
    return hosts[index].reopen(service)
  }

  /// - Parameter slack: A question may leave so much later than it might, together with those that may leave until then.
  package mutating func next(at now: Duration, slack: Duration = .zero) -> Step {
    var wake: Duration?
    for index in hosts.indices {
      switch hosts[index].next(at: now, slack: slack, selected: selected, seen: seen) {
      case .ask(let number): return .ask(number)
      case .wait(let until): wake = min(wake ?? until, until)
      case .idle: break
      }
    }
    return wake.map { .wait(until: $0) } ?? .idle
  }

  /// Until when `next` would wait, as things stand; nil: until something is reported or changed.
  package func nextWake(slack: Duration) -> Duration? { hosts.compactMap { $0.nextWake(slack: slack) }.min() }

  package mutating func ended(_ number: Take.Number, service: Take.Service, with outcome: Outcome, at now: Duration)
    -> [News]
  {
    let index = host(of: service)
    let news = hosts[index].ended(number, of: service, with: outcome, at: now, jitter: jitter())
    if serviceOfTake[number] == service, !hosts[index].watches(number, of: service) { serviceOfTake[number] = nil }
    return news
  }

  /// When a take will be asked next; nil while it is being asked, when it is not watched, or when the question or its key
  /// was refused.
  package func nextCheck(of number: Take.Number) -> Duration? {
    guard let service = serviceOfTake[number], let index = hostOfService[service] else { return nil }
    return hosts[index].nextCheck(of: number, of: service)
  }

  /// The services at the host of one, itself among them, but for those whose key was refused.
  package func servicesAtWork(atHostOf service: Take.Service) -> [Take.Service] {
    guard let index = hostOfService[service] else { return [service] }
    return hosts[index].services.filter { !hosts[index].isStopped($0) }
  }

  private mutating func host(of service: Take.Service) -> Int {
    if let index = hostOfService[service] { return index }
    let name = service.host
    let index = indexOfHost[name] ?? hosts.count
    if index == hosts.count { hosts.append(PollHost(limits: limits)) }
    indexOfHost[name] = index
    hostOfService[service] = index
    return index
  }

  private mutating func jitter() -> Double { Double.random(in: 0..<1, using: &generator) }
}

extension Take.Service {
  /// What its takes share with those of other profiles at the same place: scheme, host and port.
  package var host: String { WebAddress(baseURL).map { "\($0.origin)" } ?? baseURL }
}
