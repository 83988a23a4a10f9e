package import DailiesCore
import GRDB

/// A take that was ordered elsewhere, as a list of such takes tells of it.
package struct ImportedTake: Hashable, Sendable {
  package var videoID: String
  package var order: Order
  /// Nil: the service is to be asked.
  package var end: End?
  /// When the service took it; nil: not known.
  package var accepted: Timestamp?
  package var finished: Timestamp?

  package enum End: Hashable, Sendable {
    /// There is a film, saved in this file; nil: it is to be had.
    case film(file: String?)
    case failed
    case expired
  }

  package init(videoID: String, order: Order) {
    self.videoID = videoID
    self.order = order
  }
}

extension Store {
  /// Brings in many takes at once, in one transaction. What is not final is watched from now on.
  ///
  /// - Returns: How many are new; the others were known already.
  package func recordImports(
    _ imports: [ImportedTake], service: Take.Service, now: Timestamp
  ) async throws(StoreError) -> Int {
    try await write { db in
      var count = 0
      for found in imports {
        let isKnown = try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM takes WHERE video_id = ? AND base_url = ?)",
          arguments: [found.videoID, service.baseURL])
        if isKnown == true { continue }
        let take = found.take(try TakeRecord.nextNumber(db), service, now: now)
        try Self.save(take, replacing: nil, owner: nil, now: now, db)
        count += 1
      }
      return count
    }
  }
}

extension ImportedTake {
  fileprivate func take(_ number: Take.Number, _ service: Take.Service, now: Timestamp) -> Take {
    var take = Take(number: number, order: order, service: service, phase: .queued, recorded: accepted ?? now)
    take.videoID = videoID
    take.accepted = accepted ?? now
    guard let end else { return take }
    take.finished = finished ?? accepted
    switch end {
    case .film(let file?):
      take.phase = .saved
      take.filePath = file
      take.saved = take.finished
    case .film(nil): take.phase = .ready
    case .failed:
      take.phase = .failed
      take.problem = Problem(.generationFailed)
    case .expired:
      take.phase = .gone
      take.problem = Problem(.expired)
    }
    return take
  }
}
