/// How long one's own takes took, and what is usual from that.
///
/// What is usual for a kind is worked out when it is first wanted or when a take finishes, not when it is shown.
package struct TakeTimes: Equatable, Sendable {
  /// So many takes of a kind are kept and counted, the latest.
  package static let mostOfAKind = 32
  /// So many takes make a group that is better than a coarser one.
  static let fewest = 2

  /// By the address of the service, in the order in which they finished.
  private var times: [String: [TakeTime]] = [:]
  private var known: [TakeKind: UsualTime?] = [:]

  package init(_ times: [TakeTime] = []) {
    self.times = Dictionary(grouping: times, by: \.kind.baseURL)
      .mapValues { $0.sorted { ($0.finished, $0.number) < ($1.finished, $1.number) } }
  }

  /// What is usual for a kind; nil when nothing is known of its service.
  package func usual(for kind: TakeKind) -> UsualTime? { known[kind] ?? work(out: kind) }

  /// What is usual for takes like a running one, how long that has run, and what follows; nil when nothing is known, or when
  /// it was made elsewhere: nobody knows then how long it has run.
  package func estimate(of take: Take, at now: Timestamp) -> (usual: UsualTime, elapsed: Duration, left: TimeLeft)? {
    guard take.phase.isWatched, let sent = take.sent, let usual = usual(for: TakeKind(take)) else { return nil }
    return (usual, now - sent, usual.timeLeft(after: now - sent))
  }

  /// Has what is usual for a kind ready from now on.
  package mutating func prepare(_ kind: TakeKind) {
    if known[kind] == nil { known[kind] = .some(work(out: kind)) }
  }

  /// Takes all times anew; what was prepared stays prepared.
  package mutating func replace(with times: [TakeTime]) {
    let prepared = known.keys
    self = TakeTimes(times)
    for kind in prepared { prepare(kind) }
  }

  /// A take has finished.
  package mutating func learn(_ time: TakeTime) {
    let service = time.kind.baseURL
    guard times[service]?.contains(where: { $0.number == time.number }) != true else { return }
    times[service, default: []].append(time)
    if let count = times[service]?.count(where: { $0.kind == time.kind }), count > Self.mostOfAKind,
      let oldest = times[service]?.firstIndex(where: { $0.kind == time.kind })
    {
      times[service]?.remove(at: oldest)
    }
    for kind in known.keys where kind.baseURL == service { known[kind] = .some(work(out: kind)) }
  }

  /// The closest group that has a few takes; where none has, the closest that has one.
  private func work(out kind: TakeKind) -> UsualTime? {
    guard let all = times[kind.baseURL], !all.isEmpty else { return nil }
    var lonely: UsualTime?
    for basis in UsualTime.Basis.allCases {
      let group = all.filter { Self.belongs($0.kind, kind, basis) }.suffix(Self.mostOfAKind)
      guard let usual = UsualTime(group.map { Self.converted($0, to: kind) }, basis: basis) else { continue }
      if group.count >= Self.fewest { return usual }
      lonely = lonely ?? usual
    }
    return lonely
  }

  private static func belongs(_ other: TakeKind, _ kind: TakeKind, _ basis: UsualTime.Basis) -> Bool {
    switch basis {
    case .same: other == kind
    case .lengths: other.model == kind.model && other.size == kind.size
    case .model: other.model == kind.model
    case .service: true
    }
  }

  /// Seconds that a film of the length of `kind` would have taken: three fifths of the time go with the length.
  private static func converted(_ time: TakeTime, to kind: TakeKind) -> Double {
    let seconds = Double(time.took.milliseconds) / 1000
    guard time.kind.seconds > 0, kind.seconds != time.kind.seconds else { return seconds }
    return seconds * (0.4 + 0.6 * Double(kind.seconds) / Double(time.kind.seconds))
  }
}
