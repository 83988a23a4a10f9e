/// The takes that move or want a person, and beside them what frames and footers ask about all of them: no frame walks
/// through ten thousand.
package struct LiveTakes: Equatable, Sendable {
  /// A take that is shared by copies of the whole: a state that is kept beside the next one costs a count for each of them.
  private final class Shared: Equatable, Sendable {
    let take: Take

    init(_ take: Take) { self.take = take }

    static func == (a: Shared, b: Shared) -> Bool { a === b || a.take == b.take }
  }

  private var takes: [Take.Number: Shared] = [:]
  /// Their numbers, smallest first.
  private var numbers: [Take.Number] = []
  private var byPhase: [TakePhase: Set<Take.Number>] = [:]
  /// Those that are sent without a further key.
  private var leaving: Set<Take.Number> = []
  /// Those of them for which the time runs in which they can be taken back.
  private var departures: Set<Take.Number> = []
  /// Those that could not leave because the service was not reached.
  private var offline: Set<Take.Number> = []
  /// Those that wait for their turn, the next one first.
  private var turns: [QueueTurn] = []
  /// Those that are being saved or wait for that, the next one first.
  package private(set) var saves: [QueueTurn] = []
  /// Those that are finished and not saved, the most urgent first; and those of them that could not be saved, or that a
  /// person stopped saving.
  package private(set) var unsaved: [UnsavedTake] = []
  package private(set) var unsavedInTrouble: [UnsavedTake] = []

  package init() {}

  package var isEmpty: Bool { takes.isEmpty }
  package var count: Int { takes.count }
  /// All of them, in no order.
  package var values: [Take] { takes.values.map(\.take) }
  /// The newest first, found as they are walked through.
  package var newestFirst: some Sequence<Take> { numbers.reversed().lazy.compactMap { self[$0] } }

  package func count(in phase: TakePhase) -> Int { byPhase[phase]?.count ?? 0 }

  package func takes(in phase: TakePhase) -> [Take] { (byPhase[phase] ?? []).compactMap { self[$0] } }

  /// Those that are sent without a further key, oldest first.
  package var leavingByThemselves: [Take.Number] { leaving.sorted() }

  /// A clock beside one of them goes on.
  package var hasRunningClock: Bool { TakePhase.allCases.contains { $0.isLive && count(in: $0) > 0 } }

  /// The time runs in which one of them can be taken back.
  package var hasDeparture: Bool { !departures.isEmpty }

  package var countOffline: Int { offline.count }

  /// Those that could not leave because the service was not reached, oldest first.
  package var heldOffline: [Take.Number] { offline.sorted() }

  /// The place of a take among those that wait for their turn, from 1; nil when it is none of them.
  package func queuePlace(of take: Take) -> Int? {
    guard let known = self[take.number], known.isQueued else { return nil }
    return turns.place(of: known.turn) + 1
  }

  /// The place of a take among those that are being saved, from 1; nil when it is none of them.
  package func savePlace(of take: Take) -> Int? {
    guard let known = self[take.number], known.phase == .saving else { return nil }
    return saves.place(of: known.turn) + 1
  }

  package subscript(number: Take.Number) -> Take? {
    get { takes[number]?.take }
    set {
      let old = self[number]
      takes[number] = newValue.map(Shared.init)
      if let old, old.phase != newValue?.phase { byPhase[old.phase]?.remove(number) }
      if let newValue { byPhase[newValue.phase, default: []].insert(number) }
      leaving.keep(number, newValue?.leavesByItself == true)
      departures.keep(
        number, newValue?.phase == .leaving || (newValue?.phase == .held && newValue?.leavesAt != nil))
      offline.keep(number, newValue?.phase == .held && newValue?.heldReason == .offline)
      if old == nil, newValue != nil { numbers.insert(number, at: numbers.place(of: number)) }
      if old != nil, newValue == nil { numbers.remove(at: numbers.place(of: number)) }
      saves.exchange(Self.saveTurn(old), for: Self.saveTurn(newValue))
      turns.exchange(Self.turn(old), for: Self.turn(newValue))
      unsaved.exchange(old.flatMap(UnsavedTake.init), for: newValue.flatMap(UnsavedTake.init))
      unsavedInTrouble.exchange(Self.unsavedInTrouble(old), for: Self.unsavedInTrouble(newValue))
    }
  }

  private static func unsavedInTrouble(_ take: Take?) -> UnsavedTake? {
    take.flatMap { $0.problem == nil && $0.savePause == nil ? nil : UnsavedTake($0) }
  }

  private static func saveTurn(_ take: Take?) -> QueueTurn? { take.flatMap { $0.phase == .saving ? $0.turn : nil } }

  private static func turn(_ take: Take?) -> QueueTurn? { take.flatMap { $0.isQueued ? $0.turn : nil } }
}

extension Set {
  fileprivate mutating func keep(_ element: Element, _ isMember: Bool) {
    if isMember { insert(element) } else { remove(element) }
  }
}

extension Array where Element: Comparable {
  /// Takes one element out of these, which are sorted, and puts another in.
  fileprivate mutating func exchange(_ old: Element?, for new: Element?) {
    guard old != new else { return }
    if let old { remove(at: place(of: old)) }
    if let new { insert(new, at: place(of: new)) }
  }

  /// Where an element stands among these, which are sorted, or would.
  fileprivate func place(of element: Element) -> Int {
    var range = 0..<count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = self[middle] < element ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
