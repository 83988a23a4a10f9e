/// What can be copied from one take, or from all that are marked.
package struct CopyMenu: Equatable, Sendable {
  /// As they were when it was opened.
  private let taken: [Take]

  package init(takes: [Take]) { taken = takes }

  package var numbers: [Take.Number] { taken.map(\.number) }

  /// The takes as they are now, where the screens have them.
  package func takes(in state: State) -> [Take] { taken.map { state.known($0.number) ?? $0 } }

  /// What an entry puts on the clipboard: a line for each take that has such a thing; nil when none has.
  package func text(_ command: Command, in state: State) -> String? {
    let texts = takes(in: state).compactMap { take in
      take.copyText(command) ?? (command == .copyError ? take.ticket(in: state) : nil)
    }
    return texts.isEmpty
      ? nil : texts.joined(separator: command == .copyPrompt || command == .copyError ? "\n\n" : "\n")
  }
}
