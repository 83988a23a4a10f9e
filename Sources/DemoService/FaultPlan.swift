/// What is to go wrong, by operation: a queue of faults each, taken in order, one a request.
///
/// ```swift
/// var plan = FaultPlan(create: [.loseAnswer], content: [.cutAfter(bytes: 4096), .pass, .gzip])
/// plan.always[.content] = .ignoreRange  // for every request that the queue has no fault for
/// ```
package struct FaultPlan: Equatable, Sendable {
  package enum Operation: CaseIterable, Sendable {
    case create, state, content, models
  }

  /// The faults that wait, for each operation.
  package var queued: [Operation: [Fault]]
  /// The fault of every request that comes while the queue of its operation is empty.
  package var always: [Operation: Fault]

  package init(
    create: [Fault] = [], state: [Fault] = [], content: [Fault] = [], models: [Fault] = [],
    always: [Operation: Fault] = [:]
  ) {
    queued = [.create: create, .state: state, .content: content, .models: models]
    self.always = always
  }

  /// Puts faults at the end of an operation's queue.
  package mutating func add(_ faults: Fault..., to operation: Operation) {
    queued[operation, default: []] += faults
  }

  /// Takes the fault of the next request.
  mutating func next(for operation: Operation) -> Fault {
    guard let first = queued[operation]?.first else { return always[operation] ?? .pass }
    queued[operation]?.removeFirst()
    return first
  }
}
