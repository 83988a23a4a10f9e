/// What an MP4 says of itself, read straight from its boxes.
///
/// Source: ISO/IEC 14496-12, 8.2.2 (mvhd) and 8.3.2 (tkhd), version 0.
struct MovieFacts: Equatable {
  var width = 0
  var height = 0
  var milliseconds = 0

  init(width: Int, height: Int, milliseconds: Int) {
    (self.width, self.height, self.milliseconds) = (width, height, milliseconds)
  }

  /// - Throws: `Broken` when the boxes do not fill their place, or are none of this kind.
  init(_ bytes: [UInt8]) throws {
    try read(bytes[...])
  }

  struct Broken: Error {}

  private mutating func read(_ bytes: ArraySlice<UInt8>) throws {
    var place = bytes.startIndex
    while place + 8 <= bytes.endIndex {
      let size = Self.number(bytes, place)
      let type = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      // A size of 1 stands before one of 64 bits: the media data of a large film, which ends what is of interest.
      if size == 1, type == "mdat" { return }
      guard size >= 8, place + size <= bytes.endIndex else { throw Broken() }
      let content = bytes[place + 8..<place + size]
      switch type {
      case "moov", "trak": try read(content)
      case "mvhd":
        let scale = Self.number(content, content.startIndex + 12)
        milliseconds = Self.number(content, content.startIndex + 16) * 1000 / scale
      case "tkhd":
        width = max(width, Self.number(content, content.startIndex + 76) >> 16)
        height = max(height, Self.number(content, content.startIndex + 80) >> 16)
      default: break
      }
      place += size
    }
    guard place == bytes.endIndex else { throw Broken() }
  }

  private static func number(_ bytes: ArraySlice<UInt8>, _ place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
