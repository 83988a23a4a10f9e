import Benchmark
import DailiesCore
import DailiesViews
import Histories
import TerminalCanvas

/// The screens, driven by actions alone. The window on the list is read as the store would answer.
private struct Desk {
  var state: State
  let takes: Int

  init(_ size: Size, takes: Int = 0) {
    var settings = Settings()
    settings.profiles[Profile.standardName] = Profile()
    state = State(
      size: size, now: Timestamp(seconds: 1_762_956_131), utcOffset: 0, language: .english, settings: settings,
      service: ServiceStatus(
        profile: "default", host: "api.example.com", baseURL: "https://api.example.com/v1", isDemo: false,
        hasKey: true))
    self.takes = takes
    load(state.list.query)
  }

  mutating func load(_ query: TakeQuery) {
    let range = query.range.clamped(to: 0..<takes)
    let rows = range.map {
      History.take(takes - $0, of: takes, prompt: "灯笼作坊 slow dolly in on a lantern workshop at dusk")
    }
    let counts = TakeCounts(byPhase: [.saved: takes])
    apply(
      .rowsLoaded(TakeRows(query: query, offset: range.lowerBound, rows: rows, total: takes, counts: counts)))
  }

  mutating func apply(_ action: Action) {
    for case .loadRows(let query) in state.apply(action) { load(query) }
  }

  mutating func press(_ key: Key) { apply(.input(.key(key), at: state.now)) }

  func draw() { blackHole(Canvas.draw(state, theme: .colors256)) }
}

private let prompt = """
  Slow dolly in on a paper lantern workshop at dusk. A grandmother ties the last ribbon; warm tungsten key from the left, \
  cool window fill. 黄昏的纸灯笼作坊，慢推镜头。祖母系上最后一条丝带；左侧暖色钨丝灯，窗外冷光。

  Camera: 35 mm, waist height, no cuts. Sound: rain on tin, soft radio.
  """

func drawing() {
  for size in [Size(columns: 80, rows: 24), Size(columns: 170, rows: 50)] {
    let place = "at \(size.columns)x\(size.rows)"

    Benchmark("Draft screen drawn \(place)") { _, desk in
      desk.value.draw()
    } setup: {
      draft(size)
    }

    Benchmark("A key typed and drawn \(place)") { benchmark, desk in
      benchmark.startMeasurement()
      desk.value.press(.character("a"))
      desk.value.draw()
      benchmark.stopMeasurement()
      desk.value.press(.backspace)
    } setup: {
      draft(size)
    }

    for (count, name) in [(10_000, "10,000"), (100_000, "100,000")] {
      Benchmark("List of \(name) drawn \(place)") { _, desk in
        desk.value.draw()
      } setup: {
        list(size, count)
      }

      Benchmark("A step in a list of \(name), drawn \(place)") { _, desk in
        desk.value.press(.down)
        desk.value.draw()
      } setup: {
        list(size, count)
      }
    }
  }
}

private func draft(_ size: Size) -> Box<Desk> {
  var desk = Desk(size, takes: 1_000)
  desk.apply(.input(.paste(prompt), at: desk.state.now))
  return Box(desk)
}

private func list(_ size: Size, _ count: Int) -> Box<Desk> {
  var desk = Desk(size, takes: count)
  desk.press(.function(3))
  for _ in 0..<size.rows { desk.press(.down) }
  return Box(desk)
}
