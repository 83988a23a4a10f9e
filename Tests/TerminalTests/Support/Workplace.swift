import Foundation
import Testing

/// A fresh home in a folder of its own for one test, removed with everything in it when the test is done.
final class Workplace {
  let folder: String
  /// What programs are started with: nothing of the environment of the tests gets through.
  var environment: [String: String]

  /// - Parameter settings: The text of `config.toml`.
  init(settings: String = "") throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dailies-\(UUID().uuidString.prefix(8))")
      .path(percentEncoded: false)
    self.folder = folder
    environment = [
      "TERM": "xterm-256color", "HOME": folder + "/home", "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
      "XDG_CONFIG_HOME": folder + "/home/.config", "XDG_STATE_HOME": folder + "/home/.local/state",
      "XDG_CACHE_HOME": folder + "/home/.cache", "XDG_VIDEOS_DIR": folder + "/home/Videos",
      "DAILIES_ASSETS": BuiltProgram.assets,
      // A crash is answered by the signal alone, not by half a minute of questions at the terminal.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    try make(folder + "/home/.config/dailies")
    try Data(settings.utf8).write(to: URL(filePath: folder + "/home/.config/dailies/config.toml"))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func make(_ folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// The flags of a demo that loses no time, with its data in this place.
  var demo: [String] { ["--demo", "--demo-speed", "50", "--data-dir", folder + "/data"] }

  /// Uses a service that was started apart.
  func use(_ server: DemoServerProcess) {
    environment["DAILIES_BASE_URL"] = server.baseURL
    environment["DAILIES_API_KEY"] = server.key
  }

  /// The films and partial films that lie in this place, wherever.
  func files(endingIn ending: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)
    return (all?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }.sorted()
  }

  var films: [String] { files(endingIn: ".mp4") }

  /// Everything that programs wrote in this place, to be searched for what must not be there.
  func writtenText() -> String {
    files(endingIn: "").compactMap { FileManager.default.contents(atPath: $0) }
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
  }

  struct Outcome {
    let end: ChildProcess.End
    let output: String
    let errors: String

    /// The takes of a `--json` answer.
    func takes() throws -> [TakeAnswer] {
      try JSONDecoder().decode(TakesAnswer.self, from: Data(output.utf8)).takes
    }
  }

  struct TakesAnswer: Decodable {
    let takes: [TakeAnswer]
  }

  /// The fields of a take that the tests look at.
  struct TakeAnswer: Decodable, Equatable {
    let take: String
    let id: String?
    let state: String
    let heldReason: String?
    let prompt: String
    let file: String?
  }

  /// Runs the program without a terminal, to its end.
  func run(_ arguments: [String], input: String? = nil) throws -> Outcome {
    try run(BuiltProgram.path, arguments, input: input)
  }

  func run(
    _ program: String, _ arguments: [String], input: String? = nil, environment: [String: String]? = nil
  ) throws -> Outcome {
    let name = folder + "/" + UUID().uuidString
    defer { for ending in ["in", "out", "err"] { unlink("\(name).\(ending)") } }
    if let input { try Data(input.utf8).write(to: URL(filePath: name + ".in")) }
    let process = try ChildProcess(
      program, arguments, environment: environment ?? self.environment,
      input: input == nil ? .nothing : .file(name + ".in"),
      output: .file(name + ".out"), errors: .file(name + ".err"))
    let end = try process.waitForEnd()
    func text(_ ending: String) -> String {
      String(decoding: FileManager.default.contents(atPath: "\(name).\(ending)") ?? Data(), as: UTF8.self)
    }
    return Outcome(end: end, output: text("out"), errors: text("err"))
  }

  /// The takes of the store, newest first, as `ls --json` tells them.
  func takes(_ arguments: [String] = []) throws -> [TakeAnswer] {
    let outcome = try run(["ls", "--json"] + arguments)
    try #require(outcome.end == .code(0), "\(outcome.errors)")
    return try outcome.takes()
  }
}
