import TerminalCanvas

/// The screens in the title line with the columns they take: drawn by the view, clicked by the mouse.
package struct TitleTabs: Equatable, Sendable {
  package struct Tab: Equatable, Sendable {
    /// With its brackets or blanks.
    package var text: String
    package var isChosen: Bool
    package var command: Command
    /// Columns on the screen.
    package var columns: Range<Int>
  }

  /// The program's name before them; empty where there is little room.
  package let name: String
  package let tabs: [Tab]

  package init(_ state: State) {
    name = state.size.columns >= 64 ? "Dailies  " : ""
    var column = 1 + state.widths.width(of: name)
    func tab(_ title: String, _ command: Command, isChosen: Bool) -> Tab {
      let text = isChosen ? "[" + title + "]" : " " + title + " "
      let start = column
      column += state.widths.width(of: text)
      return Tab(text: text, isChosen: isChosen, command: command, columns: start..<column)
    }
    let isTakes = state.focus == .takes
    // `*3`: so many takes want a person.
    let wanted = state.list.counts[.ready] + state.list.counts[.unsure]
    let takes = "2 " + state.say(Strings.takes) + (wanted > 0 ? "*\(wanted)" : "")
    let isLedger = state.focus == .ledger
    tabs = [
      tab("1 " + state.say(Strings.draft), .showDraft, isChosen: !isTakes && !isLedger),
      tab(takes, .showTakes, isChosen: isTakes),
      tab("3 " + state.say(Strings.ledger), .showLedger, isChosen: isLedger),
    ]
  }
}
