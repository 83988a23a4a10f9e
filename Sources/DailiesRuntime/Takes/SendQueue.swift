import DailiesCore

/// Takes whose time has come, in the order in which they leave: by their place, then by their number.
struct SendQueue: Sendable {
  struct Entry: Equatable, Sendable {
    var turn: QueueTurn
    var profile: String
    var number: Take.Number { turn.number }
  }

  private(set) var entries: [Entry] = []
  /// Profiles that had no room when they were asked.
  private(set) var full: Set<String> = []

  var isEmpty: Bool { entries.isEmpty }
  var numbers: [Take.Number] { entries.map(\.number) }

  func contains(_ number: Take.Number) -> Bool { entries.contains { $0.number == number } }

  /// Puts a take into its place, or moves it there.
  mutating func insert(_ take: Take) {
    remove(take.number)
    let place = entries.firstIndex { take.turn < $0.turn } ?? entries.count
    entries.insert(Entry(turn: take.turn, profile: take.service.profile), at: place)
  }

  mutating func remove(_ number: Take.Number) { entries.removeAll { $0.number == number } }

  mutating func removeAll() -> [Take.Number] {
    defer { entries = [] }
    return numbers
  }

  /// Takes out the first one that may leave.
  mutating func next(_ mayLeave: (Entry) -> Bool) -> Entry? {
    guard let place = entries.firstIndex(where: { !full.contains($0.profile) && mayLeave($0) }) else {
      return nil
    }
    return entries.remove(at: place)
  }

  /// Nothing of this profile is tried until something has changed.
  mutating func noRoom(_ profile: String) { full.insert(profile) }

  mutating func roomMayHaveCome() { full = [] }
}
