import Foundation
import Synchronization

/// Who asked about which take, and when. Only a service that records its queries keeps these.
package struct DemoQuery: Equatable, Sendable {
  /// When the question arrived, in milliseconds since 1970.
  package var at: Int
  /// The API key of whoever asked: programs that are to be told apart are given keys of their own.
  package var key: String
  /// The take's own bits in hexadecimal: an id holds them, and is ten times as long.
  package var take: String

  /// How many are kept; the oldest go.
  static let limit = 100_000

  var document: Document { ["at": .integer(at), "key": .text(key), "take": .text(take)] }
}

extension DemoServer {
  /// The queries as `GET /demo/queries` answers them, oldest first.
  var queriesDocument: Document { .array(queries.withLock { $0.map(\.document) }) }

  func record(_ key: String, _ take: DemoTake) {
    guard configuration.recordsQueries else { return }
    let now = configuration.time.now().timeIntervalSince1970
    let query = DemoQuery(at: Int(now * 1000), key: key, take: String(take.nonce, radix: 16))
    queries.withLock { queries in
      if queries.count >= DemoQuery.limit { queries.removeFirst(DemoQuery.limit / 10) }
      queries.append(query)
    }
  }
}
