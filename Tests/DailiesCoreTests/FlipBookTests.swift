import TerminalCanvas
import Testing
import VideosAPI

@testable import DailiesCore

/// The flip-book: what is asked for, how it follows the film's own time, and what becomes of one picture.
@Suite struct FlipBookTests {
  private static let reel = FilmReel(width: 1280, height: 720, seconds: 8, frames: 192)

  /// A saved take in front, with a terminal that shows pictures.
  private func desk(_ phase: TakePhase = .saved, motion: Bool = true, columns: Int = 80, rows: Int = 24) -> Desk {
    var settings = Settings()
    settings.motion = motion
    var desk = Desk(columns, rows, settings: settings)
    desk.showPictures()
    desk.load([Desk.take(2, phase), Desk.take(1, .saved, "another film")])
    desk.press(.function(3))
    return desk
  }

  private func pictures(_ count: Int, _ size: VideoSize) -> [PixelGrid] {
    let grid = PixelGrid(
      width: size.width, height: size.height, rgb: Array(repeating: 90, count: size.width * size.height * 3))
    return Array(repeating: grid, count: count).compactMap { $0 }
  }

  private func wishes(_ desk: Desk) -> [FrameWish]? {
    desk.effects.lazy.compactMap { if case .drawFrames(let wishes) = $0 { wishes } else { nil } }.first
  }

  private func book(_ desk: Desk) -> FlipBook? {
    if case .flipBook(let book)? = desk.top { book } else { nil }
  }

  /// Opens the flip-book, with so many of its pictures here.
  private func open(_ desk: inout Desk, having count: Int = 192) throws {
    desk.press(.character("p"))
    let wish = try #require(wishes(desk)?.first)
    desk.apply(
      .framesDrawn(wish, .pictures(Self.reel, first: 0, pictures(count, wish.size), isLast: count == 192)))
  }

  @Test func itAsksForTheFirstRunOfTheFilmAndLetsGoWhenItIsClosed() throws {
    var desk = desk()
    desk.press(.character("p"))
    let wish = try #require(wishes(desk)?.first)
    #expect(wishes(desk) == [wish])
    #expect(wish.path == "/films/T002.mp4")
    #expect(wish.part == .run(from: 0, count: 240))
    // 78 columns, 18 lines of two pixels each.
    #expect(wish.size == VideoSize(width: 64, height: 36))
    desk.press(.escape)
    #expect(desk.top == nil)
    #expect(wishes(desk) == [])
  }

  @Test func itRunsByItselfAndFollowsTheTimeOfTheFilm() throws {
    var desk = desk()
    try open(&desk)
    #expect(book(desk)?.frame == 0)
    #expect(desk.state.deadline == desk.state.now + .milliseconds(42))
    desk.pass(.milliseconds(41))
    #expect(book(desk)?.frame == 0)
    desk.pass(.milliseconds(1))
    #expect(book(desk)?.frame == 1)
    #expect(desk.state.deadline == desk.state.now + .milliseconds(42))
    for _ in 0..<10 { desk.pass(.milliseconds(250)) }
    #expect(book(desk)?.frame == 61, "at 2.542 s")
  }

  @Test func singleFramesAreStepsAsInMpvAndVerdictsAreGivenAsInTheList() throws {
    var desk = desk(motion: false)
    try open(&desk)
    desk.press(.character("."))
    desk.press(.character("."))
    desk.press(.character(","))
    #expect(book(desk)?.frame == 1)
    desk.press(.character("+"))
    #expect(book(desk) != nil)
    #expect(desk.effects == [.changeTakes([Take.Number(2)], .set(.verdict(.circled)))])
  }

  @Test func aFrameThatStandsIsAskedForInAllThePixelsThereIsRoomFor() throws {
    var desk = desk(motion: false, columns: 170, rows: 50)
    var abilities = PictureAbilities()
    (abilities.takesKitty, abilities.cell) = (true, CellPixels(width: 9, height: 18))
    desk.apply(.picturesFound(abilities))
    try open(&desk)
    desk.press(.right)
    let still = try #require(wishes(desk)?.first { $0.part == .run(from: 1, count: 1) })
    #expect(still.size.width == 1280 && still.isStill)
    desk.press(.character(" "))
    #expect(wishes(desk)?.contains { $0.isStill } == false)
  }

  @Test func itStopsAtTheEndAndSpaceBeginsAnew() throws {
    var desk = desk()
    try open(&desk)
    desk.press(.end)
    #expect(book(desk)?.frame == 191)
    #expect(book(desk)?.run == nil)
    desk.press(.character(" "))
    #expect(book(desk)?.frame == 0)
    for _ in 0..<40 { desk.pass(.milliseconds(250)) }
    #expect(book(desk)?.frame == 191)
    #expect(book(desk)?.run == nil)
    #expect(desk.state.deadline == nil, "nothing is due any more")
  }

  @Test func withoutMotionItStandsUntilItIsAskedToRun() throws {
    var desk = desk(motion: false)
    try open(&desk)
    #expect(desk.state.pictureDue == nil)
    desk.press(.character(" "))
    #expect(desk.state.pictureDue != nil)
    desk.press(.character(" "))
    #expect(desk.state.pictureDue == nil)
  }

  @Test func whatIsNotHereYetIsWaitedForAndTheTimeWithIt() throws {
    var desk = desk()
    desk.press(.character("p"))
    let wish = try #require(wishes(desk)?.first)
    #expect(desk.state.pictureDue == nil, "nothing is known of the film")
    desk.apply(.framesDrawn(wish, .pictures(Self.reel, first: 0, pictures(12, wish.size), isLast: false)))
    for _ in 0..<20 { desk.pass(.milliseconds(250)) }
    #expect(book(desk)?.frame == 11)
    #expect(desk.state.pictureDue == nil)
    #expect(book(desk)?.run != nil)
    desk.apply(.framesDrawn(wish, .pictures(Self.reel, first: 12, pictures(180, wish.size), isLast: true)))
    desk.pass(.zero)
    #expect(book(desk)?.frame == 11, "it does not jump over what nobody saw")
    desk.pass(.milliseconds(250))
    #expect(book(desk)?.frame == 17)
  }

  @Test func aFilmThatCanBeReadInPartStopsWhereThatEnds() throws {
    var desk = desk()
    desk.press(.character("p"))
    let wish = try #require(wishes(desk)?.first)
    desk.apply(.framesDrawn(wish, .pictures(Self.reel, first: 0, pictures(5, wish.size), isLast: true)))
    for _ in 0..<4 { desk.pass(.milliseconds(250)) }
    #expect(book(desk)?.frame == 4)
    #expect(book(desk)?.run == nil)
    desk.press(.right)
    let open = try #require(book(desk))
    #expect(desk.state.picture(in: open) == nil)
    #expect(!desk.state.isComing(open))
    #expect(wishes(desk) == nil, "it is not asked for again")
  }

  @Test func aClockThatIsPutBackDoesNotStopTheFilm() throws {
    var desk = desk()
    try open(&desk)
    desk.pass(.milliseconds(250))
    desk.pass(.seconds(-3600))
    #expect(book(desk)?.frame == 6)
    desk.pass(.milliseconds(250))
    #expect(book(desk)?.frame == 12)
  }

  @Test func whatLiesOverItStopsTheTime() throws {
    var desk = desk()
    try open(&desk)
    desk.press(.function(12))
    #expect(desk.state.pictureDue == nil)
    for _ in 0..<4 { desk.pass(.milliseconds(250)) }
    desk.press(.escape)
    desk.pass(.zero)
    #expect(book(desk)?.frame == 0)
    desk.pass(.milliseconds(250))
    #expect(book(desk)?.frame == 6)
  }

  @Test func keysGoByPicturesAndSecondsAndStopTheFilm() throws {
    var desk = desk()
    try open(&desk)
    let steps: [(Key, Int)] = [
      (.right, 1), (.right, 2), (.left, 1), (.down, 25), (.pageDown, 49), (.up, 25), (.pageUp, 1), (.up, 0), (.left, 0),
      (.end, 191), (.right, 191), (.home, 0),
    ]
    for (key, frame) in steps {
      desk.press(key)
      #expect(book(desk)?.frame == frame, "\(key.name)")
      #expect(book(desk)?.run == nil)
    }
  }

  @Test func slowerAndFasterChangeWhenTheNextPictureIsDue() throws {
    var desk = desk()
    try open(&desk)
    func due() -> Int64? { desk.state.pictureDue.map { ($0 - desk.state.now).milliseconds } }
    desk.press(.character("["))
    #expect(due() == 84)
    desk.press(.character("["), .character("["), .character("["))
    #expect(due() == 167, "no slower than a quarter")
    for _ in 0..<9 { desk.press(.character("]")) }
    #expect(due() == 11)
  }

  @Test func aPictureBecomesTheReferenceOfANewDraft() throws {
    var desk = desk()
    try open(&desk)
    desk.press(.right, .right, .character("s"))
    #expect(desk.effects == [.keepFrame(Take.Number(2), path: "/films/T002.mp4", frame: 2)])
    desk.press(.character("s"))
    #expect(desk.effects.isEmpty, "one at a time")
    let image = ReferenceImage.file(path: "/state/images/T002-frame-3.jpg")
    desk.apply(.frameKept(Take.Number(2), image))
    #expect(desk.top == nil)
    #expect(desk.state.focus == .prompt)
    #expect(desk.state.prompt.text == "a lantern at dusk")
    #expect(desk.state.shot.image == image)
    #expect(desk.state.card.parent == Take.Number(2))
    #expect(desk.effects.contains(.checkImage(image)))
    #expect(desk.message.contains("T002-frame-3.jpg"))
  }

  @Test func aPictureOfAFlipBookThatWasClosedMeanwhileIsNotTaken() throws {
    var desk = desk()
    try open(&desk)
    desk.press(.character("s"), .escape)
    desk.apply(.frameKept(Take.Number(2), .file(path: "/state/images/a.jpg")))
    #expect(desk.state.shot.image == nil)
    #expect(desk.state.focus == .takes)
  }

  @Test func whyAPictureWasNotWrittenStandsThereUntilTheNextKey() throws {
    var desk = desk()
    try open(&desk)
    desk.press(.character("s"))
    desk.apply(.frameNotKept(Take.Number(2), Note(Strings.frameNotKept, reason: Reason(quoting: "disk full"))))
    #expect(book(desk)?.refusal?.text(.english) == "The frame was not written: disk full")
    desk.press(.character("s"))
    #expect(desk.effects == [.keepFrame(Take.Number(2), path: "/films/T002.mp4", frame: 0)])
    #expect(book(desk)?.refusal == nil)
  }

  @Test func theFilmIsPlayedFromThere() throws {
    var desk = desk()
    try open(&desk)
    desk.press(.character("o"))
    #expect(desk.effects == [.play(path: "/films/T002.mp4")])
    #expect(book(desk)?.run == nil)
  }

  @Test(arguments: [(TakePhase.ready, "d saves it"), (.running, "not saved yet"), (.failed, "not saved yet")])
  func aTakeThatIsNotSavedSaysWhatToDo(phase: TakePhase, words: String) {
    var desk = desk(phase)
    desk.press(.character("p"))
    #expect(desk.top == nil)
    #expect(desk.message.contains(words))
  }

  @Test func whatFailedIsNotAskedForAgainUntilTheFlipBookIsOpenedAnew() throws {
    var desk = desk()
    desk.press(.character("p"))
    let wish = try #require(wishes(desk)?.first)
    desk.apply(.framesDrawn(wish, .trouble(.gone)))
    desk.press(.right)
    #expect(wishes(desk) == nil)
    #expect(desk.state.frames.trouble(with: wish.path) == .gone)
    desk.press(.escape, .character("p"))
    #expect(wishes(desk) == [wish])
  }

  @Test func aFilmThatIsSavedAgainIsAskedForAnew() throws {
    var desk = desk()
    desk.press(.character("p"))
    let wish = try #require(wishes(desk)?.first)
    desk.apply(.framesDrawn(wish, .trouble(.gone)))
    desk.press(.character("d"))
    #expect(desk.effects == [.save([Take.Number(2)])])
    desk.change(2) { $0.phase = .saving }
    #expect(wishes(desk) == nil)
    desk.change(2) { $0.phase = .saved }
    #expect(wishes(desk) == [wish])
    #expect(book(desk)?.take.phase == .saved)
  }

  @Test func anotherSizeOfTheWindowAsksForAnotherSizeOfThePictures() throws {
    var desk = desk()
    try open(&desk)
    desk.apply(.resized(Size(columns: 40, rows: 12)))
    #expect(wishes(desk)?.first?.size == VideoSize(width: 21, height: 12))
    desk.apply(.resized(Size(columns: 30, rows: 8)))
    #expect(wishes(desk) == [], "nothing is shown there")
  }

  @Test func aFilmIsNotAskedForInMorePixelsThanItCanBeMadeInItsTime() {
    let state = desk().state
    let area = Size(columns: 3000, rows: 2000)
    #expect(
      state.frameSize(of: VideoSize(width: 1920, height: 1080), in: area) == VideoSize(width: 640, height: 360))
    #expect(state.frameSize(of: VideoSize(width: 720, height: 1280), in: area) == VideoSize(width: 360, height: 640))
  }

  @Test func aLongFilmIsAskedForInRunsTheOneInFrontFirst() throws {
    var desk = desk()
    desk.press(.character("p"))
    let first = try #require(wishes(desk)?.first)
    let long = FilmReel(width: 1280, height: 720, seconds: 12, frames: 288)
    desk.apply(.framesDrawn(first, .pictures(long, first: 0, pictures(1, first.size), isLast: false)))
    let second = FrameWish(path: first.path, .run(from: 240, count: 240), size: first.size)
    #expect(wishes(desk) == [first, second])
    desk.press(.end)
    #expect(wishes(desk) == [second])
  }

  @Test func goingThroughTheListWantsTheFilmInFrontAlone() throws {
    var desk = desk(columns: 120, rows: 40)
    let first = desk.state.paneStrip?.wish
    #expect(first?.path == "/films/T002.mp4")
    desk.press(.down)
    let second = try #require(desk.state.paneStrip?.wish)
    #expect(second.path == "/films/T001.mp4")
    #expect(wishes(desk) == [second])
    let size = second.size
    desk.apply(.framesDrawn(second, .pictures(Self.reel, first: 0, pictures(4, size), isLast: true)))
    desk.press(.up, .down)
    #expect(wishes(desk) == [], "they are here")
    desk.press(.character("/"))
    #expect(wishes(desk) == nil)
  }

  @Test func withoutColoursNothingIsAskedFor() {
    var desk = Desk(takes: [Desk.take(1, .saved)])
    desk.press(.character("p"))
    #expect(book(desk) != nil)
    #expect(wishes(desk) == nil)
    #expect(desk.state.paneStrip == nil)
    desk.press(.character(" "))
    #expect(desk.state.deadline == nil)
  }

  @Test func whereNothingIsDrawnItIsToldAndClosed() throws {
    var desk = Desk(takes: [Desk.take(1, .saved)])
    desk.beginListening()
    desk.say("film 1")
    #expect(desk.effects.contains(.findTakes([Take.Number(1)], for: .showFrames)))
    desk.apply(.takesFound([Desk.take(1, .saved)], missing: [], for: .showFrames))
    #expect(book(desk) != nil)
    #expect(desk.state.linear?.page == .layer)
    desk.apply(.pageSaid)
    #expect(desk.top == nil)
    desk.say("play")
    #expect(desk.effects.contains(.findTakes([Take.Number(1)], for: .play)))
  }
}
