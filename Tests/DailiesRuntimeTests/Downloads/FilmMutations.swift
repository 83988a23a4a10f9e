import Foundation
import TestSupport

/// Films with mistakes in them, for trying a reader of films: a whole run can be played again from its seed.
struct FilmMutations {
  /// What a reader has to cope with: bytes, and the length that the file is said to have.
  struct Film {
    var bytes: [UInt8]
    var length: Int64
  }

  /// Sizes at which a careless reader steps over the end.
  private static let sizes: [UInt64] = [
    0, 1, 2, 7, 8, 9, 15, 16, 17, 0x7fff_ffff, 0x8000_0000, 0xffff_fff8, 0xffff_ffff, 0x7fff_ffff_ffff_ffff,
    0x7fff_ffff_ffff_fff0, 0x8000_0000_0000_0000, 0xffff_ffff_ffff_ffff,
  ]

  /// The films without a mistake, each in two forms.
  let originals: [[UInt8]]
  private let kinds: [[Int]]

  /// - Parameter films: None of them empty.
  init(of films: [[UInt8]]) {
    originals = films + films.map(Self.withOpenEnd)
    kinds = originals.map(Self.kindsOfBoxes)
  }

  /// Sample films of this folder, their media left out: what is read of a film is all there.
  static func sampleFilms(_ names: [String], in folder: URL) throws -> [[UInt8]] {
    try names.map { try withoutMedia(Array(Data(contentsOf: folder.appending(path: $0)))) }
  }

  /// One to five mistakes, most of them where boxes begin.
  func film(_ random: inout SeededGenerator) -> Film {
    let index = Int.random(in: 0..<originals.count, using: &random)
    var bytes = originals[index]
    for _ in 0...Int.random(in: 0...4, using: &random) {
      let isAtBox = Int.random(in: 0..<4, using: &random) > 0
      let box = isAtBox ? kinds[index].randomElement(using: &random).map { $0 - 4 } : nil
      let place = box.map { min($0, bytes.count - 1) } ?? Int.random(in: 0..<bytes.count, using: &random)
      damage(&bytes, at: max(0, place), &random)
      if bytes.isEmpty { bytes = [0] }
    }
    let said: Int64
    switch Int.random(in: 0..<16, using: &random) {
    case 0: said = Int64(bytes.count) + Int64.random(in: -9...40, using: &random)
    case 1: said = .max
    default: said = Int64(bytes.count)
    }
    return Film(bytes: bytes, length: max(0, said))
  }

  private func damage(_ bytes: inout [UInt8], at place: Int, _ random: inout SeededGenerator) {
    func range(_ longest: Int, _ random: inout SeededGenerator) -> Range<Int> {
      place..<min(bytes.count, place + Int.random(in: 1...longest, using: &random))
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 2: bytes.removeSubrange(range(40, &random))
    case 3: bytes.insert(contentsOf: bytes[range(200, &random)], at: place)
    case 4: bytes.removeLast(bytes.count - place)
    case 5: write(Self.sizes.randomElement(using: &random) ?? 0, bytes: 4, to: &bytes, at: place)
    case 6:
      // The size in 64 bits stands behind the name.
      write(1, bytes: 4, to: &bytes, at: place)
      write(Self.sizes.randomElement(using: &random) ?? 0, bytes: 8, to: &bytes, at: place + 8)
    default:
      let name = ["ftyp", "moov", "mdat", "mvhd", "trak", "tkhd", "mdia", "hdlr", "free"].randomElement(using: &random)
      for (offset, byte) in (name ?? "").utf8.enumerated() where place + 4 + offset < bytes.count {
        bytes[place + 4 + offset] = byte
      }
    }
  }

  private func write(_ number: UInt64, bytes count: Int, to bytes: inout [UInt8], at place: Int) {
    for offset in 0..<count where place + offset < bytes.count {
      bytes[place + offset] = UInt8(truncatingIfNeeded: number >> UInt64(8 * (count - 1 - offset)))
    }
  }

  // MARK: Boxes

  /// Where the names of boxes stand, wherever they are in the file.
  private static func kindsOfBoxes(_ bytes: [UInt8]) -> [Int] {
    let names = ["ftyp", "moov", "mdat", "mvhd", "trak", "tkhd", "mdia", "hdlr"].map { Array($0.utf8) }
    return bytes.indices.dropFirst(4).filter { place in names.contains { bytes[place...].starts(with: $0) } }
  }

  /// Of `mdat` only the first bytes are kept.
  private static func withoutMedia(_ film: [UInt8]) -> [UInt8] {
    boxes(of: film).flatMap {
      $0.name == "mdat" ? Boxes.box("mdat", Array($0.bytes.dropFirst(8).prefix(16))) : $0.bytes
    }
  }

  /// With `moov` at the end and no size of its own: what is longer or shorter inside is not refused for that alone.
  private static func withOpenEnd(_ film: [UInt8]) -> [UInt8] {
    let boxes = boxes(of: film)
    let moov = boxes.filter { $0.name == "moov" }.flatMap(\.bytes)
    return boxes.filter { $0.name != "moov" }.flatMap(\.bytes) + [0, 0, 0, 0] + moov.dropFirst(4)
  }

  /// The boxes of a good film, their sizes in 32 bits.
  private static func boxes(of film: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    var boxes: [(name: String, bytes: [UInt8])] = []
    var offset = 0
    while offset + 8 <= film.count {
      let size = film[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      guard size >= 8, offset + size <= film.count else { break }
      boxes.append(
        (String(decoding: film[offset + 4..<offset + 8], as: UTF8.self), Array(film[offset..<offset + size])))
      offset += size
    }
    return boxes
  }
}
