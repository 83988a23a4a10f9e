import Foundation
import Testing
import VideosAPI

/// Holds every sample to what the index says that it means.
@Suite struct FixtureTests {
  @Test func everyFileOfTheIndexIsHeldToAnExpectation() throws {
    let indexed = try Fixture.index().compactMap { $0["file"]?.text }
    #expect(Set(indexed) == Set(Expectation.all.keys))
    #expect(indexed.count == Set(indexed).count)
  }

  @Test func everyFileOfTheFolderIsInTheIndex() throws {
    let indexed = Set(try Fixture.index().compactMap { $0["file"]?.text })
    let paths = try FileManager.default.subpathsOfDirectory(atPath: Fixture.folder.path(percentEncoded: false))
    let samples = paths.filter {
      ($0.hasSuffix(".json") || $0.hasSuffix(".txt") || $0.hasSuffix(".html")) && $0 != "index.json"
    }
    #expect(Set(samples) == indexed)
  }

  @Test(arguments: Expectation.all.keys.sorted())
  func means(_ file: String) throws {
    let fixture = try Fixture.named(file)
    let expectation = try #require(Expectation.all[file])
    switch expectation {
    case .request(let request):
      try request.validate()
      #expect(try JSONValue(reading: request.encoded().bytes) == fixture.json)
    case .video(let status, let facts):
      let video = try fixture.video
      #expect(video.status == status)
      #expect(Facts(video) == facts)
      #expect(!video.raw.isEmpty)
    case .error(let kind, let message, let code):
      let error = fixture.error
      #expect(error.kind == kind)
      #expect(error.message == message)
      #expect(error.code == code)
      #expect(error.status == fixture.status)
      #expect(throws: VideoReadingProblem.noID) { try expectNoVideo(fixture) }
    case .models(let ids):
      let list = try ModelList(reading: fixture.bytes)
      #expect(list.models.map(\.id) == ids)
      #expect(list.videoModels.map(\.id) == ids)
    case .headers(let lines):
      let text = String(decoding: fixture.bytes, as: UTF8.self)
      let found = text.split(whereSeparator: \.isNewline).map(String.init)
      for line in lines { #expect(found.contains(line)) }
    }
  }

  /// HTML pages are not JSON at all; for this purpose they count as naming no video.
  private func expectNoVideo(_ fixture: Fixture) throws {
    do { _ = try fixture.video } catch VideoReadingProblem.json(.notJSON) { throw VideoReadingProblem.noID }
  }
}
