internal import Foundation

/// The body of a form with a file in it, as bytes.
///
/// Source: RFC 7578 (`multipart/form-data`); RFC 2046, section 5.1.1 (boundaries).
struct FormBody {
  private enum Content {
    case text(String)
    case file(name: String, mediaType: String, bytes: [UInt8])

    var bytes: Data {
      switch self {
      case .text(let text): Data(text.utf8)
      case .file(_, _, let bytes): Data(bytes)
      }
    }
  }

  private var parts: [(name: String, content: Content)] = []

  mutating func add(_ name: String, text: String) { parts.append((name, .text(text))) }

  mutating func add(_ name: String, fileName: String, mediaType: String, bytes: [UInt8]) {
    parts.append((name, .file(name: fileName, mediaType: mediaType, bytes: bytes)))
  }

  /// The media type, which names the boundary, and the bytes. Equal parts give equal bytes.
  func encoded() -> EncodedBody {
    let boundary = boundary
    var body = Data()
    for (name, content) in parts {
      body += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"".utf8)
      if case .file(let fileName, let mediaType, _) = content {
        body += Data("; filename=\"\(fileName)\"\r\nContent-Type: \(mediaType)".utf8)
      }
      body += Data("\r\n\r\n".utf8) + content.bytes + Data("\r\n".utf8)
    }
    body += Data("--\(boundary)--\r\n".utf8)
    return EncodedBody(mediaType: "multipart/form-data; boundary=\(boundary)", bytes: Array(body))
  }

  /// A line that stands in no part. Looked for, not drawn by lot: equal requests are equal bytes.
  private var boundary: String {
    var number = 1
    while true {
      let boundary = "dailies-form-\(number)"
      let mark = Data("--\(boundary)".utf8)
      if !parts.contains(where: { $0.content.bytes.range(of: mark) != nil }) { return boundary }
      number += 1
    }
  }
}
