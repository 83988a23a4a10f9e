/// Takes that were ordered elsewhere and are brought in by their ids.
extension State {
  mutating func imported(_ result: TakeImport) -> [Effect] {
    for refused in result.refused { learnNetwork(from: refused.problem) }
    note(news(of: result))
    guard let take = result.brought.first ?? result.known.first else { return [] }
    // The take that is meant is shown, whatever was looked at.
    let home: TakeView = TakeView.all.contains(take) ? .all : .hidden
    if !list.scope.contains(take) || !list.search.isEmpty { list.show(TakeScope(view: home, sort: list.scope.sort)) }
    list.selectWhenLoaded(take.number)
    return setFocus(.takes) + [.loadRows(list.query)]
  }

  mutating func importRefused(_ problem: Problem) -> [Effect] {
    learnNetwork(from: problem)
    var isAnswered = false
    changeLayers { layer in
      guard case .settle(var sheet) = layer, sheet.asked != nil else { return }
      sheet.asked = nil
      sheet.refusal = problem.kind == .notFound ? Note(Strings.settleUnknownID, tone: .attention) : Note(problem)
      layer = .settle(sheet)
      isAnswered = true
    }
    if isAnswered { _ = logged(Note(problem)) } else { note(Note(problem)) }
    return []
  }

  private func news(of result: TakeImport) -> Note {
    switch (result.brought.count, result.known.count, result.refused.count) {
    case (0, 0, 1):
      let refused = result.refused[0]
      // There is no take yet about which could be asked again.
      return refused.problem.kind == .notFound
        ? Note(Strings.idIsUnknown, refused.id, tone: .bad) : Note(refused.problem)
    case (0, 1, 0):
      let take = result.known[0]
      return Note(TakeView.all.contains(take) ? Strings.idIsKnown : Strings.idIsHidden, take.number.description)
    case (1, 0, 0):
      let take = result.brought[0]
      return Note(Strings.broughtIn, take.number.description, take.phase.word(language), tone: .good)
    case (let brought, let known, let refused):
      let counts = [brought, known, refused].map { String($0) }
      guard let first = result.refused.first else {
        return Note(Strings.importedSeveral, counts[0], counts[1], counts[2], tone: .good)
      }
      let why = Note(first.problem).text(wording)
      return Note(Strings.importedSome, counts[0], counts[1], counts[2], why, tone: .attention)
    }
  }
}
