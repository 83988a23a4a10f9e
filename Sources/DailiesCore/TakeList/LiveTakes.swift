/// The takes that move or want a person, and beside them what frames and footers ask about all of them: no frame walks
/// through ten thousand.
package struct LiveTakes: Equatable, Sendable {
  private var takes: [Take.Number: Take] = [:]
  /// Their numbers, smallest first.
  private var numbers: [Take.Number] = []
  private var byPhase: [TakePhase: Set<Take.Number>] = [:]
  /// Those that are sent without a further key.
  private var leaving: Set<Take.Number> = []

  package init() {}

  package var isEmpty: Bool { takes.isEmpty }
  package var count: Int { takes.count }
  /// All of them, in no order.
  package var values: some Collection<Take> & Sendable { takes.values }
  /// The newest first, found as they are walked through.
  package var newestFirst: some Sequence<Take> { numbers.reversed().lazy.compactMap { takes[$0] } }

  package func count(in phase: TakePhase) -> Int { byPhase[phase]?.count ?? 0 }

  package func takes(in phase: TakePhase) -> [Take] { (byPhase[phase] ?? []).compactMap { takes[$0] } }

  /// Those that are sent without a further key, oldest first.
  package var leavingByThemselves: [Take.Number] { leaving.sorted() }

  /// A clock beside one of them goes on.
  package var hasRunningClock: Bool { TakePhase.allCases.contains { $0.isLive && count(in: $0) > 0 } }

  /// The time runs in which one of them can be taken back.
  package var hasDeparture: Bool {
    leaving.contains { takes[$0]?.phase == .leaving || (takes[$0]?.phase == .held && takes[$0]?.leavesAt != nil) }
  }

  package subscript(number: Take.Number) -> Take? {
    get { takes[number] }
    set {
      let old = takes[number]
      takes[number] = newValue
      if let old, old.phase != newValue?.phase { byPhase[old.phase]?.remove(number) }
      if let newValue {
        byPhase[newValue.phase, default: []].insert(number)
        if newValue.leavesByItself { leaving.insert(number) } else { leaving.remove(number) }
      } else {
        leaving.remove(number)
      }
      if old == nil, newValue != nil { numbers.insert(number, at: place(of: number)) }
      if old != nil, newValue == nil { numbers.remove(at: place(of: number)) }
    }
  }

  /// Where a number stands among the others, or would.
  private func place(of number: Take.Number) -> Int {
    var range = 0..<numbers.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = numbers[middle] < number ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
