extension State {
  /// When the state wants `.clockAdvanced` next: a clock on the screen moves on, or the draft is to be saved.
  package var deadline: Timestamp? { [changeDue, draft.due, draft.restsAt].compactMap { $0 }.min() }

  /// When that is next to be seen.
  package var changeDue: Timestamp? {
    let tick = linear == nil && showsRunningClock ? Timestamp(milliseconds: (now.milliseconds / 1000 + 1) * 1000) : nil
    let unsaved = linear == nil ? unsavedDue : nil
    return [tick, figures.due, notices.due, newsDue, pictureDue, unsaved].compactMap { $0 }.min()
  }

  /// What is about to leave can be taken back until then: that clock runs in any case.
  private var showsRunningClock: Bool { liveTakes.hasDeparture || (settings.motion && liveTakes.hasRunningClock) }

  /// The title of the terminal's window; nil: it is left as it was found.
  package var windowTitle: String? {
    guard settings.title else { return nil }
    let live = list.counts[.live]
    let ready = list.counts[.ready]
    let parts = [
      live > 0 ? say(Strings.liveCount, String(live)) : "", ready > 0 ? say(Strings.readyCount, String(ready)) : "",
    ]
    let facts = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    return facts.isEmpty ? "Dailies" : "Dailies: " + facts
  }
}
