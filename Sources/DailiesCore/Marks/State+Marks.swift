/// Marking takes, and doing something to all that are marked.
extension State {
  // MARK: Marking

  package func isMarked(_ number: Take.Number) -> Bool {
    marks.numbers.contains(number) || (marks.rangeStart != nil && rangeInSight.contains(number))
  }

  /// The takes of the range that is drawn now, as far as their rows are here.
  private var rangeInSight: [Take.Number] {
    guard let start = marks.rangeStart else { return [] }
    let place = list.selectedIndex
    let rows = (min(start.index, place)..<max(start.index, place) + 1)
      .clamped(to: list.offset..<list.offset + list.rows.count)
    return rows.compactMap { list.row(at: $0)?.number }
  }

  /// Marks the selected row, or takes its mark away, and moves on.
  mutating func markSelected() -> [Effect] {
    guard let number = list.selectedNumber else { return [] }
    marks.toggle(number, at: list.selectedIndex)
    list.move(by: 1)
    return selectionChanged()
  }

  /// Begins a range at the last mark, else here; the second time marks it, from there to here.
  mutating func markRange() -> [Effect] {
    guard let number = list.selectedNumber else { return [] }
    guard let start = marks.rangeStart else {
      marks.startRange(at: number, index: list.selectedIndex)
      let from = marks.rangeStart?.number.description ?? ""
      note(Note(Strings.rangeBegun, from))
      return []
    }
    marks.endRange()
    message = nil
    let isHere = [start.number, number].allSatisfy { wanted in list.rows.contains { $0.number == wanted } }
    guard isHere else { return ask(NumberQuery.Ends(first: start.number, last: number)) }
    let places = list.rows.indices.filter { [start.number, number].contains(list.rows[$0].number) }
    guard let first = places.first, let last = places.last else { return [] }
    marks.add(list.rows[first...last].map(\.number))
    return []
  }

  /// Marks all that the list shows, in sight or not; once more takes the marks away.
  mutating func markAllShown() -> [Effect] {
    marks.endRange()
    guard list.rows.count == list.total else { return ask(nil) }
    marks.toggleAll(list.rows.map(\.number))
    return []
  }

  private mutating func ask(_ ends: NumberQuery.Ends?) -> [Effect] {
    let query = NumberQuery(list: list.query, ends: ends)
    marks.await(query)
    return [.loadNumbers(query)]
  }

  mutating func numbersLoaded(_ query: NumberQuery, _ numbers: [Take.Number]) {
    guard marks.receive(query, numbers) else { return }
    note(marks.isEmpty ? Note(Strings.noMarks) : Note(Strings.marked, String(marks.count)))
  }

  /// Esc in the list: ends a range, and takes the marks away where there is nothing else to leave.
  ///
  /// - Returns: Whether that is what Esc was for.
  mutating func leaveRange() -> Bool {
    guard marks.rangeStart != nil else { return false }
    marks.endRange()
    return true
  }

  mutating func clearMarks() {
    guard !marks.isEmpty else { return }
    note(Note(Strings.marksCleared, String(marks.count)))
    marks.clear()
  }

  // MARK: Doing

  /// A command meant for the marked takes: the store is asked for those that are not here.
  mutating func performOnMarks(_ command: Command) -> [Effect] {
    let numbers = marks.sorted
    switch command {
    case .changeTags: return openTags(numbers)
    case .moveToShot: return openShots(numbers)
    case .writeComment: return openComment(numbers)
    default:
      let rows = Dictionary(list.rows.map { ($0.number, $0) }) { row, _ in row }
      let takes = numbers.compactMap { rows[$0] ?? liveTakes[$0] }
      return takes.count == numbers.count ? begin(command, takes) : [.findTakes(numbers, for: command)]
    }
  }

  /// The marked takes are all known. Above ten it asks, and where some of them are out of sight.
  mutating func begin(_ command: Command, _ takes: [Take]) -> [Effect] {
    var act = markedAct(command, takes)
    let here = Set(list.rows.map(\.number))
    act.outOfSight = act.takes.count { !here.contains($0.number) }
    guard !act.takes.isEmpty else {
      note(Note(command.doneToNone, String(takes.count), act.reasons(language), tone: .attention))
      return []
    }
    guard command.asksFirst, act.takes.count > 10 || act.outOfSight > 0 else { return carryOut(act) }
    layers.append(.question(act))
    return []
  }

  mutating func performInQuestion(_ command: Command, _ act: MarkedAct) -> [Effect] {
    guard command == .confirm, !isTooSmall else { return [] }
    layers.removeLast()
    return carryOut(act)
  }

  /// Parts the takes that a command can be done to from the others.
  private func markedAct(_ command: Command, _ takes: [Take]) -> MarkedAct {
    var act = MarkedAct(command: command, takes: [], left: [])
    let areAllHidden = takes.allSatisfy(\.isHidden)
    for take in takes {
      let reason: Phrase
      if command == .hide, take.isHidden, !areAllHidden {
        reason = Strings.hiddenAlready
      } else if obstacle(to: command, on: take) == nil, command != .save || take.phase != .saved {
        act.takes.append(take)
        continue
      } else {
        reason = command == .again ? Strings.withoutPrompt : take.phase.word
      }
      if let at = act.left.firstIndex(where: { $0.reason == reason }) {
        act.left[at].count += 1
      } else {
        act.left.append(MarkedAct.Left(reason: reason, count: 1))
      }
    }
    return act
  }

  private mutating func carryOut(_ act: MarkedAct) -> [Effect] {
    let numbers = act.numbers
    switch act.command {
    case .save:
      tell(Strings.saved, of: act)
      return [.save(numbers)]
    case .checkNow:
      tell(Strings.checkedNow, of: act)
      return [.checkNow(numbers)]
    case .hide:
      let isHidden = act.takes.first?.isHidden == true
      return change(numbers, .set(.hidden(!isHidden)))
    case .circle, .noGood, .clearVerdict:
      return act.command.verdict.map { change(numbers, .set($0)) } ?? []
    case .drop:
      if !act.left.isEmpty { tell(Strings.dropping, of: act) }
      return takeBack(numbers)
    case .pauseSaving:
      let moving = act.takes.filter { $0.savePause == nil }.map(\.number)
      if !moving.isEmpty { return [.pauseSaving(moving)] }
      tell(Strings.savesGoOn, of: act)
      return [.save(numbers)]
    case .copyMenu:
      layers.append(.copyMenu(CopyMenu(takes: act.takes)))
      return []
    case .again: return reviewAgain(act)
    default: return []
    }
  }

  /// What was done, to how many, and to how many not.
  private mutating func tell(_ done: Phrase, of act: MarkedAct) {
    let text = say(done, String(act.takes.count))
    note(
      act.left.isEmpty
        ? Note(done, String(act.takes.count))
        : Note(Strings.notToAll, text, String(act.leftCount), act.reasons(language), tone: .attention))
  }

  /// The review sheet with a row for each of the marked takes.
  private mutating func reviewAgain(_ act: MarkedAct) -> [Effect] {
    let rows = act.takes.map { take in
      var row = ReviewSheet.Row(order: take.order, takes: 1, label: take.number.description + " " + take.headline)
      row.origin = TakeOrigin(shot: take.origin?.shot, parent: take.number)
      return row
    }
    layers.removeAll()
    var sheet = ReviewSheet(rows: rows)
    if let row = rows.first, rows.count == 1 { sheet.origin = row.origin ?? TakeOrigin() }
    if !act.left.isEmpty {
      sheet.warnings.append(
        Note(Strings.notOnSheet, String(act.leftCount), act.reasons(language), tone: .attention))
    }
    return openReview(sheet)
  }
}

extension Take {
  /// The beginning of its prompt, in one line.
  fileprivate var headline: String { String(order.prompt.prefix(80).map { $0.isNewline ? " " : $0 }) }
}
