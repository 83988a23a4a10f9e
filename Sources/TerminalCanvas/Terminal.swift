/// What woke the one who waits for a terminal.
package enum TerminalEvent: Hashable, Sendable {
  case input(Input)
  /// Letters that already stand on the screen, each where the frame before says that it would (``Canvas/letterRoom``).
  ///
  /// - Parameter waited: How long ago the first of them came.
  case typed([Input], waited: Duration)
  case resized(Size)
  /// Somebody asks this program to stop (SIGTSTP): ``Terminal/suspend(wholeGroup:)`` does it.
  case stopAsked
  /// Back after being stopped; everything must be drawn again, which `present` does by itself.
  case resumed
  /// The terminal said how wide it draws what.
  case measured(WidthMeasurement)
  /// The terminal said what it can do with pixels, or says otherwise than before.
  case picturesFound(PictureAbilities)
  /// Somebody called ``WakeUp``.
  case wokenUp
  /// The deadline passed.
  case deadline
  /// A signal that ends the program was caught (TERM, HUP, INT, QUIT); the value is the signal's number.
  case signal(Int32)
  /// Hang-up, end of input or EIO: nobody is there any more.
  case ended

  package var endsProgram: Bool {
    switch self {
    case .signal, .ended: true
    default: false
    }
  }
}

/// Wakes a terminal's `waitForEvents` from any thread; many calls before it looks count as one.
package struct WakeUp: Sendable {
  package let call: @Sendable () -> Void
  package init(_ call: @escaping @Sendable () -> Void) { self.call = call }
}

/// The screen and keyboard of one person. Owned by the program's first thread; only ``WakeUp`` crosses threads.
package protocol Terminal: AnyObject {
  var size: Size { get }
  var wakeUp: WakeUp { get }

  /// Waits until there is something to report, at most until `timeout` has passed (nil: for ever), then returns all
  /// that is there, in order of arrival.
  func waitForEvents(timeout: Duration?) -> [TerminalEvent]

  /// Puts a frame on the screen; what did not change since the last frame is not sent again.
  func present(_ canvas: Canvas)

  /// Makes ready what the key that came last would show if it came once more: that is on the screen as soon as the key is
  /// read, before it is reported. Whatever comes instead, the next frame is what is presented.
  ///
  /// - Parameter frame: Asked only when it can be made ready and nothing waits to be read; nil: it is not foreseen.
  func foresee(_ frame: () -> Canvas?)

  /// Draws everything anew with the next frame (Ctrl-L).
  func forgetScreen()

  /// Sets the window title; nil puts back what was there at the start. Control characters are made visible.
  func setTitle(_ title: String?)

  /// Hands text to the terminal's clipboard (OSC 52).
  func copyToClipboard(_ text: String)

  /// Asks how wide the terminal draws what, behind the next frame; the answer, if one comes, is `.measured`.
  func measure()

  /// Calls somebody who looks elsewhere: by a notice on the desktop, by the bell, or both. Not while the terminal is lent.
  func notify(_ title: String, _ text: String, by way: NoticeWay)

  func reportMouse(_ isOn: Bool)

  /// Stops the program, as Ctrl-Z does with its whole process group; returns when it was continued. The next events hold
  /// `.resumed`.
  func suspend(wholeGroup: Bool)

  /// Gives the terminal back as it was found, lets `body` use it, takes it again and forgets the screen.
  func lend(_ body: () -> Void)
}
