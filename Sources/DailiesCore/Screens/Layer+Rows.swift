extension Layer {
  /// The searchable list of the layer, where it is one: the mouse and the wheel find its rows by it.
  var chooser: Chooser? {
    get {
      switch self {
      case .palette(let palette): palette.chooser
      case .snippets(let screen): screen.chooser
      case .settings(let screen): screen.chooser
      case .profiles(let picker): picker.chooser
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
      let isSecond = chooser.selected == row
      chooser.select(row, of: row + 1)
      layer.chooser = chooser
      replaceTop(layer)
      return isSecond ? performInLayer(.confirm) ?? [] : []
    }
    switch layer {
    case .review(var sheet):
      guard sheet.rows.indices.contains(row) else { return [] }
      if sheet.selected == row { return performInLayer(.tick) ?? [] }
      sheet.selected = row
      replaceTop(.review(sheet))
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
