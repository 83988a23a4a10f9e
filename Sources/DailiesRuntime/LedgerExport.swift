import DailiesCore
import Foundation

/// Writes the sums of the ledger into a file of their own; never over another one.
enum LedgerExport {
  /// - Parameter path: Absolute, or from the home folder (`~/`); anything else is taken from there as well.
  /// - Returns: The action that tells of it.
  static func write(_ rows: LedgerRows, to path: String) async -> Action {
    await FileWork.perform { writeNow(rows, to: path) }
  }

  private static func writeNow(_ rows: LedgerRows, to path: String) -> Action {
    let home = HomeFolder.path ?? "/"
    let absolute = path.hasPrefix("/") ? path : home + "/" + (path.hasPrefix("~/") ? String(path.dropFirst(2)) : path)
    let folder = (absolute as NSString).deletingLastPathComponent
    guard FileManager.default.fileExists(atPath: folder) else {
      return .exportRefused(path: path, reason: Strings.exportFailed)
    }
    do {
      try Data(rows.csv.utf8).write(to: URL(filePath: absolute), options: .withoutOverwriting)
    } catch CocoaError.fileWriteFileExists {
      return .exportRefused(path: path, reason: Strings.exportExists)
    } catch {
      return .exportRefused(path: path, reason: Strings.exportFailed)
    }
    return .noted(Note(Strings.exported, absolute, tone: .good))
  }
}
