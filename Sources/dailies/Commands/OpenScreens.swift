import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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

  func run() throws {
    let environment = KeyStore.Environment.taken()
    let usesColor = !noColor && (environment.variables["NO_COLOR"] ?? "").isEmpty
    // A script without a terminal is told so, whatever TERM says.
    let isDumb = environment.variables["TERM"] == "dumb" && isatty(STDIN_FILENO) == 1
    try Screens.open(
      options, usesColor: usesColor, usesMouse: !noMouse,
      isLinear: linear || isDumb, environment: environment)
  }
}
