import Foundation

/// The parts of a `multipart/form-data` body.
///
/// Source: RFC 7578; RFC 2046, section 5.1.1.
struct MultipartForm {
  struct Part {
    var name: String
    /// Nil for a plain field; a part with a file name is a file.
    var fileName: String?
    var bytes: Data

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  let parts: [Part]

  /// Nil when the media type is another one, names no boundary, or the body does not end with it.
  init?(_ body: Data, mediaType: String) {
    let fields = mediaType.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    guard fields.first?.lowercased() == "multipart/form-data",
      let boundary = Self.parameter("boundary", of: mediaType), !boundary.isEmpty
    else { return nil }
    let delimiter = Data("--\(boundary)".utf8)
    guard var found = body.range(of: delimiter) else { return nil }
    var parts: [Part] = []
    while let next = body.range(of: Data("\r\n".utf8) + delimiter, in: found.upperBound..<body.endIndex) {
      // After a delimiter stands a line end, then the part.
      if let part = Self.part(body[found.upperBound..<next.lowerBound].dropFirst(2)) { parts.append(part) }
      found = next
    }
    guard body[found.upperBound...].starts(with: Data("--".utf8)) else { return nil }
    self.parts = parts
  }

  subscript(_ name: String) -> Part? { parts.first { $0.name == name } }

  private static func part(_ bytes: Data) -> Part? {
    guard let blank = bytes.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<blank.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
      let name = parameter("name", of: disposition)
    else { return nil }
    return Part(name: name, fileName: parameter("filename", of: disposition), bytes: Data(bytes[blank.upperBound...]))
  }

  /// The value of `name=value` or `name="value"` in a header field.
  private static func parameter(_ name: String, of field: String) -> String? {
    for part in field.split(separator: ";").dropFirst() {
      let pair = part.trimmingCharacters(in: .whitespaces).split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].lowercased() == name else { continue }
      return pair[1].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
    }
    return nil
  }
}
