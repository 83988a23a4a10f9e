import CNCurses

/// Why the screens cannot open. Nothing has been written to the terminal then.
package struct TerminalError: Error, Equatable, CustomStringConvertible {
  package enum Code: Hashable, Sendable {
    /// Standard input or output is a file or a pipe.
    case notATerminal
    /// TERM is not set, or terminfo does not know it.
    case unknownTerminal
    /// The terminal cannot move its cursor (TERM=dumb).
    case poorTerminal
    /// The system has no UTF-8 locale at all.
    case noUTF8
    /// The system gave no memory or descriptors.
    case noResources
  }

  package let code: Code
  /// What TERM said.
  package let terminalName: String

  package init(_ code: Code, terminalName: String = "") {
    self.code = code
    self.terminalName = terminalName
  }

  /// What opening said; nil: it is open.
  init?(_ opening: cn_opening, _ terminalName: String) {
    switch opening {
    case CN_OPENED: return nil
    case CN_NO_TERMINAL: self.init(.notATerminal)
    case CN_NO_UTF8: self.init(.noUTF8)
    case CN_UNKNOWN_TERMINAL: self.init(.unknownTerminal, terminalName: terminalName)
    case CN_POOR_TERMINAL: self.init(.poorTerminal, terminalName: terminalName)
    default: self.init(.noResources)
    }
  }

  /// One sentence, in English.
  package var description: String {
    switch code {
    case .notATerminal: "The screens need a terminal, but standard input or output is not one."
    case .unknownTerminal where terminalName.isEmpty: "TERM is not set, so the terminal's abilities are unknown."
    case .unknownTerminal: "The terminal \"\(terminalName)\" (TERM) is unknown to terminfo on this system."
    case .poorTerminal: "The terminal \"\(terminalName)\" (TERM) cannot move its cursor, which the screens need."
    case .noUTF8: "This system offers no UTF-8 locale, which the screens need."
    case .noResources: "The terminal could not be opened: the system is out of memory or descriptors."
    }
  }
}
