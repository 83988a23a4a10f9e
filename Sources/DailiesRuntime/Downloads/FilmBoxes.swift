package import DailiesCore

/// Reads the boxes of an MP4 file far enough to tell a complete film from anything else, how large and long it is, and
/// whether it has sound.
///
/// Never reads outside the file or without end, whatever the bytes are. Source: Videos API reference, "Film";
/// ISO/IEC 14496-12, sections 4.2 (boxes), 8.2.2 (`mvhd`), 8.3.2 (`tkhd`), 8.4.2 (`mdhd`), 8.4.3 (`hdlr`), 8.7.3 (`stsz`,
/// `stz2`).
package struct FilmBoxes {
  /// Gives up to `count` bytes from `offset` on; fewer only at the end of the file.
  package typealias Reader = (_ offset: Int64, _ count: Int) throws -> [UInt8]

  /// A film has a handful of boxes, a fragmented one some thousands.
  private static let mostBoxes = 100_000
  /// What is read of a header: `tkhd`, the longest one, ends with width and height at byte 96.
  private static let headerBytes = 96

  private let length: Int64
  private let read: Reader

  /// Checks a file of `length` bytes.
  ///
  /// - Returns: Size and length of the film; nil when its headers do not say.
  /// - Throws: `DownloadFault.notAFilm` when the file does not begin with `ftyp`, its boxes do not fill it exactly, or
  ///   `moov` or `mdat` is missing; whatever `read` throws.
  package static func check(length: Int64, read: Reader) throws -> Take.FilmFacts? {
    try withoutActuallyEscaping(read) { try FilmBoxes(length: length, read: $0).check()?.facts }
  }

  /// Counts the pictures of a film; checks it as `check` does and throws the same.
  package static func reel(length: Int64, read: Reader) throws -> FilmReel? {
    try withoutActuallyEscaping(read) { try FilmBoxes(length: length, read: $0).check()?.reel }
  }

  /// Whether bytes can be the beginning of a film; needs eight of them to say so.
  package static func isBeginning(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.dropFirst(4).starts(with: Kind.ftyp.bytes)
  }

  private struct Kind: Equatable {
    static let ftyp = Kind("ftyp")
    static let moov = Kind("moov")
    static let mdat = Kind("mdat")
    static let mvhd = Kind("mvhd")
    static let trak = Kind("trak")
    static let tkhd = Kind("tkhd")
    static let mdia = Kind("mdia")
    static let mdhd = Kind("mdhd")
    static let hdlr = Kind("hdlr")
    static let minf = Kind("minf")
    static let stbl = Kind("stbl")
    static let stsz = Kind("stsz")
    static let stz2 = Kind("stz2")
    /// The handler of a track of sound.
    static let soun = Kind("soun")

    let bytes: [UInt8]

    init(_ name: StaticString) { bytes = name.withUTF8Buffer { Array($0) } }
    init(bytes: [UInt8]) { self.bytes = bytes }
  }

  private struct Box {
    let kind: Kind
    /// What is inside, without the box's own header.
    let content: Range<Int64>
  }

  private func check() throws -> Film? {
    guard Self.isBeginning(try read(0, 8)) else { throw DownloadFault.notAFilm("no ftyp at its beginning") }
    var moov: Box?
    var hasMedia = false
    try forEachBox(in: 0..<length) { box in
      if box.kind == .moov { moov = moov ?? box }
      if box.kind == .mdat { hasMedia = true }
    }
    guard let moov else { throw DownloadFault.notAFilm("no moov box") }
    guard hasMedia else { throw DownloadFault.notAFilm("no mdat box") }
    return try film(in: moov)
  }

  /// Visits the boxes that fill a range of the file.
  private func forEachBox(in range: Range<Int64>, _ visit: (Box) throws -> Void) throws {
    var offset = range.lowerBound
    var count = 0
    while offset < range.upperBound {
      count += 1
      guard count <= Self.mostBoxes else { throw DownloadFault.notAFilm("too many boxes") }
      let box = try box(at: offset, within: range.upperBound)
      try visit(box)
      offset = box.content.upperBound
    }
  }

  private func box(at offset: Int64, within end: Int64) throws -> Box {
    let header = try read(offset, Int(min(16, end - offset)))
    guard header.count >= 8 else { throw DownloadFault.notAFilm("its last box is cut") }
    var size = Int64(Self.number(header[0..<4]))
    var headerSize: Int64 = 8
    switch size {
    case 0:
      size = end - offset
    case 1:
      guard header.count == 16, let large = Int64(exactly: Self.number(header[8..<16])) else {
        throw DownloadFault.notAFilm("a box of impossible size")
      }
      size = large
      headerSize = 16
    default:
      break
    }
    guard size >= headerSize else { throw DownloadFault.notAFilm("a box of impossible size") }
    guard size <= end - offset else { throw DownloadFault.notAFilm("its last box is cut") }
    return Box(kind: Kind(bytes: Array(header[4..<8])), content: offset + headerSize..<offset + size)
  }

  /// What the headers in `moov` say. Headers that make no sense are not a reason to refuse a film.
  private func film(in moov: Box) throws -> Film? {
    var seconds: Double?
    var tracks: [Track] = []
    do {
      try forEachBox(in: moov.content) { box in
        if box.kind == .mvhd, seconds == nil { seconds = Self.seconds(in: try head(of: box)) }
        if box.kind == .trak { tracks.append(try track(in: box)) }
      }
    } catch DownloadFault.notAFilm {
      return nil
    }
    let largest = tracks.filter { $0.picture != nil }.max { $0.area < $1.area }
    guard let seconds, let largest, let picture = largest.picture else { return nil }
    return Film(
      facts: Take.FilmFacts(
        width: picture.width, height: picture.height, seconds: seconds, hasSound: Self.hasSound(tracks)),
      reel: FilmReel(
        width: picture.width, height: picture.height, seconds: largest.media.seconds ?? seconds,
        frames: largest.media.samples))
  }

  private struct Film {
    let facts: Take.FilmFacts
    let reel: FilmReel
  }

  private struct Track {
    var picture: (width: Int, height: Int)?
    var media = Media()

    var area: Int { picture.map { $0.width * $0.height } ?? 0 }
  }

  /// Of each: nil when the file does not say.
  private struct Media {
    var handler: Kind?
    var seconds: Double?
    /// Pictures, in a track of pictures.
    var samples: Int?
  }

  private func track(in trak: Box) throws -> Track {
    var track = Track()
    var media: Media?
    try forEachBox(in: trak.content) { box in
      if box.kind == .tkhd, track.picture == nil { track.picture = Self.picture(tkhd: try head(of: box)) }
      if box.kind == .mdia, media == nil { media = try self.media(in: box) }
    }
    track.media = media ?? Media()
    return track
  }

  /// Nothing when the boxes in `mdia` make no sense: size and length are known without them.
  private func media(in mdia: Box) throws -> Media {
    var media = Media()
    do {
      try forEachBox(in: mdia.content) { box in
        if box.kind == .mdhd, media.seconds == nil { media.seconds = Self.seconds(in: try head(of: box)) }
        if box.kind == .minf, media.samples == nil { media.samples = try samples(in: box) }
        guard box.kind == .hdlr, media.handler == nil else { return }
        // After version, flags and a field of four bytes that is not used.
        let bytes = try head(of: box)
        if bytes.count >= 12 { media.handler = Kind(bytes: Array(bytes[8..<12])) }
      }
    } catch DownloadFault.notAFilm {
      return Media()
    }
    return media
  }

  private func samples(in minf: Box) throws -> Int? {
    var samples: Int?
    try forEachBox(in: minf.content) { box in
      guard box.kind == .stbl else { return }
      try forEachBox(in: box.content) { table in
        guard table.kind == .stsz || table.kind == .stz2, samples == nil else { return }
        // After version, flags and the size of all samples, or of a field of the table.
        let bytes = try head(of: table)
        // A film in fragments has its samples elsewhere.
        if bytes.count >= 12, case let count = Int(Self.number(bytes[8..<12])), count > 0 { samples = count }
      }
    }
    return samples
  }

  /// False only where every track says that it is something else.
  private static func hasSound(_ tracks: [Track]) -> Bool? {
    if tracks.contains(where: { $0.media.handler == .soun }) { return true }
    return tracks.contains { $0.media.handler == nil } ? nil : false
  }

  private func head(of box: Box) throws -> [UInt8] {
    try read(box.content.lowerBound, Int(min(Int64(Self.headerBytes), box.content.upperBound - box.content.lowerBound)))
  }

  /// What `mvhd` and `mdhd` say in the same places.
  private static func seconds(in header: [UInt8]) -> Double? {
    guard let version = header.first else { return nil }
    let (scaleAt, durationAt, durationEnd) = version == 1 ? (20, 24, 32) : (12, 16, 20)
    guard header.count >= durationEnd else { return nil }
    let scale = number(header[scaleAt..<durationAt])
    let duration = number(header[durationAt..<durationEnd])
    let isUnknown = header[durationAt..<durationEnd].allSatisfy { $0 == 0xff }
    guard scale > 0, duration > 0, !isUnknown else { return nil }
    return Double(duration) / Double(scale)
  }

  /// The picture's size, upright: a matrix that turns it by a quarter exchanges the sides.
  private static func picture(tkhd: [UInt8]) -> (width: Int, height: Int)? {
    guard let version = tkhd.first else { return nil }
    let matrixAt = version == 1 ? 52 : 40
    let sizeAt = matrixAt + 36
    guard tkhd.count >= sizeAt + 8 else { return nil }
    let width = Int(number(tkhd[sizeAt..<sizeAt + 4]) >> 16)
    let height = Int(number(tkhd[sizeAt + 4..<sizeAt + 8]) >> 16)
    guard width > 0, height > 0 else { return nil }
    let isTurned =
      number(tkhd[matrixAt..<matrixAt + 4]) == 0 && number(tkhd[matrixAt + 16..<matrixAt + 20]) == 0
      && number(tkhd[matrixAt + 4..<matrixAt + 8]) != 0
    return isTurned ? (height, width) : (width, height)
  }

  /// An unsigned number, most significant byte first.
  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
