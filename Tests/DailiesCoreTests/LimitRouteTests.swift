import DailiesCore
import TerminalCanvas
import Testing

/// On the screens nothing goes past a hard limit: it is refused on the sheet, with what is spent and what would be added.
struct LimitRouteTests {
  /// 4.00 for each take of eight seconds; 76.00 of 80.00 are spent.
  private func desk(spent: Int64 = 76) throws -> Desk {
    var desk = Desk(profile: { $0.dayHard = "80" })
    let price = PriceTable.Price(
      profile: "default", model: Profile.standardModel, size: nil, perSecond: Money(millionths: 500_000, "CNY"),
      since: try #require(Day("2025-11-03")))
    desk.apply(.pricesLoaded(PriceTable([price])))
    let sum = Spending.Sum(money: ["CNY": spent * 1_000_000], seconds: 0)
    desk.apply(.spendingLoaded(Spending(profile: "default", day: desk.state.today, today: sum, month: sum)))
    return desk
  }

  private func refusal(_ desk: Desk) -> Phrase? {
    guard case .review(let sheet)? = desk.top else { return nil }
    return sheet.refusal?.phrase
  }

  @Test func theSheetRefusesWhatAHardLimitRefusesAndStays() throws {
    var desk = try desk()
    desk.type("dawn")
    desk.press(.function(5), .character("+"), .enter)
    #expect(desk.effects.confirmed == [])
    #expect(refusal(desk) == Strings.reviewOverLimit)
    desk.press(.character("-"), .enter)
    #expect(desk.effects.confirmed.map(\.count) == [1])
  }

  @Test func aBatchIsCountedAsAWhole() throws {
    var desk = try desk(spent: 69)
    desk.type("a {red|green|blue} boat")
    desk.press(.function(5), .enter)
    #expect(desk.effects.confirmed == [])
    #expect(refusal(desk) == Strings.reviewOverLimit)
    desk.press(.character(" "), .enter)
    #expect(desk.effects.confirmed.map(\.count) == [2])
  }

  @Test func againIsHeldAgainstTheLimitAsEverythingElse() throws {
    var desk = try desk(spent: 78)
    desk.load([Desk.take(7, .saved)])
    desk.press(.function(3), .character("a"), .enter)
    #expect(desk.effects.confirmed == [])
    #expect(refusal(desk) == Strings.reviewOverLimit)
  }

  @Test func everyRowOfTheSheetHasItsPriceAndTheSumIsThatOfTheRows() throws {
    var desk = try desk(spent: 0)
    desk.type("a {red|green} boat")
    desk.press(.function(5), .character("+"))
    guard case .review(let sheet)? = desk.top else {
      Issue.record("there is no sheet")
      return
    }
    #expect(sheet.rows.map { $0.price?.number } == ["4.00", "4.00"])
    #expect(sheet.price?.number == "12.00")
    #expect(desk.state.forecast(sheet.orders).amount == "12.00 CNY")
  }

  @Test func whatTheStoreRefusesIsSaidInWords() throws {
    var desk = try desk()
    let finding = LimitFinding(
      limit: .dayHard,
      kind: .money(
        limit: Money(millionths: 80_000_000, "CNY"), spent: Money(millionths: 78_000_000, "CNY"),
        adding: Money(millionths: 4_000_000, "CNY")))
    desk.apply(.takesNotRecorded(finding.problem))
    #expect(desk.message.contains("a hard limit refuses it: day_hard 80.00 CNY: 78.00 + 4.00 = 82.00."))
  }
}
