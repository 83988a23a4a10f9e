import Foundation

/// The files of this checkout, as they are now.
struct Checkout {
  /// Without a slash at its end.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path(percentEncoded: false).trimmingSuffix("/")

  struct File {
    /// From the root, such as `Sources/DailiesCore/State.swift`.
    let path: String
    let text: String
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  static func file(_ path: String) throws -> File {
    File(path: path, text: try String(contentsOfFile: root + "/" + path, encoding: .utf8))
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root + "/" + path) }

  /// Every file with one of these endings in a folder and below.
  static func files(in folder: String, endings: Set<String>) throws -> [File] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)
    return try paths.sorted().filter { endings.contains(($0 as NSString).pathExtension) }.map {
      try file(folder + "/" + $0)
    }
  }

  static func swiftSources() throws -> [File] { try files(in: "Sources", endings: ["swift"]) }

  /// Sources, tests, documentation and scripts: everything that is written by hand.
  static func everything() throws -> [File] {
    let single = [
      "Makefile", "Package.swift", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", ".ci/run",
    ]
    let endings: Set = ["swift", "c", "h", "md", "sh", "py", "script"]
    return try single.filter(exists).map(file)
      + ["Sources", "Tests", "Scripts"].filter(exists).flatMap { try files(in: $0, endings: endings) }
  }
}

extension String {
  func trimmingSuffix(_ suffix: String) -> String {
    count > suffix.count && hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
