import TerminalCanvas

/// Lines that answer what a layer asks, where nothing is drawn. Layers that are nothing special answer to numbers, to text
/// where they have a field, and to their commands by name or key: a new one is reached without a word here.
extension State {
  mutating func answerLayer(_ line: String, isFresh: Bool) -> [Effect] {
    guard let layer = layers.last else { return [] }
    let depth = layers.count
    let text = line.trimming
    let word = LinearWord(typed: text.lowercased()) ?? layer.shortWord(text.lowercased())
    let effects: [Effect]
    if text.first == ":" || text.first == "：" {
      effects = command(named: String(text.dropFirst()), in: layer)
    } else if word == .back || (word == .no && !layer.context.isText) {
      effects = closeLayer()
    } else if word == .help || word == .commands {
      return say(.help)
    } else {
      effects = answer(layer, text, word, isFresh: isFresh)
    }
    guard !effects.contains(.quit) else { return effects }
    // A page that stays, or another one behind it, is said as it stands now.
    if !layers.isEmpty { return effects + say(.layer) }
    return effects + (depth > 0 && effects.isEmpty && layer.leadsToDraft ? say(.draft) : [])
  }

  private mutating func answer(_ layer: Layer, _ text: String, _ word: LinearWord?, isFresh: Bool) -> [Effect] {
    let number = Int(text).flatMap { $0 > 0 ? $0 - 1 : nil }
    switch layer {
    case .review:
      if word == .yes {
        guard isFresh else {
          note(Note(Strings.linearLookFirst, tone: .attention))
          return []
        }
        return performInLayer(.confirm) ?? []
      }
      if text.isEmpty { return [] }
      return number.map { tick(row: $0) } ?? command(named: text, in: layer)
    case .quitQuestion:
      return word == .yes ? performInLayer(.confirm) ?? [] : closeLayer()
    case .settle(var sheet):
      if let number, SettleSheet.Choice(rawValue: number) != nil { return clickInLayer(number) }
      if word == .yes || text.isEmpty { return performInLayer(.confirm) ?? [] }
      guard sheet.choice == .id else { return command(named: text, in: layer) }
      sheet.id = LineEditor(text)
      replaceTop(.settle(sheet))
      return performInLayer(.confirm) ?? []
    default: break
    }
    if layer.chooser != nil {
      if let number { return choose(row: number) }
      if word == .yes || text.isEmpty { return performInLayer(.confirm) ?? [] }
      return replaceField(text)
    }
    if let number, !layer.context.isText || isChoice(layer) { return choose(row: number) }
    if layer.context.isText {
      if !text.isEmpty { _ = replaceField(text) }
      return performInLayer(.confirm) ?? []
    }
    if text.isEmpty || word == .yes { return performInLayer(.confirm) ?? [] }
    return command(named: text, in: layer)
  }

  /// Pages of the set-up that offer choices and have no field.
  private func isChoice(_ layer: Layer) -> Bool {
    if case .setup(let setup) = layer { setup.field == nil } else { false }
  }

  private mutating func tick(row: Int) -> [Effect] {
    guard case .review(let before)? = layers.last, before.rows.indices.contains(row) else {
      note(Note(Strings.linearNoSuchNumber, tone: .attention))
      return []
    }
    if before.selected != row { _ = clickInLayer(row) }
    return performInLayer(.tick) ?? []
  }

  /// Selects a row and does what Enter does on it.
  private mutating func choose(row: Int) -> [Effect] {
    guard let chooser = layers.last?.chooser else {
      guard case .setup(let setup)? = layers.last, setup.choice != row else { return clickInLayer(row) }
      _ = clickInLayer(row)
      return performInLayer(.confirm) ?? []
    }
    let effects = chooser.selected == row ? [] : clickInLayer(row)
    guard layers.last?.chooser?.selected == row else {
      note(Note(Strings.linearNoSuchNumber, tone: .attention))
      return effects
    }
    return effects + (performInLayer(.confirm) ?? [])
  }

  /// What is typed takes the place of what stands in the field of the topmost layer.
  private mutating func replaceField(_ text: String) -> [Effect] {
    let effects = (performInLayer(.moveToLineEnd) ?? []) + (performInLayer(.deleteToLineStart) ?? [])
    return effects + typeInLayer(text)
  }

  /// A command that has a key in the topmost layer, by its name, its title or that key.
  private mutating func command(named text: String, in layer: Layer) -> [Effect] {
    let name = text.trimming.lowercased()
    let bindings = keymap.bindings.filter { $0.context == layer.context }
    let key = Key(name: text.trimming)
    let bound =
      bindings.first { $0.command.isNamed(name) } ?? bindings.first { $0.key == key }
      ?? bindings.first { $0.command.name.hasPrefix(name.replacing(" ", with: "_")) }
    guard let bound, bound.command != .confirm || layer.context != .review else {
      note(Note(Strings.linearNoSuchAnswer, tone: .attention))
      return []
    }
    return performInLayer(bound.command) ?? perform(bound.command)
  }

  /// What is only read is closed when it was said.
  mutating func pageSaid() -> [Effect] {
    switch layers.last {
    case .detail(let detail):
      linear?.take = detail.take.number
      return closeLayer()
    case .help, .activity, .flipBook: return closeLayer()
    default: return []
    }
  }
}

extension Layer {
  /// One letter is a yes or a no where neither text is typed nor money is spent.
  fileprivate func shortWord(_ typed: String) -> LinearWord? {
    if case .review = self { return nil }
    return context.isText ? nil : typed == "y" ? .yes : typed == "n" ? .no : nil
  }

  /// Choosing in it changes the draft.
  fileprivate var leadsToDraft: Bool {
    switch self {
    case .models, .image, .snippets, .history, .proof, .findText: true
    default: false
    }
  }
}
