import DailiesCore
import DailiesStore
import GRDB
import Testing
import VideosAPI

/// A hard limit cannot be passed: not by many orders at once, by two programs together, nor by waiting for midnight.
@Suite struct LimitTests {
  let workshop: StoreWorkshop
  let store: Store

  init() throws {
    workshop = try StoreWorkshop()
    store = try workshop.open()
  }

  /// 4.00 for each take of eight seconds.
  private func rules(
    _ day: String = "2025-11-23", _ change: (inout SpendingLimits) -> Void = { $0.amounts[.dayHard] = 80_000_000 }
  ) throws -> SpendingRules {
    var limits = SpendingLimits()
    change(&limits)
    let price = PriceTable.Price(
      profile: "default", model: Order.sample().model, size: nil, perSecond: Money(millionths: 500_000, "CNY"),
      since: try #require(Day("2025-01-01")))
    return SpendingRules(limits: limits, prices: PriceTable([price]), day: try #require(Day(day)))
  }

  private func confirm(_ count: Int, in other: Store? = nil, at second: Int64 = 0, _ rules: SpendingRules) async throws
    -> [Take]
  {
    try await (other ?? store).recordIntents(
      Confirmation(Array(repeating: .sample(), count: count)), service: .sample, leavesAt: .second(second),
      now: .second(second), under: rules)
  }

  private func spentToday(_ rules: SpendingRules) async throws -> Spending.Sum {
    try await store.spending("default", on: rules.day).today
  }

  @Test func aBatchThatWouldPassTheLimitIsRefusedWhole() async throws {
    let rules = try rules()
    _ = try await confirm(18, rules)
    let error = await #expect(throws: StoreError.self) { try await confirm(3, rules) }
    let kind = LimitFinding.Kind.money(
      limit: Money(millionths: 80_000_000, "CNY"), spent: Money(millionths: 72_000_000, "CNY"),
      adding: Money(millionths: 12_000_000, "CNY"))
    #expect(error?.code == .overLimit(LimitFinding(limit: .dayHard, kind: kind)))
    #expect(try await store.unsent().count == 18, "none of the three was written")
    #expect(try await confirm(2, rules).count == 2, "up to the limit itself")
    await #expect(throws: StoreError.self) { try await confirm(1, rules) }
  }

  @Test func aTakeKeepsItsPriceAndTheDayItCountsOn() async throws {
    let take = try #require(try await confirm(1, try rules()).first)
    #expect(take.price?.perSecond == Money(millionths: 500_000, "CNY"))
    #expect(take.countedOn?.description == "2025-11-23")
    #expect(try await store.take(take.number) == take)
  }

  @Test func programsThatAskAtOnceDoNotPassTheLimitTogether() async throws {
    let rules = try rules()
    let stores = [store, try workshop.open(), try workshop.open()]
    let written = await withTaskGroup(of: Int.self) { group in
      for index in 0..<60 {
        group.addTask {
          let takes = try? await confirm(1 + index % 3, in: stores[index % stores.count], rules)
          return takes?.count ?? 0
        }
      }
      return await group.reduce(0, +)
    }
    #expect(written <= 20)
    #expect(written >= 18, "a batch of three is refused where one would still fit")
    #expect(try await spentToday(rules).amount("CNY").millionths == Int64(written) * 4_000_000)
    for store in stores { store.close() }
  }

  @Test func theNextLocalDayHasItsOwnLimitAndTheMonthDoesNotForget() async throws {
    let both: (inout SpendingLimits) -> Void = {
      $0.amounts = [.dayHard: 8_000_000, .monthHard: 12_000_000]
    }
    _ = try await confirm(2, try rules("2025-11-29", both))
    await #expect(throws: StoreError.self) { try await confirm(1, try rules("2025-11-29", both)) }
    #expect(try await confirm(1, try rules("2025-11-30", both)).count == 1)
    let error = await #expect(throws: StoreError.self) { try await confirm(1, try rules("2025-11-30", both)) }
    guard case .overLimit(let finding)? = error?.code else {
      Issue.record("not refused by a limit")
      return
    }
    #expect(finding.limit == .monthHard)
    #expect(try await confirm(2, try rules("2025-12-01", both)).count == 2)
  }

  @Test func theDayTurnsAtLocalMidnight() async throws {
    // 2025-11-23 15:59:59 UTC is a second before midnight in Shanghai.
    let before = Timestamp(seconds: 1_763_913_599)
    let shanghai = 8 * 3600
    let days = [before, before + .seconds(1)].map { Day($0, utcOffset: shanghai).description }
    #expect(days == ["2025-11-23", "2025-11-24"])
    _ = try await confirm(20, try rules(days[0]))
    await #expect(throws: StoreError.self) { try await confirm(1, try rules(days[0])) }
    #expect(try await confirm(20, try rules(days[1])).count == 20)
  }

  @Test func whatWasHeldOverNightIsHeldAgainstTheLimitOfTheDayItIsReleased() async throws {
    let today = try rules("2025-11-24")
    let held = try #require(try await confirm(1, try rules("2025-11-23")).first)
    _ = try await store.change(held.number, now: .second(1)) { $0.hold(.keyRefused) }
    _ = try await confirm(20, today)
    await #expect(throws: StoreError.self) {
      _ = try await store.claim(held.number, now: .second(2)) { _ in today }
    }
    #expect(try await store.take(held.number)?.countedOn?.description == "2025-11-23")
    let first = try #require(try await store.unsent().first { $0.number != held.number })
    _ = try await store.change(first.number, now: .second(3)) { $0.takeBack() }
    #expect(try await store.claim(held.number, now: .second(4)) { _ in today })
    #expect(try await spentToday(today).amount("CNY").number == "80.00")
    #expect(try await spentToday(try rules("2025-11-23")).amount("CNY").number == "0.00")
  }

  @Test func aReleaseWithinTheMonthIsNotCountedTwice() async throws {
    let month: (inout SpendingLimits) -> Void = { $0.amounts = [.monthHard: 4_000_000] }
    let held = try #require(try await confirm(1, try rules("2025-11-23", month)).first)
    let later = try rules("2025-11-24", month)
    #expect(try await store.claim(held.number, now: .second(2)) { _ in later })
    #expect(try await store.spending("default", on: later.day).month.amount("CNY").number == "4.00")
  }

  @Test func whatIsTakenBackMakesRoomAndWhatIsUnsureDoesNot() async throws {
    let rules = try rules()
    let takes = try await confirm(20, rules)
    _ = try await store.change(takes[0].number, now: .second(1)) { $0.startSending(at: .second(1)) }
    _ = try await store.change(takes[0].number, now: .second(2)) {
      $0.createEnded(.unsure(Problem(.answerLost)), at: .second(2))
    }
    await #expect(throws: StoreError.self) { try await confirm(1, rules) }
    _ = try await store.change(takes[1].number, now: .second(3)) { $0.takeBack() }
    #expect(try await confirm(1, rules).count == 1)
    _ = try await store.change(takes[0].number, now: .second(4)) { $0.settle(.neverArrived, at: .second(4)) }
    #expect(try await confirm(1, rules).count == 1)
  }

  @Test func whatWasSettledAsNeverArrivedAndArrivedAfterAllCountsOnce() async throws {
    let rules = try rules()
    let take = try #require(try await confirm(1, rules).first)
    _ = try await store.change(take.number, now: .second(1)) { $0.startSending(at: .second(1)) }
    _ = try await store.change(take.number, now: .second(2)) {
      $0.createEnded(.unsure(Problem(.answerLost)), at: .second(2))
    }
    let settled = try await store.change(take.number, now: .second(3)) { $0.settle(.neverArrived, at: .second(3)) }
    #expect(try await spentToday(rules).money == [:])
    var late = ImportedTake(videoID: "video_late", order: take.order)
    late.sent = settled
    _ = try await store.recordImport(late, service: .sample, now: .second(4))
    #expect(try await spentToday(rules).amount("CNY").number == "4.00")
    let elsewhere = ImportedTake(videoID: "video_x", order: take.order)
    _ = try await store.recordImport(elsewhere, service: .sample, now: .second(5))
    #expect(try await spentToday(rules).amount("CNY").number == "4.00", "what was ordered elsewhere is free here")
  }

  @Test func whatTheServiceBilledCountsInPlaceOfTheEstimate() async throws {
    let rules = try rules()
    let take = try #require(try await confirm(1, rules).first)
    _ = try await store.change(take.number, now: .second(1)) { $0.startSending(at: .second(1)) }
    var video = Video(id: "video_1", statusWord: "processing")
    video.usage = Video.Usage(durationSeconds: 4)
    let accepted = video
    _ = try await store.change(take.number, now: .second(2)) {
      $0.createEnded(.accepted(accepted, cost: nil), at: .second(2))
    }
    let early = try await spentToday(rules)
    #expect(early.amount("CNY") == take.estimate, "what is said while it is being made makes it no cheaper")
    #expect(early.seconds == take.order.seconds)
    var done = accepted
    (done.statusWord, done.usage) = ("completed", Video.Usage(durationSeconds: 4))
    let finished = done
    _ = try await store.change(take.number, now: .second(3)) { $0.receive(finished, at: .second(3)) }
    #expect(try await spentToday(rules) == Spending.Sum(money: ["CNY": 2_000_000], seconds: 4))
  }

  @Test(arguments: [0, -1, 1e18]) func aFigureThatCannotBeNeitherOpensALimitNorStopsTheProgram(
    seconds: Double
  ) async throws {
    let rules = try rules()
    let take = try #require(try await confirm(1, rules).first)
    _ = try await store.change(take.number, now: .second(1)) { $0.startSending(at: .second(1)) }
    var video = Video(id: "video_1", statusWord: "processing")
    video.usage = Video.Usage(durationSeconds: seconds)
    let accepted = video
    _ = try await store.change(take.number, now: .second(2)) {
      $0.createEnded(.accepted(accepted, cost: nil), at: .second(2))
    }
    #expect(try await spentToday(rules).amount("CNY") == take.estimate)
    let forecast = SpendingForecast(
      [take.order], profile: "default", rules: rules, spent: try await store.spending("default", on: rules.day))
    _ = (forecast.findings, forecast.standings(.english))
  }

  @Test func ordersWithoutAPriceAreCountedInSecondsOnly() async throws {
    let seconds: (inout SpendingLimits) -> Void = { $0.seconds[.daySecondsHard] = 20 }
    var rules = try rules("2025-11-23", seconds)
    rules.prices = PriceTable()
    _ = try await confirm(2, rules)
    #expect(try await spentToday(rules) == Spending.Sum(seconds: 16, unpriced: 2))
    await #expect(throws: StoreError.self) { try await confirm(1, rules) }
    rules.limits = SpendingLimits()
    rules.limits.amounts[.dayHard] = 80_000_000
    let error = await #expect(throws: StoreError.self) { try await confirm(1, rules) }
    #expect(error?.code == .overLimit(LimitFinding(limit: .dayHard, kind: .unpriced(takes: 1))))
  }

  @Test func whatTheSheetForecastsIsWhatTheLedgerCounts() async throws {
    var rules = try rules("2025-11-23") { _ in }
    rules.prices.prices.append(
      PriceTable.Price(
        profile: "default", model: "other", size: nil, perSecond: Money(millionths: 70_000, "USD"),
        since: try #require(Day("2025-11-01"))))
    var generator = SystemRandomNumberGenerator()
    let orders = (0..<40).map { _ in
      Order(
        model: ["other", "unknown", Order.sample().model].randomElement(using: &generator) ?? "other", prompt: "a boat",
        seconds: [4, 8, 12].randomElement(using: &generator) ?? 4, size: Order.sample().size)
    }
    let spent = try await store.spending("default", on: rules.day)
    let forecast = SpendingForecast(orders, profile: "default", rules: rules, spent: spent)
    _ = try await store.recordIntents(
      Confirmation(orders), service: .sample, leavesAt: nil, now: .second(0), under: rules)
    let totals = try store.ledgerNow(LedgerQuery(.month)).totals
    #expect(totals.compactMap { row in row.currency.map { Money(millionths: row.estimate, $0) } } == forecast.sums)
    #expect(totals.reduce(0) { $0 + $1.seconds } == forecast.seconds)
    let after = try await store.spending("default", on: rules.day).today
    #expect(after.money.keys.sorted().map { after.amount($0) } == forecast.sums)
    #expect(after.unpriced == forecast.unpriced)
  }

  @Test func profilesHaveLimitsOfTheirOwn() async throws {
    let rules = try rules()
    _ = try await confirm(20, rules)
    let other = Take.Service(profile: "work", baseURL: "https://other.example/v1")
    var priced = rules
    priced.prices.prices[0].profile = "work"
    let takes = try await store.recordIntents(
      [.sample()], service: other, leavesAt: nil, now: .second(1), under: priced)
    #expect(takes.count == 1)
  }
}

/// Sums over a long history come at once.
@Suite struct LedgerSpeedTests {
  @Test func aHundredThousandTakesAreSummedBeforeAPersonNotices() async throws {
    let workshop = try StoreWorkshop()
    let store = try workshop.open()
    let raw = try workshop.raw()
    try await raw.write { db in
      try db.execute(
        sql: """
          PRAGMA foreign_keys = OFF;
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
          INSERT INTO takes (number, phase, is_hidden, profile, base_url, recorded, revision, record)
          SELECT i, 'saved', 0, 'default', 'https://a.example/v1', i, i, '{}' FROM n;
          INSERT INTO ledger
          SELECT number, 'default', date('2020-01-01', '+' || (number / 60) || ' days'), 'shot ' || (number % 40), 'veo', 8, 8,
            'billed', 4000000, 'CNY', 4000000, 'CNY', 8, number % 9 = 0 FROM takes;
          """)
    }
    let clock = ContinuousClock()
    for grouping in LedgerGrouping.allCases {
      var rows = 0
      let time = try clock.measure { rows = try store.ledgerNow(LedgerQuery(grouping)).rows.count }
      #expect(rows > 0)
      #expect(time < .seconds(2), "\(grouping): \(time)")
      print("ledger by \(grouping): \(time)")
    }
    let day = try #require(Day("2022-03-01"))
    let time = try clock.measure { _ = try store.spendingNow("default", on: day) }
    print("limits: \(time)")
    #expect(time < .milliseconds(500), "\(time)")
  }
}
