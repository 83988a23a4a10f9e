import VideosAPI

/// What a list sorts a take by. The smaller comes first, so that every key has one direction, in the store as well.
package struct TakeKeys: Hashable, Sendable {
  package enum Value: Hashable, Comparable, Sendable {
    case number(Int64)
    /// In the order of its UTF-8, as SQLite has it.
    case text(String)

    package static func < (a: Value, b: Value) -> Bool {
      switch (a, b) {
      case (.number(let a), .number(let b)): a < b
      case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
      case (.number, .text): true
      case (.text, .number): false
      }
    }
  }

  package var state: Int64
  package var shot: String
  package var length: Int64
  package var size: Int64
  package var cost: Int64
  package var prompt: String
  package var finished: Int64
  package var verdict: Int64

  /// Stands for no shot: comes after every name.
  package static let noShot = "\u{10FFFF}"

  /// Characters of the prompt that count.
  private static let promptLength = 40

  package init(_ take: Take) {
    state = take.phase.rank
    shot = take.shotName.isEmpty ? Self.noShot : take.shotName.replacingNUL(with: " ")
    length = -Int64(take.order.seconds)
    let size = take.order.size
    // Two sizes with as many pixels are kept apart.
    self.size = -(Int64(size.width) * Int64(size.height) * 100_000 + Int64(size.width))
    cost = take.cost?.amount.map { -Int64($0.millionths) } ?? .max
    prompt = take.order.prompt.drop(while: \.isWhitespace).prefix(Self.promptLength).lowercased()
      .replacingNUL(with: " ")
    verdict = Int64(take.judgement?.rawValue ?? Judgement.noRank)
    finished = (take.finished ?? take.saved).map { -$0.milliseconds } ?? .max
  }

  package func value(of key: TakeSort.Key) -> Value {
    switch key {
    case .number: .number(0)
    case .state: .number(state)
    case .shot: .text(shot)
    case .length: .number(length)
    case .size: .number(size)
    case .cost: .number(cost)
    case .prompt: .text(prompt)
    case .finished: .number(finished)
    case .verdict: .number(verdict)
    }
  }
}

extension Take {
  /// The shot it is a take of; empty: none.
  package var shotName: String { origin?.shot ?? "" }
}

extension TakePhase {
  /// Its place where takes are sorted by state.
  fileprivate var rank: Int64 {
    switch self {
    case .unsure: 0
    case .ready: 1
    case .leaving: 2
    case .sending: 3
    case .saving: 4
    case .running: 5
    case .queued: 6
    case .held: 7
    case .failed: 8
    case .gone: 9
    case .saved: 10
    case .dropped: 11
    }
  }
}
