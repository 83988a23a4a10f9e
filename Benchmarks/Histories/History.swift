package import DailiesCore
package import DailiesStore
import VideosAPI

/// Takes of a year of work: all saved but a few that failed, newest first as `row-0000000`, `row-0000001` and so on, so that a
/// step in the list can be told from outside.
package enum History {
  package static let service = Take.Service(profile: "default", baseURL: "https://api.example.com/v1")
  private static let batch = 1_000
  private static let start = Timestamp(seconds: 1_730_000_000)

  /// Writes `count` takes into a store that has none.
  package static func write(_ count: Int, into store: Store) async throws {
    var writer = PromptWriter()
    for first in stride(from: 0, to: count, by: batch) {
      let orders = (first..<min(count, first + batch)).map { index in
        order("\(rowName(count - 1 - index)) " + writer.next(index))
      }
      let now = start + .seconds(first * 300)
      let takes = try await store.recordIntents(Confirmation(orders), service: service, leavesAt: nil, now: now)
      let updates = takes.map { take in TakeUpdate(take.number) { finish(&$0, at: now) } }
      _ = try await store.change(all: updates, now: now)
    }
  }

  package static func order(_ prompt: String) -> Order {
    Order(model: Profile.standardModel, prompt: prompt, seconds: 8, size: VideoSize(width: 1280, height: 720))
  }

  /// A take as the store would hand it over.
  package static func take(_ number: Int, of count: Int, prompt: String) -> Take {
    let now = start + .seconds(number)
    var take = Take(
      number: Take.Number(number), order: order("\(rowName(count - number)) " + prompt), service: service,
      phase: .held, recorded: now)
    _ = finish(&take, at: now)
    return take
  }

  private static func rowName(_ index: Int) -> String {
    let digits = String(index)
    return "row-" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }

  private static func finish(_ take: inout Take, at now: Timestamp) -> Bool {
    take.heldReason = nil
    take.videoID = "video_\(take.number.value)"
    take.sent = now
    take.accepted = now + .seconds(2)
    take.finished = now + .seconds(90)
    take.expires = now + .seconds(90_000)
    if take.number.value % 40 == 0 {
      take.phase = .failed
      take.problem = Problem(.contentRefused, detail: "This prompt cannot be filmed.", raw: nil)
    } else {
      take.phase = .saved
      take.saved = now + .seconds(95)
      take.filePath = "/films/\(take.number)-lantern.mp4"
      take.fileBytes = 9_140_000
      take.film = Take.FilmFacts(width: 1280, height: 720, seconds: 8, hasSound: true)
      take.billedSeconds = 8
    }
    return true
  }
}
