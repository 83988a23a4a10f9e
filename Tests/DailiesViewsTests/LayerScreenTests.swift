import DailiesCore
import DailiesViews
import TerminalCanvas
import TestSupport
import Testing

@Suite struct LayerScreenTests {
  static let sizes = [
    (80, 24, Language.english), (80, 24, .chinese), (120, 40, .english), (40, 12, .english), (40, 12, .chinese),
  ]

  private func expect(_ stage: Stage, _ name: String, _ place: (Int, Int, Language)) {
    let suffix = place.2 == .chinese ? "-zh" : ""
    ScreenSnapshot(stage.canvas()).expect("\(name)-\(place.0)x\(place.1)\(suffix)")
  }

  private func takes(_ place: (Int, Int, Language)) -> Stage {
    var stage = Stage(place.0, place.1, language: place.2)
    stage.key(.function(3))
    stage.loadEveryState(place.2 == .chinese ? Scene.widePrompts : Scene.prompts)
    return stage
  }

  @Test(arguments: sizes) func theReviewShowsAllThatOneYesWillSend(columns: Int, rows: Int, language: Language) {
    var stage = Stage(columns, rows, language: language)
    stage.paste(language == .chinese ? Scene.widePrompts[0] : Scene.lantern)
    stage.key(.function(5), .character("+"), .character("+"))
    expect(stage, "review", (columns, rows, language))
  }

  @Test(arguments: sizes) func aBatchIsALineForEachPrompt(columns: Int, rows: Int, language: Language) {
    var stage = Stage(columns, rows, language: language)
    stage.paste(
      Scene.lantern + (language == .chinese ? "风吹动{丝带|纸|火焰|}。" : " Wind moves {the ribbons|the paper|the flame|}."))
    stage.key(.function(5), .down, .character("+"), .down, .character(" "))
    expect(stage, "batch", (columns, rows, language))
  }

  @Test(arguments: sizes) func aSampleOfManyPromptsScrolls(columns: Int, rows: Int, language: Language) {
    var stage = Stage(columns, rows, language: language)
    let choices = (0..<6).map { "\($0 * 10) mm lens" }.joined(separator: "|")
    stage.paste("Shot with a {\(choices)} at {dawn|noon|dusk|night}, {rain|snow|sun|fog}, {wide|close|low|high}.")
    stage.key(.function(5), .pageDown, .pageDown)
    expect(stage, "batch-sample", (columns, rows, language))
  }

  @Test(arguments: sizes) func aMalformedPatternShowsThePlace(columns: Int, rows: Int, language: Language) {
    var stage = Stage(columns, rows, language: language)
    stage.paste(Scene.lantern + (language == .chinese ? "风吹动{丝带|纸。" : " Wind moves {the ribbons|the paper."))
    stage.key(.function(5))
    expect(stage, "batch-flaw", (columns, rows, language))
  }

  @Test func theReviewSaysWhyNothingWasSent() {
    var stage = Stage(hasKey: false)
    stage.paste("dawn")
    stage.key(.function(5), .enter)
    ScreenSnapshot(stage.canvas()).expect("review-no-key-80x24")
    stage.key(.character(" "), .enter)
    ScreenSnapshot(stage.canvas()).expect("review-nothing-ticked-80x24")
  }

  @Test func theDemoServiceIsNamedAtAllTimes() {
    var stage = Stage(isDemo: true)
    stage.paste("A paper boat on a canal")
    #expect(stage.canvas().text(row: 0).contains("demo"))
    stage.key(.function(5))
    ScreenSnapshot(stage.canvas(), withStyles: true).expect("review-demo-80x24")
  }

  @Test(arguments: sizes) func theDetailTellsATakeInFull(columns: Int, rows: Int, language: Language) {
    var stage = takes((columns, rows, language))
    stage.key(.down, .down, .down, .enter)
    stage.apply(.eventsLoaded(Take.Number(34), Scene.events, answer: "{\"status\":\"in_progress\",\"progress\":58}"))
    expect(stage, "detail", (columns, rows, language))
  }

  @Test func theDetailShowsTheAnswerAsItCame() {
    var stage = takes((80, 24, .english))
    stage.key(.down, .down, .down, .enter)
    stage.key(.character("v"))
    #expect((0..<24).contains { stage.canvas().text(row: $0).contains("The service has not answered yet.") })
    stage.apply(.eventsLoaded(Take.Number(34), Scene.events, answer: "{\n  \"status\": \"in_progress\u{1B}[2J\"\n}"))
    ScreenSnapshot(stage.canvas()).expect("detail-answer-80x24")
  }

  @Test func theDetailOfARefusedTakeHasTheErrorInWordsAndInFull() {
    var stage = takes((80, 24, .english))
    stage.key(.end, .up, .enter)
    ScreenSnapshot(stage.canvas()).expect("detail-failed-80x24")
  }

  @Test func aTextLongerThanItsLayerIsScrolledWithinItsEnds() {
    var stage = takes((40, 12, .english))
    stage.key(.down, .down, .down, .enter, .character("G"))
    let end = stage.canvas()
    stage.key(.pageDown)
    #expect(stage.canvas() == end)
    ScreenSnapshot(end).expect("detail-end-40x12")
  }

  @Test(arguments: sizes) func settlingAsksForOneOfThreeAnswers(columns: Int, rows: Int, language: Language) {
    var stage = takes((columns, rows, language))
    for _ in 0..<8 { stage.key(.down) }
    stage.key(.enter)
    stage.type("video_123")
    expect(stage, "settle", (columns, rows, language))
    stage.key(.down)
    #expect(stage.canvas().caret == nil)
  }

  @Test(arguments: sizes) func theCopyMenuShowsWhatWouldBeCopied(columns: Int, rows: Int, language: Language) {
    var stage = takes((columns, rows, language))
    stage.key(.down, .down, .down, .character("y"))
    expect(stage, "copy", (columns, rows, language))
  }

  @Test(arguments: sizes) func helpBeginsWithThePlaceThePersonCameFrom(columns: Int, rows: Int, language: Language) {
    var stage = takes((columns, rows, language))
    stage.key(.character("?"))
    expect(stage, "help", (columns, rows, language))
  }

  @Test func helpInDemoModeListsTheWordsOfTheDemoService() {
    var stage = Stage(80, 60, isDemo: true)
    stage.key(.function(1))
    ScreenSnapshot(stage.canvas()).expect("help-demo-80x60")
  }

  @Test(arguments: sizes) func theActivityLogHasTheNewestFirst(columns: Int, rows: Int, language: Language) {
    var stage = takes((columns, rows, language))
    stage.apply(
      .noted(Note(Strings.noLease)), .clockAdvanced(Stage.start + .seconds(3)),
      .importRefused(Problem(.notFound, detail: "video_123")))
    stage.key(.character("!"))
    expect(stage, "activity", (columns, rows, language))
  }

  @Test(arguments: sizes) func thePaletteNarrowsByWhatIsTyped(columns: Int, rows: Int, language: Language) {
    var stage = takes((columns, rows, language))
    stage.key(.function(12))
    expect(stage, "palette", (columns, rows, language))
    stage.type("vvv")
    #expect((0..<rows).contains { stage.canvas().text(row: $0).contains(stage.state.say(Strings.nothingMatches)) })
  }

  @Test(arguments: sizes) func theCommandLineShowsWhatItMayBecome(columns: Int, rows: Int, language: Language) {
    var stage = takes((columns, rows, language))
    stage.key(.character(":"))
    stage.type("sh")
    expect(stage, "command-line", (columns, rows, language))
    stage.key(.tab, .tab)
    #expect((0..<rows).contains { stage.canvas().text(row: $0).contains(":show_detail") })
  }

  @Test func aNameInTheCommandLineSaysWhyItCannotRun() {
    var stage = Stage()
    stage.key(.escape, .character(":"))
    stage.type("review")
    #expect((0..<24).contains { stage.canvas().text(row: $0).contains(Strings.promptEmpty(.english)) })
  }

  @Test(arguments: sizes) func aFieldKeepsItsCaretInSight(columns: Int, rows: Int, language: Language) {
    var stage = Stage(columns, rows, language: language)
    stage.key(.function(6))
    stage.paste("/home/ada/图片/" + String(repeating: "very-long-name-", count: 8) + "灯笼.gif")
    stage.key(.enter)
    expect(stage, "image", (columns, rows, language))
  }

  @Test(arguments: sizes) func aPathIsCompletedFromWhatLiesInItsFolder(columns: Int, rows: Int, language: Language) {
    var stage = Stage(columns, rows, language: language)
    stage.key(.function(6))
    stage.type("~/Pictures/l")
    stage.apply(.folderListed(Scene.pictures))
    stage.key(.tab, .tab, .tab)
    expect(stage, "image-completion", (columns, rows, language))
  }

  @Test(arguments: sizes) func theReviewSaysWhatIsKnownOfThePicture(columns: Int, rows: Int, language: Language) {
    var stage = Stage(columns, rows, language: language)
    stage.paste(language == .chinese ? Scene.widePrompts[0] : Scene.lantern)
    stage.attach("/home/ada/Pictures/lantern 灯笼.jpg", .picture(Scene.tallPicture))
    stage.key(.escape, .function(5))
    expect(stage, "review-image", (columns, rows, language))
  }

  @Test(arguments: sizes) func theProofShowsThePictureInItsFrame(columns: Int, rows: Int, language: Language) {
    var stage = Stage(columns, rows, language: language)
    stage.attach("/home/ada/Pictures/lantern 灯笼.jpg", .picture(Scene.tallPicture))
    stage.apply(
      .pictureDrawn(.file(path: "/home/ada/Pictures/lantern 灯笼.jpg"), .pixels(Scene.pixels)))
    expect(stage, "proof", (columns, rows, language))
    stage.key(.down, .down)
    expect(stage, "proof-pad", (columns, rows, language))
  }

  @Test func whereTheTerminalShowsPixelsTheyLieOnTheHalfBlocks() throws {
    var stage = Stage(100, 30)
    let image = ReferenceImage.file(path: "/home/ada/Pictures/lantern.jpg")
    stage.attach("/home/ada/Pictures/lantern.jpg", .picture(Scene.tallPicture))
    stage.apply(.pictureDrawn(image, .pixels(Scene.pixels)))
    #expect(stage.canvas().placements.isEmpty)
    var abilities = PictureAbilities()
    abilities.takesSixel = true
    stage.apply(.picturesFound(abilities))
    #expect(stage.canvas().placements.isEmpty)

    abilities.cell = CellPixels(width: 10, height: 20)
    stage.apply(.picturesFound(abilities))
    let canvas = stage.canvas(.colors256)
    #expect(canvas.graphics == Graphics(.sixel, cell: .standard))
    let place = try #require(canvas.placements.first).rect
    for row in place.row..<place.endRow {
      for column in place.column..<place.endColumn { #expect(canvas[column, row].text != " ") }
    }
    stage.key(.function(12))
    #expect(stage.canvas(.colors256).placements.isEmpty)
  }

  @Test func aPersonWhoWantsNoPicturesSeesTheOutline() {
    var stage = Stage()
    stage.attach("/home/ada/Pictures/lantern.jpg", .picture(Scene.tallPicture))
    stage.apply(.pictureDrawn(.file(path: "/home/ada/Pictures/lantern.jpg"), .pixels(Scene.pixels)))
    let shaded = stage.canvas(.colors256).cells.count { $0.text == "▀" }
    var settings = stage.state.settings
    settings.pictures = PictureChoice.off.rawValue
    stage.apply(.settingsReread(SettingsInForce(settings, service: stage.state.service)))
    #expect(shaded > 100)
    #expect(!stage.canvas(.colors256).cells.contains { $0.text == "▀" })
  }

  @Test func theProofDrawsTheOutlineAndNamesWhatIsMissing() {
    var stage = Stage()
    stage.attach("/home/ada/Pictures/lantern.jpg", .picture(Scene.tallPicture))
    stage.apply(.pictureDrawn(.file(path: "/home/ada/Pictures/lantern.jpg"), .toolMissing))
    stage.key(.down, .enter)
    ScreenSnapshot(stage.canvas()).expect("proof-tool-missing-80x24")
  }

  @Test func theProofIsInColourWhereThereAreFixedOnes() {
    var stage = Stage()
    let image = ReferenceImage.file(path: "/home/ada/Pictures/lantern.jpg")
    stage.attach("/home/ada/Pictures/lantern.jpg", .picture(Scene.tallPicture))
    stage.apply(.pictureDrawn(image, .pixels(Scene.pixels)))
    let cells = stage.canvas(.colors256).cells.filter { $0.text == "▀" }
    #expect(cells.count > 100)
    #expect(Set(cells.map(\.style.foreground)).count > 4)
  }

  @Test func theReviewRefusesAPictureThatCannotBeSent() {
    var stage = Stage()
    stage.paste("dawn")
    stage.attach("/home/ada/Pictures/lantern.jpg", .picture(Scene.tallPicture))
    stage.key(.escape)
    stage.apply(.imageChecked(.file(path: "/home/ada/Pictures/lantern.jpg"), .refused(.missing)))
    stage.key(.function(5), .enter)
    ScreenSnapshot(stage.canvas()).expect("review-image-refused-80x24")
    #expect(stage.effects.isEmpty)
  }

  @Test(arguments: sizes) func quittingSaysWhatBecomesOfWhatIsUnderWay(columns: Int, rows: Int, language: Language) {
    var stage = takes((columns, rows, language))
    stage.key(.character("q"))
    expect(stage, "quit", (columns, rows, language))
  }

  @Test(arguments: sizes) func theSetUpNeverDrawsTheKey(columns: Int, rows: Int, language: Language) {
    var stage = Stage(columns, rows, language: language, hasKey: false)
    stage.openSetup()
    expect(stage, "setup-language", (columns, rows, language))
    stage.key(.enter)
    expect(stage, "setup-address", (columns, rows, language))
    stage.key(.enter)
    stage.paste("sk-secret")
    expect(stage, "setup-key", (columns, rows, language))
    #expect(!stage.canvas().cells.map(\.text).joined().contains("secret"))
    stage.key(.enter, .enter)
    expect(stage, "setup-start", (columns, rows, language))
  }

  @Test(arguments: sizes) func theSettingsShowValueOriginAndMeaning(columns: Int, rows: Int, language: Language) {
    var stage = Stage(columns, rows, language: language)
    var inForce = stage.state.inForce
    inForce.settings.countdown = 10
    inForce.origins["countdown"] = .file(path: "/home/ada/.config/dailies/config.toml", line: 2)
    inForce.origins["folder"] = .file(path: "/home/ada/.config/dailies/settings.toml", line: nil)
    inForce.settings.folder = "~/影片"
    stage.apply(.settingsLoaded(inForce))
    stage.key(.escape, .character(","), .down)
    expect(stage, "settings", (columns, rows, language))
    stage.key(.right)
    #expect((0..<rows).contains { stage.canvas().text(row: $0).contains("config.toml") })
  }

  @Test(arguments: sizes) func theProfilesShowHostKeyAndModels(columns: Int, rows: Int, language: Language) {
    var stage = Stage(columns, rows, language: language)
    var inForce = stage.state.inForce
    var work = Profile()
    work.baseURL = "https://video.work.example/v1"
    work.models = ["sora-2", "veo-3.1-generate-001"]
    inForce.settings.profiles["work"] = work
    inForce.keyed = ["default"]
    stage.apply(.settingsLoaded(inForce))
    expect(stage, "draft-two-profiles", (columns, rows, language))
    stage.key(.escape, .character("p"), .down)
    expect(stage, "profiles", (columns, rows, language))
  }

  @Test(arguments: sizes) func theModelsCanBeTypedAndAskedFor(columns: Int, rows: Int, language: Language) {
    var stage = Stage(columns, rows, language: language, models: [Profile.standardModel, "veo-3.1-generate-001"])
    stage.key(.escape, .character("m"))
    stage.apply(.modelsLoaded([Profile.standardModel, "kling-2"], profile: "default"))
    stage.type("veo-3")
    expect(stage, "models", (columns, rows, language))
  }
}
