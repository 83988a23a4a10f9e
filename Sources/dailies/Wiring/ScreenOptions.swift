/// How the screens are opened.
struct ScreenOptions: Equatable, Sendable {
  var run = RunOptions()
  var usesColor = true
  var usesMouse = true
  /// Nothing is drawn: lines come in and lines go out.
  var isLinear = false

  init(_ run: RunOptions = RunOptions(), usesColor: Bool = true, usesMouse: Bool = true, isLinear: Bool = false) {
    self.run = run
    self.usesColor = usesColor
    self.usesMouse = usesMouse
    self.isLinear = isLinear
  }

  /// Reads a command line that does nothing but open the screens, as ``OpenScreens`` would: the parser takes several times
  /// as long as all the rest before the first frame.
  ///
  /// - Parameter words: The arguments, without the program's name.
  /// - Returns: nil where anything else stands among them, which is for the parser to judge.
  init?(words: [String]) {
    var words = words[...]
    while let word = words.popFirst() {
      switch word {
      case "--demo": run.isDemo = true
      case "--no-color": usesColor = false
      case "--no-mouse": usesMouse = false
      case "--linear": isLinear = true
      case "--lang", "--profile", "--data-dir":
        guard let value = words.popFirst(), !value.isEmpty, !value.hasPrefix("-") else { return nil }
        switch word {
        case "--lang": run.flags.language = value
        case "--profile": run.flags.profile = value
        default: run.dataFolder = value
        }
      default: return nil
      }
    }
  }
}
