/// Calling somebody who looks elsewhere.
extension State {
  /// What is to be told now, by the way that the settings name.
  mutating func noticeEffects() -> [Effect] {
    guard let notice = notices.take(at: now, language) else { return [] }
    let choice = settings.notifyChoice
    if choice == .command { return [.runNotifyCommand(notice)] }
    return choice.way(isFocused: isFocused).map { [.notify(notice, by: $0)] } ?? []
  }
}
