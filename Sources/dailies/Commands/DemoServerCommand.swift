import ArgumentParser
import DailiesCore
import DemoService

struct DemoServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo-server", abstract: "Run the demo service alone, on the loopback interface.",
    discussion: "Prints its base URL when it is ready, and runs until it is interrupted.")

  @Option(help: "Port; 0 lets the system choose.")
  var port = 0

  @Option(help: ArgumentHelp("The only API key it accepts; without it any.", valueName: "key"))
  var key: String?

  @Option(help: ArgumentHelp("How many times faster than usual it works.", valueName: "factor"))
  var demoSpeed = 1.0

  @Flag(help: ArgumentHelp("Tell at /demo/queries who asked what and when, by API key.", visibility: .private))
  var recordQueries = false

  func validate() throws {
    guard (0...65535).contains(port) else { throw ValidationError("--port takes 0 to 65535, not \(port).") }
    guard demoSpeed > 0, demoSpeed <= 100_000 else {
      throw ValidationError("--demo-speed takes a number above 0 and at most 100000, not \(demoSpeed).")
    }
  }

  func run() throws {
    let assets: String
    do {
      assets = try AssetFolder.find(environment: KeyStore.Environment.taken().variables)
    } catch {
      throw Failure(error, .english)
    }
    var configuration = DemoConfiguration(clipsDirectory: assets + "/clips")
    configuration.port = port
    configuration.key = key
    configuration.speed = demoSpeed
    configuration.recordsQueries = recordQueries
    let server = DemoServer(configuration: configuration)
    do {
      try waitFor {
        try await server.run { port in StandardOutput.write("http://127.0.0.1:\(port)/v1\n") }
      }
    } catch DemoError.cannotListen(let port, _) {
      throw Failure(CommandExit.failed, "Port \(port) on 127.0.0.1 is taken; choose another with --port.")
    }
  }
}
