package import DailiesCore
import GRDB

/// A take that was ordered elsewhere, as a list of such takes tells of it.
package struct ImportedTake: Hashable, Sendable {
  package var videoID: String
  package var order: Order
  /// What of the order was filled in: nobody told.
  package var unknownParts: Set<Take.OrderPart> = []
  /// The take of this store whose request it is the answer to, where that one counts nothing any more: what it cost is
  /// counted with the new take.
  package var sent: Take?
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
  /// Brings in a take that was ordered elsewhere. What is not final is watched from now on.
  ///
  /// - Returns: The new take, or the one that already has this id at this service; and whether it is new.
  package func recordImport(
    _ found: ImportedTake, service: Take.Service, now: Timestamp
  ) async throws(StoreError) -> (take: Take, isNew: Bool) {
    try await write { db in try Self.bringIn(found, service, now: now, db) }
  }

  /// Brings in many takes at once, in one transaction.
  ///
  /// - Returns: How many are new; the others were known already.
  package func recordImports(
    _ imports: [ImportedTake], service: Take.Service, now: Timestamp
  ) async throws(StoreError) -> Int {
    try await write { db in
      try imports.count { try Self.bringIn($0, service, now: now, db).isNew }
    }
  }

  private static func bringIn(
    _ found: ImportedTake, _ service: Take.Service, now: Timestamp, _ db: Database
  ) throws -> (take: Take, isNew: Bool) {
    if let known = try take(videoID: found.videoID, baseURL: service.baseURL, db) { return (known, false) }
    let take = found.take(try TakeRecord.nextNumber(db), service, now: now)
    try save(take, replacing: nil, owner: nil, now: now, db)
    return (take, true)
  }

  /// What came of settling a take.
  package enum Settled: Equatable, Sendable {
    case done(Take)
    /// This take has the id: one film, one take.
    case idIsTaken(Take)
    /// It is not UNSURE any more.
    case movedOn
  }

  /// Settles an UNSURE take, unless the id is that of another one at the same service.
  package func settle(
    _ number: Take.Number, _ settlement: Settlement, now: Timestamp
  ) async throws(StoreError) -> Settled {
    let owner = owner
    return try await write { db in
      if case .id(let id) = settlement, let service = try Self.find(number, db)?.take.service,
        let known = try Self.take(videoID: id, baseURL: service.baseURL, db)
      {
        return .idIsTaken(known)
      }
      let settled = try Self.change(number, owner: owner, now: now, db) { $0.settle(settlement, at: now) }
      return settled.map(Settled.done) ?? .movedOn
    }
  }
}

extension ImportedTake {
  fileprivate func take(_ number: Take.Number, _ service: Take.Service, now: Timestamp) -> Take {
    var take = Take(number: number, order: order, service: service, phase: .queued, recorded: accepted ?? now)
    take.videoID = videoID
    take.accepted = accepted ?? now
    take.unknownParts = unknownParts.isEmpty ? nil : unknownParts
    take.sent = sent?.sent
    take.price = sent?.price
    take.countedOn = sent?.countedOn
    take.origin = sent?.origin
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
