import ArgumentParser

struct OpenScreens: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the screens (the default).", shouldDisplay: false)

  @OptionGroup var options: CommonOptions

  @Flag(help: "Use no colour; NO_COLOR does the same.")
  var noColor = false

  @Flag(help: "Do not use the mouse.")
  var noMouse = false

  @Flag(
    help: ArgumentHelp(
      "Draw nothing: lines in, lines out, for screen readers and dumb terminals.",
      discussion: "Chosen by itself where TERM is dumb."))
  var linear = false

  func run() throws { try Screens.open(screens) }

  var screens: ScreenOptions {
    ScreenOptions(options.run, usesColor: !noColor, usesMouse: !noMouse, isLinear: linear)
  }
}
