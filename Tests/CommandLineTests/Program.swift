import Foundation
import Testing

/// The program as the build made it, with a home of its own, run without a terminal.
struct Program {
  private let folder: TemporaryFolder
  var environment: [String: String]

  private static let path: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(filePath: own).deletingLastPathComponent().appending(path: "dailies").path(percentEncoded: false)
  }()
  private static let assets = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "assets").path(percentEncoded: false)

  init() throws {
    folder = try TemporaryFolder()
    environment = [
      "HOME": folder.path, "LANG": "C.UTF-8", "DAILIES_ASSETS": Self.assets, "TMPDIR": folder.path,
      "PATH": "/usr/local/bin:/usr/bin:/bin",
    ]
  }

  struct Outcome {
    var code: Int32
    var output: String
    var errors: String
  }

  /// Runs the same command several times at once, each to its end.
  ///
  /// - Returns: Their exit codes.
  func runTogether(_ count: Int, _ arguments: String...) throws -> [Int32] {
    let processes = try (0..<count).map { _ in
      let process = Process()
      process.executableURL = URL(filePath: Self.path)
      process.arguments = arguments
      process.environment = environment
      process.currentDirectoryURL = URL(filePath: folder.path)
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    return processes.map { process in
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  /// Runs a command to its end; `demo` puts it on a demo service that loses no time.
  func run(_ arguments: String..., demo: Bool = false, input: String? = nil) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: Self.path)
    process.arguments = arguments + (demo ? ["--demo", "--demo-speed", "200"] : [])
    process.environment = environment
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardInput = FileHandle.nullDevice
    if let input {
      try input.write(toFile: folder.path + "/input", atomically: true, encoding: .utf8)
      process.standardInput = FileHandle(forReadingAtPath: folder.path + "/input")
    }
    // Files take all that is written, whoever reads it when.
    let names = ["output", "errors"].map { folder.path + "/" + $0 }
    for name in names { _ = FileManager.default.createFile(atPath: name, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: names[0])
    process.standardError = FileHandle(forWritingAtPath: names[1])
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { try String(contentsOfFile: $0, encoding: .utf8) }
    return Outcome(code: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}
