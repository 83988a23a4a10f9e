import DailiesCore
import DailiesRuntime
import Synchronization

/// Where actions go before there is a mailbox: they are kept, and handed over when it is connected.
final class Poster: Sendable {
  private enum State {
    case waiting([Action])
    case connected(Mailbox)
  }

  private let state = Mutex(State.waiting([]))

  func action(_ action: Action) {
    let mailbox = state.withLock { state -> Mailbox? in
      switch state {
      case .waiting(let actions):
        state = .waiting(actions + [action])
        return nil
      case .connected(let mailbox): return mailbox
      }
    }
    mailbox?.post(action)
  }

  func connect(_ mailbox: Mailbox) {
    state.withLock { state in
      if case .waiting(let actions) = state {
        for action in actions { mailbox.post(action) }
      }
      state = .connected(mailbox)
    }
  }
}
