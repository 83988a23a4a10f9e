/// The shots there are, to move takes to: type to narrow, or for a new one.
package struct ShotPicker: Equatable, Sendable {
  package enum Entry: Hashable, Sendable {
    case shot(KnownName)
    /// The name as typed, which no shot has yet.
    case typed(String)
    case none
  }

  package let takes: [Take.Number]
  package var chooser = Chooser()
  /// Once they were read.
  package var known: [KnownName] = []

  package init(takes: [Take.Number]) { self.takes = takes }

  package var entries: [Entry] {
    let typed = chooser.text
    let found = known.filter { typed.isEmpty || $0.name.lowercased().contains(typed.lowercased()) }
    let isNew = !typed.isEmpty && !known.contains { $0.name == typed }
    return found.map(Entry.shot) + (isNew ? [.typed(typed)] : []) + (typed.isEmpty ? [.none] : [])
  }
}
