import DailiesCore
import Testing
import VideosAPI

struct MoneyTests {
  private static let hd = VideoSize(width: 1280, height: 720)
  private static let fullHD = VideoSize(width: 1920, height: 1080)

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func price(_ amount: String, _ since: String, size: VideoSize? = nil) throws -> PriceTable.Price {
    PriceTable.Price(
      profile: "default", model: "veo", size: size, perSecond: try #require(Money(amount, "CNY")), since: try day(since)
    )
  }

  private func order(_ seconds: Int = 8, model: String = "veo", size: VideoSize = hd) -> Order {
    Order(model: model, prompt: "a boat", seconds: seconds, size: size)
  }

  @Test(arguments: ["2026-13-01", "2026-1-01", "2026-01-00", "26-01-01", "2026/01/01", "", "2026-01-32", "２026-01-01"])
  func whatIsNoDayIsNotRead(text: String) { #expect(Day(text) == nil) }

  @Test func theDayIsThatOfTheLocalClock() throws {
    // 2025-11-12 22:30 UTC.
    let moment = Timestamp(seconds: 1_762_986_600)
    #expect(Day(moment, utcOffset: 0) == (try day("2025-11-12")))
    #expect(Day(moment, utcOffset: 8 * 3600) == (try day("2025-11-13")))
    #expect(try day("2025-11-12").month == "2025-11")
  }

  @Test(arguments: [("0.4", 400_000), ("3.2e-05", 32), (" 1 ", 1_000_000), ("0.123456789", 123_457)])
  func aPriceHeaderIsReadHoweverItIsWritten(text: String, millionths: Int64) {
    #expect(Money(header: text) == Money(millionths: millionths, "USD"))
  }

  @Test(arguments: ["-1", "nan", "inf", "1e12", "free", ""]) func aPriceHeaderThatIsNoPriceIsNone(text: String) {
    #expect(Money(header: text) == nil)
  }

  @Test func thePriceInForceOnTheDayCounts() throws {
    let table = PriceTable([try price("0.50", "2026-11-03"), try price("0.60", "2026-11-20")])
    func perSecond(_ text: String) throws -> String? {
      table.price(profile: "default", model: "veo", size: Self.hd, on: try day(text))?.perSecond.number
    }
    #expect(try perSecond("2026-11-02") == nil)
    #expect(try perSecond("2026-11-19") == "0.50")
    #expect(try perSecond("2026-11-20") == "0.60")
    #expect(table.price(profile: "work", model: "veo", size: Self.hd, on: try day("2026-12-01")) == nil)
  }

  @Test func thePriceOfASizeComesBeforeThatOfEverySize() throws {
    let table = PriceTable([
      try price("0.80", "2026-11-01", size: Self.fullHD), try price("0.50", "2026-11-20"),
      try price("0.55", "2026-11-20"),
    ])
    let on = try day("2026-11-25")
    #expect(table.price(profile: "default", model: "veo", size: Self.fullHD, on: on)?.perSecond.number == "0.80")
    #expect(
      table.price(profile: "default", model: "veo", size: Self.hd, on: on)?.perSecond.number == "0.55",
      "of two for one day the later entry")
  }

  // MARK: What a take costs

  private func take(_ phase: TakePhase, price: String? = "0.50") throws -> Take {
    var take = Desk.take(1, phase)
    take.price = try price.map { TakePrice(perSecond: try #require(Money($0, "CNY")), since: try day("2026-11-03")) }
    return take
  }

  @Test func whatTheServiceBilledWinsOverTheEstimate() throws {
    var take = try take(.running)
    #expect(take.cost == TakeCost(amount: Money(millionths: 4_000_000, "CNY"), source: .estimate, certainty: .sure))
    take.billedSeconds = 4
    #expect(
      take.cost == TakeCost(amount: Money(millionths: 2_000_000, "CNY"), source: .billedSeconds, certainty: .sure))
    take.billedCost = "0.3"
    #expect(take.cost?.source == .billedSeconds, "the header is in another currency than the price")
    take.price = nil
    #expect(take.cost == TakeCost(amount: Money(millionths: 300_000, "USD"), source: .header, certainty: .sure))
    take.billedCost = nil
    #expect(take.cost == TakeCost(amount: nil, source: .unknown, certainty: .sure))
  }

  @Test func aHeaderInAnotherCurrencyIsShownButTheLimitsCountTheEstimate() throws {
    var take = try take(.running)
    take.billedCost = "0.3"
    #expect(take.cost?.amount == Money(millionths: 300_000, "USD"))
    #expect(take.counted == Counted(amount: Money(millionths: 4_000_000, "CNY"), seconds: 8))
  }

  @Test func whatNeverArrivedIsFreeAndWhatMayHaveArrivedCounts() throws {
    #expect(try take(.dropped).counted == .nothing)
    #expect(try take(.dropped).cost == nil)
    for phase in [TakePhase.held, .leaving, .sending, .unsure, .queued, .running, .ready, .saved, .gone, .failed] {
      #expect(try take(phase).counted.amount?.number == "4.00", "\(phase)")
    }
    #expect(try take(.unsure).cost?.certainty == .unsure)
  }

  @Test func aRefusedTakeCountsNothingAndAFailedOneInFull() throws {
    var refused = try take(.failed)
    refused.videoID = nil
    #expect(refused.counted == .nothing)
    #expect(refused.cost == TakeCost(amount: Money(millionths: 0, "CNY"), source: .unknown, certainty: .failed))
    let failed = try take(.failed)
    #expect(failed.cost == TakeCost(amount: nil, source: .unknown, certainty: .failed))
    #expect(failed.counted.amount?.number == "4.00")
  }

  @Test func aTakeOrderedElsewhereCostsNothingHere() throws {
    var take = try take(.running)
    take.sent = nil
    #expect(take.isFree)
    #expect(take.counted == .nothing)
  }

  // MARK: Limits

  private func findings(
    _ change: (inout SpendingLimits) -> Void, spent: String = "78.00", adding: Spending.Sum
  ) throws -> [LimitFinding] {
    var limits = SpendingLimits()
    change(&limits)
    let sum = Spending.Sum(money: ["CNY": try #require(Money(spent, "CNY")).millionths], seconds: 156)
    let spending = Spending(profile: "default", day: try day("2026-11-25"), today: sum, month: sum)
    return limits.findings(spending, adding: adding)
  }

  private static let four = Spending.Sum(money: ["CNY": 4_000_000], seconds: 8)

  @Test func aLimitIsReachedButNotPassed() throws {
    #expect(try findings({ $0.amounts[.dayHard] = 82_000_000 }, adding: Self.four) == [])
    let over = try findings({ $0.amounts[.dayHard] = 81_999_999 }, adding: Self.four)
    #expect(over.map(\.limit) == [.dayHard])
    #expect(over.first?.problem.kind == .overLimit)
  }

  @Test func hardLimitsAreNamedBeforeSoftOnes() throws {
    let found = try findings(
      {
        $0.amounts = [.daySoft: 10, .dayHard: 20, .monthSoft: 30]
        $0.seconds = [.daySecondsHard: 160]
      }, adding: Self.four)
    #expect(found.map(\.limit) == [.dayHard, .daySecondsHard, .daySoft, .monthSoft])
  }

  @Test func withoutAPriceAHardLimitRefusesAndASoftOneDoesNot() throws {
    let unpriced = Spending.Sum(seconds: 8, unpriced: 1)
    let found = try findings({ $0.amounts = [.monthSoft: 1, .monthHard: 1_000_000_000] }, adding: unpriced)
    #expect(found.map(\.kind) == [.unpriced(takes: 1)])
    #expect(found.first?.problem.kind == .priceUnknown)
  }

  @Test func aPriceInAnotherCurrencyThanTheLimitCannotBeChecked() throws {
    let found = try findings(
      {
        $0.currency = "USD"
        $0.amounts = [.dayHard: 1_000_000_000]
      }, adding: Self.four)
    #expect(found.map(\.kind) == [.otherCurrency("CNY", limit: "USD")])
  }

  @Test func aLimitThatCannotBeReadAllowsNothing() {
    var profile = Profile()
    profile.dayHard = "eighty"
    #expect(profile.limits.amounts == [.dayHard: 0])
  }

  @Test func theForecastSaysCostStandingAndLimit() throws {
    var limits = SpendingLimits()
    limits.amounts = [.dayHard: 80_000_000]
    let today = try day("2026-11-25")
    let rules = SpendingRules(limits: limits, prices: PriceTable([try price("0.50", "2026-11-03")]), day: today)
    let spent = Spending(
      profile: "default", day: today, today: Spending.Sum(money: ["CNY": 76_000_000], seconds: 152))
    let forecast = SpendingForecast(
      [order(), order(), order(4, model: "other")], profile: "default", rules: rules, spent: spent)
    #expect(forecast.amount == "8.00 CNY")
    #expect(forecast.unpriced == 1)
    #expect(
      forecast.lines(Wording(.english)).map(\.text).prefix(3) == [
        "About 8.00 CNY: your price of 2026-11-03.",
        "No price known for 1 of the takes (4 s); F4, then $, adds one.",
        "After this: today 84.00 of 80.00 CNY.",
      ])
    #expect(forecast.findings.count == 2)
    #expect(
      forecast.findings.last?.text(Wording(.english))
        == "The hard limit of the day refuses this (day_hard): 76.00 + 8.00 = 84.00, allowed 80.00 CNY. Untick some, wait for the next one, or raise it in config.toml."
    )
  }

  @Test func whatWasReadYesterdaySaysNothingOfToday() throws {
    var limits = SpendingLimits()
    limits.amounts = [.dayHard: 80_000_000]
    let rules = SpendingRules(
      limits: limits, prices: PriceTable([try price("0.50", "2026-11-03")]), day: try day("2026-11-25"))
    let spent = Spending(
      profile: "default", day: try day("2026-11-24"), today: Spending.Sum(money: ["CNY": 79_000_000]))
    let forecast = SpendingForecast([order()], profile: "default", rules: rules, spent: spent)
    #expect(forecast.standing(.english) == nil)
    #expect(forecast.findings == [])
  }
}
