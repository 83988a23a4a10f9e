import DailiesCore
import TerminalCanvas
import Testing
import VideosAPI

/// A state that is driven by actions alone, with the effects of the last one, and a few takes for a store.
struct Desk {
  static let start = Timestamp(seconds: 1_762_956_131)

  private(set) var state: State
  /// What followed from the last action.
  private(set) var effects: [Effect] = []
  /// What the store would find, newest first.
  var store: [Take] = []

  init(
    _ columns: Int = 80, _ rows: Int = 24, language: Language = .english, hasKey: Bool = true, countdown: Int = 5,
    savesAutomatically: Bool = true, models: [String] = [Profile.standardModel], keymap: Keymap? = nil,
    profile: (inout Profile) -> Void = { _ in }
  ) {
    var settings = Settings()
    settings.countdown = countdown
    settings.savesAutomatically = savesAutomatically
    var own = Profile()
    own.models = models
    profile(&own)
    settings.profiles[Profile.standardName] = own
    self.init(columns, rows, settings: settings, language: language, hasKey: hasKey, keymap: keymap)
  }

  init(
    _ columns: Int = 80, _ rows: Int = 24, settings: Settings, language: Language = .english, hasKey: Bool = true,
    keymap: Keymap? = nil
  ) {
    state = State(
      size: Size(columns: columns, rows: rows), now: Self.start, utcOffset: 0, language: language, settings: settings,
      service: ServiceStatus(
        profile: "default", host: "api.example.com", baseURL: "https://api.example.com/v1", isDemo: false,
        hasKey: hasKey), keymap: keymap)
  }

  /// A desk with the list of takes in front, the first one selected.
  init(takes: [Take], columns: Int = 80, rows: Int = 24, savesAutomatically: Bool = true) {
    self.init(columns, rows, savesAutomatically: savesAutomatically)
    load(takes)
    press(.function(3))
  }

  mutating func restore(_ draft: DraftRecord) { state.restore(StoredDraft(id: DraftID(1), record: draft)) }

  mutating func apply(_ action: Action) { effects = state.apply(action) }

  mutating func press(_ keys: Key...) {
    for key in keys { apply(.input(.key(key), at: state.now)) }
  }

  mutating func type(_ text: String) {
    for character in text { press(character == "\n" ? .enter : .character(character)) }
  }

  mutating func paste(_ text: String) { apply(.input(.paste(text), at: state.now)) }

  mutating func click(_ column: Int, _ row: Int, _ kind: Mouse.Kind = .press) {
    apply(.input(.mouse(Mouse(kind, at: Point(column: column, row: row))), at: state.now))
  }

  /// Performs a command by its name in the palette.
  mutating func choose(_ command: Command, at location: SourceLocation = #_sourceLocation) {
    press(.control("p"))
    type(command.rawValue)
    guard case .palette(let palette)? = top, let place = palette.matches(in: state).firstIndex(of: command) else {
      Issue.record("\(command) is not offered", sourceLocation: location)
      return
    }
    for _ in 0..<place { press(.down) }
    press(.enter)
  }

  mutating func perform(_ command: Command) { effects = state.perform(command) }

  mutating func beginListening() { state.beginListening() }

  /// The terminal has colours enough for pictures.
  mutating func showPictures() { state.drawsPictures = true }

  /// Types a line where nothing is drawn.
  mutating func say(_ line: String, isFresh: Bool = true) {
    apply(.lineTyped(line, isFresh: isFresh, at: state.now))
  }

  mutating func pass(_ time: Duration) { apply(.clockAdvanced(state.now + time)) }

  /// Says that whatever the last action wrote is on disk.
  mutating func confirmDraftSaved(as id: Int? = nil) {
    for effect in effects {
      switch effect {
      case .saveDraft(_, let revision), .beginDraft(_, let revision):
        apply(.draftSaved(revision: revision, id: id.map { DraftID($0) }))
      default: break
      }
    }
  }

  mutating func offer(_ file: String) { state.offerText(file: file) }

  mutating func recall(_ names: [String]) { state.recall(recentCommands: names) }

  mutating func recall(sort: TakeSort) { state.recall(sort: sort) }

  /// Shows something in the list, as the layers of views and orders do.
  mutating func show(_ scope: TakeScope) {
    let effects = state.show(scope)
    self.effects = effects
    answerQueries()
  }

  mutating func openSetup() { state.openSetup(folder: "/home/ada/Videos/Dailies") }

  var message: String { state.message?.text(state.language) ?? "" }

  var top: Layer? { state.layers.last }

  // MARK: The store

  mutating func load(_ takes: [Take]) {
    store = takes
    apply(.liveTakesLoaded(takes))
    answer(state.list.query)
  }

  /// Shows the rows that the store finds.
  mutating func answer(_ query: TakeQuery) { apply(.rowsLoaded(found(query))) }

  /// Answers every question for rows that the last action asked.
  mutating func answerQueries() {
    for _ in 0..<9 where !effects.isEmpty {
      var next: [Effect] = []
      for effect in effects {
        switch effect {
        case .loadRows(let query): next += state.apply(.rowsLoaded(found(query)))
        case .findMatch(let search): next += state.apply(.matchFound(search, match(search)))
        default: break
        }
      }
      effects = next
    }
  }

  /// Carries out what the last action asks of the store, as the runner does.
  mutating func carryOutEdits() {
    for effect in effects {
      switch effect {
      case .changeTakes(let numbers, let change):
        edit(numbers.map { ($0, nil, change.word(for: store[place($0)])) }, .done)
      case .replay(let act, let way):
        let steps = way == .undone ? act.reversed.steps : act.steps
        edit(steps.map { ($0.number, $0.before, $0.after) }, way)
      default: break
      }
    }
  }

  private mutating func edit(_ wanted: [(Take.Number, TakeWord?, TakeWord)], _ way: ActWay) {
    var steps: [ListAct.Step] = []
    for (number, expected, word) in wanted {
      let before = word.inPlace(in: store[place(number)])
      guard before != word, expected == nil || expected == before else { continue }
      word.write(to: &store[place(number)])
      steps.append(ListAct.Step(number: number, before: before, after: word))
    }
    let act = way == .undone ? ListAct(steps).reversed : ListAct(steps)
    let takes = steps.map { store[place($0.number)] }
    apply(
      .takesEdited(
        EditedTakes(way: way, act: act, takes: takes, left: wanted.count - steps.count, counts: counts)))
  }

  private func place(_ number: Take.Number) -> Int { store.firstIndex { $0.number == number } ?? 0 }

  func found(_ query: TakeQuery) -> TakeRows {
    let matching = matching(query.scope)
    var range = query.range
    for anchor in query.anchors {
      guard let index = matching.firstIndex(where: { $0.number == anchor.number }) else { continue }
      if !range.contains(index) {
        let low = max(0, range.lowerBound + index - anchor.index)
        range = low..<max(low, range.upperBound + index - anchor.index)
      }
      break
    }
    range = range.clamped(to: 0..<matching.count)
    let shots = query.scope.sort.key == .shot ? Set(matching[range].map(\.shotName)).map(shotCounts) : []
    return TakeRows(
      query: query, offset: range.lowerBound, rows: Array(matching[range]), total: matching.count, counts: counts,
      shots: shots)
  }

  /// The takes of a list, in its order.
  func matching(_ scope: TakeScope) -> [Take] {
    let words = scope.search.split(separator: " ")
    return store.filter { take in scope.contains(take) && words.allSatisfy { take.order.prompt.contains($0) } }
      .sorted(by: scope.sort.areInOrder)
  }

  func shotCounts(_ shot: String) -> ShotCounts {
    var counts = ShotCounts(shot: shot)
    for take in store where take.shotName == shot { counts.byView[TakeView(take), default: 0] += 1 }
    return counts
  }

  /// What the store finds for `n` and `N`.
  func match(_ search: TakeSearch) -> Take.Number? {
    let whole = matching(search.scope).map(\.number)
    let found = Set(matching(search.scope.searching(search.words)).map(\.number))
    let turned = search.isBackward ? whole.reversed() : whole
    guard !turned.isEmpty else { return nil }
    let start = search.start.flatMap { turned.firstIndex(of: $0) } ?? -1
    return (turned[(start + 1)...] + turned[...max(start, 0)]).first(where: found.contains)
  }

  var counts: TakeCounts {
    var counts = TakeCounts()
    for take in store {
      if take.isHidden { counts.hidden += 1 } else { counts.byPhase[take.phase, default: 0] += 1 }
    }
    return counts
  }

  /// Changes a take in the store and tells of it, as the runner does.
  mutating func change(_ number: Int, _ body: (inout Take) -> Void) {
    guard let place = store.firstIndex(where: { $0.number.value == number }) else { return }
    body(&store[place])
    apply(.takeChanged(store[place], counts))
  }

  // MARK: Takes

  static let standardOrder = order("a lantern at dusk")

  static func order(_ prompt: String) -> Order {
    Order(model: Profile.standardModel, prompt: prompt, seconds: 8, size: VideoSize(width: 1280, height: 720))
  }

  static func take(_ number: Int, _ phase: TakePhase, _ prompt: String = "a lantern at dusk") -> Take {
    var take = Take(
      number: Take.Number(number), order: order(prompt),
      service: Take.Service(profile: "default", baseURL: "https://api.example.com/v1"), phase: phase,
      recorded: start + .seconds(-60))
    switch phase {
    case .held:
      take.heldReason = .keyRefused
    case .leaving:
      take.leavesAt = start + .seconds(4)
    case .sending, .unsure:
      take.sent = start + .seconds(-50)
    case .dropped:
      break
    case .queued, .running, .ready, .saving, .saved, .failed, .gone:
      take.sent = start + .seconds(-50)
      take.accepted = start + .seconds(-45)
      take.videoID = "video_\(number)"
    }
    if phase == .saved { take.filePath = "/films/\(take.number).mp4" }
    return take
  }
}

extension [Effect] {
  /// The orders of every yes among the effects.
  var confirmed: [[Order]] {
    compactMap { if case .confirm(let confirmation, _, _) = $0 { confirmation.orders } else { nil } }
  }

  /// Where the orders of every yes come from.
  var origins: [TakeOrigin] {
    compactMap { if case .confirm(let confirmation, _, _) = $0 { confirmation.origin } else { nil } }
  }

  var savedDrafts: [(text: String, revision: Int)] {
    compactMap { if case .saveDraft(let record, let revision) = $0 { (record.prompt.text, revision) } else { nil } }
  }
}
