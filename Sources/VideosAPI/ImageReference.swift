internal import Foundation

/// The picture a film starts from.
public enum ImageReference: Hashable, Sendable {
  /// An `https` address, passed on to the service unchanged.
  case address(String)
  /// A picture's own bytes, sent as the service wants them.
  case data(bytes: [UInt8], mediaType: ImageMediaType)

  /// The text of the `input_reference` field of a JSON body.
  ///
  /// Source: Videos API reference, "Reference picture"; RFC 2397 (data URLs).
  public func fieldText(as encoding: ImageEncoding = .dataURL) -> String {
    switch self {
    case .address(let address): return address
    case .data(let bytes, let mediaType):
      let text = Data(bytes).base64EncodedString()
      return encoding == .base64 ? text : "data:\(mediaType.rawValue);base64,\(text)"
    }
  }
}

/// The picture formats that services take.
public enum ImageMediaType: String, Hashable, Sendable, CaseIterable {
  case png = "image/png"
  case jpeg = "image/jpeg"
  case webp = "image/webp"

  /// The name a picture is sent under in a form. That of the file is the person's own business.
  public var fileName: String {
    switch self {
    case .png: "picture.png"
    case .jpeg: "picture.jpg"
    case .webp: "picture.webp"
    }
  }

  /// Tells the format by a file's first twelve bytes, whatever its name says; nil when it is none of the three.
  ///
  /// Source: PNG specification 5.2, JPEG (ITU T.81, SOI and a marker), WebP container specification (RIFF header).
  public init?(sniffing bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if bytes.count >= 12, bytes.starts(with: Array("RIFF".utf8)), bytes[8..<12].elementsEqual("WEBP".utf8) {
      self = .webp
    } else {
      return nil
    }
  }
}
