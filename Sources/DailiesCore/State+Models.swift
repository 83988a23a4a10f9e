/// Choosing a model by its name, and asking the service which it has.
extension State {
  mutating func openModels() {
    var picker = ModelPicker()
    let entries = picker.entries(models)
    picker.chooser.select(entries.firstIndex(of: .model(shot.model)) ?? 0, of: entries.count)
    layers.append(.models(picker))
  }

  mutating func performInModels(_ command: Command, _ picker: ModelPicker) -> [Effect] {
    var picker = picker
    let entries = picker.entries(models)
    guard command == .confirm else {
      _ = picker.chooser.perform(command, count: entries.count)
      replaceTop(.models(picker))
      return []
    }
    guard entries.indices.contains(picker.chooser.selected) else { return [] }
    switch entries[picker.chooser.selected] {
    case .model(let model), .typed(let model):
      layers.removeLast()
      let effects = changeShot { $0.model = model }
      rememberModel()
      return effects
    case .ask:
      guard service.hasKey else {
        picker.asking = .failed(Note(Strings.keyMissing, tone: .attention))
        replaceTop(.models(picker))
        return []
      }
      picker.asking = .underWay
      picker.chooser.select(0, of: picker.entries(models).count)
      replaceTop(.models(picker))
      return [.loadModels]
    }
  }

  mutating func modelsLoaded(_ listed: [String], from profile: String) {
    guard profile == service.profile else { return }
    changeModels { picker in
      picker.asking = .answered
      picker.listed = listed
    }
  }

  mutating func modelsNotLoaded(_ problem: Problem) {
    changeModels { $0.asking = .failed(Note(problem, tone: .attention)) }
  }

  private mutating func changeModels(_ change: (inout ModelPicker) -> Void) {
    changeLayers { layer in
      guard case .models(var picker) = layer else { return }
      change(&picker)
      layer = .models(picker)
    }
  }
}
