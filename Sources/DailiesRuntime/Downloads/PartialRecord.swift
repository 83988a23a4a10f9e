import DailiesCore
import Foundation

/// What stands in `NAME.mp4.part.json`, beside a film that is still arriving: whose bytes they are, and how to go on.
///
/// Holds no key. Written only after the bytes it speaks of have been begun, in one step.
struct PartialRecord: Codable, Equatable, Sendable {
  static let ending = ".part.json"
  /// A record is a few hundred bytes; a larger file is none.
  static let longest = 64 * 1024

  var baseURL: String
  var videoID: String
  /// Where the bytes came from: nil for the service's own content address.
  var address: String?
  var etag: String?
  /// Length of the whole film.
  var length: Int64?
  /// When the bytes were last changed, in nanoseconds since 1970 by the file system; nil while a transfer writes them.
  var changed: Int64?

  func isFor(_ take: Take) -> Bool { take.service.baseURL == baseURL && take.videoID == videoID }

  init(take: Take, address: String?, etag: String?, length: Int64?) {
    baseURL = take.service.baseURL
    videoID = take.videoID ?? ""
    self.address = address
    self.etag = etag
    self.length = length
  }

  /// The same for bytes that are not to be gone on with.
  var distrusted: PartialRecord {
    var record = self
    (record.etag, record.length) = (nil, nil)
    return record
  }

  /// Reads a record; nil when there is none that can be read.
  static func read(_ path: String) -> PartialRecord? {
    guard let descriptor = try? SystemFile.openForReading(path) else { return nil }
    defer { SystemFile.close(descriptor) }
    guard let length = try? SystemFile.length(descriptor, path: path), length <= longest,
      let bytes = try? SystemFile.read(descriptor, at: 0, count: Int(length), path: path)
    else { return nil }
    return try? JSONDecoder().decode(PartialRecord.self, from: Data(bytes))
  }

  func write(_ path: String) throws(FileFault) {
    let fresh = path + ".new"
    SystemFile.remove(fresh)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = (try? encoder.encode(self)) ?? Data()
    try SystemFile.place(Array(text), at: path, by: fresh, replaces: true)
  }
}
