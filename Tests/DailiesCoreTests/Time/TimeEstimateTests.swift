import DailiesCore
import Testing

/// The estimator, held against the histories that were there before it.
@Suite struct TimeEstimateTests {
  /// As the program does it: what had finished teaches, and the take is asked about with its elapsed time.
  private static let learned: TimeYardstick.Guess = { finished, take, elapsed in
    let times = TakeTimes(finished.enumerated().map { TakeTime($1, number: $0) })
    guard case .left(let left)? = times.usual(for: TakeKind(take.kind))?.timeLeft(after: .seconds(elapsed)) else {
      return nil
    }
    return Double(left.milliseconds) / 1000
  }

  @Test func itIsWrongByAtMostFourFifthsOfWhatTheMeanOfAllTakesIs() {
    var (mean, learned): ([Double], [Double]) = ([], [])
    for law in StatedHistory.Law.allCases {
      let ofMean = TimeYardstick.errors(law, TimeYardstick.meanOfAll)
      let own = TimeYardstick.errors(law, Self.learned)
      mean += ofMean
      learned += own
      // Where there is nothing to learn but the mean, it is as good; where there is, it is better.
      let ratio = TimeYardstick.median(own) / TimeYardstick.median(ofMean)
      #expect(ratio < (law == .steady || law == .dayAndNight ? 1.05 : 0.8), "\(law): \(ratio)")
    }
    let ratio = TimeYardstick.median(learned) / TimeYardstick.median(mean)
    #expect(ratio <= 0.8, "\(ratio)")
  }
}

extension TakeKind {
  init(_ kind: StatedHistory.Kind) {
    self.init(baseURL: "https://video.example/v1", model: kind.model, size: kind.size, seconds: kind.seconds)
  }
}

extension TakeTime {
  init(_ made: StatedHistory.Made, number: Int) {
    self.init(
      number: Take.Number(number + 1), kind: TakeKind(made.kind), took: .seconds(made.took),
      finished: Timestamp(milliseconds: Int64(made.end * 1000)))
  }
}
