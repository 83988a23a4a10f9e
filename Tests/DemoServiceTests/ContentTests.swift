import Foundation
import NIOCore
import Testing
import VideosAPI

@testable import DemoService

struct ContentTests {
  @Test(arguments: DemoModel.allCases)
  func aFilmIsRefusedUntilItIsReady(model: DemoModel) async throws {
    try await withLoopback { loopback, _ in
      let answer = try await loopback.content(loopback.create(model: model).id)
      let veo = model == .veo
      #expect(answer.status == (veo ? 500 : 404))
      let fixture = veo ? "error-500-content-not-ready-veo-litellm" : "error-404-content-not-ready-sora-litellm"
      #expect(try answer.json == Fixture.json(fixture))
    }
  }

  @Test func theFilmIsTheClipOfTheOrderedSizeAndLength() async throws {
    try await withLoopback { loopback, time in
      for (model, seconds, size) in [(DemoModel.veo, 6, "720x1280"), (.sora, 12, "1920x1080")] {
        let id = try await loopback.create(model: model, seconds: seconds, size: size).id
        time.advance(by: 40)
        let answer = try await loopback.content(id)
        let clip = try Folders.clip("\(size)-\(seconds)s.mp4")
        #expect(answer.status == 200)
        #expect(answer.body == clip)
        #expect(answer.headers["content-type"] == "video/mp4")
        #expect(answer.headers["content-length"] == "\(clip.count)")
        #expect(answer.headers["content-disposition"] == "attachment; filename=video_\(id).mp4")
      }
      #expect(loopback.server.counts.greatestFilmsAtOnce == 1)
    }
  }

  @Test func aPartOfTheFilmIsThatPartByteForByte() async throws {
    try await withFilm { loopback, id, whole in
      let size = whole.count
      for (range, part) in [
        ("bytes=0-0", 0..<1), ("bytes=1000-", 1000..<size), ("bytes=500-70499", 500..<70_500),
        ("bytes=-16", size - 16..<size), ("bytes=\(size - 1)-\(size + 5)", size - 1..<size),
        ("bytes=-9999999", 0..<size),
      ] {
        let answer = try await loopback.content(id, headers: ["range": range])
        #expect(answer.status == 206)
        #expect(answer.body == Array(whole[part]))
        let wanted = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)"
        #expect(answer.headers["content-range"] == wanted)
        #expect(answer.headers["content-length"] == "\(part.count)")
      }
    }
  }

  @Test func aPartBehindTheEndCannotBeHad() async throws {
    try await withFilm { loopback, id, whole in
      for range in ["bytes=\(whole.count)-", "bytes=-0", "bytes=99999999-999999999"] {
        let answer = try await loopback.content(id, headers: ["range": range])
        #expect(answer.status == 416)
        #expect(answer.headers["content-range"] == "bytes */\(whole.count)")
      }
    }
  }

  @Test func aRangeThatIsNotUnderstoodIsIgnored() async throws {
    try await withFilm { loopback, id, whole in
      for range in ["bytes=5-4", "bytes=a-b", "bytes=-", "lines=0-1", "bytes=0-1,5-6", "bytes=+1-2", "bytes=1--2"] {
        let answer = try await loopback.content(id, headers: ["range": range])
        #expect(answer.status == 200)
        #expect(answer.body.count == whole.count)
      }
    }
  }

  @Test func aPartIsOnlySentWhenTheFilmIsStillTheSame() async throws {
    try await withFilm { loopback, id, whole in
      let tag = try #require(try await loopback.content(id).headers["etag"])
      #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""))
      let same = try await loopback.content(id, headers: ["range": "bytes=9-", "if-range": tag])
      #expect(same.status == 206)
      let other = try await loopback.content(id, headers: ["range": "bytes=9-", "if-range": "\"other\""])
      #expect(other.status == 200)
      #expect(other.body == whole)
    }
  }

  @Test func aFilmArrivesOverThreeToEightSeconds() async throws {
    try await withLoopback(isPaced: true) { loopback, time in
      let id = try await loopback.create().id
      time.advance(by: 40)
      #expect(try await loopback.content(id).body == Folders.clip("1280x720-4s.mp4"))
      #expect(Set(time.waits) == [.milliseconds(50)])
      #expect((3...8.5).contains(Double(time.waits.count) * 0.05))
    }
  }

  @Test func aFilmOfAnyLengthIsMadeUpOnTheWay() async throws {
    let byteCount = 3_000_000
    try await withLoopback(filmByteCount: byteCount) { loopback, time in
      let id = try await loopback.create(size: "2160x3840").id
      time.advance(by: 40)
      let film = SyntheticFilm(byteCount: byteCount, size: VideoSize(width: 2160, height: 3840), seconds: 4)
      let answer = try await loopback.content(id)
      #expect(answer.body.count == byteCount)
      #expect(answer.body == Array(film.bytes(0..<byteCount).readableBytesView))
      let part = try await loopback.content(id, headers: ["range": "bytes=2900001-"])
      #expect(part.body == Array(film.bytes(2_900_001..<byteCount).readableBytesView))
      let facts = try MovieFacts(Array(film.bytes(0..<1000).readableBytesView))
      #expect(facts == MovieFacts(width: 2160, height: 3840, milliseconds: 4000))
    }
  }

  @Test func theBytesOfAMadeUpFilmAreTheSameHoweverTheyAreAskedFor() {
    let film = SyntheticFilm(byteCount: 200_000, size: VideoSize(width: 1280, height: 720), seconds: 8)
    let whole = Array(film.bytes(0..<200_000).readableBytesView)
    #expect(whole.count == 200_000)
    for start in stride(from: 0, to: 199_000, by: 7919) {
      #expect(Array(film.bytes(start..<start + 1000).readableBytesView) == Array(whole[start..<start + 1000]))
    }
  }

  @Test func aMissingClipIsNamed() async throws {
    try await withLoopback(clips: "/nowhere") { loopback, time in
      let id = try await loopback.create().id
      time.advance(by: 40)
      let answer = try await loopback.content(id)
      #expect(answer.status == 500)
      #expect(answer.message.contains("1280x720-4s.mp4"))
    }
  }
}

/// Runs a service with one film that is ready.
func withFilm(
  faults: FaultPlan = FaultPlan(),
  _ body: @Sendable (_ loopback: Loopback, _ id: String, _ film: [UInt8]) async throws -> Void
) async throws {
  try await withLoopback(faults: faults) { loopback, time in
    let id = try await loopback.create().id
    time.advance(by: 40)
    try await body(loopback, id, Folders.clip("1280x720-4s.mp4"))
  }
}
