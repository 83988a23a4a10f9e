import ArgumentParser

struct OpenScreens: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the screens (the default).", shouldDisplay: false)

  @OptionGroup var options: CommonOptions

  @Flag(help: "Use no colour; NO_COLOR does the same.")
  var noColor = false

  @Flag(help: "Do not use the mouse.")
  var noMouse = false

  func run() throws {
    let environment = KeyStore.Environment.taken()
    let usesColor = !noColor && (environment.variables["NO_COLOR"] ?? "").isEmpty
    try Screens.open(options, usesColor: usesColor, usesMouse: !noMouse, environment: environment)
  }
}
