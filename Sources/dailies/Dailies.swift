import ArgumentParser

/// The program: opens the screens, or does one thing without them.
@main
struct Dailies: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "dailies",
    abstract: "Draft, send, watch and save AI video takes in the terminal.",
    usage: """
      dailies [<options>]
      dailies <subcommand> [<options>]
      """,
    discussion: """
      Without a subcommand the screens open.

        dailies --demo                      everything works, nothing is paid
        dailies new -p "A lantern" --wait   sends it after a yes, saves the film

      Every command takes these; `dailies open --help` lists those of the screens:

        --demo               use the embedded demo service
        --lang <language>    en or zh-Hans
        --profile <name>     the profile (service) to use
        --data-dir <folder>  keep state, cache and demo films in this folder
      """,
    version: version,
    // Each says its name: to make one from the name of the type takes the parser a fifth of a millisecond.
    subcommands: [
      OpenScreens.self, New.self, List.self, Show.self, Watch.self, Sync.self, Get.self, Import.self, Settle.self,
      Spend.self, Export.self,
      Config.self, Doctor.self,
      Completion.self, DemoServerCommand.self, Record.self,
    ],
    defaultSubcommand: OpenScreens.self)

  /// What to say of a first word that is no command; the parser takes it for one of the screens' and tells about those.
  private static var unknownCommand: String? {
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"), word != "help" else { return nil }
    let commands = configuration.subcommands.map { $0.configuration }
    guard !commands.contains(where: { $0.commandName == word }) else { return nil }
    let names = commands.filter(\.shouldDisplay).compactMap(\.commandName).joined(separator: ", ")
    return "Error: There is no command '\(word)'. There are: \(names).\n`dailies --help` says what they do."
  }

  /// Wrong usage ends with code 2, where the parser's own code is 64.
  static func main() {
    do {
      if let screens = ScreenOptions(words: Array(CommandLine.arguments.dropFirst())) {
        return try Screens.open(screens)
      }
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      failure.report()
      exit(withError: ExitCode(failure.code))
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      StandardError.write((unknownCommand ?? fullMessage(for: error)) + "\n")
      exit(withError: ExitCode(CommandExit.usage))
    }
  }
}
