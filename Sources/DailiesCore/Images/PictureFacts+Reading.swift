import VideosAPI

extension PictureFacts {
  /// Reads the header of a PNG, JPEG or WebP file. Whatever the bytes are, nothing outside them is looked at.
  ///
  /// - Parameters:
  ///   - bytes: The file, or its beginning.
  ///   - byteCount: Length of the whole file; nil: `bytes` are all of it.
  /// - Returns: Nil when the bytes are none of the three, or the header is broken or cut before it gives a size.
  package init?(reading bytes: [UInt8], byteCount: Int? = nil) {
    guard let type = ImageMediaType(sniffing: bytes) else { return nil }
    let reader = HeaderBytes(bytes)
    let header: Header? =
      switch type {
      case .png: Self.png(reader)
      case .jpeg: Self.jpeg(reader)
      case .webp: Self.webp(reader)
      }
    guard let header, header.width > 0, header.height > 0 else { return nil }
    self.init(
      mediaType: type, width: header.width, height: header.height, orientation: header.orientation,
      byteCount: byteCount ?? bytes.count)
  }

  private struct Header {
    var width: Int
    var height: Int
    var orientation = 1
  }

  /// Source: PNG specification, 11.2.2 (IHDR): the first chunk; four bytes each, the highest bit never set.
  private static func png(_ bytes: HeaderBytes) -> Header? {
    guard bytes.spells("IHDR", at: 12), let width = bytes.big(4, at: 16), let height = bytes.big(4, at: 20),
      width <= Int32.max, height <= Int32.max
    else { return nil }
    return Header(width: width, height: height, orientation: exif(inPNG: bytes) ?? 1)
  }

  /// Source: PNG specification, 5.3 (chunk layout) and 11.3.4.4 (eXIf: a TIFF header without a word before it).
  private static func exif(inPNG bytes: HeaderBytes) -> Int? {
    var at = 8
    while let length = bytes.big(4, at: at), length <= Int32.max {
      if bytes.spells("eXIf", at: at + 4) { return bytes.orientation(at: at + 8) }
      at += 12 + length
    }
    return nil
  }

  /// Source: ITU T.81, B.1.1 (markers) and B.2.2 (frame header).
  private static func jpeg(_ bytes: HeaderBytes) -> Header? {
    var at = 2
    var orientation = 1
    while let first = bytes.big(1, at: at) {
      guard first == 0xFF, let marker = bytes.big(1, at: at + 1) else { return nil }
      switch marker {
      case 0xFF: at += 1  // fill bytes
      case 0x01, 0xD0...0xD7: at += 2
      case 0xD8, 0xD9, 0xDA, 0x00: return nil
      default:
        guard let length = bytes.big(2, at: at + 2), length >= 2 else { return nil }
        let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
        if isFrame {
          guard let height = bytes.big(2, at: at + 5), let width = bytes.big(2, at: at + 7) else { return nil }
          return Header(width: width, height: height, orientation: orientation)
        }
        if marker == 0xE1, bytes.spells("Exif\0\0", at: at + 4) {
          orientation = bytes.orientation(at: at + 10) ?? orientation
        }
        at += 2 + length
      }
    }
    return nil
  }

  /// Source: RFC 9649, section 2 (WebP); RFC 6386, 9.1 (VP8 frame header).
  private static func webp(_ bytes: HeaderBytes) -> Header? {
    if bytes.spells("VP8 ", at: 12) {
      guard bytes.big(3, at: 23) == 0x9D012A, let width = bytes.little(2, at: 26), let height = bytes.little(2, at: 28)
      else { return nil }
      return Header(width: width & 0x3FFF, height: height & 0x3FFF)
    }
    if bytes.spells("VP8L", at: 12) {
      guard bytes.big(1, at: 20) == 0x2F, let bits = bytes.little(4, at: 21) else { return nil }
      return Header(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    }
    guard bytes.spells("VP8X", at: 12), let width = bytes.little(3, at: 24), let height = bytes.little(3, at: 27)
    else { return nil }
    return Header(width: width + 1, height: height + 1, orientation: exif(inWebP: bytes) ?? 1)
  }

  private static func exif(inWebP bytes: HeaderBytes) -> Int? {
    var at = 12
    while let length = bytes.little(4, at: at + 4) {
      if bytes.spells("EXIF", at: at) {
        return bytes.orientation(at: bytes.spells("Exif\0\0", at: at + 8) ? at + 14 : at + 8)
      }
      at += 8 + length + length % 2
    }
    return nil
  }
}

/// Bytes that are asked for by place; what lies outside is nil.
private struct HeaderBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func big(_ count: Int, at place: Int) -> Int? {
    slice(count, at: place)?.reduce(0) { $0 << 8 | Int($1) }
  }

  func little(_ count: Int, at place: Int) -> Int? {
    slice(count, at: place)?.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  func spells(_ text: String, at place: Int) -> Bool {
    slice(text.utf8.count, at: place)?.elementsEqual(text.utf8) ?? false
  }

  private func slice(_ count: Int, at place: Int) -> ArraySlice<UInt8>? {
    guard place >= 0, place <= bytes.count, count <= bytes.count - place else { return nil }
    return bytes[place..<place + count]
  }

  /// The orientation in a TIFF header that begins at `place`.
  ///
  /// Source: EXIF 2.3, 4.5.2 (TIFF structure) and 4.6.4 (tag 0x0112, a short).
  func orientation(at place: Int) -> Int? {
    let isLittle = spells("II*\0", at: place)
    guard isLittle || spells("MM\0*", at: place) else { return nil }
    func number(_ count: Int, _ offset: Int) -> Int? {
      isLittle ? little(count, at: place + offset) : big(count, at: place + offset)
    }
    guard let table = number(4, 4), let entries = number(2, table) else { return nil }
    for index in 0..<entries {
      let entry = table + 2 + index * 12
      guard let tag = number(2, entry) else { return nil }
      guard tag == 0x0112, number(2, entry + 2) == 3, let value = number(2, entry + 8) else { continue }
      return (1...8).contains(value) ? value : nil
    }
    return nil
  }
}
