import DailiesCore
import TerminalCanvas
import TestSupport
import Testing
import VideosAPI

@Suite struct LedgerScreenTests {
  static let sizes = [
    (80, 24, Language.english), (80, 24, .chinese), (120, 40, .english), (40, 12, .english), (40, 12, .chinese),
  ]

  private func prices() throws -> PriceTable {
    func price(_ amount: String, _ size: VideoSize?, _ since: String) throws -> PriceTable.Price {
      PriceTable.Price(
        profile: "default", model: Profile.standardModel, size: size, perSecond: try #require(Money(amount, "CNY")),
        since: try #require(Day(since)))
    }
    return PriceTable([
      try price("0.50", nil, "2025-11-03"), try price("0.75", VideoSize(width: 1920, height: 1080), "2025-11-03"),
    ])
  }

  /// A month of spending with limits, on the screen or about to be opened.
  private func stage(_ columns: Int, _ rows: Int, _ language: Language) throws -> Stage {
    var stage = Stage(columns, rows, language: language) { profile in
      profile.daySoft = "60"
      profile.dayHard = "80"
      profile.monthHard = "600"
    }
    let today = Spending.Sum(money: ["CNY": 31_500_000], seconds: 64)
    let month = Spending.Sum(money: ["CNY": 512_000_000], seconds: 1024)
    stage.apply(
      .pricesLoaded(try prices()),
      .spendingLoaded(Spending(profile: "default", day: stage.state.today, today: today, month: month)))
    return stage
  }

  private func rows(_ query: LedgerQuery, _ keys: [String]) -> LedgerRows {
    let rows = keys.enumerated().flatMap { index, key -> [LedgerRow] in
      var own = LedgerRow(key: key, currency: "CNY")
      own.takes = 8 + index
      own.seconds = 64 + 8 * index
      own.billedSeconds = 52
      own.billed = 26_000_000
      own.estimate = Int64(index) * 4_000_000
      own.unsure = index == 0 ? 4_000_000 : 0
      own.unsureTakes = index == 0 ? 1 : 0
      own.failedTakes = index == 1 ? 1 : 0
      var foreign = LedgerRow(key: key, currency: "USD", isFromHeader: true)
      foreign.takes = 1
      foreign.seconds = 8
      foreign.billed = 400_000
      return index == 1 ? [own, foreign] : [own]
    }
    return LedgerRows(query: query, rows: rows)
  }

  @Test(arguments: sizes) func theLedgerShowsLimitsSumsAndPrices(columns: Int, rows: Int, language: Language) throws {
    var stage = try stage(columns, rows, language)
    stage.key(.function(4))
    stage.apply(.ledgerLoaded(self.rows(LedgerQuery(.day), ["2025-11-12", "2025-11-11", "2025-11-10"])))
    expect(stage, "ledger", (columns, rows, language))
    stage.key(.right, .right)
    stage.apply(
      .ledgerLoaded(self.rows(LedgerQuery(.shot), ["", "灯笼 / 04", "the night market, a very long name of a shot"])))
    expect(stage, "ledger-shots", (columns, rows, language))
  }

  @Test(arguments: sizes) func filmsThatAreNotWhatWasOrderedAreCountedBesideTheSums(
    columns: Int, rows: Int, language: Language
  ) throws {
    var stage = try stage(columns, rows, language)
    stage.key(.function(4))
    var found = self.rows(LedgerQuery(.day), ["2025-11-12", "2025-11-11"])
    found.rows[0].differingTakes = 2
    found.rows[1].differingTakes = 1
    stage.apply(.ledgerLoaded(found))
    expect(stage, "ledger-differing", (columns, rows, language))
  }

  @Test func anEmptyLedgerSaysWhatWouldFillIt() {
    var stage = Stage()
    stage.key(.function(4))
    stage.apply(.ledgerLoaded(LedgerRows(query: LedgerQuery(.day), rows: [])))
    ScreenSnapshot(stage.canvas(), withStyles: true).expect("ledger-empty-80x24")
  }

  @Test(arguments: sizes) func aPriceIsTypedFieldByField(columns: Int, rows: Int, language: Language) throws {
    var stage = try stage(columns, rows, language)
    stage.key(.function(4), .character("$"))
    stage.type("0.5x")
    stage.key(.enter)
    expect(stage, "ledger-price", (columns, rows, language))
  }

  @Test func aTakeShowsItsCostAndADraftWhatItWouldCost() throws {
    var stage = try stage(80, 24, .english)
    stage.paste("dawn")
    ScreenSnapshot(stage.canvas()).expect("draft-priced-80x24")
    stage.key(.function(3))
    let price = TakePrice(
      perSecond: Money(millionths: 500_000, "CNY"), since: try #require(Day("2025-11-03")))
    stage.load(
      Scene.takes().map { take in
        var take = take
        take.price = price
        if take.phase == .failed { take.videoID = nil }
        if take.phase == .gone {
          take.billedCost = "0.3"
          take.price = nil
        }
        return take
      })
    ScreenSnapshot(stage.canvas()).expect("takes-priced-80x24")
  }

  @Test(arguments: sizes) func theReviewSaysWhatItCostsAndWhichLimitItMeets(
    columns: Int, rows: Int, language: Language
  ) throws {
    var stage = try stage(columns, rows, language)
    stage.paste(language == .chinese ? Scene.widePrompts[0] : "A paper boat on a canal, dawn light")
    stage.key(.function(5))
    expect(stage, "review-priced", (columns, rows, language))
    for _ in 0..<12 { stage.key(.character("+")) }
    stage.key(.enter)
    expect(stage, "review-limit", (columns, rows, language))
  }

  private func expect(_ stage: Stage, _ name: String, _ place: (Int, Int, Language)) {
    let suffix = place.2 == .chinese ? "-zh" : ""
    ScreenSnapshot(stage.canvas()).expect("\(name)-\(place.0)x\(place.1)\(suffix)")
  }
}
