/// How the terminal around this program is told that somebody is wanted: by a control string that shows a notice on the
/// desktop, where it takes one, else by the bell.
///
/// No terminal says which of the three strings it takes, so this is guessed from what it leaves in the environment. Behind
/// ssh only TERM comes through: there `notify = "osc"` helps, or a command.
///
/// Sources: iTerm2, "Proprietary Escape Codes" (OSC 9); kitty, "Desktop notifications" (OSC 99); rxvt-unicode,
/// urxvt-notify and foot-ctlseqs(7), WezTerm "Escape Sequences", Ghostty "VT reference" (OSC 777); Ghostty and ConEmu on
/// `OSC 9;number`, which means something else; tmux(1) `allow-passthrough`; GNU screen's manual, "Control Sequences" (DCS).
package struct NoticeChannel: Hashable, Sendable {
  package enum Sequence: Hashable, Sendable {
    /// A text.
    case osc9
    /// Title and text, by their keys.
    case osc99
    /// Title and text.
    case osc777

    package var name: String {
      switch self {
      case .osc9: "OSC 9"
      case .osc99: "OSC 99"
      case .osc777: "OSC 777"
      }
    }
  }

  /// A multiplexer between this program and the terminal: it lets a string through when that is wrapped.
  package enum Wrapping: Hashable, Sendable { case tmux, screen }

  /// What the terminal takes, as far as known; nil: the bell alone.
  package let sequence: Sequence?
  package let wrapping: Wrapping?
  /// What told which terminal it is: `KITTY_WINDOW_ID`, `TERM=foot`; nil when nothing did.
  package let evidence: String?
  /// Not every version or build of this terminal takes the string: the bell rings as well.
  private let isDoubtful: Bool
  /// The terminal shows control strings as text, or does worse.
  private let takesStrings: Bool

  package init(environment: [String: String]) {
    func has(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    let term = environment["TERM"] ?? ""
    wrapping =
      has("TMUX") || term.hasPrefix("tmux") ? .tmux : has("STY") || term.hasPrefix("screen") ? .screen : nil
    let row = Self.table.first { $0.evidence.isIn(environment) }
    sequence = row?.sequence
    evidence = row?.evidence.name
    isDoubtful = row?.isDoubtful ?? true
    takesStrings =
      !["linux", "dumb", "vt", "ansi", "cons", "sun", "cygwin"].contains { term.hasPrefix($0) } && term != ""
  }

  /// The bell and the string, wrapped for what lies between; the text is made printable and is cut.
  ///
  /// - Parameter way: What is wanted; a terminal that shows strings as text gets the bell all the same.
  package func bytes(_ title: String, _ text: String, by way: NoticeWay) -> String {
    let bell = "\u{07}"
    guard way != .bell, takesStrings, let sequence = sequence ?? (way == .string ? .osc9 : nil) else { return bell }
    let string = Self.wrapped(Self.string(sequence, Self.printable(title), Self.printable(text)), wrapping)
    return string + (isAccompanied ? bell : "")
  }

  /// Whether the bell rings beside the string: nobody can know that it gets through.
  package var isAccompanied: Bool { wrapping != nil || isDoubtful }

  /// What `bytes` does for a way, in short.
  package func means(of way: NoticeWay) -> (sequence: Sequence?, rings: Bool) {
    guard way != .bell, takesStrings, let sequence = sequence ?? (way == .string ? .osc9 : nil) else {
      return (nil, true)
    }
    return (sequence, isAccompanied)
  }

  // MARK: The strings

  private static func printable(_ text: String) -> String { PrintableText.clean(text.prefix(200)) }

  /// Ended by BEL, which every one of them takes and GNU screen does not take for the end of its own string.
  private static func string(_ sequence: Sequence, _ title: String, _ text: String) -> String {
    switch sequence {
    case .osc9: "\u{1B}]9;\(title): \(text)\u{07}"
    case .osc99: "\u{1B}]99;i=dailies:d=0;\(title)\u{07}\u{1B}]99;i=dailies:p=body;\(text)\u{07}"
    case .osc777: "\u{1B}]777;notify;\(title.replacing(";", with: ","));\(text)\u{07}"
    }
  }

  private static func wrapped(_ text: String, _ wrapping: Wrapping?) -> String {
    switch wrapping {
    case nil: text
    case .tmux: TmuxPassthrough.wrapped(text)
    case .screen: "\u{1B}P" + text + "\u{1B}\\"
    }
  }

  // MARK: The terminals

  private enum Evidence {
    case variable(String)
    case value(String, String)
    case beginning(String, String)

    var name: String {
      switch self {
      case .variable(let name): name
      case .value(let name, let value), .beginning(let name, let value): name + "=" + value
      }
    }

    func isIn(_ environment: [String: String]) -> Bool {
      switch self {
      case .variable(let name): !(environment[name] ?? "").isEmpty
      case .value(let name, let value): environment[name] == value
      case .beginning(let name, let value): environment[name]?.hasPrefix(value) ?? false
      }
    }
  }

  private typealias Row = (evidence: Evidence, sequence: Sequence?, isDoubtful: Bool)

  /// The first row that fits counts. What stands at the top is of the terminal itself, what stands below may have been left
  /// by one in which another was started.
  private static let table: [Row] = [
    (.value("TERM", "xterm-kitty"), .osc99, false), (.value("TERM", "xterm-ghostty"), .osc777, false),
    (.beginning("TERM", "foot"), .osc777, false), (.beginning("TERM", "rxvt-unicode"), .osc777, true),
    (.value("TERM", "wezterm"), .osc777, false),
    (.value("TERM_PROGRAM", "ghostty"), .osc777, false), (.value("TERM_PROGRAM", "WezTerm"), .osc777, false),
    (.value("TERM_PROGRAM", "iTerm.app"), .osc9, false), (.value("TERM_PROGRAM", "WarpTerminal"), .osc9, false),
    (.value("TERM_PROGRAM", "Apple_Terminal"), nil, false), (.value("TERM_PROGRAM", "vscode"), nil, false),
    (.variable("KITTY_WINDOW_ID"), .osc99, false), (.variable("GHOSTTY_RESOURCES_DIR"), .osc777, false),
    (.variable("WEZTERM_PANE"), .osc777, false), (.value("LC_TERMINAL", "iTerm2"), .osc9, false),
    // Windows Terminal takes OSC 9 for progress only.
    (.variable("WT_SESSION"), nil, false),
    // Distributions patch it in.
    (.variable("VTE_VERSION"), .osc777, true), (.variable("KONSOLE_VERSION"), .osc777, true),
  ]
}

/// Which way a terminal is to call.
package enum NoticeWay: Hashable, Sendable {
  /// The string it takes, the bell where none is known.
  case best
  case bell
  /// A string, also where none is known to be taken.
  case string
}
