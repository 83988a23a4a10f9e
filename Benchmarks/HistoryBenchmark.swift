import DailiesCore
import DailiesStore
import Foundation
import VideosAPI

/// Searches 100,000 prompts in two languages, keystroke by keystroke, as the history layer does, and prints how long each
/// takes. The goal: under 50 ms.
@main
struct HistoryBenchmark {
  private static let prompts = 100_000
  private static let rounds = 5
  /// What is typed, and what it stands for.
  private static let searches = [
    ("frequent, English", "lantern at dusk"), ("rare, English", "quetzal"), ("absent, English", "xylophone zebra"),
    ("one letter", "q"), ("punctuation, absent", "~"), ("frequent, Chinese", "灯笼作坊"), ("one character, rare", "鹬"),
    ("one character, absent", "龘"), ("two characters, rare", "鹬蚌"), ("two characters, apart only", "笼灯"),
    ("both languages", "neon 灯"),
  ]

  static func main() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dailies-bench-\(UInt64.random(in: 0...9999))")
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try Store.open(folder: folder.path(percentEncoded: false), now: Timestamp(seconds: 0))
    let clock = ContinuousClock()
    let filling = try await clock.measure { try await fill(store) }
    print("\(prompts) prompts written in \(filling.components.seconds) s\n")

    var all: [Duration] = []
    row("", "hits", "p50", "p99", "worst")
    for (name, search) in searches {
      var times: [Duration] = []
      var hits = 0
      for _ in 0..<rounds {
        for end in search.indices {
          let query = HistoryQuery(search: String(search[...end]), limit: 50)
          let start = clock.now
          hits = try await store.history(query).entries.count
          times.append(clock.now - start)
        }
      }
      all += times
      report("\(name): \(search)", hits == 50 ? "50+" : String(hits), times)
    }
    report("all keystrokes", "", all)
    store.close()
  }

  private static func report(_ name: String, _ hits: String, _ times: [Duration]) {
    let sorted = times.sorted()
    func quantile(_ share: Double) -> String {
      let time = sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
      let tenths = Int(time / .microseconds(100))
      return "\(tenths / 10).\(tenths % 10) ms"
    }
    row(name, hits, quantile(0.5), quantile(0.99), quantile(1))
  }

  private static func row(_ name: String, _ facts: String...) {
    let width = name.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) }
    let cells = facts.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }
    print(name + String(repeating: " ", count: max(1, 44 - width)) + cells.joined())
    // Seen as it comes, also in a file.
    fflush(nil)
  }

  // MARK: What was written

  private static func fill(_ store: Store) async throws {
    var writer = PromptWriter()
    let batch = 1_000
    let service = Take.Service(profile: "default", baseURL: "https://api.example.com/v1")
    for start in stride(from: 0, to: prompts, by: batch) {
      let orders = (start..<start + batch).map { number in
        Order(
          model: "veo", prompt: writer.next(number), seconds: 8, size: VideoSize(width: 1280, height: 720))
      }
      _ = try await store.recordIntents(
        Confirmation(orders), service: service, leavesAt: nil, now: Timestamp(seconds: Int64(start)))
    }
  }
}
