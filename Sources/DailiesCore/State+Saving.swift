/// Saving that a person pauses and lets go on.
extension State {
  mutating func progressed(_ number: Take.Number, _ transfer: TakeActivity.Transfer) -> [Effect] {
    updateActivity(of: number) { $0.transfer = transfer }
    if liveTakes[number]?.phase == .saving { saving.transferring.insert(number) }
    return []
  }

  /// Those that a person stopped saving, the oldest first.
  var pausedSaves: [Take.Number] {
    liveTakes.takes(in: .ready).filter { $0.savePause != nil }.map(\.number).sorted()
  }

  mutating func pauseSaving(_ take: Take) -> [Effect] {
    if take.savePause != nil {
      note(Note(Strings.savingGoesOn, take.number.description, takes: [take.number]))
      return [.save([take.number])]
    }
    return [.pauseSaving([take.number])]
  }

  /// Pauses all that is being saved; where nothing is, lets all go on that was paused.
  mutating func pauseAllSaving() -> [Effect] {
    let saving = liveTakes.takes(in: .saving).filter { $0.savePause == nil }.map(\.number).sorted()
    if !saving.isEmpty { return [.pauseSaving(saving)] }
    let paused = pausedSaves
    guard !paused.isEmpty else {
      note(Note(Strings.nothingIsSaving))
      return []
    }
    note(Note(Strings.savesGoOn, String(paused.count)))
    return [.save(paused)]
  }

  /// The place of a take among those that wait for their turn to be saved, from 1; nil when it is none of them, or when
  /// another program saves.
  package func savePlace(of take: Take) -> Int? {
    guard !saving.transferring.isEmpty, !saving.transferring.contains(take.number),
      let place = liveTakes.savePlace(of: take)
    else {
      return nil
    }
    let turn = take.turn
    return place - saving.transferring.count { liveTakes[$0].map { $0.turn < turn } == true }
  }
}
