import DailiesCore
import TerminalCanvas
import Testing
import VideosAPI

/// What is known of a picture is said before anything is sent.
@Suite struct ImageStateTests {
  private let image = ReferenceImage.file(path: "/p/a.png")

  private func desk(_ finding: ImageFinding? = nil) -> Desk {
    var desk = Desk()
    desk.type("dawn")
    desk.press(.function(6))
    desk.paste("/p/a.png")
    desk.press(.enter)
    #expect(desk.effects == [.checkImage(image)])
    if let finding { desk.apply(.imageChecked(image, finding)) }
    return desk
  }

  private func facts(_ width: Int, _ height: Int, orientation: Int = 1, bytes: Int = 2_100_000) -> ImageFinding {
    .picture(PictureFacts(mediaType: .png, width: width, height: height, orientation: orientation, byteCount: bytes))
  }

  @Test func sizeAndWeightAreSaidAsTheyWillTravel() {
    let desk = desk(facts(1920, 1080))
    #expect(desk.state.facts(of: image) == "1920x1080, 2.1 MB (2.8 MB encoded)")
    #expect(desk.state.remarks(on: image, for: VideoSize(width: 1280, height: 720)).isEmpty)
  }

  @Test func whatAPersonShouldKnowIsRemarked() {
    let state = desk(facts(1080, 1920, orientation: 6, bytes: 12_000_000)).state
    let landscape = VideoSize(width: 1280, height: 720)
    #expect(
      state.remarks(on: image, for: landscape) == [
        "12 MB is heavy: services may refuse it", "an EXIF mark turns it; the service may not look at that",
      ])
    #expect(state.remarks(on: image, for: VideoSize(width: 720, height: 1280)).count == 3)
  }

  @Test(arguments: [
    ImageFlaw.missing, .unreadable("I/O error"), .wrongType, .brokenHeader, .tooLarge(limit: 32_000_000),
  ])
  func aPictureThatCannotBeSentIsSaidBeforeItIsTaken(_ flaw: ImageFlaw) {
    var desk = desk(.refused(flaw))
    guard case .image(let entry)? = desk.top else {
      Issue.record("the field is gone")
      return
    }
    #expect(entry.refusal?.text(.english).contains(flaw.text(.english)) == true)
    #expect(desk.state.shot.image == nil)
    desk.press(.enter)
    #expect(desk.effects == [.checkImage(image)], "it may have been mended")
    desk.apply(.imageChecked(image, facts(1280, 720)))
    #expect(desk.state.shot.image == image)
  }

  @Test(arguments: [ImageFlaw.missing, .wrongType]) func aPictureThatCannotBeSentAnyMoreIsNotSent(_ flaw: ImageFlaw) {
    var desk = desk(facts(1280, 720))
    desk.press(.escape, .function(5))
    #expect(desk.effects.contains(.checkImage(image)))
    desk.apply(.imageChecked(image, .refused(flaw)))
    #expect(desk.message.contains(flaw.text(.english)))
    desk.press(.enter)
    #expect(desk.effects.isEmpty)
    guard case .review(let sheet)? = desk.top else {
      Issue.record("the sheet is gone")
      return
    }
    #expect(sheet.refusal?.text(.english).contains(flaw.text(.english)) == true)
    desk.apply(.imageChecked(image, facts(1280, 720)))
    desk.press(.enter)
    #expect(desk.effects.confirmed.count == 1)
  }

  @Test func anAddressThatDoesNotAnswerIsARemarkAndNoRefusal() {
    var desk = Desk()
    desk.type("dawn")
    desk.press(.function(6))
    desk.paste("https://a.example/b.png")
    desk.press(.enter)
    let address = ReferenceImage.address("https://a.example/b.png")
    #expect(desk.effects == [.checkImage(address)])
    desk.apply(.imageChecked(address, .doubtful(.noAnswer("cannot find a.example"))))
    #expect(desk.message == "The picture: the address does not answer: cannot find a.example.")
    desk.press(.function(5), .enter)
    #expect(desk.effects.confirmed.count == 1)
  }

  @Test func anAddressIsRefusedWherePicturesGoAsFiles() {
    var desk = Desk { $0.imageAs = ImageEncoding.multipart.rawValue }
    desk.press(.function(6))
    desk.paste("https://a.example/b.png")
    desk.press(.enter)
    guard case .image(let entry)? = desk.top else {
      Issue.record("the field is gone")
      return
    }
    #expect(entry.refusal?.text(.english).contains("image_as = multipart") == true)
    #expect(desk.state.shot.image == nil)
  }

  @Test func theAnswerForAnotherPictureSaysNothing() {
    var desk = desk()
    desk.apply(.imageChecked(.file(path: "/p/other.png"), .refused(.wrongType)))
    #expect(!desk.message.contains("cannot be sent"))
  }

  @Test func thePictureOfADraftFromTheStoreIsLookedAtByItself() {
    var desk = Desk()
    desk.restore(
      DraftRecord(
        prompt: PromptEditor("x").snapshot, shot: ShotSettings(model: "m", image: image)))
    desk.pass(.seconds(1))
    #expect(desk.effects == [.checkImage(image)])
    desk.pass(.seconds(1))
    #expect(desk.effects.isEmpty)
  }

  @Test func xInTheShotSettingsRemovesThePicture() {
    var desk = desk(facts(1280, 720))
    desk.press(.escape, .tab, .character("x"))
    #expect(desk.state.shot.image == nil)
    desk.press(.character("x"))
    #expect(desk.message == Strings.noImageThere(.english))
  }
}
