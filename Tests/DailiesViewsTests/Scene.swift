import DailiesCore
import VideosAPI

/// Takes for the screens: one in every state, with the facts that belong to it.
enum Scene {
  static let lantern = """
    Slow dolly in on a paper lantern workshop at dusk. A grandmother ties the last ribbon; warm tungsten key from the \
    left, cool window fill.

    Camera: 35 mm, waist height, no cuts. Sound: rain on tin, soft radio.
    """

  static let prompts = [
    lantern, "Night market, neon in puddles", "Grandmother laughs at the window",
    "Ribbon macro, silk fibres in backlight",
    "Crowd at the gate before the fireworks",
  ]

  static let widePrompts = [
    "黄昏的纸灯笼作坊，慢推镜头。祖母系上最后一条丝带；左侧暖色钨丝灯，窗外冷光。", "👩‍👩‍👧 walking, 🇨🇳 flags 👍🏽 and é̂", "夜市 neon，水洼里的霓虹",
    "전등 아래 종이 등불", "ribbon\nmacro\tshot \u{202E}drawkcab",
  ]

  static func order(_ prompt: String, seconds: Int = 8, size: VideoSize = VideoSize(width: 1280, height: 720)) -> Order
  {
    Order(model: Profile.standardModel, prompt: prompt, seconds: seconds, size: size)
  }

  static func take(
    _ number: Int, _ phase: TakePhase, _ prompt: String, seconds: Int = 8,
    size: VideoSize = VideoSize(width: 1280, height: 720), sentBefore: Int = 130
  ) -> Take {
    var take = Take(
      number: Take.Number(number), order: order(prompt, seconds: seconds, size: size),
      service: Take.Service(profile: Profile.standardName, baseURL: Profile.standardBaseURL), phase: phase,
      recorded: Stage.start + .seconds(-sentBefore - 5))
    if !phase.isUnsent, phase != .dropped { take.sent = Stage.start + .seconds(-sentBefore) }
    if ![.held, .leaving, .sending, .unsure, .dropped].contains(phase) {
      take.accepted = Stage.start + .seconds(-sentBefore + 2)
      take.videoID = "video_bGl0ZWxsbTpjdXN0b21fbGxtX3Byb3ZpZGVyOnZlcnRleF9haTttb2RlbF9pZDo1MjYw\(number)GVsMTIz"
    }
    if [.ready, .saving, .saved, .failed, .gone].contains(phase) {
      take.finished = Stage.start + .seconds(-sentBefore + 95)
    }
    return take
  }

  /// One take in every state, newest first.
  static func takes(_ prompts: [String] = prompts) -> [Take] {
    func prompt(_ index: Int) -> String { prompts[index % prompts.count] }

    var held = take(37, .held, prompt(0))
    held.heldReason = .keyRefused
    held.problem = Problem(.keyRefused, detail: "Invalid key", status: 401)
    var leaving = take(36, .leaving, prompt(1))
    leaving.leavesAt = Stage.start + .milliseconds(3600)
    let sending = take(35, .sending, prompt(2), sentBefore: 3)
    var reported = take(34, .running, prompt(0))
    reported.percentComplete = 58
    reported.serviceWord = "in_progress"
    var silent = take(33, .running, prompt(0), sentBefore: 60)
    silent.serviceWord = "processing"
    var unreached = take(32, .queued, prompt(1), size: VideoSize(width: 1920, height: 1080), sentBefore: 240)
    unreached.serviceWord = "queued"
    let ready = take(31, .ready, prompt(2), size: VideoSize(width: 720, height: 1280), sentBefore: 815)
    let saving = take(30, .saving, prompt(3), seconds: 4, sentBefore: 140)
    var unsure = take(29, .unsure, prompt(3), sentBefore: 900)
    unsure.problem = Problem(.answerLost, detail: "the connection was closed", raw: nil)
    return [held, leaving, sending, reported, silent, unreached, ready, saving, unsure] + finished(prompt)
  }

  private static func finished(_ prompt: (Int) -> String) -> [Take] {
    var saved = take(28, .saved, prompt(3), sentBefore: 4000)
    saved.filePath = "/home/ada/Videos/Dailies/T028-2025-11-12-ribbon-macro.mp4"
    saved.fileBytes = 9_140_000
    saved.film = Take.FilmFacts(width: 1280, height: 720, seconds: 8, hasSound: true)
    saved.saved = Stage.start + .seconds(-3890)
    saved.billedSeconds = 8
    var short = take(27, .saved, prompt(2), sentBefore: 9000)
    short.filePath = "/home/ada/Videos/Dailies/T027-2025-11-12-grandmother.mp4"
    short.fileBytes = 4_800_000
    short.film = Take.FilmFacts(width: 1280, height: 720, seconds: 4.04, hasSound: false)
    short.saved = Stage.start + .seconds(-8890)
    var failed = take(26, .failed, prompt(4), sentBefore: 90_000)
    failed.problem = Problem(
      .contentRefused, detail: "The prompt could not be submitted: it goes against the guidelines.",
      raw: "{\"error\":{\"code\":400,\"message\":\"The prompt could not be submitted\"}}", status: 400)
    var gone = take(25, .gone, prompt(4), sentBefore: 100_000)
    gone.problem = Problem(.withheld, detail: "No video data found in completed operation")
    return [saved, short, failed, gone]
  }

  /// Turned by its mark, of another shape than a film, and heavy.
  static let tallPicture = PictureFacts(
    mediaType: .jpeg, width: 4032, height: 3024, orientation: 6, byteCount: 12_400_000)

  /// Dark above, light below, red to the right.
  static let pixels: PixelGrid = {
    let (width, height) = (90, 120)
    var bytes: [UInt8] = []
    for row in 0..<height {
      for column in 0..<width { bytes += [UInt8(min(255, row + column)), UInt8(row * 2), UInt8(row)] }
    }
    guard let grid = PixelGrid(width: width, height: height, rgb: bytes) else { preconditionFailure("a full grid") }
    return grid
  }()

  static let pictures = FolderListing(
    folder: "~/Pictures/",
    entries: [
      FolderListing.Entry(name: "lanterns 2025", isFolder: true), FolderListing.Entry(name: "灯笼", isFolder: true),
      FolderListing.Entry(name: "lantern 灯笼.jpg", isFolder: false, byteCount: 2_140_000),
      FolderListing.Entry(name: "lantern.png", isFolder: false, byteCount: 840_000),
      FolderListing.Entry(name: "market.webp", isFolder: false, byteCount: 96_300),
    ])

  static let events: [TakeEvent] = [
    TakeEvent(at: Stage.start + .seconds(-135), phase: .leaving),
    TakeEvent(at: Stage.start + .seconds(-130), phase: .sending),
    TakeEvent(at: Stage.start + .seconds(-128), phase: .queued),
    TakeEvent(at: Stage.start + .seconds(-118), phase: .running),
  ]
}
