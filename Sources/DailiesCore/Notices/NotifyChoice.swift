package import TerminalCanvas

/// How a person wants to be called, as the setting `notify` says.
package enum NotifyChoice: String, Hashable, Sendable, CaseIterable {
  /// By the best way of the terminal, unless its window is known to be looked at.
  case auto
  case bell, osc, command, off

  /// The way of the terminal; nil: it is left alone.
  ///
  /// - Parameter isFocused: Whether the window is looked at; nil: the terminal does not say.
  package func way(isFocused: Bool?) -> NoticeWay? {
    switch self {
    case .auto: isFocused == true ? nil : .best
    case .bell: .bell
    case .osc: .string
    case .command, .off: nil
    }
  }
}

extension Settings {
  package var notifyChoice: NotifyChoice { NotifyChoice(rawValue: notify) ?? .auto }
}
