/// What is said of takes, and taking back what was done to them.
extension State {
  // MARK: Asking the store

  mutating func change(_ numbers: [Take.Number], _ change: TakeChange) -> [Effect] {
    guard !numbers.isEmpty else { return [] }
    acts.began()
    return [.changeTakes(numbers, change)]
  }

  mutating func undoAct() -> [Effect] {
    if acts.postpones(.undone) { return [] }
    switch acts.popDone() {
    case .edit(let act):
      acts.began()
      return [.replay(act, .undone)]
    case .send(let numbers):
      let leaving = numbers.filter { liveTakes[$0]?.leavesByItself == true }
      if !leaving.isEmpty { return takeBack(leaving) }
      note(Note(Strings.haveLeft, text(of: numbers), tone: .attention))
    case .drop(let numbers):
      note(Note(numbers.count == 1 ? Strings.staysDropped : Strings.stayDropped, text(of: numbers), tone: .attention))
    case nil: note(Note(Strings.nothingToUndo))
    }
    return []
  }

  mutating func redoAct() -> [Effect] {
    if acts.postpones(.redone) { return [] }
    guard let act = acts.popUndone() else {
      note(Note(Strings.nothingToRedo))
      return []
    }
    acts.began()
    return [.replay(act, .redone)]
  }

  /// A send can be taken back until its takes have an answer.
  mutating func forgetGoneSends() {
    acts.forgetSends { numbers in
      numbers.allSatisfy { number in
        liveTakes[number].map { !$0.leavesByItself && $0.phase != .sending } ?? true
      }
    }
  }

  // MARK: What the store made of it

  mutating func edited(_ edited: EditedTakes) -> [Effect] {
    acts.receive(edited)
    var effects: [Effect] = []
    for take in edited.takes {
      let before = known(take.number)
      if let before, before.phase != take.phase {
        // Another program moved it on meanwhile.
        effects += changed(take, edited.counts)
        continue
      }
      track(take)
      _ = list.receive(take, counts: edited.counts)
      followInLayers(take)
    }
    showUndone(edited)
    marks.remove(edited.takes.filter(\.isHidden).map(\.number))
    note(words(for: edited))
    // Before the rows are asked for: they are looked for around the take that is to be selected.
    if edited.way == .undone, let first = edited.takes.first, !first.isHidden { list.selectWhenLoaded(first.number) }
    if !edited.act.steps.isEmpty { effects += [.loadRows(list.query)] + unjudgedEffects() }
    if focus == .ledger { effects.append(.loadLedger(ledger.query)) }
    return effects + nextWaiting()
  }

  mutating func notEdited(_ problem: Problem, _ act: ListAct, _ way: ActWay) -> [Effect] {
    acts.failed(act, way)
    note(Note(problem))
    return nextWaiting()
  }

  private mutating func nextWaiting() -> [Effect] {
    var effects: [Effect] = []
    var next = acts.ended()
    // One that finds nothing to do is under way no longer: the next of them is due.
    while let way = next {
      effects += way == .undone ? undoAct() : redoAct()
      next = acts.nextWaiting()
    }
    return effects
  }

  private func words(for edited: EditedTakes) -> Note {
    let steps = edited.act.steps
    guard let first = steps.first else { return Note(Strings.likeThatAlready) }
    let takes = text(of: steps.map(\.number))
    let isOne = steps.count == 1
    let note: Note =
      switch edited.way {
      case .undone: Note(Strings.undoneAct, takes, say(first.after.kind))
      case .redone: Note(Strings.redoneAct, takes, say(first.after.kind))
      case .done:
        switch first.after {
        case .hidden(true): Note(isOne ? Strings.hidden : Strings.areHidden, takes)
        case .hidden(false): Note(isOne ? Strings.notHidden : Strings.areNotHidden, takes)
        case .shot(let shot?): Note(isOne ? Strings.isInShot : Strings.areInShot, takes, shot)
        case .shot(nil): Note(isOne ? Strings.isInNoShot : Strings.areInNoShot, takes)
        case .comment(let comment?): Note(Strings.commentKept, takes, comment)
        case .comment(nil): Note(Strings.commentGone, takes)
        case .verdict(.circled?): Note(isOne ? Strings.isCircled : Strings.areCircled, takes)
        case .verdict(.noGood?): Note(isOne ? Strings.isNoGood : Strings.areNoGood, takes)
        case .verdict(nil): Note(isOne ? Strings.isUnjudged : Strings.areUnjudged, takes)
        case .tags(let tags) where isOne:
          tags.map { Note(Strings.hasTags, takes, Self.tagText($0)) } ?? Note(Strings.hasNoTags, takes)
        case .tags: Note(Strings.tagsChanged, takes)
        }
      }
    guard edited.left > 0 else { return note }
    return Note(Strings.someLeft, note.text(wording), String(edited.left))
  }

  /// `T031`, or `12 takes`.
  package func text(of numbers: [Take.Number]) -> String {
    numbers.count == 1 ? numbers.first?.description ?? "" : say(Strings.countOfTakes, String(numbers.count))
  }

  /// `#night #retake`
  package static func tagText(_ tags: [String]) -> String { tags.map { "#" + $0 }.joined(separator: " ") }

  // MARK: Words that are typed

  mutating func openTags(_ numbers: [Take.Number]) -> [Effect] {
    let tags = numbers.count == 1 ? numbers.first.flatMap(known)?.tags : nil
    layers.append(.tags(TagEntry(takes: numbers, tags: tags ?? [])))
    return [.loadTagNames]
  }

  mutating func openShots(_ numbers: [Take.Number]) -> [Effect] {
    layers.append(.shots(ShotPicker(takes: numbers)))
    return [.loadShotNames]
  }

  mutating func openComment(_ numbers: [Take.Number]) -> [Effect] {
    let comment = numbers.count == 1 ? numbers.first.flatMap(known)?.comment : nil
    layers.append(.line(LineEntry(.comment(numbers), text: comment ?? "")))
    return []
  }

  mutating func performInTags(_ command: Command, _ entry: TagEntry) -> [Effect] {
    var entry = entry
    guard command == .confirm else {
      _ = entry.perform(command)
      replaceTop(.tags(entry))
      return []
    }
    guard let change = entry.change else {
      entry.refusal = Note(entry.isEmptyForMany ? Strings.tagsNotTyped : Strings.tagsMixed, tone: .attention)
      replaceTop(.tags(entry))
      return []
    }
    layers.removeLast()
    return self.change(entry.takes, .tags(change))
  }

  mutating func performInShots(_ command: Command, _ picker: ShotPicker) -> [Effect] {
    let entries = picker.entries
    guard let row = chosenRow(command, of: entries.count) else { return [] }
    layers.removeLast()
    switch entries[row] {
    case .shot(let known): return change(picker.takes, .set(.shot(known.name)))
    case .typed(let name): return change(picker.takes, .set(.shot(name)))
    case .none: return change(picker.takes, .set(.shot(nil)))
    }
  }

  mutating func namesLoaded(tags: [KnownName]? = nil, shots: [KnownName]? = nil) {
    for index in layers.indices {
      if case .tags(var entry) = layers[index], let tags {
        entry.known = tags
        layers[index] = .tags(entry)
      }
      if case .shots(var picker) = layers[index], let shots {
        picker.known = shots
        layers[index] = .shots(picker)
      }
    }
  }
}

extension TakeWord {
  /// What it is about, as an undo names it.
  fileprivate var kind: Phrase {
    switch self {
    case .hidden(true): Phrase("hidden", "隐藏")
    case .hidden(false): Phrase("shown again", "恢复显示")
    case .tags: Phrase("tags", "标签")
    case .shot: Phrase("shot", "镜头")
    case .comment: Phrase("note", "备注")
    case .verdict: Phrase("verdict", "评定")
    }
  }
}
