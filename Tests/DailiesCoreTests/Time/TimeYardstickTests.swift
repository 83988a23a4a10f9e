import Testing

/// The histories and the yardstick themselves. The estimator is held against them in a suite of its own.
@Suite struct TimeYardstickTests {
  @Test(arguments: StatedHistory.Law.allCases)
  func equalSeedsGiveEqualHistories(law: StatedHistory.Law) {
    let (one, same) = (StatedHistory(law, seed: 3), StatedHistory(law, seed: 3))
    #expect(one.takes.map(\.took) == same.takes.map(\.took))
    #expect(one.takes.map(\.took) != StatedHistory(law, seed: 4).takes.map(\.took))
    #expect(one.takes.count == (law == .few ? 14 : 160))
  }

  @Test func theHistoriesAreDrawnFromWhatTheyState() {
    func ratios(_ law: StatedHistory.Law) -> [Double] {
      TimeYardstick.seeds.flatMap { StatedHistory(law, seed: $0).takes.map { $0.took / $0.median } }
    }
    for law in StatedHistory.Law.allCases {
      let middle = TimeYardstick.median(ratios(law))
      #expect((0.95...1.12).contains(middle), "\(law): \(middle)")
    }
    #expect(ratios(.steady).allSatisfy { $0 < 4 })
    let stuck = ratios(.stuck)
    #expect((0.07...0.13).contains(Double(stuck.count { $0 > 3 }) / Double(stuck.count)))
    let drifting = StatedHistory(.drifting, seed: 1).takes
    #expect(drifting[0].median == 80 && drifting[159].median > 300)
    #expect(Set(StatedHistory(.mixed, seed: 1).takes.map(\.kind)).count == 27)
  }

  @Test func aGuessIsToldWhatHadFinishedAndNothingElse() {
    let history = StatedHistory(.everything, seed: 2)
    _ = TimeYardstick.errors(history) { finished, take, elapsed in
      #expect(!finished.isEmpty && finished.allSatisfy { $0.end <= take.sent + elapsed })
      return nil
    }
  }

  /// Were it not so, the yardstick would ask for what cannot be had.
  @Test func whoeverKnewTheDistributionWouldBeatTheMeanOfAllByMoreThanAFifth() {
    func errors(_ guess: TimeYardstick.Guess) -> [Double] {
      StatedHistory.Law.allCases.flatMap { TimeYardstick.errors($0, guess) }
    }
    let mean = TimeYardstick.median(errors(TimeYardstick.meanOfAll))
    let knowing = TimeYardstick.median(errors { max(0, $1.median - $2) })
    #expect(knowing < 0.8 * mean, "\(knowing) s, \(mean) s")
  }
}
