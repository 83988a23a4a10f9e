package import DailiesCore
package import DailiesStore
import VideosAPI

/// Takes of a year of work: all saved but a few that failed, newest first as `row-0000000`, `row-0000001` and so on.
package enum History {
  package static let service = Take.Service(profile: "default", baseURL: "https://api.example.com/v1")
  private static let batch = 2_000
  private static let start = Timestamp(seconds: 1_730_000_000)

  /// Writes `count` takes into a store that has none.
  package static func write(_ count: Int, into store: Store) async throws {
    var writer = PromptWriter()
    for first in stride(from: 0, to: count, by: batch) {
      let takes = (first..<min(count, first + batch)).map { index in
        var take = ImportedTake(
          videoID: "video_\(index)", order: order("\(rowName(count - 1 - index)) " + writer.next(index)))
        take.accepted = start + .seconds(index * 300)
        take.finished = start + .seconds(index * 300 + 90)
        take.end = index % 40 == 0 ? .failed : .film(file: "/films/T\(index + 1)-lantern.mp4")
        return take
      }
      _ = try await store.recordImports(takes, service: service, now: start)
    }
  }

  /// A saved take as the store would hand it over.
  package static func take(_ number: Int, of count: Int, prompt: String) -> Take {
    let now = start + .seconds(number)
    var take = Take(
      number: Take.Number(number), order: order("\(rowName(count - number)) " + prompt), service: service,
      phase: .saved, recorded: now)
    take.videoID = "video_\(number)"
    take.accepted = now
    take.finished = now + .seconds(90)
    take.saved = now + .seconds(95)
    take.filePath = "/films/\(take.number)-lantern.mp4"
    take.fileBytes = 9_140_000
    take.film = Take.FilmFacts(width: 1280, height: 720, seconds: 8, hasSound: true)
    return take
  }

  private static func order(_ prompt: String) -> Order {
    Order(model: Profile.standardModel, prompt: prompt, seconds: 8, size: VideoSize(width: 1280, height: 720))
  }

  private static func rowName(_ index: Int) -> String {
    let digits = String(index)
    return "row-" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }
}
