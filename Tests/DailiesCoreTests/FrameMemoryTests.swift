import Testing
import VideosAPI

@testable import DailiesCore

/// What is kept of films in the state: how much, and what gives way.
@Suite struct FrameMemoryTests {
  private let reel = FilmReel(width: 1280, height: 720, seconds: 8, frames: 192)
  private let size = VideoSize(width: 500, height: 400)

  private func grid(_ value: UInt8) throws -> PixelGrid {
    try #require(
      PixelGrid(
        width: size.width, height: size.height, rgb: Array(repeating: value, count: size.width * size.height * 3)))
  }

  private func wish(_ name: String, run frame: Int = 0) -> FrameWish {
    FrameWish(path: "/films/\(name).mp4", run: frame, size: size)
  }

  private func picture(_ memory: FrameMemory, _ wish: FrameWish, _ place: Int) -> UInt8? {
    let pictures = memory.pictures(of: wish)
    return pictures.indices.contains(place) ? pictures[place][0, 0].red : nil
  }

  @Test func aReelFindsThePictureOfASecondAndTheSecondOfAPicture() {
    for frame in [0, 1, 95, 191] { #expect(reel.frame(at: reel.second(of: frame)) == frame) }
    #expect(reel.frame(at: 2.61) == 62)
    #expect(reel.frame(at: -1) == 0)
    #expect(reel.frame(at: 8) == 191)
    #expect(reel.frame(at: .nan) == 0)
  }

  @Test func figuresThatNoCameraMakesAreNotBelieved() {
    for frames in [nil, 0, 4_000_000_000] {
      #expect(FilmReel(width: 0, height: -1, seconds: 4, frames: frames).frames == 96)
    }
    let broken = FilmReel(width: 1, height: 1, seconds: .infinity, frames: 3)
    #expect(broken.frames == 1 || broken.rate.isFinite)
  }

  @Test func aWishNamesItsPictures() {
    #expect(FrameWish(path: "", .spread(4), size: size).frames(of: reel) == [0, 63, 127, 191])
    #expect(FrameWish(path: "", .spread(1), size: size).frames(of: reel) == [0])
    let short = FilmReel(width: 1, height: 1, seconds: 0.125, frames: 3)
    #expect(FrameWish(path: "", .spread(8), size: size).frames(of: short) == [0, 1, 2])
    #expect(FrameWish(path: "", .run(from: 2, count: 9), size: size).frames(of: short) == [2])
    #expect(FrameWish(path: "", .run(from: 3, count: 9), size: size).frames(of: short) == [])
  }

  @Test func everyPictureOfAFilmIsInOneRun() {
    let first = wish("a")
    guard case .run(0, let count) = first.part else {
      Issue.record("the first run begins with the first picture")
      return
    }
    #expect(wish("a", run: count - 1) == first)
    #expect(wish("a", run: count).part == .run(from: count, count: count))
    let small = FrameWish(path: "/a", run: 191, size: VideoSize(width: 116, height: 64))
    #expect(small.part == .run(from: 0, count: 240))
  }

  @Test func onlyWhatIsMissingIsAskedForAndOnlyWhenThatChanges() throws {
    var memory = FrameMemory()
    let (one, two) = (wish("one"), wish("two"))
    #expect(memory.want([one, two]) == [one, two])
    #expect(memory.want([one, two]) == nil)
    memory.receive(.pictures(reel, first: 0, [try grid(1)], isLast: true), for: one)
    #expect(memory.want([one, two]) == nil, "what is being made goes on")
    #expect(memory.want([one]) == [])
    #expect(memory.want([two]) == [two])
    memory.receive(.trouble(.gone), for: two)
    #expect(memory.want([two]) == nil)
    #expect(memory.trouble(with: two.path) == .gone)
    memory.forgetTrouble(with: two.path)
    #expect(memory.want([two]) == [two])
  }

  @Test func piecesThatComeAgainAndLateChangeNothing() throws {
    var memory = FrameMemory()
    let film = wish("film")
    memory.receive(.pictures(reel, first: 0, [try grid(1), try grid(2)], isLast: false), for: film)
    // Broken off, and begun anew.
    memory.receive(.pictures(reel, first: 0, [try grid(1)], isLast: false), for: film)
    #expect(picture(memory, film, 1) == 2)
    memory.receive(.pictures(reel, first: 5, [try grid(9)], isLast: true), for: film)
    #expect(!memory.isComplete(film))
    memory.receive(.pictures(reel, first: 2, [try grid(3)], isLast: true), for: film)
    #expect(memory.isComplete(film))
    #expect((0..<4).map { picture(memory, film, $0) } == [1, 2, 3, nil])
  }

  @Test func anotherFilmUnderTheSameNameTakesThePlaceOfTheFirst() throws {
    var memory = FrameMemory()
    let film = wish("film")
    memory.receive(.pictures(reel, first: 0, [try grid(1)], isLast: true), for: film)
    let other = FilmReel(width: 720, height: 1280, seconds: 4, frames: 96)
    let strip = FrameWish(path: film.path, .spread(4), size: size)
    memory.receive(.pictures(other, first: 0, [try grid(2)], isLast: false), for: strip)
    #expect(memory.pictures(of: film).isEmpty)
    #expect(memory.reel(of: film.path) == other)
  }

  @Test func whatWasNotWantedForTheLongestTimeGivesWayAndWhatIsWantedStays() throws {
    var memory = FrameMemory()
    let pictures = Array(repeating: try grid(7), count: 20)
    for number in 0..<9 {
      let film = wish("\(number)")
      _ = memory.want([wish("0"), film])
      memory.receive(.pictures(reel, first: 0, pictures, isLast: true), for: film)
      #expect(memory.bytes <= FrameMemory.limit)
    }
    // 12 MB each: six find room.
    let here = (0..<9).filter { memory.isComplete(wish("\($0)")) }
    #expect(here == [0, 4, 5, 6, 7, 8])
  }
}
