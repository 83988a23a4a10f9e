/// Collects what somebody who looks elsewhere wants to know, and makes one notice of what comes within a moment.
///
/// Nothing is told of a take that nobody saw before, nor of one that was ready before the start: that is no news.
package struct NoticePlan: Equatable, Sendable {
  /// What comes within so long after the first is told with it.
  package static let moment = Duration.milliseconds(1500)

  /// When something is to be told; nil: there is nothing.
  package private(set) var due: Timestamp?
  private var items: [Take.Number: Notice.Item] = [:]
  private var limits: [SpendingLimits.Name] = []
  /// Takes whose film was there before the start.
  private var old: Set<Take.Number> = []

  package init() {}

  /// The takes as they stood at the start.
  package mutating func begin(with takes: [Take]) {
    old.formUnion(takes.filter { [.ready, .saving].contains($0.phase) }.map(\.number))
  }

  /// A take stands elsewhere than before.
  ///
  /// - Parameters:
  ///   - before: As it stood; nil when it was not known.
  ///   - savesAutomatically: A film that is saved by itself is told of when it is saved.
  package mutating func changed(
    _ take: Take, before: Take?, savesAutomatically: Bool, at now: Timestamp
  ) {
    guard let before, !take.isHidden else { return }
    guard before.phase != take.phase || before.wantsPerson != take.wantsPerson else { return }
    guard let kind = Self.kind(of: take, before: before.phase, savesAutomatically) else {
      // What was to be told of it is over: it is being made anew, or saved.
      items[take.number] = nil
      if items.isEmpty, limits.isEmpty { due = nil }
      return
    }
    if kind == .ready || kind == .saved, old.contains(take.number) { return }
    items[take.number] = Notice.Item(kind: kind, take: take)
    due = due ?? now + Self.moment
  }

  private static func kind(of take: Take, before: TakePhase, _ savesAutomatically: Bool) -> Notice.Kind? {
    switch take.phase {
    // It was a person who settled it.
    case _ where before == .unsure: nil
    case .ready: take.savePause != nil || (savesAutomatically && take.problem == nil) ? nil : .ready
    case .saved: .saved
    case .failed, .gone: .failed
    case .unsure: .unsure
    case .held: take.wantsPerson ? .held : nil
    case .leaving, .sending, .queued, .running, .saving, .dropped: nil
    }
  }

  /// More was spent than before.
  package mutating func spent(_ spending: Spending, before: Spending?, _ rules: SpendingRules, at now: Timestamp) {
    guard let before, before.profile == spending.profile, before.day == spending.day else { return }
    let passed = rules.limits.reached(by: before)
    for limit in rules.limits.reached(by: spending) where !passed.contains(limit) && !limits.contains(limit) {
      limits.append(limit)
      due = due ?? now + Self.moment
    }
  }

  /// The clock on the wall was put back: nothing waits for longer than before.
  package mutating func clockWentBack(to now: Timestamp) {
    if let due { self.due = min(due, now + Self.moment) }
  }

  /// Takes what is to be told now; nil when it is not the time.
  ///
  /// - Parameter isEnd: Nothing more comes: what there is is told at once.
  package mutating func take(at now: Timestamp, isEnd: Bool = false, _ language: Language) -> Notice? {
    guard let due, isEnd || due <= now else { return nil }
    defer {
      self.due = nil
      items = [:]
      limits = []
    }
    return Notice(Array(items.values), limits: limits, language)
  }
}

extension Take {
  /// It is held until a person does something. What did not leave for a reason waits for that to be mended: a limit, a
  /// picture that is not there.
  fileprivate var wantsPerson: Bool {
    guard phase == .held, let heldReason else { return false }
    return heldReason.wantsPerson || (heldReason == .notSent && problem != nil)
  }
}

extension HeldReason {
  /// It stays held until a person does something that the person does not know of yet.
  fileprivate var wantsPerson: Bool {
    switch self {
    case .slowedTooLong, .keyRefused, .balanceUsedUp, .wrongAddress, .canarySeen, .canaryFailed, .refusedTwice,
      .offline:
      true
    case .waitingTurn, .slowedDown, .notSent, .interrupted, .paused, .canary: false
    }
  }
}

extension SpendingLimits {
  /// The limits that are used up, those of the day first.
  package func reached(by spent: Spending) -> [Name] {
    Name.allCases.filter { name in
      let sum = name.isOfDay ? spent.today : spent.month
      if let limit = seconds[name], sum.seconds >= limit { return true }
      guard amounts[name] != nil else { return false }
      return sum.money.contains { code, amount in self[name, code].map { amount >= $0.millionths } ?? false }
    }
  }
}
