import DailiesCore
import TerminalCanvas
import Testing

struct LedgerTests {
  private static func price(_ amount: String = "0.50") -> PriceTable {
    PriceTable(
      [Money(amount, "CNY")].compactMap { $0 }.compactMap { money in
        Day("2025-11-03").map {
          PriceTable.Price(profile: "default", model: Profile.standardModel, size: nil, perSecond: money, since: $0)
        }
      })
  }

  @Test(arguments: [Key.function(4), .character("3")]) func theLedgerIsReadWhenItIsOpened(key: Key) {
    var desk = Place.takes.desk()
    desk.press(key)
    #expect(desk.state.focus == .ledger)
    #expect(desk.effects == [.loadPrices, .loadLedger(LedgerQuery(.day))])
    desk.press(.escape)
    #expect(desk.state.focus == .takes, "Esc leads back to where one came from")
  }

  @Test func whatWasSpentIsReadWhereAPriceOrALimitGivesItAMeaning() {
    var desk = Desk()
    desk.apply(.pricesLoaded(Self.price()))
    #expect(desk.effects == [.loadSpending(profile: "default", desk.state.today)])
    desk.type("dawn")
    desk.press(.function(5))
    #expect(desk.effects.contains(.loadSpending(profile: "default", desk.state.today)))
  }

  @Test func theGroupingsComeRoundAndAreReadEachTime() {
    var desk = Place.ledger.desk()
    var seen: [LedgerGrouping] = []
    for _ in LedgerGrouping.allCases {
      desk.press(.character("v"))
      seen.append(desk.state.ledger.grouping)
      #expect(desk.effects == [.loadLedger(LedgerQuery(desk.state.ledger.grouping))])
    }
    #expect(seen == [.month, .shot, .model, .day])
    desk.press(.left)
    #expect(desk.state.ledger.grouping == .model)
  }

  @Test func aClickOnAGroupingShowsIt() throws {
    var desk = Place.ledger.desk()
    let rect = try #require(desk.state.layout.ledger)
    for tab in LedgerTabs(desk.state, in: rect).tabs.reversed() {
      let place = try #require(LedgerTabs(desk.state, in: rect).tabs.first { $0.grouping == tab.grouping }).columns
      desk.click(place.lowerBound + 1, rect.row)
      #expect(desk.state.ledger.grouping == tab.grouping)
      #expect(desk.effects == [.loadLedger(LedgerQuery(tab.grouping))])
    }
  }

  @Test func anAnswerForAnotherGroupingIsNotShown() {
    var desk = Place.ledger.desk()
    desk.press(.character("v"))
    desk.apply(.ledgerLoaded(LedgerRows(query: LedgerQuery(.day), rows: [])))
    #expect(desk.state.ledger.found == nil)
    desk.apply(.ledgerLoaded(LedgerRows(query: LedgerQuery(.month), rows: [])))
    #expect(desk.state.ledger.found != nil)
  }

  @Test func aTakeThatChangesItsCostIsReadAnewWhileTheLedgerIsOpen() {
    var desk = Place.ledger.desk()
    desk.change(36) { $0.phase = .running }
    #expect(!desk.effects.contains(.loadLedger(LedgerQuery(.day))), "the same cost")
    desk.change(36) { $0.billedCost = "0.4" }
    #expect(desk.effects.contains(.loadLedger(LedgerQuery(.day))))
  }

  @Test func aPriceIsAddedWhenEveryFieldIsAsItShouldBe() {
    var desk = Place.price.desk()
    desk.press(.enter)
    guard case .price(let form)? = desk.top else {
      Issue.record("the form is gone")
      return
    }
    #expect(form.refusal?.phrase == Strings.priceNeedsAmount)
    desk.type("0.50")
    desk.press(.enter)
    desk.type("cny")
    desk.press(.enter, .enter)
    guard case .addPrice(let price)? = desk.effects.first else {
      Issue.record("no price was added: \(desk.effects)")
      return
    }
    #expect(desk.state.prices.prices == [price], "the ledger has it at once")
    #expect(price.perSecond.text == "0.50 CNY")
    #expect(price.model == Profile.standardModel)
    #expect(price.size == nil)
    #expect(price.since == desk.state.today)
    #expect(desk.state.layers == [])
  }

  @Test func anExportThatIsRefusedAsksForAnotherName() {
    var desk = Place.export.desk()
    desk.press(.enter)
    let path = "~/dailies-day-2025-11-12.csv"
    #expect(desk.effects == [.exportLedger(LedgerQuery(.day), path: path)])
    desk.apply(.exportRefused(path: path, reason: Strings.exportExists))
    guard case .line(let entry)? = desk.top else {
      Issue.record("nothing asks")
      return
    }
    #expect(entry.line.text == path)
    #expect(entry.refusal?.phrase == Strings.exportExists)
  }

  @Test func sumsOfTwoCurrenciesOrSourcesAreNeverAdded() {
    func row(_ key: String, _ currency: String?, _ isFromHeader: Bool, _ billed: Int64) -> LedgerRow {
      var row = LedgerRow(key: key, currency: currency, isFromHeader: isFromHeader)
      row.takes = 1
      row.billed = billed
      return row
    }
    let rows = LedgerRows(
      query: LedgerQuery(.day),
      rows: [
        row("2025-11-12", "CNY", false, 4), row("2025-11-12", "USD", true, 2), row("2025-11-11", "CNY", false, 3),
        row("2025-11-11", "USD", false, 1), row("2025-11-11", nil, false, 0),
      ])
    #expect(rows.totals.map(\.billed) == [7, 1, 2, 0])
    #expect(rows.totals.map(\.source) == ["price", "price", "header", "none"])
  }

  @Test func whereNothingIsPaidADayHasOneRow() {
    var priced = LedgerRow(key: "2025-11-12", currency: "USD", isFromHeader: true)
    (priced.takes, priced.seconds, priced.billed) = (2, 16, 800_000)
    var bare = LedgerRow(key: "2025-11-12", currency: nil)
    (bare.takes, bare.seconds) = (3, 12)
    let other = LedgerRow(key: "2025-11-11", currency: nil)
    let rows = LedgerRows(query: LedgerQuery(.day), rows: [priced, bare, other]).withoutMoney
    #expect(rows.rows.map(\.key) == ["2025-11-12", "2025-11-11"])
    #expect(rows.rows.map(\.takes) == [5, 0] && rows.rows.map(\.seconds) == [28, 0])
    #expect(rows.totals.count == 1 && rows.totals.allSatisfy { $0.currency == nil && $0.billed == 0 })
  }

  @Test func aTableForOtherProgramsHoldsNoFormulas() {
    let rows = LedgerRows(
      query: LedgerQuery(.shot),
      rows: [LedgerRow(key: "=1+1", currency: nil), LedgerRow(key: "a, \"b\"", currency: "CNY")])
    let lines = rows.csv.split(separator: "\r\n")
    #expect(lines.first?.hasPrefix("shot,currency,source,takes,seconds") == true)
    #expect(lines.dropFirst().first?.hasPrefix("'=1+1,,none,0,0,0.0,,") == true)
    #expect(lines.last?.hasPrefix("\"a, \"\"b\"\"\",CNY,price,0,0,0.0,0.00,") == true)
  }

  @Test func theDemoHasNeitherPricesNorLimits() {
    var desk = Desk()
    desk.apply(.pricesLoaded(Self.price()))
    var service = desk.state.service
    service.isDemo = true
    desk.apply(.serviceChanged(service))
    #expect(desk.state.forecast([Desk.order("dawn")]).sums == [])
    desk.press(.function(4), .character("$"))
    #expect(desk.state.layers == [])
    #expect(desk.message == Strings.pricesNotInDemo(.english))
  }
}
