package import TerminalCanvas

extension NCursesTerminal {
  package struct Options {
    /// False where NO_COLOR is set or colour is unwanted: attributes only.
    package var usesColor = true
    package var reportsMouse = true
    /// How long an Esc waits for what may follow it; 50 ms suit a distant terminal.
    package var escapeWait = Duration.milliseconds(8)
    /// Whether the environment says that any colour can be shown (`COLORTERM`).
    package var saysTrueColor = false
    /// Whether to ask, behind the first frame, how wide the terminal draws what; false where that is known.
    package var measuresWidths = true
    /// The value of TERM.
    package var terminalName: String
    /// What the terminal takes to call somebody.
    package var notices: NoticeChannel
    /// Whether the terminal is at the other end of a connection, so that every byte counts.
    package var isDistant = false

    package init(terminalName: String) {
      self.terminalName = terminalName
      notices = NoticeChannel(environment: ["TERM": terminalName])
    }
  }
}
