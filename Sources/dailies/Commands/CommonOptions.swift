import ArgumentParser
import DailiesCore

/// The flags that every command takes.
struct CommonOptions: ParsableArguments {
  @Flag(help: "Use the embedded demo service: everything works, nothing is paid.")
  var demo = false

  @Option(help: ArgumentHelp("How many times faster than usual the demo service works.", visibility: .private))
  var demoSpeed = 1.0

  @Option(
    help: ArgumentHelp("How many times faster than the machine's the program's clock goes.", visibility: .private))
  var clockSpeed = 1.0

  @Option(help: ArgumentHelp("Language: en or zh-Hans.", valueName: "language"))
  var lang: String?

  @Option(help: ArgumentHelp("The profile (service) to use.", valueName: "name"))
  var profile: String?

  @Option(help: ArgumentHelp("Keep state, cache and demo films in this folder.", valueName: "folder"))
  var dataDir: String?

  func validate() throws {
    guard clockSpeed > 0, clockSpeed <= 1000 else {
      throw ValidationError("--clock-speed takes a number above 0 and at most 1000, not \(clockSpeed).")
    }
    guard demoSpeed > 0, demoSpeed <= 100_000 else {
      throw ValidationError("--demo-speed takes a number above 0 and at most 100000, not \(demoSpeed).")
    }
  }

  var run: RunOptions {
    RunOptions(
      isDemo: demo, demoSpeed: demoSpeed, clockSpeed: clockSpeed, dataFolder: dataDir,
      flags: LoadedSettings.Flags(language: lang, profile: profile))
  }
}

extension Surroundings {
  init(_ options: CommonOptions, environment: KeyStore.Environment) throws {
    try self.init(options.run, environment: environment)
  }
}
