import DailiesCore
import Foundation
import Testing

@testable import DailiesRuntime

struct FilmBoxesTests {
  @Test func sizeAndLengthAreReadFromTheHeaders() throws {
    let facts = try check(Boxes.film(width: 1280, height: 720, milliseconds: 8000))
    #expect(facts == Take.FilmFacts(width: 1280, height: 720, seconds: 8))
  }

  @Test func headersOfTheLongKindAreReadToo() throws {
    let film =
      Boxes.ftyp
      + Boxes.box(
        "moov", Boxes.mvhd(milliseconds: 4500, version: 1) + Boxes.trak(width: 1920, height: 1080, version: 1))
      + Boxes.largeBox("mdat", [1, 2, 3])
    #expect(try check(film) == Take.FilmFacts(width: 1920, height: 1080, seconds: 4.5))
  }

  @Test func aSoundTrackHasNoSizeAndAQuarterTurnExchangesTheSides() throws {
    let turned: [UInt32] = [0, 0x10000, 0, 0xffff_0000, 0, 0, 0, 0, 0x4000_0000]
    let film =
      Boxes.ftyp
      + Boxes.box(
        "moov",
        Boxes.mvhd(milliseconds: 4000) + Boxes.trak(width: 0, height: 0)
          + Boxes.trak(width: 1280, height: 720, matrix: turned))
      + Boxes.box("mdat", [])
    #expect(try check(film) == Take.FilmFacts(width: 720, height: 1280, seconds: 4))
  }

  @Test func aBoxOfSizeZeroReachesToTheEnd() throws {
    let film = Boxes.ftyp + Boxes.box("moov", Boxes.mvhd(milliseconds: 1000)) + [0, 0, 0, 0] + Array("mdat".utf8) + [9]
    #expect(try check(film) == nil)
  }

  @Test func aFilmWhoseHeadersMakeNoSenseIsAFilmAllTheSame() throws {
    let film = Boxes.ftyp + Boxes.box("moov", [0, 0, 0, 99, 1, 2, 3, 4]) + Boxes.box("mdat", [])
    #expect(try check(film) == nil)
    let unknown = Boxes.ftyp + Boxes.box("moov", Boxes.mvhd(milliseconds: .max)) + Boxes.box("mdat", [])
    #expect(try check(unknown) == nil)
  }

  @Test func whatIsNoCompleteFilmIsRefused() {
    let film = Boxes.film(width: 1280, height: 720, milliseconds: 8000)
    let wrong: [[UInt8]] = [
      [], Array("{\"error\":{}}".utf8), Array(film.dropLast()), film + [0], film + [0, 0, 0, 9, 65, 65, 65, 65],
      Array(film.dropFirst(4)), Boxes.ftyp, Boxes.ftyp + Boxes.box("moov", []), Boxes.ftyp + Boxes.box("mdat", []),
      Boxes.box("moov", []) + Boxes.ftyp + Boxes.box("mdat", []),
      Boxes.ftyp + Boxes.box("moov", []) + [0, 0, 0, 1] + Array("mdat".utf8) + Array(repeating: 0xff, count: 8),
      Boxes.ftyp + [0, 0, 0, 4] + Array("moov".utf8) + Boxes.box("mdat", []),
    ]
    for bytes in wrong { #expect(throws: DownloadFault.self) { try check(bytes) } }
  }

  @Test func aFilmHasSoundWhenATrackSaysSo() throws {
    let picture = Boxes.trak(width: 1280, height: 720, handler: "vide")
    let sound = Boxes.trak(width: 0, height: 0, handler: "soun")
    let silent = Boxes.trak(width: 0, height: 0)
    #expect(try check(Boxes.film(tracks: picture))?.hasSound == false)
    #expect(try check(Boxes.film(tracks: picture + sound))?.hasSound == true)
    #expect(try check(Boxes.film(tracks: sound + picture + silent))?.hasSound == true)
    #expect(try check(Boxes.film(tracks: picture + silent))?.hasSound == nil, "one track does not say what it is")
  }

  @Test func mediaThatMakeNoSenseLeaveSizeAndLengthAsTheyAre() throws {
    let tkhd = Array(Boxes.trak(width: 1280, height: 720).dropFirst(8))
    for inside in [[0, 0, 0, 99, 1, 2, 3, 4], Boxes.box("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, 115, 111, 117]), []] {
      let film = Boxes.film(tracks: Boxes.box("trak", tkhd + Boxes.box("mdia", inside)))
      #expect(try check(film) == Take.FilmFacts(width: 1280, height: 720, seconds: 8))
    }
  }

  @Test func theSampleFilmsAreWhatTheirNamesSay() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../assets/clips").standardizedFileURL
    let clips = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "mp4" }
    #expect(!clips.isEmpty)
    for clip in clips {
      let bytes = try Array(Data(contentsOf: clip))
      let facts = try #require(try check(bytes))
      #expect(clip.lastPathComponent == "\(facts.width)x\(facts.height)-\(Int(facts.seconds.rounded()))s.mp4")
      #expect(facts.hasSound == true)
      let reel = try reel(bytes)
      #expect(reel == FilmReel(width: facts.width, height: facts.height, seconds: facts.seconds, frames: reel?.frames))
      #expect(reel?.frames == Int(facts.seconds.rounded()) * 24)
    }
  }

  @Test func whereAFilmDoesNotSayHowManyPicturesItHasTwentyFourASecondAreTaken() throws {
    #expect(try reel(Boxes.film(width: 1280, height: 720, milliseconds: 8000))?.frames == 192)
    let tkhd = Array(Boxes.trak(width: 1280, height: 720).dropFirst(8))
    func film(_ table: [UInt8]) -> [UInt8] {
      let media = Boxes.box("mdia", Boxes.box("minf", Boxes.box("stbl", table)))
      return Boxes.film(tracks: Boxes.box("trak", tkhd + media))
    }
    let counted: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 200]
    #expect(try reel(film(Boxes.box("stsz", counted)))?.frames == 200)
    #expect(try reel(film(Boxes.box("stz2", counted)))?.frames == 200)
    for senseless in [Array(counted.dropLast()), counted.map { _ in 0 }, counted.map { _ in 255 }] {
      #expect(try reel(film(Boxes.box("stsz", senseless)))?.frames == 192)
    }
  }

  private func reel(_ bytes: [UInt8]) throws -> FilmReel? {
    try FilmBoxes.reel(length: Int64(bytes.count)) { offset, count in
      Array(bytes[Int(offset)..<min(bytes.count, Int(offset) + count)])
    }
  }

  private func check(_ bytes: [UInt8]) throws -> Take.FilmFacts? {
    try FilmBoxes.check(length: Int64(bytes.count)) { offset, count in
      Array(bytes[Int(offset)..<min(bytes.count, Int(offset) + count)])
    }
  }
}
