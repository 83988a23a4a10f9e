/// Which service the screens are connected to.
package struct ServiceStatus: Hashable, Sendable {
  package var profile: String
  /// Host (and port, when it is not the scheme's own), for the title line.
  package var host: String
  package var baseURL: String
  package var isDemo: Bool
  package var hasKey: Bool
  /// The words that bring about effects in the demo service; empty elsewhere.
  package var demoWords: [DemoHint]

  package init(
    profile: String, host: String, baseURL: String, isDemo: Bool, hasKey: Bool, demoWords: [DemoHint] = []
  ) {
    self.profile = profile
    self.host = host
    self.baseURL = baseURL
    self.isDemo = isDemo
    self.hasKey = hasKey
    self.demoWords = demoWords
  }

  /// The service as takes remember it.
  package var ofTakes: Take.Service { Take.Service(profile: profile, baseURL: baseURL) }

  /// A word in a prompt and what the demo service then does.
  package struct DemoHint: Hashable, Sendable {
    package var word: Phrase
    package var effect: Phrase

    package init(word: Phrase, effect: Phrase) {
      self.word = word
      self.effect = effect
    }
  }
}

/// How the way to the service is.
package enum NetworkState: Hashable, Codable, Sendable {
  /// Nothing was asked yet.
  case unknown
  case reached
  /// Not reached since that moment.
  case offline(since: Timestamp)
  /// The service asked to slow down.
  case slowedDown(until: Timestamp)
  /// The key was refused: asking has stopped.
  case keyRefused
}
