package import DailiesCore
import Synchronization
package import TerminalCanvas

/// How everything but keys reaches the screen loop: a locked array and a wake-up. Actions keep their order.
package final class Mailbox: Sendable {
  private let actions = Mutex<[Action]>([])
  private let wakeUp: WakeUp

  package init(wakeUp: WakeUp) { self.wakeUp = wakeUp }

  package func post(_ action: Action) {
    let wasEmpty = actions.withLock { actions in
      actions.append(action)
      return actions.count == 1
    }
    if wasEmpty { wakeUp.call() }
  }

  /// Takes all that is there, oldest first.
  package func takeAll() -> [Action] {
    actions.withLock { actions in
      defer { actions = [] }
      return actions
    }
  }

  package var isEmpty: Bool { actions.withLock(\.isEmpty) }
}
