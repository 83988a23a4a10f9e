import DailiesCore
import TerminalCanvas
import Testing
import VideosAPI

struct FamilyTests {
  private func take(_ number: Int, parent: Int? = nil, shot: String? = nil, draft: Int? = nil) -> Take {
    var take = Desk.take(number, .saved)
    take.origin = TakeOrigin(shot: shot, parent: parent.map { Take.Number($0) }, draft: draft.map { DraftID($0) })
    return take
  }

  private func text(_ family: Family) -> [String] {
    family.lines.map { String(repeating: ".", count: $0.depth) + String($0.take.number.value) }
  }

  @Test func eachTakeStandsUnderTheOneItCameFrom() {
    let family = Family([
      take(5, parent: 1), take(1), take(9, parent: 3), take(3, parent: 1), take(4), take(7, parent: 99),
    ])
    #expect(text(family) == ["1", ".3", "..9", ".5", "4", "7"])
  }

  @Test func whateverWasWrittenDownThereIsNoRing() {
    #expect(text(Family([take(1, parent: 2), take(2, parent: 1), take(3, parent: 3)])) == ["1", ".2", "3"])
  }

  @Test func byWhatATakeCameIsToldByTheTwo() {
    let parent = take(1)
    #expect(Family.Way(take(2, parent: 1), of: parent) == .again)
    var larger = take(3, parent: 1)
    larger.order.size = VideoSize(width: 1920, height: 1080)
    #expect(Family.Way(larger, of: parent) == .blowUp)
    larger.origin?.draft = DraftID(4)
    #expect(Family.Way(larger, of: parent) == .edit)
    var other = take(4, parent: 1, draft: 2)
    other.order.prompt = "another"
    #expect(Family.Way(other, of: parent) == .edit)
  }

  @Test func theLayerSelectsTheTakeItWasOpenedForAndEnterGoesToTheOneThatIsSelected() {
    var desk = Desk(takes: [take(3, parent: 1), take(2), take(1)])
    desk.press(.character("l"))
    #expect(desk.effects == [.loadFamily(Take.Number(3))])
    desk.apply(.familyLoaded(Take.Number(3), Family(desk.store.filter { $0.number.value != 2 })))
    guard case .lineage(let screen)? = desk.top else {
      Issue.record("no lineage")
      return
    }
    #expect(screen.chooser.selected == 1)
    desk.press(.up, .enter)
    #expect(desk.top == nil)
    #expect(desk.state.list.selectedNumber == Take.Number(1))
  }

  @Test func aTakeThatTheListDoesNotShowIsSoughtInTheWholeList() {
    let failed = Desk.take(1, .failed)
    var desk = Desk(takes: [take(3, parent: 1), take(2), failed])
    desk.show(TakeScope(view: .saved))
    desk.press(.character("l"))
    desk.apply(.familyLoaded(Take.Number(3), Family([failed, take(3, parent: 1)])))
    desk.press(.up, .enter)
    desk.answerQueries()
    #expect(desk.state.list.scope.isWhole)
    #expect(desk.state.list.selectedNumber == Take.Number(1))
  }

  // MARK: Blow up

  private static func order(_ seconds: Int, _ size: VideoSize) -> Order {
    var order = Desk.standardOrder
    (order.seconds, order.size) = (seconds, size)
    return order
  }

  @Test func whatIsLargerOrLongerKeepsTheShape() {
    let names = BlowUpPicker.options(for: Self.order(8, VideoSize(width: 720, height: 1280))).map(BlowUpPicker.name)
    #expect(
      names == [
        "8 s  1080x1920", "8 s  2160x3840", "12 s  720x1280", "12 s  1080x1920", "12 s  2160x3840",
      ])
    #expect(BlowUpPicker.options(for: Self.order(12, VideoSize(width: 3840, height: 2160))).isEmpty)
  }

  private func circled(_ number: Int) -> Take {
    var take = take(number, shot: "gate")
    take.verdict = .circled
    take.price = TakePrice(perSecond: Money(millionths: 500_000, "CNY"), since: Day("2025-11-01")!)
    return take
  }

  @Test func aBlowUpGoesByTheReviewAndIsANewTakeThatCameFromTheOldOne() {
    var desk = Desk(takes: [circled(1)])
    let price = PriceTable.Price(
      profile: "default", model: Profile.standardModel, size: nil, perSecond: Money(millionths: 750_000, "CNY"),
      since: Day("2025-11-02")!)
    var table = PriceTable()
    table.prices = [price]
    desk.apply(.pricesLoaded(table))
    desk.press(.character("b"), .enter)
    guard case .review(let sheet)? = desk.top else {
      Issue.record("no review")
      return
    }
    #expect(sheet.orders == [Self.order(8, VideoSize(width: 1920, height: 1080))])
    let warnings = sheet.warnings.map { $0.text(.english) }
    #expect(warnings.contains { $0.contains("A new roll of the dice") })
    #expect(warnings.contains("Each take 6.00 CNY: 2.00 CNY more than T001 cost (4.00 CNY)"))
    desk.press(.enter)
    #expect(desk.effects.origins == [TakeOrigin(shot: "gate", parent: Take.Number(1))])
  }

  @Test func onlyCircledTakesAreBlownUp() {
    var desk = Desk(takes: [take(1)])
    desk.press(.character("b"))
    #expect(desk.top == nil)
    #expect(desk.message == "T001 is not circled: + circles it, then b blows it up.")
  }

  @Test func aTakeWhoseReferencePictureIsAFrameOfTheFilmSaysSo() {
    var parent = take(12)
    parent.filePath = "/films/T012-100% lantern.mp4"
    var child = take(13, parent: 12, draft: 4)
    child.order.image = .file(path: "/state/images/T012-100_ lantern-frame-96-2.jpg")
    #expect(Family.Way(child, of: parent) == .frame)
    #expect(Family.Way.frame.text(.english, Take.Number(12)) == "from frame of T012")
    child.order.image = .file(path: "/pictures/lantern.jpg")
    #expect(Family.Way(child, of: parent) == .edit)
  }
}
