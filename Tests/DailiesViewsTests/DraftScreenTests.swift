import DailiesCore
import TerminalCanvas
import TestSupport
import Testing
import VideosAPI

@testable import DailiesViews

@Suite struct DraftScreenTests {
  @Test func anEmptyDraftSaysWhatHelpsAndHasTheCaretInThePrompt() {
    ScreenSnapshot(Stage().canvas()).expect("draft-empty-80x24")
    ScreenSnapshot(Stage(language: .chinese).canvas()).expect("draft-empty-80x24-zh")
    ScreenSnapshot(Stage(40, 12).canvas()).expect("draft-empty-40x12")
    ScreenSnapshot(Stage(40, 12, language: .chinese).canvas()).expect("draft-empty-40x12-zh")
    ScreenSnapshot(Stage(60, 20).canvas()).expect("draft-empty-60x20")
  }

  @Test func aWrittenPromptIsWrappedAndCounted() {
    var stage = Stage()
    stage.type("Wind moves the ribbons. ")
    stage.paste(Scene.lantern)
    ScreenSnapshot(stage.canvas(), withStyles: true).expect("draft-written-80x24")
  }

  @Test func theFrameSaysWhereThereIsMoreAndHowToGoOnWriting() {
    var stage = Stage()
    func bottom() -> String { stage.canvas().text(row: (stage.state.layout.draft?.prompt.endRow ?? 1) - 1) }
    for _ in 0..<30 { stage.key(.enter) }
    #expect(bottom().contains(" more above ─"))
    stage.key(.pageUp, .pageUp)
    #expect(bottom().contains("more above and below"))
    stage.key(Key(.home, .control))
    #expect(bottom().contains(" more below ─"))
    #expect(!bottom().contains("writes"))
    stage.key(.escape)
    #expect(bottom().contains(" Enter writes  more below ─"))
  }

  @Test func hanTextAndEmojiKeepTheCaretInItsColumn() {
    var stage = Stage(language: .chinese)
    stage.paste(Scene.widePrompts[0] + "\n" + Scene.widePrompts[1] + "\n" + Scene.widePrompts[4])
    ScreenSnapshot(stage.canvas()).expect("draft-wide-text-80x24-zh")
    stage.apply(.resized(Size(columns: 40, rows: 12)))
    ScreenSnapshot(stage.canvas()).expect("draft-wide-text-40x12-zh")
  }

  @Test func theSelectionStandsOutAndMayCoverALineEnd() {
    var stage = Stage()
    stage.paste("Slow dolly in.\nA grandmother 系上最后一条丝带.")
    stage.key(Key(.left, .shift), Key(.left, [.shift, .control]), Key(.up, .shift))
    ScreenSnapshot(stage.canvas(), withStyles: true).expect("draft-selection-80x24")
  }

  @Test func whatIsLookedForStandsOutAndIsCounted() {
    for (language, name) in [(Language.english, ""), (.chinese, "-zh")] {
      var stage = Stage(language: language)
      stage.paste("A lantern, 灯笼 lanterns.\nA Lantern in the rain.")
      stage.key(Key(.home, .control), .control("f"))
      stage.type("lantern")
      stage.key(.down)
      ScreenSnapshot(stage.canvas(), withStyles: true).expect("find-text-80x24\(name)")
      stage.key(.down, .down)
      stage.apply(.resized(Size(columns: 40, rows: 12)))
      ScreenSnapshot(stage.canvas()).expect("find-text-40x12\(name)")
      stage.type("x")
      #expect(stage.canvas().text(row: 10).contains(language == .english ? "not in the text" : "文中没有"))
    }
  }

  @Test func aCountBeyondTheLimitOfTheProfileStandsOut() {
    var stage = Stage { $0.promptLimit = 10 }
    stage.type("ten chars.")
    stage.apply(.clockAdvanced(stage.state.now + .seconds(1)))
    #expect(stage.canvas().text(row: 1).contains(" 10/10 ch "))
    let calm = stage.canvas()
    stage.type("!")
    #expect(stage.canvas().text(row: 1).contains(" 11/10 ch "))
    let column = stage.canvas().text(row: 1).firstRange(of: "1/10").map {
      stage.canvas().text(row: 1)[..<$0.lowerBound].count
    }
    #expect(stage.canvas()[column ?? 0, 1].style == Theme.colors16.style(.attention))
    #expect(calm[column ?? 0, 1].style == Theme.colors16.style(.dim))
  }

  @Test(arguments: Language.allCases) func theReviewSheetSaysThatAPromptIsBeyondTheLimitAndSendsItWhole(
    language: Language
  ) {
    var stage = Stage(language: language) { $0.promptLimit = 10 }
    stage.type("eleven char")
    stage.key(.function(5))
    let canvas = stage.canvas()
    let said = Strings.promptBeyondLimit(language, "11", "10").prefix(20)
    #expect((0..<24).contains { canvas.text(row: $0).contains(said) })
    stage.key(.enter)
    let prompts = stage.effects.flatMap { effect in
      if case .confirm(let confirmation, _, _) = effect { confirmation.orders.map(\.prompt) } else { [String]() }
    }
    #expect(prompts == ["eleven char"])
  }

  @Test func theShotSettingsMarkTheRowThatTakesTheKeys() {
    var stage = Stage()
    stage.type("dawn")
    stage.key(.tab, .down, .character("3"))
    ScreenSnapshot(stage.canvas(), withStyles: true).expect("shot-80x24")
    stage.apply(.resized(Size(columns: 40, rows: 12)))
    ScreenSnapshot(stage.canvas()).expect("shot-40x12")
  }

  @Test func theShotSettingsSayWhatIsKnownOfThePicture() {
    var stage = Stage()
    stage.attach("/home/ada/Pictures/lantern.jpg", .looking)
    #expect(stage.canvas().text(row: 17).contains("lantern.jpg looking at it"))
    let plain = PictureFacts(mediaType: .png, width: 1920, height: 1080, byteCount: 2_140_000)
    stage.apply(.imageChecked(.file(path: "/home/ada/Pictures/lantern.jpg"), .picture(plain)))
    stage.key(.escape)
    ScreenSnapshot(stage.canvas(), withStyles: true).expect("shot-image-80x24")
    stage.apply(.imageChecked(.file(path: "/home/ada/Pictures/lantern.jpg"), .picture(Scene.tallPicture)))
    ScreenSnapshot(stage.canvas(), withStyles: true).expect("shot-image-other-shape-80x24")
    stage.apply(.imageChecked(.file(path: "/home/ada/Pictures/lantern.jpg"), .refused(.wrongType)))
    ScreenSnapshot(stage.canvas(), withStyles: true).expect("shot-image-refused-80x24")
  }

  @Test func aLengthThatTheModelRefusesIsSaidBesideTheChoice() {
    var stage = Stage()
    stage.key(.tab, .character("3"))
    ScreenSnapshot(stage.canvas()).expect("shot-twelve-seconds-80x24")
    #expect(stage.canvas().text(row: 15).contains("! Veo refuses 12 s; 8 s works"))
  }

  @Test func whatMovesIsNamedUnderTheDraft() {
    var stage = Stage()
    stage.loadEveryState()
    stage.apply(.networkChanged(.reached))
    ScreenSnapshot(stage.canvas()).expect("draft-live-80x24")
    stage.apply(.resized(Size(columns: 40, rows: 12)))
    ScreenSnapshot(stage.canvas()).expect("draft-live-40x12")
  }

  @Test func aDraftThatCouldNotBeSavedSaysSo() {
    var stage = Stage()
    stage.type("dawn")
    stage.apply(.clockAdvanced(Stage.start + .seconds(1)), .draftNotSaved(Problem(.diskFull)))
    ScreenSnapshot(stage.canvas()).expect("draft-not-saved-80x24")
  }
}
