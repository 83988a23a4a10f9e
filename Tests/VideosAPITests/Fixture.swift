import Foundation
import VideosAPI

/// A sample body, and what the index beside it says of it.
struct Fixture {
  let file: String
  /// Nil for request bodies.
  let status: Int?
  let contentType: String
  let bytes: [UInt8]

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  static func index() throws -> [JSONValue] {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "index.json")))
    guard case .array(let entries) = try JSONValue(reading: bytes) else { throw CocoaError(.coderInvalidValue) }
    return entries
  }

  static func named(_ file: String) throws -> Fixture {
    guard let entry = try index().first(where: { $0["file"]?.text == file }) else { throw CocoaError(.fileNoSuchFile) }
    return Fixture(
      file: file,
      status: entry["http_status"]?.number.map { Int($0) },
      contentType: entry["content_type"]?.text ?? "",
      bytes: [UInt8](try Data(contentsOf: folder.appending(path: file))))
  }

  var json: JSONValue { get throws { try JSONValue(reading: bytes) } }
  var video: Video { get throws { try Video(reading: bytes) } }
  var error: APIErrorBody { APIErrorBody(status: status ?? 0, contentType: contentType, body: bytes) }
}
