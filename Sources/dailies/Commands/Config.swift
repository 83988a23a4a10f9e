import ArgumentParser
import DailiesCore

struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Where settings and keys are, whether they are right, and where a value comes from.",
    subcommands: [Path.self, Check.self, Explain.self, Keys.self])

  struct Path: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "path", abstract: "Print the folders and files in use.")

    @OptionGroup var options: CommonOptions

    func run() throws {
      let surroundings = try Surroundings(options, environment: .taken())
      let assets = (try? AssetFolder.find(environment: surroundings.environment.variables)) ?? "-"
      let rows = [
        ("settings", surroundings.folders.settings + "/" + SettingsFile.personal),
        ("written", surroundings.folders.written),
        ("bindings", surroundings.folders.settings + "/" + LoadedKeys.fileName),
        ("keys", KeyStore(settingsFolder: surroundings.folders.settings).folder),
        ("state", surroundings.folders.state), ("log", surroundings.logPath), ("cache", surroundings.folders.cache),
        ("films", surroundings.films), ("assets", assets),
      ]
      for (name, path) in rows {
        StandardOutput.write(name + String(repeating: " ", count: 10 - name.count) + path + "\n")
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Say what is wrong with the settings and the keys.")

    @OptionGroup var options: CommonOptions

    func run() throws {
      let surroundings = try Surroundings(options, environment: .taken())
      for warning in surroundings.warnings { StandardOutput.write(warning.text(surroundings.language) + "\n") }
      let hasKey = try surroundings.hasKey()
      StandardOutput.write(
        "\(surroundings.service.profile)  \(surroundings.service.baseURL)  "
          + (hasKey ? Strings.keyThere : Strings.noKey)(surroundings.language) + "\n")
    }
  }

  struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "keys", abstract: "Print every key there is now, as keys.toml takes it.",
      discussion: "Copy what you want to change into keys.toml beside config.toml, and change it there.")

    @OptionGroup var options: CommonOptions

    func run() throws {
      let surroundings = try Surroundings(options, environment: .taken())
      let path = surroundings.folders.settings + "/" + LoadedKeys.fileName
      StandardOutput.write(KeysText(surroundings.keys.keymap, path: path, surroundings.language).text)
    }
  }

  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain", abstract: "Say where the value of a setting comes from.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "The dotted name, such as countdown or profiles.default.base_url.")
    var name: String

    func run() throws {
      let surroundings = try Surroundings(options, environment: .taken())
      guard let found = surroundings.loaded.explain(name) else {
        let nearest = NearestName.of(name, among: surroundings.loaded.names).map { " Did you mean \($0)?" } ?? ""
        throw Failure(CommandExit.usage, "There is no setting \(name).\(nearest)")
      }
      StandardOutput.write("\(found.name) = \(found.value)  (\(found.origin.text(surroundings.language)))\n")
    }
  }
}

struct Completion: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: "Print a completion script for a shell.")

  @Argument(help: "bash, zsh or fish.")
  var shell: String

  func validate() throws {
    guard CompletionShell(rawValue: shell) != nil else {
      throw ValidationError("There are scripts for bash, zsh and fish, not for '\(shell)'.")
    }
  }

  func run() throws {
    guard let shell = CompletionShell(rawValue: shell) else { return }
    StandardOutput.write(Dailies.completionScript(for: shell) + "\n")
  }
}
