/// How the help screen groups commands.
package enum CommandGroup: String, Sendable, CaseIterable {
  case everywhere, draft, text, takes, ledger, layers

  package var title: Phrase {
    switch self {
    case .everywhere: Phrase("Everywhere", "通用")
    case .draft: Phrase("Draft", "草稿")
    case .text: Phrase("Text", "文字编辑")
    case .takes: Phrase("Takes", "样片列表")
    case .ledger: Phrase("Ledger", "账目")
    case .layers: Phrase("In what opens over them", "弹出层")
    }
  }
}

extension Command {
  /// Only moves the caret of the prompt or its selection: the keys say it all.
  package var isMovement: Bool {
    guard group == .text else { return false }
    return rawValue.hasPrefix("move") || (rawValue.hasPrefix("select") && self != .selectAll)
  }

  /// An entry of the copy menu.
  package var isCopying: Bool {
    Self.copyEntries.contains(self)
  }

  /// The copy menu, from the top.
  package static let copyEntries: [Command] = [
    .copyID, .copyPrompt, .copyPath, .copyAddress, .copyCurl, .copyJSON, .copyError,
  ]

  /// Worth a name in the palette: it acts, and does not only move a caret or a window.
  package var isOfferedByName: Bool {
    switch group {
    case .text, .layers: return false
    case .everywhere: return ![.palette, .commandLine, .back, .interrupt].contains(self)
    case .draft:
      return ![.leavePrompt, .enterPrompt, .previousRow, .nextRow, .previousChoice, .nextChoice, .choose].contains(self)
    case .ledger: return self == .addPrice || self == .exportLedger
    case .takes: return ![.selectPrevious, .selectNext, .pageUp, .pageDown].contains(self)
    }
  }
}
