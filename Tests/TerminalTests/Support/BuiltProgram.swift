import Foundation

/// The program under test, as the build made it, and the checkout it comes from.
enum BuiltProgram {
  /// Beside the test bundle, which is this process.
  static let path: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(filePath: own).deletingLastPathComponent().appending(path: "dailies").path(percentEncoded: false)
  }()

  static let assets = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "assets").path(percentEncoded: false)
}
