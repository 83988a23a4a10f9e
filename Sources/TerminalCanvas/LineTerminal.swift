/// What woke the one who waits for lines.
package enum LineEvent: Hashable, Sendable {
  /// A line, without its end.
  case line(String)
  /// The input has ended; at a terminal it may go on (Ctrl-D).
  case endOfInput
  /// Ctrl-C.
  case interrupt
  /// Somebody asks this program to stop (SIGTSTP).
  case stopAsked
  /// Somebody called ``WakeUp``.
  case wokenUp
  /// The deadline passed.
  case deadline
  /// A signal that ends the program was caught (TERM, HUP, QUIT).
  case signal(Int32)
  /// Nobody is there any more.
  case ended
}

/// Lines in and lines out: a terminal that nothing is drawn on, or no terminal at all. Owned by the program's first thread;
/// only ``WakeUp`` crosses threads.
package protocol LineTerminal: AnyObject {
  var wakeUp: WakeUp { get }
  /// Lines are typed at a terminal, which shows what is typed.
  var isInteractive: Bool { get }

  /// Waits until there is something to report, at most until `timeout` has passed (nil: for ever).
  func waitForEvents(timeout: Duration?) -> [LineEvent]

  /// Writes text as it is; false when nobody takes it any more.
  @discardableResult func write(_ text: String) -> Bool

  /// Whether what is typed is shown.
  func showTyping(_ isShown: Bool)

  /// Calls somebody who looks elsewhere; nothing happens where the output is no terminal.
  func notify(_ title: String, _ text: String, by way: NoticeWay)

  /// Stops the program, as Ctrl-Z does with its whole process group; returns when it was continued.
  func suspend(wholeGroup: Bool)

  /// Lets `body` use the terminal.
  func lend(_ body: () -> Void)

  /// Puts back what was changed.
  func close()
}
