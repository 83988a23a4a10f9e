import ArgumentParser
import DailiesCore
import DemoService
import Foundation

struct DemoServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo-server", abstract: "Run the demo service alone, on the loopback interface.",
    discussion: """
      Prints its base URL when it is ready, and runs until it is interrupted.

      With --populate and --past it first makes up takes, one line of JSON each, for `dailies import -`: a client under \
      load without an order.
      """)

  @Option(help: "Port; 0 lets the system choose.")
  var port = 0

  @Option(help: ArgumentHelp("The only API key it accepts; without it any.", valueName: "key"))
  var key: String?

  @Option(help: ArgumentHelp("How many times faster than usual it works.", valueName: "factor"))
  var demoSpeed = 1.0

  @Option(help: ArgumentHelp("Make up so many takes that are still to be finished.", valueName: "count"))
  var populate = 0

  @Option(help: ArgumentHelp("The time within which they finish.", valueName: "seconds"))
  var within = 1800.0

  @Option(help: ArgumentHelp("Make up so many takes that were finished long ago.", valueName: "count"))
  var past = 0

  @Option(help: ArgumentHelp("Where their lines go; without it to standard output.", valueName: "file"))
  var ids: String?

  @Flag(help: ArgumentHelp("Tell at /demo/queries who asked what and when, by API key.", visibility: .private))
  var recordQueries = false

  @Option(help: ArgumentHelp("Every film is a made-up one of so many bytes.", valueName: "bytes", visibility: .private))
  var filmBytes: Int?

  func validate() throws {
    guard (0...1_000_000).contains(populate), (0...1_000_000).contains(past) else {
      throw ValidationError("--populate and --past take 0 to 1000000.")
    }
    guard within > 0, within <= 1_000_000 else {
      throw ValidationError("--within takes a number above 0 and at most 1000000, not \(within).")
    }
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
    try makeUpTakes()
    configuration.recordsQueries = recordQueries
    configuration.filmByteCount = filmBytes
    let server = DemoServer(configuration: configuration)
    do {
      try waitFor {
        try await server.run { port in StandardOutput.write("http://127.0.0.1:\(port)/v1\n") }
      }
    } catch DemoError.cannotListen(let port, _) {
      throw Failure(CommandExit.failed, "Port \(port) on 127.0.0.1 is taken; choose another with --port.")
    }
  }

  private func makeUpTakes() throws {
    guard populate + past > 0 else { return }
    var population = DemoPopulation()
    (population.live, population.past, population.span) = (populate, past, within)
    let lines = population.lines(at: Date())
    guard let ids else {
      for line in lines { StandardOutput.write(line + "\n") }
      return
    }
    do {
      try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: ids))
    } catch {
      throw Failure(CommandExit.failed, "\(ids) cannot be written.")
    }
  }
}
