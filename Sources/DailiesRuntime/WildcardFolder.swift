package import DailiesCore
import Foundation

/// The person's files of wildcards: `NAME.txt`, in the folder or below it.
package enum WildcardFolder {
  private static let ending = ".txt"
  /// Files read at most, and bytes of one: more is no list that a person wrote.
  private static let mostFiles = 1000
  private static let mostBytes = 1 << 20

  /// Reads them all; a folder that is not there holds none, and a file that is no UTF-8 or too long is passed over.
  ///
  /// - Parameter path: Absolute; empty: there are none.
  package static func read(_ path: String) async -> Wildcards {
    guard !path.isEmpty else { return Wildcards() }
    return (try? await FileWork.run { readNow(path) }) ?? Wildcards()
  }

  /// As `read`, on the calling thread.
  package static func readNow(_ path: String) -> Wildcards {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    var files: [String: String] = [:]
    for name in names.sorted() where name.hasSuffix(ending) && files.count < mostFiles {
      let file = path + "/" + name
      guard let attributes = try? FileManager.default.attributesOfItem(atPath: file),
        attributes[.type] as? FileAttributeType != .typeDirectory,
        let size = attributes[.size] as? NSNumber, size.intValue <= mostBytes,
        let data = FileManager.default.contents(atPath: file), data.count <= mostBytes,
        let text = String(data: data, encoding: .utf8)
      else { continue }
      files[String(name.dropLast(ending.count))] = text
    }
    return Wildcards(files)
  }
}
