import Foundation

/// What tells whether the files of a folder are other ones than before: their names and sizes, who may read them, and when
/// they were changed. A folder that is not there holds none.
struct FileStamps: Equatable, Sendable {
  private struct Stamp: Equatable, Sendable {
    var size: UInt64
    var changed: Date?
    var mode: Int
    var file: Int
  }

  private let stamps: [String: Stamp]

  init(folder: String) { self.init(files: Self.files(in: folder)) }

  /// The paths of the files of a folder with an ending; empty: of all.
  static func files(in folder: String, endingIn ending: String = "") -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }
  }

  init(files: [String]) {
    var stamps: [String: Stamp] = [:]
    for path in files {
      guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { continue }
      stamps[path] = Stamp(
        size: (attributes[.size] as? NSNumber)?.uint64Value ?? 0, changed: attributes[.modificationDate] as? Date,
        mode: (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0,
        file: (attributes[.systemFileNumber] as? NSNumber)?.intValue ?? 0)
    }
    self.stamps = stamps
  }
}
