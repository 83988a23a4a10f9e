import DailiesCore
import DemoService
import Testing

/// A transfer that goes wrong, and how it has to end. `all` is the table.
struct TransferCase: Sendable, CustomTestStringConvertible {
  enum Ending: Equatable {
    /// The film, byte for byte, and nothing else in the folder.
    case film
    /// A message of this kind, after the tries that are due.
    case told(Problem.Kind)
    /// A message of this kind, at once and for good.
    case gone(Problem.Kind)
  }

  /// What is known of the bytes that are here.
  enum Record {
    case strong, otherTag, untagged
  }

  static let filmBytes = 600_000

  let name: String
  /// So many bytes of the film are here from an earlier run.
  let here: Int
  let record: Record
  /// The faults of the requests, in order.
  let faults: [Fault]
  /// That of all further ones.
  let then: Fault
  let ending: Ending
  /// Requests for the film in all; nil: as many as it takes.
  let requests: Int?

  var testDescription: String { name }

  /// Nothing ends it but the client's own patience.
  var isSilent: Bool {
    faults.contains {
      switch $0 {
      case .silence, .stallAfter: true
      default: false
      }
    }
  }

  private init(
    _ name: String, here: Int = 0, tag record: Record = .strong, _ faults: [Fault] = [], then: Fault = .pass,
    _ ending: Ending, requests: Int? = nil
  ) {
    self.name = name
    self.here = here
    self.record = record
    self.faults = faults
    self.then = then
    self.ending = ending
    self.requests = requests
  }

  private static let mp4 = ["content-type": "video/mp4"]
  private static let html = "<!DOCTYPE html><title>Please log in</title>"

  // swift-format-ignore
  static let all: [TransferCase] = [
    // Going on: Range and If-Range.
    TransferCase("a part that fits", here: 300_000, [], .film, requests: 1),
    TransferCase("all but the last byte is here", here: 599_999, [], .film, requests: 1),
    TransferCase("all is here", here: 600_000, [], .film, requests: 0),
    TransferCase("a part that ends too early, as it says", here: 300_000, [.shortPart(bytes: 100_000)], .film, requests: 2),
    TransferCase("200 to a request for a part", here: 300_000, [.ignoreRange], .film, requests: 1),
    TransferCase("never anything but 200, and cut", here: 300_000, [.together([.ignoreRange, .cutAfter(bytes: 9000)])], .film, requests: 2),
    TransferCase("206 to a request for the whole", [.status(206, body: "ab", headers: ["content-range": "bytes 0-1/600000"])], .film, requests: 2),
    TransferCase("206 of another part", here: 300_000, [.wrongContentRange], .film, requests: 2),
    TransferCase("206 of a film of another length", here: 300_000, [.wrongTotal], .film, requests: 2),
    TransferCase("206 with a range that cannot be read", here: 300_000, [.headers(["content-range": "bytes some"])], .film, requests: 2),
    TransferCase("206 without a range", here: 300_000, [.headers(["content-range": ""])], .film, requests: 2),
    TransferCase("206 of a part of unknown whole", here: 300_000, [.headers(["content-range": "bytes 300000-599999/*"])], .film, requests: 1),
    TransferCase("206 of lines", here: 300_000, [.headers(["content-range": "lines 300000-599999/600000"])], .film, requests: 2),
    TransferCase("206 with another tag", here: 300_000, [.headers(["etag": "\"other\""])], .film, requests: 2),
    TransferCase("206 that goes on beyond the end", here: 300_000, [.trailing(bytes: 5000)], .film, requests: 2),
    TransferCase("never anything but parts beyond the end", here: 300_000, then: .trailing(bytes: 5000), .told(.notAFilm)),
    TransferCase("416 with another length", here: 300_000, [.status(416, headers: ["content-range": "bytes */250000"])], .film, requests: 2),
    TransferCase("416 without a length", here: 300_000, [.status(416)], .film, requests: 2),
    TransferCase("416 to everything", here: 300_000, then: .status(416, headers: ["content-range": "bytes */250000"]), .told(.notAFilm)),
    // What tells whether it is the same film.
    TransferCase("a weak tag, and cut", [.together([.weakETag, .cutAfter(bytes: 200_000)])], .film, requests: 2),
    TransferCase("never any but weak tags, and cut", [.cutAfter(bytes: 200_000)], then: .weakETag, .film, requests: 2),
    TransferCase("no tag, and cut", [.together([.noETag, .cutAfter(bytes: 200_000)])], .film, requests: 2),
    TransferCase("never any tag", here: 300_000, tag: .untagged, then: .noETag, .film, requests: 1),
    TransferCase("a tag that nobody knows any more", here: 300_000, tag: .otherTag, [], .film, requests: 1),
    TransferCase("the tag changes between two pieces", [.cutAfter(bytes: 200_000), .changedETag], .film, requests: 2),
    TransferCase("the film changes between two pieces, and back", [.cutAfter(bytes: 200_000), .together([.changedFilm, .cutAfter(bytes: 90_000)])], .film, requests: 3),
    // Bodies that end wrongly.
    TransferCase("cut before the head", [.hangUp], .film, requests: 2),
    TransferCase("cut behind the head", [.cutAfter(bytes: 0)], .film, requests: 2),
    TransferCase("cut before anything tells what it is", [.cutAfter(bytes: 5)], .film, requests: 2),
    TransferCase("cut early", [.cutAfter(bytes: 2000)], .film, requests: 2),
    TransferCase("cut before the last byte", [.cutAfter(bytes: 599_999)], .film, requests: 2),
    TransferCase("cut every few kilobytes", then: .cutAfter(bytes: 9000), .film),
    TransferCase("cut every few kilobytes, without a tag", here: 300_000, tag: .untagged, then: .together([.noETag, .cutAfter(bytes: 9000)]), .told(.unreachable)),
    TransferCase("cut before the head, always", here: 300_000, then: .hangUp, .told(.unreachable), requests: 4),
    TransferCase("a length that is too large", [.wrongLength(100)], .film),
    TransferCase("a length that is too large twice", [.wrongLength(100), .wrongLength(100)], .film),
    TransferCase("a length that is too small", [.wrongLength(-100)], .film, requests: 2),
    TransferCase("a length that is always too small", here: 300_000, tag: .untagged, then: .wrongLength(-100), .told(.notAFilm)),
    TransferCase("no length, in chunks", [.noLength], .film, requests: 1),
    TransferCase("no length, and cut", [.together([.noLength, .cutAfter(bytes: 200_000)])], .film, requests: 2),
    TransferCase("longer than the film is", [.trailing(bytes: 700)], .film, requests: 2),
    TransferCase("half a film, and its length says nothing of it", [.truncatedFilm], .film, requests: 2),
    TransferCase("never more than half of what is missing", here: 100_000, then: .truncatedFilm, .told(.filmIncomplete)),
    TransferCase("never more than half a film", here: 100_000, tag: .untagged, then: .together([.noETag, .truncatedFilm]), .told(.notAFilm), requests: 4),
    TransferCase("silence", here: 300_000, [.silence], .film, requests: 2),
    TransferCase("silence in the middle", [.stallAfter(bytes: 200_000)], .film, requests: 2),
    TransferCase("a drip", [.drip(bytes: 20_000, every: .seconds(60))], .film, requests: 1),
    // Sent on.
    TransferCase("sent on once", [.redirect(to: "?hop=1")], .film, requests: 2),
    TransferCase("sent on ten times", (1...10).map { .redirect(to: "?hop=\($0)") }, .film, requests: 11),
    TransferCase("sent on eleven times", here: 300_000, (1...11).map { .redirect(to: "?hop=\($0)") }, .told(.redirected), requests: 11),
    TransferCase("sent in a circle", here: 300_000, [.redirect(to: "?hop=1"), .redirect(to: "?hop=2"), .redirect(to: "?hop=1")], .told(.redirected), requests: 3),
    TransferCase("sent to a host that must not see the key", here: 300_000, [.redirect(to: "http://localhost:{port}/demo/films/{id}", status: 302)], .film, requests: 1),
    TransferCase("sent to plain http elsewhere", here: 300_000, then: .redirect(to: "http://films.example/a.mp4"), .told(.insecure), requests: 1),
    TransferCase("sent to nowhere", here: 300_000, then: .redirect(to: ""), .told(.redirected)),
    TransferCase("sent to another kind of address", here: 300_000, then: .redirect(to: "ftp://127.0.0.1/a.mp4"), .told(.insecure), requests: 1),
    // Answers that are no film.
    TransferCase("coded, although identity was asked for", here: 300_000, [.gzip], .film, requests: 2),
    TransferCase("always coded", here: 300_000, then: .gzip, .told(.notAFilm), requests: 4),
    TransferCase("an error as 200", here: 300_000, [.errorAsFilm], .film, requests: 2),
    TransferCase("another error as 200", here: 300_000, [.status(200, body: #"{"error":{"message":"Internal"}}"#, headers: mp4)], .film, requests: 2),
    TransferCase("a page as 200", here: 300_000, [.status(200, body: html, headers: ["content-type": "text/html"])], .film, requests: 2),
    TransferCase("always a page as 200", here: 300_000, then: .status(200, body: html, headers: mp4), .told(.serviceFault), requests: 4),
    TransferCase("an empty body", here: 300_000, [.status(200, headers: mp4)], .film, requests: 2),
    TransferCase("always an empty body", here: 300_000, then: .status(200, headers: mp4), .told(.notAFilm), requests: 4),
    TransferCase("204", here: 300_000, [.status(204)], .film, requests: 2),
    TransferCase("something else than a film", here: 300_000, then: .status(200, body: "RIFF....AVI LIST", headers: mp4), .told(.notAFilm), requests: 4),
    // Refusals.
    TransferCase("404, not known", here: 300_000, then: .status(404, body: #"{"detail":"Not Found"}"#), .told(.notFound), requests: 4),
    TransferCase("404, expired", here: 300_000, then: .status(404, body: #"{"error":{"message":"The content has expired."}}"#), .gone(.expired), requests: 1),
    TransferCase("410", here: 300_000, then: .status(410), .gone(.expired), requests: 1),
    TransferCase("400", here: 300_000, then: .status(400, body: #"{"error":"Bad range"}"#), .told(.badRequest), requests: 1),
    TransferCase("401", here: 300_000, then: .status(401), .told(.keyRefused), requests: 2),
    TransferCase("403", here: 300_000, then: .status(403), .told(.keyRefused), requests: 2),
    TransferCase("500 once", here: 300_000, [.status(500, body: "oops")], .film, requests: 2),
    TransferCase("500 always", here: 300_000, then: .status(500, body: "oops"), .told(.serviceFault), requests: 4),
    TransferCase("500, withheld", here: 300_000, then: .status(500, body: #"{"error":{"message":"No video data found in completed operation"}}"#), .gone(.withheld), requests: 1),
    TransferCase("503 with a time to wait", here: 300_000, [.status(503, headers: ["retry-after": "90"])], .film, requests: 2),
    TransferCase("503 with a date long past", here: 300_000, [.status(503, headers: ["retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"])], .film, requests: 2),
    TransferCase("503 with a date far ahead", here: 300_000, [.status(503, headers: ["retry-after": "Fri, 31 Dec 2100 23:59:59 GMT"])], .film, requests: 2),
    TransferCase("429 without a time", here: 300_000, [.status(429)], .film, requests: 2),
    TransferCase("429 always", here: 300_000, then: .status(429), .told(.rateLimited), requests: 4),
  ]
}
