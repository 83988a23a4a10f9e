package import TerminalCanvas

/// What a played script has shown.
package struct Recording: Equatable, Sendable {
  package struct Screen: Equatable, Sendable {
    package let name: String
    package let canvas: Canvas
  }

  package struct Frame: Equatable, Sendable {
    /// Since the beginning, as a person would have watched it: the script's clock and the time for pressing keys.
    package let at: Duration
    package let canvas: Canvas

    package init(at: Duration, canvas: Canvas) {
      self.at = at
      self.canvas = canvas
    }
  }

  /// The size of the terminal at the beginning.
  package let size: Size
  /// The screens that the script names, in order.
  package var screens: [Screen] = []
  /// Every frame that differs from the one before, when they were asked for.
  package var frames: [Frame] = []
  /// When the last thing happened.
  package var length = Duration.zero

  package init(size: Size) { self.size = size }
}
