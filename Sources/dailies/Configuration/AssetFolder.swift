import DailiesCore
import Foundation

/// Where the files lie that come with the program: the demo films and the snippets.
///
/// They are looked for at run time, so that the program can be moved and carries no path of the folder it was built in.
enum AssetFolder {
  static let variable = "DAILIES_ASSETS"

  /// Looks at `$DAILIES_ASSETS`, then `../share/dailies` beside the executable, then for `assets` beside it and in the folders above it.
  ///
  /// - Parameter executable: Absolute path of the running program, links resolved.
  /// - Throws: One sentence that names the three places.
  static func find(
    environment: [String: String], executable: String = executablePath()
  ) throws(ConfigurationError) -> String {
    let program = URL(filePath: executable).deletingLastPathComponent().standardizedFileURL
    let shared = program.deletingLastPathComponent().appending(path: "share/dailies")
    if let asked = environment[variable], !asked.isEmpty, isAssetFolder(asked) {
      return URL(filePath: asked).standardizedFileURL.plainPath
    }
    if isAssetFolder(shared.plainPath) { return shared.plainPath }
    var folder = program
    while true {
      let candidate = folder.appending(path: "assets").plainPath
      if isAssetFolder(candidate) { return candidate }
      if folder.plainPath == "/" { break }
      folder.deleteLastPathComponent()
    }
    throw ConfigurationError(
      .assetsMissing,
      Phrase(
        "The files that come with Dailies are neither in $DAILIES_ASSETS, nor in %1, nor in a folder “assets” beside or above %2.",
        "找不到 Dailies 自带的文件：$DAILIES_ASSETS、%1，以及 %2 及其上级的“assets”文件夹都没有。"),
      shared.plainPath, program.plainPath)
  }

  /// The running program's own file.
  static func executablePath() -> String {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return link ?? Bundle.main.executablePath ?? CommandLine.arguments[0]
  }

  private static func isAssetFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path + "/clips", isDirectory: &isFolder) && isFolder.boolValue
  }
}

extension URL {
  /// The path as it is given to the system: decoded, without a slash at its end.
  var plainPath: String {
    let path = path(percentEncoded: false)
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
