import DailiesCore
import Foundation
import Synchronization
import Testing
import VideosAPI

@testable import DailiesRuntime

/// Pictures of real films by the ffmpeg that is installed, and what is said where there are none.
@Suite(.timeLimit(.minutes(5)))
struct FrameWorkshopTests {
  @Test func aStripShowsTheFilmFromItsFirstToItsLastPicture() async throws {
    try await FilmDesk.with { desk in
      let strip = await FrameResult.of(desk.wish(.spread(4)), desk.workshop())
      #expect(strip.reel == FilmReel(width: 1280, height: 720, seconds: 4, frames: 96))
      #expect(strip.isComplete)
      #expect(strip.pictures.count == 4)
      #expect(strip.pictures.allSatisfy { $0.width == 32 && $0.height == 18 && $0.mean > 8 })
      #expect(strip.pictures[0].distance(to: strip.pictures[3]) > 1, "the film moves")
    }
  }

  @Test func aRunBeginsWithTheVeryPictureThatWasAskedFor() async throws {
    try await FilmDesk.with { desk in
      let whole = await FrameResult.of(desk.wish(.run(from: 0, count: 240)), desk.workshop())
      #expect(whole.pictures.count == 96)
      for first in [1, 47, 90] {
        let run = await FrameResult.of(desk.wish(.run(from: first, count: 6)), desk.workshop())
        #expect(run.pictures == Array(whole.pictures[first..<first + 6]), "from picture \(first) on")
      }
      let strip = await FrameResult.of(desk.wish(.spread(3)), desk.workshop())
      #expect(strip.pictures == [0, 47, 95].map { whole.pictures[$0] })
    }
  }

  @Test func theFirstPictureComesBeforeTheOthers() async throws {
    try await FilmDesk.with { desk in
      let counts = Mutex<[Int]>([])
      await desk.workshop().draw(desk.wish(.run(from: 0, count: 240))) { answer in
        if case .pictures(_, _, let pictures, _) = answer { counts.withLock { $0.append(pictures.count) } }
      }
      let pieces = counts.withLock { $0 }
      #expect(pieces.count > 1)
      #expect(pieces.reduce(0, +) == 96)
    }
  }

  @Test func whatWasMadeOnceComesFromTheDisk() async throws {
    try await FilmDesk.with { desk in
      let made = await FrameResult.of(desk.wish(.spread(4)), desk.workshop())
      // Nothing is installed any more.
      #expect(await FrameResult.of(desk.wish(.spread(4)), desk.workshop(path: "")) == made)
      #expect(await FrameResult.of(desk.wish(.spread(3)), desk.workshop(path: "")).trouble == .toolMissing)
      let folder = try FileManager.default.attributesOfItem(atPath: desk.cache)
      #expect(folder[.posixPermissions] as? Int == 0o700)
      let file = try FileManager.default.attributesOfItem(atPath: "\(desk.cache)/\(try #require(desk.cached.first))")
      #expect(file[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func aFilmThatWasReplacedIsMadeAnew() async throws {
    try await FilmDesk.with { desk in
      _ = await FrameResult.of(desk.wish(.spread(4)), desk.workshop())
      try await FilmDesk.with("720x1280-6s.mp4") { other in
        try FileManager.default.removeItem(atPath: desk.film)
        try FileManager.default.copyItem(atPath: other.film, toPath: desk.film)
      }
      let strip = await FrameResult.of(desk.wish(.spread(4)), desk.workshop())
      #expect(strip.reel == FilmReel(width: 720, height: 1280, seconds: 6, frames: 144))
      #expect(desk.cached.count == 2)
    }
  }

  @Test func theCacheMayBeDeletedOrDamagedAtAnyTime() async throws {
    try await FilmDesk.with { desk in
      let made = await FrameResult.of(desk.wish(.spread(4)), desk.workshop())
      let file = URL(filePath: "\(desk.cache)/\(try #require(desk.cached.first))")
      try Data("half".utf8).write(to: file)
      #expect(await FrameResult.of(desk.wish(.spread(4)), desk.workshop()) == made)
      try FileManager.default.removeItem(atPath: desk.cache)
      #expect(await FrameResult.of(desk.wish(.spread(4)), desk.workshop()) == made)
      try FileManager.default.removeItem(atPath: desk.cache)
      try Data().write(to: URL(filePath: desk.cache))
      #expect(await FrameResult.of(desk.wish(.spread(4)), desk.workshop()) == made, "there is no folder to keep it in")
    }
  }

  @Test func theCacheKeepsToItsBoundAndLosesWhatWasLookedAtLongestAgo() async throws {
    try await FilmDesk.with { desk in
      // Two strips of four pictures find room.
      let workshop = desk.workshop(limit: 2 * 4 * 32 * 18 * 3)
      func look(_ count: Int) async { _ = await FrameResult.of(desk.wish(.spread(count)), workshop) }
      func age(_ part: String, _ seconds: Double) throws {
        let name = try #require(desk.cached.first { $0.contains(part) })
        let date = Date(timeIntervalSince1970: seconds)
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: "\(desk.cache)/\(name)")
      }
      await look(4)
      try age("spread-4", 1000)
      await look(3)
      try age("spread-3", 2000)
      // The older one is looked at again: it is the newer one now.
      await look(4)
      await look(2)
      #expect(desk.cached.filter { $0.contains("spread-3") }.isEmpty)
      #expect(desk.cached.filter { $0.contains("spread-4") || $0.contains("spread-2") }.count == 2)
      _ = await FrameResult.of(desk.wish(.run(from: 0, count: 9)), workshop)
      #expect(desk.cached.filter { $0.contains("run") }.isEmpty, "it is larger than everything together may be")
      _ = await FrameResult.of(desk.wish(.spread(1)), desk.workshop(limit: 0))
      #expect(desk.cached.filter { $0.contains("spread-1") }.isEmpty)
    }
  }

  @Test func withoutFFmpegItIsSaid() async throws {
    try await FilmDesk.with { desk in
      let none = await FrameResult.of(desk.wish(.spread(4)), desk.workshop(path: "/nowhere::relative"))
      #expect(none == FrameResult(trouble: .toolMissing))
    }
  }

  @Test func aFilmThatIsGoneOrNoneIsSaid() async throws {
    try await FilmDesk.with { desk in
      let bytes = try Data(contentsOf: URL(filePath: desk.film))
      let unreadable = FrameTrouble.unreadable(Reason(Strings.filmHeaders))
      for wrong in [Data(), Data("no film".utf8), bytes.prefix(bytes.count / 2)] {
        try wrong.write(to: URL(filePath: desk.film))
        #expect(await FrameResult.of(desk.wish(.spread(4)), desk.workshop()).trouble == unreadable)
      }
      try FileManager.default.removeItem(atPath: desk.film)
      #expect(await FrameResult.of(desk.wish(.spread(4)), desk.workshop()).trouble == .gone)
      try FileManager.default.createDirectory(atPath: desk.film, withIntermediateDirectories: false)
      #expect(await FrameResult.of(desk.wish(.spread(4)), desk.workshop()).trouble == unreadable)
    }
  }

  @Test func aPipeInThePlaceOfAFilmIsNotWaitedFor() async throws {
    try await FilmDesk.with { desk in
      try FileManager.default.removeItem(atPath: desk.film)
      #expect(mkfifo(desk.film, 0o600) == 0)
      guard case .unreadable = await FrameResult.of(desk.wish(.spread(4)), desk.workshop()).trouble else {
        Issue.record("a pipe is no film")
        return
      }
    }
  }

  /// The boxes are whole, and what is in them is not: some pictures can be read, or none.
  @Test func aDamagedFilmShowsWhatCanBeReadOrSaysWhy() async throws {
    try await FilmDesk.with { desk in
      var bytes = try Data(contentsOf: URL(filePath: desk.film))
      let media = try #require(bytes.range(of: Data("mdat".utf8))).upperBound
      for place in (media + 200)..<bytes.count { bytes[place] = UInt8(truncatingIfNeeded: place &* 37) }
      try bytes.write(to: URL(filePath: desk.film))
      let result = await FrameResult.of(desk.wish(.run(from: 0, count: 240)), desk.workshop())
      #expect(result.isComplete != (result.trouble != nil), "one of the two")
      #expect(result.trouble != .toolMissing && result.trouble != .gone)
      #expect(result.pictures.count < 96)
    }
  }

  @Test func aToolThatFailsIsQuotedAndOneThatWritesHalfAPictureGivesNone() async throws {
    try await FilmDesk.with { desk in
      let failing = try desk.program("echo 'film: moov atom not found' >&2; exit 1")
      let failed = await FrameResult.of(desk.wish(.spread(4)), desk.workshop(path: failing))
      #expect(failed.trouble == .unreadable(Reason(quoting: "film: moov atom not found")))
      let half = try desk.program("head -c 1000 /dev/zero")
      guard case .unreadable = await FrameResult.of(desk.wish(.spread(4)), desk.workshop(path: half)).trouble else {
        Issue.record("half a picture is none")
        return
      }
      let some = try desk.program("head -c \(32 * 18 * 3 * 2 + 5) /dev/zero")
      let result = await FrameResult.of(desk.wish(.spread(4)), desk.workshop(path: some))
      #expect(result.isComplete)
      #expect(result.pictures.count == 2)
      #expect(desk.cached.isEmpty, "what is not whole is not kept")
    }
  }

  @Test func aFilmThatIsTakenAwayWhileItIsReadIsGone() async throws {
    try await FilmDesk.with { desk in
      let taking = try desk.program("rm '\(desk.film)'; exit 1")
      #expect(await FrameResult.of(desk.wish(.spread(4)), desk.workshop(path: taking)).trouble == .gone)
    }
  }

  @Test func onePictureIsWrittenInFullUnderANameOfItsOwn() async throws {
    try await FilmDesk.with { desk in
      for name in ["T031 灯笼 50_d-frame-48.jpg", "T031 灯笼 50_d-frame-48-2.jpg"] {
        let path = "\(desk.folder)/images/\(name)"
        #expect(await desk.workshop().keep(desk.film, frame: 47) == .success(.file(path: path)))
        let facts = try await PictureFile.load(path).facts
        #expect(facts.mediaType == .jpeg)
        #expect(facts.shown == VideoSize(width: 1280, height: 720))
        // The very picture that is shown: brought to its size it is the same, but for what JPEG leaves out.
        let shown = await FrameResult.of(desk.wish(.run(from: 47, count: 1)), desk.workshop())
        let tool = try #require(PictureTool.find(path: ProcessInfo.processInfo.environment["PATH"] ?? ""))
        guard case .pixels(let kept) = await PictureWorkshop(tool: tool).draw(path, width: 32, height: 18) else {
          Issue.record("it cannot be drawn")
          return
        }
        #expect(kept.distance(to: try #require(shown.pictures.first)) < 8)
      }
    }
  }

  @Test func aPictureThatCannotBeWrittenSaysWhyAndLeavesNothing() async throws {
    try await FilmDesk.with { desk in
      #expect(await desk.workshop(path: "").keep(desk.film, frame: 0) == .failure(.toolMissing))
      let failing = try desk.program("echo 'disk full' >&2; for last; do :; done; echo >\"${last#file:}\"; exit 1")
      #expect(
        await desk.workshop(path: failing).keep(desk.film, frame: 0)
          == .failure(.unreadable(Reason(quoting: "disk full"))))
      #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder + "/images").isEmpty)
      try FileManager.default.removeItem(atPath: desk.film)
      #expect(await desk.workshop().keep(desk.film, frame: 0) == .failure(.gone))
    }
  }

  @Test func theKeyIsNotHandedOnAndTheWorkGivesWay() async throws {
    try await FilmDesk.with { desk in
      let asked = try desk.program("nice >'\(desk.folder)/nice'; env >'\(desk.folder)/env'")
      setenv("DAILIES_API_KEY", "sk-secret", 1)
      defer { unsetenv("DAILIES_API_KEY") }
      _ = await FrameResult.of(desk.wish(.spread(4)), desk.workshop(path: asked))
      #expect(try !String(contentsOfFile: desk.folder + "/env", encoding: .utf8).contains("sk-secret"))
      let nice = try String(contentsOfFile: desk.folder + "/nice", encoding: .utf8)
      #expect(Int(nice.trimmingCharacters(in: .whitespacesAndNewlines)).map { $0 >= 10 } == true)
    }
  }

  @Test func anExportGetsTheRateOfAFilmAndAStillOfIt() async throws {
    try await FilmDesk.with { desk in
      let glance = try #require(await desk.workshop().glance(desk.film, for: .still))
      #expect(glance.rate == 24)
      let still = try #require(glance.still.flatMap { Data(base64Encoded: $0) })
      #expect(still.starts(with: [0xFF, 0xD8]) && still.count < 200_000)
      #expect(await desk.workshop(path: "").glance(desk.film, for: .still) == FilmGlance(rate: 24))
      #expect(await desk.workshop().glance(desk.film, for: .rate) == FilmGlance(rate: 24))
      #expect(await desk.workshop().glance(desk.film + "x", for: .rate) == nil)
    }
  }
}
