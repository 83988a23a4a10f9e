import Foundation
import Testing
import VideosAPI

@testable import DemoService

struct ClipTests {
  private static let lengths = Set(DemoModel.allCases.flatMap(\.lengths)).sorted()

  @Test(arguments: VideoSize.known, lengths)
  func aClipIsOfTheSizeAndLengthThatItsNameSays(size: VideoSize, seconds: Int) throws {
    let clip = try Folders.clip("\(size)-\(seconds)s.mp4")
    let facts = try MovieFacts(clip)
    #expect(facts == MovieFacts(width: size.width, height: size.height, milliseconds: seconds * 1000))
    #expect(Array(clip[4..<8]) == Array("ftyp".utf8))
  }

  @Test func theMovieBoxStandsBeforeTheData() throws {
    let clip = try Folders.clip("1280x720-8s.mp4")
    let text = String(decoding: clip, as: Unicode.ASCII.self)
    let movie = try #require(text.range(of: "moov"))
    let data = try #require(text.range(of: "mdat"))
    #expect(movie.lowerBound < data.lowerBound)
  }

  @Test func allClipsTogetherAreLessThanEightMegabytes() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Folders.clips).filter { $0.hasSuffix(".mp4") }
    #expect(names.count == VideoSize.known.count * Self.lengths.count)
    #expect(try names.reduce(0) { try $0 + Folders.clip($1).count } < 8_000_000)
  }
}
