package import DailiesCore

/// Somebody wants all live takes to be asked about now. It stands in the store, for whichever program holds the lease.
package struct SyncRequest: Codable, Hashable, Sendable {
  package var token: String
  package var at: Timestamp
}

/// One pass over all live takes.
package struct SyncPass: Codable, Hashable, Sendable {
  /// Of the request that it answers.
  package var token: String
  /// The takes that were, or are to be, asked about.
  package var takes: [Take.Number]
  /// Those that the service could not be asked about, and the last reason.
  package var unreached: [Take.Number] = []
  package var problem: Problem?
  package var isOver = false

  package init(token: String, takes: [Take.Number]) {
    self.token = token
    self.takes = takes
  }
}

extension Store {
  private static let requestKey = "sync.request"
  private static let passKey = "sync.pass"

  /// Asks for a pass.
  package func requestSync(now: Timestamp) async throws(StoreError) -> SyncRequest {
    let request = SyncRequest(token: ProcessTable.randomToken(), at: now)
    try await remember(Self.requestKey, request)
    return request
  }

  /// The last request; nil when there never was one.
  package func syncRequest() async throws(StoreError) -> SyncRequest? { try await remembered(Self.requestKey) }

  /// The last pass that was begun; nil when there never was one.
  package func syncPass() async throws(StoreError) -> SyncPass? { try await remembered(Self.passKey) }

  package func note(_ pass: SyncPass) async throws(StoreError) { try await remember(Self.passKey, pass) }
}
