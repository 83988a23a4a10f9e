/// Small changes that several subjects make.
extension State {
  mutating func updateActivity(of number: Take.Number, _ change: (inout TakeActivity) -> Void) {
    // At the start the first plans may come before the takes they are for.
    guard liveTakes[number] != nil || !hasLiveTakes else { return }
    change(&activity[number, default: TakeActivity()])
  }

  mutating func updateDetail(of number: Take.Number, _ change: (inout DetailScreen) -> Void) {
    for index in layers.indices {
      if case .detail(var detail) = layers[index], detail.take.number == number {
        change(&detail)
        layers[index] = .detail(detail)
      }
    }
  }

  /// A key was pressed that does something else: what was said before is old, unless nobody can have read it yet. The
  /// activity log keeps it.
  mutating func dismissMessage() {
    if let at = message?.at, now - at < .seconds(2) { return }
    message = nil
  }

  /// Another key came than the one that would have quit: what was said of it no longer holds.
  mutating func disarmQuitting() {
    guard isQuitArmed else { return }
    isQuitArmed = false
    if [Strings.pressAgain, Strings.pressAgainOrQ].contains(message?.phrase) { message = nil }
  }
}
