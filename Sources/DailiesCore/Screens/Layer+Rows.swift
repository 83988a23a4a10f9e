extension State {
  /// Moves in the list of the layer in front.
  ///
  /// - Returns: The row that is confirmed; nil: none is.
  mutating func chosenRow(_ command: Command, of count: Int) -> Int? {
    guard var chooser = layers.last?.chooser else { return nil }
    if command == .confirm { return chooser.selected < count ? chooser.selected : nil }
    _ = chooser.perform(command, count: count)
    layers[layers.count - 1].chooser = chooser
    return nil
  }
}

extension Layer {
  /// It offers a list to choose from.
  package var offersChoice: Bool { chooser != nil }

  /// The searchable list of the layer, where it is one: the mouse and the wheel find its rows by it.
  var chooser: Chooser? {
    get {
      switch self {
      case .palette(let palette): palette.chooser
      case .snippets(let screen): screen.chooser
      case .settings(let screen): screen.chooser
      case .profiles(let picker): picker.chooser
      case .models(let picker): picker.chooser
      case .shots(let picker): picker.chooser
      case .drafts(let screen): screen.chooser
      case .history(let screen): screen.chooser
      case .views(let screen): screen.chooser
      case .sort(let screen): screen.chooser
      case .lineage(let screen): screen.chooser
      case .blowUp(let picker): picker.chooser
      default: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .palette(var palette):
        palette.chooser = newValue
        self = .palette(palette)
      case .snippets(var screen):
        screen.chooser = newValue
        self = .snippets(screen)
      case .settings(var screen):
        screen.chooser = newValue
        self = .settings(screen)
      case .profiles(var picker):
        picker.chooser = newValue
        self = .profiles(picker)
      case .models(var picker):
        picker.chooser = newValue
        self = .models(picker)
      case .shots(var picker):
        picker.chooser = newValue
        self = .shots(picker)
      case .drafts(var screen):
        screen.chooser = newValue
        self = .drafts(screen)
      case .history(var screen):
        screen.chooser = newValue
        self = .history(screen)
      case .views(var screen):
        screen.chooser = newValue
        self = .views(screen)
      case .sort(var screen):
        screen.chooser = newValue
        self = .sort(screen)
      case .lineage(var screen):
        screen.chooser = newValue
        self = .lineage(screen)
      case .blowUp(var picker):
        picker.chooser = newValue
        self = .blowUp(picker)
      default: break
      }
    }
  }
}

extension State {
  /// A click on a row of the topmost layer selects it, a click on the selected one does it. Sending takes a key.
  mutating func clickInLayer(_ row: Int?) -> [Effect] {
    guard let row, var layer = layers.last else { return [] }
    if var chooser = layer.chooser {
      if chooser.selected == row { return performInLayer(.confirm) ?? [] }
      // The last step is the layer's own, so that what follows from a selection follows here too.
      chooser.select(row == 0 ? 1 : row - 1, of: row + 2)
      layer.chooser = chooser
      replaceTop(layer)
      return performInLayer(row == 0 ? .previousRow : .nextRow) ?? []
    }
    switch layer {
    case .review(var sheet):
      guard sheet.rows.indices.contains(row) else { return [] }
      if sheet.selected == row { return performInLayer(.tick) ?? [] }
      sheet.selected = row
      replaceTop(.review(sheet))
    case .eveningSheet(var sheet):
      guard sheet.selected != row else { return performInLayer(.confirm) ?? [] }
      sheet.select(row)
      replaceTop(.eveningSheet(sheet))
    case .settle(var sheet):
      guard let choice = SettleSheet.Choice(rawValue: row) else { return [] }
      sheet.move(by: choice.rawValue - sheet.choice.rawValue)
      replaceTop(.settle(sheet))
    case .setup(var setup):
      if setup.choice == row { return performInLayer(.confirm) ?? [] }
      setup.move(by: row - setup.choice)
      replaceTop(.setup(setup))
    case .price(var form):
      form.field = PriceForm.Field(rawValue: row) ?? form.field
      replaceTop(.price(form))
    case .copyMenu:
      guard Command.copyEntries.indices.contains(row) else { return [] }
      return performInLayer(Command.copyEntries[row]) ?? []
    default: break
    }
    return []
  }
}
