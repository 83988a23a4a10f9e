/// A command on the marked takes, with those it can be done to and why not to the others.
package struct MarkedAct: Equatable, Sendable {
  package var command: Command
  package var takes: [Take]
  /// How many it cannot be done to, by the words that say why.
  package var left: [Left]
  /// How many of the takes the list does not have at hand: they were marked under another view, or far away.
  package var outOfSight = 0

  package struct Left: Hashable, Sendable {
    package var reason: Phrase
    package var count: Int
  }

  package var numbers: [Take.Number] { takes.map(\.number) }

  /// `2 running, 1 saved`
  package func reasons(_ language: Language) -> String {
    left.map { "\($0.count) \($0.reason(language))" }.joined(separator: language == .english ? ", " : "，")
  }

  package var leftCount: Int { left.reduce(0) { $0 + $1.count } }
}

extension Command {
  /// Is done to all marked takes, where there are any.
  package var actsOnMarks: Bool {
    switch self {
    case .save, .checkNow, .hide, .again, .drop, .copyMenu, .changeTags, .moveToShot, .writeComment, .circle, .noGood,
      .clearVerdict, .pauseSaving:
      true
    default: false
    }
  }

  /// What is said where it can be done to none of the marked takes.
  var doneToNone: Phrase {
    switch self {
    case .save: Strings.noneSaved
    case .checkNow: Strings.noneChecked
    case .drop: Strings.noneDropped
    case .again: Strings.noneAgain
    case .circle, .noGood: Strings.noneJudged
    default: Strings.noneDone
    }
  }

  /// It asks first above ten marked takes, and where some of them are out of sight. What opens a layer of its own asks there, with the number.
  var asksFirst: Bool {
    switch self {
    case .save, .checkNow, .hide, .drop, .circle, .noGood, .clearVerdict, .pauseSaving: true
    default: false
    }
  }
}
