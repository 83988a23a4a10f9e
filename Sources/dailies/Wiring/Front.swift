import DailiesCore
import DailiesRuntime
import DailiesViews
import NCursesTerminal
import TerminalCanvas

/// What a person sits in front of: the screens, or lines.
enum Front {
  case screens(NCursesTerminal)
  case lines(PlainTerminal)

  var wakeUp: WakeUp {
    switch self {
    case .screens(let terminal): terminal.wakeUp
    case .lines(let terminal): terminal.wakeUp
    }
  }

  /// Runs until the person is done; returns how that came, and the state as it then stood.
  func run(
    _ state: State, _ mailbox: Mailbox, _ clock: ClockSource, theme: Theme, edit: @escaping (String) -> EditedText,
    pause: @escaping (() -> Void) -> Void, perform: @escaping (Effect) -> Void
  ) -> (end: Session.End, last: State) {
    switch self {
    case .screens(let terminal):
      let session = Session(
        state: state, terminal: terminal, mailbox: mailbox, clock: clock, theme: theme, edit: edit, pause: pause,
        perform: perform)
      return (session.run(), session.state)
    case .lines(let terminal):
      let session = LinearSession(
        state: state, terminal: terminal, mailbox: mailbox, clock: clock, edit: edit, pause: pause, perform: perform)
      return (session.run(), session.state)
    }
  }

  func close() {
    switch self {
    case .screens(let terminal): terminal.close()
    case .lines(let terminal): terminal.close()
    }
  }
}
