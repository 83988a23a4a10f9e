import DailiesCore
import TerminalCanvas
import TestSupport
import Testing
import VideosAPI

@testable import DailiesViews

/// Films on the screen: the strip in the pane and in the detail, the flip-book, and the words where there are no pictures.
@Suite struct FilmScreenTests {
  private static let reel = FilmReel(width: 1280, height: 720, seconds: 8, frames: 192)
  private static let forms: [(Int, Int, Language)] = StatesTests.sizes

  /// A light that goes from left to right.
  private func picture(_ frame: Int, _ size: VideoSize) -> PixelGrid? {
    var bytes: [UInt8] = []
    for row in 0..<size.height {
      for column in 0..<size.width {
        let near = max(0, 255 - abs(column - frame * size.width / 192) * 1600 / size.width)
        bytes += [UInt8(near), UInt8(near / 2), UInt8(row * 255 / size.height)]
      }
    }
    return PixelGrid(width: size.width, height: size.height, rgb: bytes)
  }

  private func stage(_ columns: Int, _ rows: Int, _ language: Language, hasPictures: Bool = true) -> Stage {
    var stage = Stage(columns, rows, language: language)
    if hasPictures { stage.showPictures() }
    stage.key(.function(3))
    stage.load(Scene.takes().filter { $0.phase == .saved })
    return stage
  }

  /// Makes what was asked for by the last action.
  private func answer(_ stage: inout Stage, _ reel: FilmReel = reel) {
    for case .drawFrames(let wishes) in stage.effects {
      for wish in wishes {
        let pictures = wish.frames(of: reel).compactMap { picture($0, wish.size) }
        stage.apply(.framesDrawn(wish, .pictures(reel, first: 0, pictures, isLast: true)))
      }
    }
  }

  private func text(_ stage: Stage) -> String {
    (0..<stage.state.size.rows).map { stage.canvas(.colors256).text(row: $0) }.joined(separator: "\n")
  }

  private func expect(_ stage: Stage, _ name: String, _ form: (Int, Int, Language), withStyles: Bool = false) {
    ScreenSnapshot(stage.canvas(.colors256), withStyles: withStyles).expect(
      "film-\(name)-\(form.0)x\(form.1)" + (form.2 == .chinese ? "-zh" : ""))
  }

  @Test(arguments: forms) func theFlipBookShowsOnePictureAndWhereItIs(columns: Int, rows: Int, language: Language) {
    var stage = stage(columns, rows, language)
    stage.key(.character("p"))
    #expect(text(stage).contains(Strings.framesComing(language)))
    answer(&stage)
    stage.key(.down, .down, .right)
    expect(stage, "flip-book", (columns, rows, language), withStyles: columns == 40)
  }

  @Test(arguments: forms) func theDetailHasAStripWhereThereIsRoom(columns: Int, rows: Int, language: Language) {
    var stage = stage(columns, rows, language)
    stage.key(.right)
    let film = stage.state.detailFilm(of: Scene.takes()[9])
    #expect((film?.strip != nil) == (rows >= 24) && (film?.poster != nil) == (rows >= 40))
    answer(&stage)
    expect(stage, "detail", (columns, rows, language))
  }

  @Test func aLargeScreenIsFilledByTheFirstPictureAndAsManyAsFindRoomBelow() throws {
    var stage = stage(170, 50, .english)
    stage.key(.right)
    let film = try #require(stage.state.detailFilm(of: Scene.takes()[9]))
    #expect(film.poster != nil && film.strip?.wish.part == .spread(10))
    answer(&stage)
    expect(stage, "detail", (170, 50, .english))
  }

  @Test(arguments: Language.allCases) func thePaneUnderTheListHasAStripWhereThereIsRoom(language: Language) throws {
    var stage = stage(120, 40, language)
    stage.key(.down, .up)
    // Nothing has come yet: outlines, and all stands where it will stand.
    expect(stage, "pane-awaited", (120, 40, language))
    let wish = try #require(stage.state.paneStrip?.wish)
    let pictures = wish.frames(of: Self.reel).compactMap { picture($0, wish.size) }
    stage.apply(.framesDrawn(wish, .pictures(Self.reel, first: 0, pictures, isLast: true)))
    expect(stage, "pane", (120, 40, language))
    stage.apply(.resized(Size(columns: 80, rows: 24)))
    #expect(stage.state.paneStrip == nil)
  }

  @Test func anUprightFilmHasMorePicturesSideBySide() throws {
    var stage = Stage(120, 40)
    stage.showPictures()
    stage.key(.function(3))
    var take = Scene.take(7, .saved, Scene.lantern, size: VideoSize(width: 720, height: 1280))
    take.filePath = "/home/ada/Videos/Dailies/T007.mp4"
    stage.load([take])
    stage.key(.right)
    let strip = try #require(stage.state.detailFilm(of: take)?.strip)
    #expect(strip.wish.part == .spread(7))
    #expect(strip.cells.columns < strip.cells.rows * 2)
    answer(&stage, FilmReel(width: 720, height: 1280, seconds: 8, frames: 192))
    expect(stage, "upright", (120, 40, .english))
  }

  @Test(arguments: forms) func whatCannotBeShownIsToldInWords(columns: Int, rows: Int, language: Language) {
    var stage = stage(columns, rows, language)
    stage.key(.character("p"))
    for case .drawFrames(let wishes) in stage.effects {
      stage.apply(.framesDrawn(wishes[0], .trouble(.toolMissing)))
    }
    expect(stage, "no-tool", (columns, rows, language))
    var mono = self.stage(columns, rows, language, hasPictures: false)
    mono.key(.character("p"))
    expect(mono, "no-colours", (columns, rows, language))
  }

  @Test func aFilmThatIsGoneIsSaidInThePaneTheDetailAndTheFlipBook() throws {
    var stage = stage(120, 40, .english)
    let wish = try #require(stage.state.paneStrip?.wish)
    stage.apply(.framesDrawn(wish, .trouble(.gone)))
    #expect(text(stage).contains("not where it was saved"))
    stage.key(.right)
    #expect(text(stage).contains("not where it was saved"))
    stage.key(.escape, .character("p"))
    for case .drawFrames(let wishes) in stage.effects { stage.apply(.framesDrawn(wishes[0], .trouble(.gone))) }
    #expect(text(stage).contains("d saves it again"))
  }

  @Test func aRunningFilmSaysSoAndWhatItWaitsFor() throws {
    var stage = stage(80, 24, .english)
    stage.key(.character("p"))
    guard case .drawFrames(let wishes)? = stage.effects.last, let wish = wishes.first else {
      Issue.record("nothing was asked for")
      return
    }
    let pictures = (0..<3).compactMap { picture($0, wish.size) }
    stage.apply(.framesDrawn(wish, .pictures(Self.reel, first: 0, pictures, isLast: false)))
    #expect(text(stage).contains("runs 1x"))
    stage.apply(.clockAdvanced(Stage.start + .milliseconds(250)))
    #expect(text(stage).contains("frame   3/192  waits"))
    stage.key(.character(" "))
    #expect(text(stage).contains("0.08 of 8 s  frame   3/192  stands"))
    stage.key(.character("s"))
    #expect(text(stage).contains("Writing this frame"))
  }

  @Test func whereNothingIsDrawnLengthSizeSoundAndFileAreSaid() {
    var stage = Stage()
    stage.beginListening()
    let take = Scene.takes().first { $0.phase == .saved }
    guard let take else { return }
    stage.say("film 28")
    stage.apply(.takesFound([take], missing: [], for: .showFrames))
    let said = stage.page.joined(separator: "\n")
    for words in ["8 s 1280x720", "with sound", "T028-2025-11-12-ribbon-macro.mp4", "9.1 MB", "Ribbon macro"] {
      #expect(said.contains(words), "\(words)")
    }
    #expect(!said.contains("colours"))
  }
}
