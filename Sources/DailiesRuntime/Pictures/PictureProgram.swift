import Subprocess
import TerminalCanvas
import _NIOFileSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How programs are found and run that make pictures.
enum PictureProgram {
  /// - Parameter path: The value of `PATH`.
  /// - Returns: Absolute; nil when it is not installed.
  static func find(_ name: String, path: String) -> String? {
    path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// Runs a program in a session of its own, without the key, until it ends or the task is cancelled.
  ///
  /// - Parameters:
  ///   - words: The program, absolute, and its arguments.
  ///   - read: Gets what it writes, as it comes.
  /// - Returns: The first line of its complaint; nil: it has none.
  static func run(_ words: [String], read: ([UInt8]) -> Void) async -> String? {
    var platform = PlatformOptions()
    platform.createSession = true
    platform.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .milliseconds(200))]
    do {
      let result = try await Subprocess.run(
        .path(FilePath(words[0])), arguments: Arguments(Array(words.dropFirst())),
        environment: .inherit.updating(["DAILIES_API_KEY": nil]), platformOptions: platform, input: .none,
        output: .sequence, error: .string(limit: 16 * 1024)
      ) { execution in
        for try await buffer in execution.standardOutput { read(buffer.withUnsafeBytes { Array($0) }) }
      }
      let complaint = result.standardError.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      if complaint.isEmpty, result.terminationStatus.isSuccess { return nil }
      return PrintableText.clean(complaint.isEmpty ? "\(result.terminationStatus)" : complaint)
    } catch {
      return PrintableText.clean("\(words[0]): \(error)")
    }
  }
}
