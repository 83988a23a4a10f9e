import VideosAPI

/// One paid request and all that became of it.
package struct Take: Hashable, Codable, Sendable, Identifiable {
  /// `T031`: the number a person calls it by, unique within a store.
  package struct Number: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    package let value: Int

    package init(_ value: Int) { self.value = value }

    /// Reads `T031`, `t31` or `31`; nil for anything else.
    package init?(_ text: some StringProtocol) {
      let digits = text.first == "T" || text.first == "t" ? text.dropFirst() : text[...]
      guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int(digits), value > 0 else { return nil }
      self.value = value
    }

    package init(from decoder: any Decoder) throws { value = try decoder.singleValueContainer().decode(Int.self) }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(value)
    }

    package static func < (a: Number, b: Number) -> Bool { a.value < b.value }

    package var description: String {
      let digits = String(value)
      return "T" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
  }

  package var number: Number
  package var order: Order
  /// The service it belongs to: profile name and base URL, fixed when the intent was recorded.
  package var service: Service
  package var phase: TakePhase
  package var heldReason: HeldReason?
  /// When it leaves by itself: the end of the countdown, or of the wait the service asked for.
  package var leavesAt: Timestamp?
  /// How often the service asked to slow down instead of accepting it, and when it first did.
  package var slowdowns = 0
  package var firstSlowdown: Timestamp?

  /// The id from the create answer (or pasted by a person), for good.
  package var videoID: String?
  /// The service's own word for its state, as it came.
  package var serviceWord: String?
  /// 0 to 100 as reported; nil when the service says nothing.
  package var percentComplete: Int?
  /// A film address of its own, the second choice after `/content`.
  package var filmAddress: String?
  package var problem: Problem?

  package var recorded: Timestamp
  package var sent: Timestamp?
  package var accepted: Timestamp?
  package var finished: Timestamp?
  /// The last time before `finished` that the service said it was not; nil: nobody knows.
  package var unfinishedAt: Timestamp?
  /// When its film was finished, by the service's own word and clock; nil: it says nothing.
  package var completed: Timestamp?
  package var expires: Timestamp?
  package var saved: Timestamp?

  /// A person stopped saving it; nil: nobody did.
  package var savePause: SavePause?
  /// Absolute path of the file in place.
  package var filePath: String?
  package var fileBytes: Int64?
  /// What the file itself says about the film.
  package var film: FilmFacts?
  /// Seconds the service says it charged, and the price header it sent; nil when it said nothing.
  package var billedSeconds: Double?
  package var billedCost: String?

  /// Nil for takes recorded before there was one.
  package var origin: TakeOrigin?
  /// The price in force when it was confirmed; nil: none was known.
  package var price: TakePrice?
  /// The local day whose limits it counts against: that of the last yes. Nil for takes recorded before there were limits.
  package var countedOn: Day?
  /// The yes it belongs to, when that asked for several takes.
  package var batch: Batch?
  /// Where a person put it among those that wait to be sent, or to be saved; nil: by its number.
  package var queuePlace: Int?
  package var isHidden = false
  /// A person's words to find it by, in the order they were given; never empty, nil for none.
  package var tags: [String]?
  /// What a person wrote beside it; never empty, nil for none.
  package var comment: String?
  /// What a person thinks of its film; nil: nobody has judged it.
  package var verdict: Verdict?
  /// What is not known of its order: it was given elsewhere, and the service has not said. Nil where all is known.
  package var unknownParts: Set<OrderPart>?

  package var id: Number { number }

  package init(number: Number, order: Order, service: Service, phase: TakePhase, recorded: Timestamp) {
    self.number = number
    self.order = order
    self.service = service
    self.phase = phase
    self.recorded = recorded
  }

  package struct Service: Hashable, Codable, Sendable {
    package var profile: String
    package var baseURL: String

    package init(profile: String, baseURL: String) {
      self.profile = profile
      self.baseURL = baseURL
    }
  }

  /// Width, height, length and sound as the file's own boxes (`tkhd`, `mvhd`, `hdlr`) give them.
  package struct FilmFacts: Hashable, Codable, Sendable {
    package var width: Int
    package var height: Int
    package var seconds: Double
    /// It has a sound track; nil: the file does not say, or nobody looked yet when it was recorded.
    package var hasSound: Bool?

    package init(width: Int, height: Int, seconds: Double, hasSound: Bool? = nil) {
      self.width = width
      self.height = height
      self.seconds = seconds
      self.hasSound = hasSound
    }
  }

  /// It will be sent without a further key, and can be taken back until then.
  package var leavesByItself: Bool {
    phase == .leaving || (phase == .held && (leavesAt != nil || heldReason == .waitingTurn || followsCanary))
  }

  /// It leaves as soon as the first take of its batch is accepted.
  package var followsCanary: Bool { phase == .held && heldReason == .canary && batch?.canary == .accepted }

  /// It waits on our side to be sent, one after the other.
  package var isQueued: Bool { phase == .held && (heldReason == .waitingTurn || heldReason == .paused) }

  /// Its place in the queue: the smallest leaves first.
  package var rank: Int { queuePlace ?? number.value }

  /// The film is not what was ordered: another picture size, or more than half a second off.
  package var differsFromOrder: Bool {
    guard let film else { return false }
    let isOtherSize = orderedSize.map { film.width != $0.width || film.height != $0.height } ?? false
    return isOtherSize || (orderedSeconds.map { abs(film.seconds - Double($0)) > 0.5 } ?? false)
  }
}
