/// What a demo service has done since its start.
package struct DemoCounts: Equatable, Sendable {
  /// Create requests that arrived, whatever became of them.
  package var createsReceived = 0
  /// Create requests that were accepted; at a real service each of these is charged.
  package var createsAccepted = 0
  /// Accepted create requests by prompt.
  package var createsByPrompt: [String: Int] = [:]
  /// The ids of all accepted takes, in order: what the console of a real provider would show.
  package var acceptedIDs: [String] = []
  /// The films ordered, in seconds.
  package var secondsOrdered = 0
  package var stateQueries = 0
  package var contentRequests = 0
  package var modelQueries = 0
  /// Bytes of films given to sockets.
  package var filmBytes = 0
  package var greatestCreatesAtOnce = 0
  package var greatestFilmsAtOnce = 0
  package var connectionsOpened = 0
  package var greatestConnectionsAtOnce = 0

  var createsNow = 0 {
    didSet { greatestCreatesAtOnce = max(greatestCreatesAtOnce, createsNow) }
  }
  package internal(set) var connectionsNow = 0 {
    didSet { greatestConnectionsAtOnce = max(greatestConnectionsAtOnce, connectionsNow) }
  }
  var filmsNow = 0 {
    didSet { greatestFilmsAtOnce = max(greatestFilmsAtOnce, filmsNow) }
  }
}

extension DemoCounts {
  /// The counts as `GET /demo/counts` answers them.
  var document: Document {
    let byPrompt = createsByPrompt.sorted { $0.key < $1.key }
      .map { Document.Member(name: $0.key, value: .integer($0.value)) }
    return [
      "creates_received": .integer(createsReceived), "creates_accepted": .integer(createsAccepted),
      "creates_by_prompt": .object(byPrompt), "accepted_ids": .array(acceptedIDs.map { .text($0) }),
      "seconds_ordered": .integer(secondsOrdered), "state_queries": .integer(stateQueries),
      "content_requests": .integer(contentRequests), "model_queries": .integer(modelQueries),
      "film_bytes": .integer(filmBytes), "greatest_creates_at_once": .integer(greatestCreatesAtOnce),
      "greatest_films_at_once": .integer(greatestFilmsAtOnce), "connections_opened": .integer(connectionsOpened),
      "connections_now": .integer(connectionsNow), "greatest_connections_at_once": .integer(greatestConnectionsAtOnce),
    ]
  }
}
