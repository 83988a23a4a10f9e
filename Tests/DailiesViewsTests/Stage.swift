import DailiesCore
import DailiesViews
import TerminalCanvas
import VideosAPI

/// A state that is driven by actions alone, as the program does it, and drawn at will.
struct Stage {
  /// 2025-11-12 14:02:11 UTC.
  static let start = Timestamp(seconds: 1_762_956_131)

  private(set) var state: State
  private(set) var effects: [Effect] = []

  init(
    _ columns: Int = 80, _ rows: Int = 24, language: Language = .english, isDemo: Bool = false, hasKey: Bool = true,
    models: [String] = [Profile.standardModel], widths: DisplayWidth = .standard,
    keymap: Keymap? = nil, profile: (inout Profile) -> Void = { _ in }
  ) {
    var settings = Settings()
    var own = Profile()
    own.models = models
    profile(&own)
    settings.profiles[Profile.standardName] = own
    state = State(
      size: Size(columns: columns, rows: rows), widths: widths, now: Self.start, utcOffset: 0, language: language,
      settings: settings,
      service: Self.service(isDemo: isDemo, hasKey: hasKey), keymap: keymap)
  }

  static func service(isDemo: Bool = false, hasKey: Bool = true) -> ServiceStatus {
    if isDemo {
      return ServiceStatus(
        profile: "demo", host: "127.0.0.1:8765", baseURL: "http://127.0.0.1:8765/v1", isDemo: true, hasKey: true,
        demoWords: [
          ServiceStatus.DemoHint(
            word: Phrase("demo-refuse", "演示拒绝"), effect: Phrase("the service refuses the content", "服务拒绝该内容"))
        ])
    }
    return ServiceStatus(
      profile: "default", host: "api.huixingyun.com", baseURL: Profile.standardBaseURL, isDemo: false, hasKey: hasKey)
  }

  func canvas(_ theme: Theme = .colors16) -> Canvas { Canvas.draw(state, theme: theme) }

  mutating func apply(_ actions: Action...) { for action in actions { effects = state.apply(action) } }

  mutating func key(_ keys: Key...) { for key in keys { apply(.input(.key(key), at: state.now)) } }

  mutating func type(_ text: String) { for character in text { key(.character(character)) } }

  mutating func beginListening() { state.beginListening() }

  /// The terminal has colours enough for pictures.
  mutating func showPictures() { state.drawsPictures = true }

  /// Types a line where nothing is drawn.
  mutating func say(_ line: String) { apply(.lineTyped(line, isFresh: true, at: state.now)) }

  /// The page that is heard now.
  var page: [String] { LinearPage(state, state.layers.isEmpty ? state.linear?.page ?? .status : .layer).lines }

  mutating func paste(_ text: String) { apply(.input(.paste(text), at: state.now)) }

  /// Lets time pass until the draft is written, and says that it was.
  mutating func saveDraft() {
    apply(.clockAdvanced(state.now + .seconds(1)))
    for case .saveDraft(_, let revision) in effects { apply(.draftSaved(revision: revision)) }
  }

  /// Attaches a picture by its path, and says what was found.
  mutating func attach(_ path: String, _ finding: ImageFinding) {
    key(.function(6))
    paste(path)
    key(.enter)
    apply(.imageChecked(.file(path: path), finding))
  }

  mutating func openSetup() { state.openSetup(folder: "/home/ada/Videos/Dailies") }

  /// Shows `takes` in the list, newest first, as the store would hand them over.
  mutating func load(_ takes: [Take], hidden: Int = 0) {
    var counts = TakeCounts(hidden: hidden)
    for take in takes { counts.byPhase[take.phase, default: 0] += 1 }
    let query = state.list.query
    let rows = takes.filter {
      query.view.contains($0) && $0.order.prompt.contains(query.search) || query.search == "" && query.view == .all
    }
    apply(
      .liveTakesLoaded(takes),
      .rowsLoaded(TakeRows(query: query, rows: rows, total: rows.count, counts: counts)))
  }

  /// Takes in every state, with the activity that belongs to them.
  mutating func loadEveryState(_ prompts: [String] = Scene.prompts) {
    load(Scene.takes(prompts))
    apply(
      .takeAsked(Take.Number(34), at: Self.start + .seconds(-4)),
      .takeReached(Take.Number(34), at: Self.start + .seconds(-4), nextCheck: Self.start + .seconds(6)),
      .takeReached(Take.Number(33), at: Self.start + .seconds(-3), nextCheck: Self.start + .seconds(7)),
      .takeReached(Take.Number(32), at: Self.start + .seconds(-190), nextCheck: nil),
      .takeNotReached(
        Take.Number(32), Problem(.unreachable, detail: "connection refused"), at: Self.start,
        nextCheck: Self.start + .seconds(20)),
      .transferProgressed(
        Take.Number(30),
        TakeActivity.Transfer(bytesReceived: 4_100_000, bytesExpected: 6_700_000, bytesPerSecond: 870_000)))
  }
}
