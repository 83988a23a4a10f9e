/// The services there are: type to narrow, Enter works with one from now on; the last row adds another.
package struct ProfilePicker: Equatable, Sendable {
  package enum Entry: Hashable, Sendable {
    case profile(String)
    case new
  }

  package var chooser = Chooser()

  package init() {}

  /// The profiles whose name or address holds what was typed, then the row that adds one.
  package func entries(_ profiles: [String: Profile]) -> [Entry] {
    let typed = chooser.text.lowercased()
    let found = profiles.filter { name, profile in
      typed.isEmpty || [name, profile.baseURL].contains { $0.lowercased().contains(typed) }
    }
    return found.keys.sorted().map(Entry.profile) + [.new]
  }
}
