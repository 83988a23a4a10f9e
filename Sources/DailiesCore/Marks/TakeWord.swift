/// One thing that a person says of a take, apart from what becomes of it at the service.
package enum TakeWord: Hashable, Sendable {
  case hidden(Bool)
  case tags([String]?)
  case shot(String?)
  case comment(String?)
  case verdict(Verdict?)

  /// What a take has of the same kind.
  package func inPlace(in take: Take) -> TakeWord {
    switch self {
    case .hidden: .hidden(take.isHidden)
    case .tags: .tags(take.tags)
    case .shot: .shot(take.origin?.shot)
    case .comment: .comment(take.comment)
    case .verdict: .verdict(take.verdict)
    }
  }

  package func write(to take: inout Take) {
    switch self {
    case .hidden(let isHidden): take.isHidden = isHidden
    case .tags(let tags): take.tags = tags
    case .comment(let comment): take.comment = comment
    case .verdict(let verdict): take.verdict = verdict
    case .shot(let shot):
      var origin = take.origin ?? TakeOrigin()
      origin.shot = shot
      take.origin = origin == TakeOrigin() ? nil : origin
    }
  }
}

/// A change of what is said of takes: the same words for all of them, or tags that come and go.
package enum TakeChange: Hashable, Sendable {
  case set(TakeWord)
  case tags(TagChange)

  /// What a take has of it afterwards.
  package func word(for take: Take) -> TakeWord {
    switch self {
    case .set(let word): word
    case .tags(let change): .tags(change.result(for: take.tags))
    }
  }
}

/// What was done to some takes at once, with what each had before: enough to take it back and to do it again.
package struct ListAct: Equatable, Sendable {
  package struct Step: Hashable, Sendable {
    package var number: Take.Number
    package var before: TakeWord
    package var after: TakeWord

    package init(number: Take.Number, before: TakeWord, after: TakeWord) {
      self.number = number
      self.before = before
      self.after = after
    }
  }

  package var steps: [Step]

  package init(_ steps: [Step]) { self.steps = steps }

  /// The same the other way round.
  package var reversed: ListAct {
    ListAct(steps.map { Step(number: $0.number, before: $0.after, after: $0.before) })
  }
}

/// Whether an act is done, taken back, or done again.
package enum ActWay: Hashable, Sendable { case done, undone, redone }

/// What the store made of a change.
package struct EditedTakes: Equatable, Sendable {
  package var way: ActWay
  /// What was changed, as it was done the first time.
  package var act: ListAct
  /// The changed takes, as they now stand.
  package var takes: [Take]
  /// How many stayed as they are: they were like that already, or were changed by somebody since.
  package var left: Int
  package var counts: TakeCounts

  package init(way: ActWay, act: ListAct, takes: [Take], left: Int, counts: TakeCounts) {
    self.way = way
    self.act = act
    self.takes = takes
    self.left = left
    self.counts = counts
  }
}
