package import TerminalCanvas

/// A terminal that is nowhere: events come from a script, and the last frame is kept instead of shown.
package final class ScriptedTerminal: Terminal {
  package private(set) var size: Size
  package let wakeUp = WakeUp {}
  /// The last frame; nil before the first.
  package private(set) var canvas: Canvas?
  package private(set) var title: String?
  /// The frame that the last key would lead to; nil: none was made ready since the last frame.
  package private(set) var foreseen: Canvas?
  /// Everything that was handed to the clipboard.
  package private(set) var copied: [String] = []
  /// Everything that was told to somebody who looks elsewhere.
  package private(set) var notices: [String] = []
  /// How often it was asked how wide it draws what.
  package private(set) var measureCount = 0
  package private(set) var isMouseReported = true
  /// Called with each frame that differs from the one before.
  package var whenShown: (Canvas) -> Void = { _ in }

  private var events: [TerminalEvent] = []
  private let disguise: Disguise

  package convenience init(size: Size) { self.init(size: size, disguise: Disguise()) }

  init(size: Size, disguise: Disguise) {
    self.size = size
    self.disguise = disguise
  }

  package func send(_ event: TerminalEvent) {
    if case .resized(let size) = event { self.size = size }
    events.append(event)
  }

  /// Never waits: whoever plays the script knows when there is something to do.
  package func waitForEvents(timeout: Duration?) -> [TerminalEvent] {
    defer { events = [] }
    return events.isEmpty ? [.deadline] : events
  }

  package func present(_ canvas: Canvas) {
    foreseen = nil
    let shown = disguise.applied(to: canvas)
    guard shown != self.canvas else { return }
    self.canvas = shown
    whenShown(shown)
  }

  package func foresee(_ frame: () -> Canvas?) { foreseen = frame() }
  package func forgetScreen() {}
  package func setTitle(_ title: String?) { self.title = title }
  package func copyToClipboard(_ text: String) { copied.append(text) }
  package func measure() { measureCount += 1 }
  package func notify(_ title: String, _ text: String, by way: NoticeWay) { notices.append(text) }
  package func reportMouse(_ isOn: Bool) { isMouseReported = isOn }
  package func suspend(wholeGroup: Bool) { events.append(.resumed) }

  package func lend(_ body: () -> Void) {
    body()
    forgetScreen()
  }
}
