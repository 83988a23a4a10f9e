/// What was done in the list of takes, for undo and redo; the last act stands at the end.
package struct Acts: Equatable, Sendable {
  package enum Act: Equatable, Sendable {
    case edit(ListAct)
    /// One yes: it can be taken back while it is leaving.
    case send([Take.Number])
    /// Taken back before they left, which is for good: an undo says so and does nothing else.
    case drop([Take.Number])
  }

  package private(set) var done: [Act] = []
  package private(set) var undone: [ListAct] = []
  /// Changes that the store was asked for and has not told of.
  private var underWay = 0
  /// Keys that came meanwhile: they mean what is still under way.
  private var waiting: [ActWay] = []

  private static let limit = 200

  package init() {}

  package var canUndo: Bool { !done.isEmpty || underWay > 0 }
  package var canRedo: Bool { !undone.isEmpty || underWay > 0 }

  mutating func began() { underWay += 1 }

  /// Whether an undo or redo is to wait for what is under way.
  mutating func postpones(_ way: ActWay) -> Bool {
    guard underWay > 0 else { return false }
    waiting.append(way)
    return true
  }

  /// What was under way has ended.
  ///
  /// - Returns: An undo or redo that waited for it.
  mutating func ended() -> ActWay? {
    underWay = max(0, underWay - 1)
    return nextWaiting()
  }

  /// An undo or redo that waits, once nothing is under way.
  mutating func nextWaiting() -> ActWay? { underWay == 0 && !waiting.isEmpty ? waiting.removeFirst() : nil }

  mutating func receive(_ edited: EditedTakes) {
    guard !edited.act.steps.isEmpty else { return }
    switch edited.way {
    case .done:
      undone = []
      push(.edit(edited.act))
    case .undone: undone.append(edited.act)
    case .redone: push(.edit(edited.act))
    }
  }

  /// The store could not be written: the act is where it was before.
  mutating func failed(_ act: ListAct, _ way: ActWay) {
    switch way {
    case .done: break
    case .undone: push(.edit(act))
    case .redone: undone.append(act)
    }
  }

  mutating func sent(_ numbers: [Take.Number]) { push(.send(numbers)) }
  mutating func dropped(_ numbers: [Take.Number]) { push(.drop(numbers)) }

  /// Forgets a send that cannot be taken back any more.
  mutating func forgetSends(where isGone: ([Take.Number]) -> Bool) {
    done.removeAll { if case .send(let numbers) = $0 { isGone(numbers) } else { false } }
  }

  mutating func popDone() -> Act? { done.popLast() }
  mutating func popUndone() -> ListAct? { undone.popLast() }

  private mutating func push(_ act: Act) {
    done.append(act)
    if done.count > Self.limit { done.removeFirst() }
  }
}
