import CNCurses
import TerminalCanvas

/// What ncurses does not know of: which modes of the terminal are on beside its own, and the bytes that switch them.
///
/// Sources: xterm's "Control Sequences" (modes 1000, 1002, 1004, 1006, 2004; OSC 2, 11, 52; XTWINOPS 16, 22
/// and 23; XTSMGRAPHICS; XTVERSION; DA1), the kitty keyboard protocol.
struct TerminalModes {
  /// Whether the terminal takes after xterm: then it may be asked things, and be given a title and a clipboard.
  let isXtermLike: Bool
  private let isTmux: Bool
  var reportsMouse: Bool
  /// The terminal said that it speaks the kitty keyboard protocol.
  var hasKittyKeyboard = false
  var title: String?
  private var hasPushedTitle = false
  /// What takes all pixels off the screen that are on it.
  var removingPictures = ""

  init(terminalName: String, reportsMouse: Bool) {
    let others = ["linux", "vt", "ansi", "cons", "sun", "wsvt", "pcansi", "cygwin", "eterm"]
    isXtermLike = !others.contains { terminalName.hasPrefix($0) }
    isTmux = terminalName.hasPrefix("tmux")
    self.reportsMouse = reportsMouse
  }

  /// Switches on everything that belongs to this program's time on the screen.
  mutating func entering() -> String {
    "\u{1B}[?2004h\u{1B}[?1004h" + (hasKittyKeyboard ? Self.kittyOn : "") + (reportsMouse ? Self.mouse(true) : "")
      + (title.map { setting(title: $0) } ?? "")
  }

  /// Switches it all off again, in reverse.
  mutating func leaving() -> String {
    let text = farewell
    hasPushedTitle = false
    removingPictures = ""
    return text
  }

  /// The bytes of `leaving`, for the crash path to keep.
  var farewell: String {
    removingPictures + (hasPushedTitle ? "\u{1B}[23;0t" : "") + Self.mouse(false)
      + (hasKittyKeyboard ? Self.kittyOff : "") + "\u{1B}[?1004l\u{1B}[?2004l"
  }

  /// Asks what colour the background is, whether the kitty keyboard protocol is spoken, and what is to be known to show
  /// pixels: which terminal it is (tmux is asked further), the size of a cell, and the kitty graphics protocol.
  ///
  /// - Parameter isDirect: False in a multiplexer: tmux takes an application program command for a title.
  static func questions(isDirect: Bool) -> String {
    "\u{1B}]11;?\u{1B}\\\u{1B}[?u\u{1B}[>q" + cellQuestion + (isDirect ? KittyGraphics.question : "")
  }

  /// Only for who draws sixels: what knows nothing of it may scroll.
  static let colorQuestion = "\u{1B}[?1;1;0S"
  static let cellQuestion = "\u{1B}[16t"
  /// Asks for the device attributes, which every terminal tells: after that answer nothing more comes.
  static let lastQuestion = "\u{1B}[c"

  /// Lets a terminal that can (mode 2026) show what follows only when it is complete.
  func updating(_ isOn: Bool) -> String { isXtermLike ? "\u{1B}[?2026\(isOn ? "h" : "l")" : "" }

  static let kittyOn = "\u{1B}[>1u"
  static let kittyOff = "\u{1B}[<u"

  static func mouse(_ isOn: Bool) -> String {
    // A terminal that knows nothing of motion with a button held still tells of clicks.
    isOn ? "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h" : "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"
  }

  /// The first title saves the one that was there.
  mutating func setting(title: String) -> String {
    guard isXtermLike else { return "" }
    self.title = title
    let push = hasPushedTitle ? "" : "\u{1B}[22;0t"
    hasPushedTitle = true
    return push + "\u{1B}]2;" + PrintableText.clean(title.prefix(200)) + "\u{1B}\\"
  }

  mutating func restoringTitle() -> String {
    title = nil
    guard hasPushedTitle else { return "" }
    hasPushedTitle = false
    return "\u{1B}[23;0t"
  }

  /// Terminals and multiplexers drop what is longer than about a megabyte of base64.
  static let longestCopy = 700_000

  func copying(_ text: String) -> String {
    guard isXtermLike else { return "" }
    var bytes = Array(text.utf8.prefix(Self.longestCopy + 1))
    if bytes.count > Self.longestCopy {  // cut before a character, not inside one
      while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
    }
    let sequence = "\u{1B}]52;c;" + Base64.text(bytes) + "\u{1B}\\"
    guard isTmux else { return sequence }
    // Out of the box tmux takes no clipboard from a program in it; where it lets sequences through, this one gets out.
    return sequence + TmuxPassthrough.wrapped(sequence)
  }
}
