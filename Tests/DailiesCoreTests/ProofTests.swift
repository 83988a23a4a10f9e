import DailiesCore
import TerminalCanvas
import Testing
import VideosAPI

/// The proof: how a picture lies in the frame, and the three ways of sending it.
@Suite struct ProofTests {
  private let image = ReferenceImage.file(path: "/p/a.png")
  private let facts = PictureFacts(mediaType: .png, width: 4000, height: 3000, byteCount: 2_100_000)

  /// A desk with the proof of a picture of 4:3 open.
  private func desk(_ drawing: PixelGrid.Drawing? = nil) -> Desk {
    var desk = Desk()
    desk.press(.function(6))
    desk.paste("/p/a.png")
    desk.press(.enter)
    desk.apply(.imageChecked(image, .picture(facts)))
    if let drawing { desk.apply(.pictureDrawn(image, drawing)) }
    return desk
  }

  private func proof(_ desk: Desk) -> ProofScreen? {
    if case .proof(let proof)? = desk.top { proof } else { nil }
  }

  @Test func itOpensWhenAnAttachedPictureHasBeenLookedAt() {
    let desk = desk()
    #expect(proof(desk)?.image == image)
    #expect(desk.effects == [.drawPicture(image, VideoSize(width: 160, height: 120))])
  }

  private var kitty: PictureAbilities {
    var abilities = PictureAbilities()
    abilities.takesKitty = true
    abilities.cell = CellPixels(width: 9, height: 18)
    return abilities
  }

  /// Of 4:3, and no larger than the screens.
  @Test func whereTheTerminalShowsPixelsAsManyAreDrawn() {
    var desk = desk()
    desk.apply(.picturesFound(kitty))
    #expect(desk.state.pixels(forCells: Size(columns: 10, rows: 4)) == VideoSize(width: 90, height: 72))
    let rows = desk.state.layout.body.rows
    #expect(desk.effects.last == .drawPicture(image, VideoSize(width: rows * 18 * 4 / 3, height: rows * 18)))
    desk.press(.escape)
    desk.apply(.picturesFound(kitty))
    #expect(desk.effects == [])
  }

  @Test(arguments: [
    (PictureChoice.auto, Graphics.Way.kitty as Graphics.Way?), (.kitty, .kitty), (.sixel, .sixel), (.blocks, nil),
    (.off, nil),
  ])
  func theSettingHasTheLastWord(choice: PictureChoice, way: Graphics.Way?) {
    var settings = Settings()
    settings.pictures = choice.rawValue
    var desk = Desk(settings: settings)
    #expect(desk.state.graphics?.way == (choice == .auto ? nil : way))
    desk.apply(.picturesFound(kitty))
    #expect(desk.state.graphics?.way == way)
    #expect(desk.state.pixels(forCells: Size(columns: 1, rows: 1)).height == (way == nil ? 2 : 18))
  }

  @Test func itDoesNotOpenForAPictureThatIsOnlyLookedAtAgain() {
    var desk = desk()
    desk.press(.escape)
    #expect(desk.effects == [.stopDrawing])
    desk.apply(.imageChecked(image, .picture(facts)))
    #expect(desk.top == nil)
    desk.press(.tab, .character("p"))
    #expect(proof(desk) != nil)
  }

  @Test(arguments: [Key.escape, .character("x")])
  func aPictureIsNotTakenWhenThePersonDoesSomethingElseMeanwhile(key: Key) {
    var desk = Desk()
    desk.press(.function(6))
    desk.paste("/p/a.png")
    desk.press(.enter, key)
    desk.apply(.imageChecked(image, .picture(facts)))
    #expect(proof(desk) == nil)
    #expect(desk.state.shot.image == nil)
  }

  @Test func sentAsItIsNothingIsMade() {
    var desk = desk()
    desk.press(.enter)
    #expect(desk.effects == [.stopDrawing])
    #expect(desk.state.shot.image == image)
  }

  @Test func croppingMakesANewPictureOnceAndTakesIt() {
    var desk = desk()
    desk.press(.down, .enter)
    let size = VideoSize(width: 1280, height: 720)
    #expect(desk.effects == [.fitPicture(image, facts, .crop, size)])
    desk.press(.enter)
    #expect(desk.effects.isEmpty)
    let new = ReferenceImage.file(path: "/s/images/a-crop-1280x720.png")
    desk.apply(.pictureFitted(image, new))
    #expect(desk.effects.contains(.checkImage(new)))
    #expect(desk.state.shot.image == new)
    #expect(desk.top == nil)
    #expect(desk.message.contains("a-crop-1280x720.png"))
  }

  @Test func withoutATheProgramTheChoiceSaysWhatIsMissing() {
    var desk = desk(.toolMissing)
    desk.press(.down, .down, .enter)
    #expect(desk.effects.isEmpty)
    #expect(proof(desk)?.refusal?.text(.english).contains("ffmpeg or ImageMagick") == true)
    #expect(desk.state.shot.image == image)
  }

  @Test func aNewPictureThatCouldNotBeMadeLeavesTheOldOne() {
    var desk = desk()
    desk.press(.down, .enter)
    desk.apply(.pictureNotFitted(image, Note(Strings.proofFailed, "no room")))
    #expect(proof(desk)?.refusal?.text(.english).contains("no room") == true)
    #expect(proof(desk)?.isWorking == false)
    desk.press(.escape)
    #expect(desk.state.shot.image == image)
  }

  @Test func anAddressCanOnlyBeSentAsItIs() {
    var desk = Desk()
    desk.press(.function(6))
    desk.paste("https://a.example/b.png")
    desk.press(.enter)
    let address = ReferenceImage.address("https://a.example/b.png")
    desk.apply(.imageChecked(address, .picture(facts)))
    #expect(desk.top == nil)
    desk.press(.tab, .character("p"), .down, .enter)
    #expect(proof(desk)?.refusal?.text(.english).contains("download") == true)
    #expect(desk.effects.isEmpty)
  }

  @Test(arguments: [
    // Shown size, ordered size, fit; part, scaled, canvas, place.
    (4000, 3000, 1280, 720, PictureFit.crop, [0, 375, 4000, 2250, 1280, 720, 1280, 720, 0, 0]),
    (800, 600, 1280, 720, .crop, [0, 75, 800, 450, 800, 450, 800, 450, 0, 0]),
    (4000, 3000, 1280, 720, .pad, [0, 0, 4000, 3000, 960, 720, 1280, 720, 160, 0]),
    (800, 600, 1280, 720, .pad, [0, 0, 800, 600, 800, 600, 1067, 600, 133, 0]),
    (3000, 1000, 720, 1280, .pad, [0, 0, 3000, 1000, 720, 240, 720, 1280, 0, 520]),
    (1, 9999, 1280, 720, .crop, [0, 4999, 1, 1, 1, 1, 1, 1, 0, 0]),
    (4000, 3000, 1280, 720, .asIs, [0, 0, 4000, 3000, 4000, 3000, 4000, 3000, 0, 0]),
  ])
  func whatIsDoneIsKnownBeforehand(
    width: Int, height: Int, frameWidth: Int, frameHeight: Int, fit: PictureFit, expected: [Int]
  ) {
    let facts = PictureFacts(mediaType: .png, width: width, height: height, byteCount: 1)
    let plan = PicturePlan(facts, frame: VideoSize(width: frameWidth, height: frameHeight), fit: fit)
    #expect(
      [
        plan.crop.column, plan.crop.row, plan.crop.width, plan.crop.height, plan.scaled.width, plan.scaled.height,
        plan.canvas.width, plan.canvas.height, plan.column, plan.row,
      ] == expected)
  }
}
