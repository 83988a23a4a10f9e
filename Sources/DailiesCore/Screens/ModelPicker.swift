/// The models there are to choose from: those of the profile, those that were typed, and those that the service lists once it
/// was asked. A name that nobody lists can be typed as well.
package struct ModelPicker: Equatable, Sendable {
  package enum Entry: Hashable, Sendable {
    case model(String)
    /// The name as typed, which is in no list.
    case typed(String)
    /// Asks the service for its list.
    case ask
  }

  package enum Asking: Hashable, Sendable {
    case notYet, underWay, answered
    case failed(Note)
  }

  package var chooser = Chooser()
  package var asking = Asking.notYet
  /// What the service lists.
  package var listed: [String] = []

  package init() {}

  /// - Parameter known: The models of the profile and the typed ones.
  package func entries(_ known: [String]) -> [Entry] {
    let typed = chooser.text
    let all = known + listed.filter { !known.contains($0) }
    let found = all.filter { typed.isEmpty || $0.lowercased().contains(typed.lowercased()) }
    let isNew = !typed.isEmpty && !all.contains(typed)
    let canAsk = asking != .underWay && asking != .answered
    return found.map(Entry.model) + (isNew ? [.typed(typed)] : []) + (canAsk ? [.ask] : [])
  }
}
