import DailiesCore
import TerminalCanvas
import Testing

struct ViewsTests {
  /// A list of takes of two shots and of none, with the layer of views open and answered.
  private func desk() -> Desk {
    var takes = Place.everyPhase
    for index in takes.indices where index % 3 > 0 {
      takes[index].origin = TakeOrigin(shot: index % 3 == 1 ? "gate" : "lantern")
    }
    return Desk(takes: takes)
  }

  private func open(_ desk: inout Desk, own: [OwnView] = []) {
    desk.press(.character("f"))
    let shots = ["gate", "lantern", ""].map(desk.shotCounts)
    let found = own.map { ViewsFound.Own($0, total: desk.matching($0.scope).count) }
    desk.apply(.viewsLoaded(ViewsFound(own: found, shots: shots)))
  }

  private func entries(_ desk: Desk) -> [ViewsScreen.Entry] {
    guard case .views(let screen)? = desk.top else { return [] }
    return screen.entries(desk.state)
  }

  @Test func allViewsOnesOwnAndTheShotsAreOffered() {
    var desk = desk()
    let own = OwnView(name: "dear", scope: TakeScope(sort: TakeSort(.cost)))
    open(&desk, own: [own])
    #expect(
      entries(desk) == TakeView.allCases.map { .view($0) } + Judgement.allCases.map { .judged($0) }
        + [.own(own), .shot("gate"), .shot("lantern"), .shot("")])
    desk.type("lan")
    #expect(entries(desk) == [.shot("lantern")])
  }

  @Test(arguments: TakeView.allCases) func aViewIsChosenAndEscapeShowsAll(view: TakeView) {
    var desk = desk()
    open(&desk)
    desk.type(view.title(.english))
    desk.press(.enter)
    #expect(desk.state.layers == [])
    #expect(desk.state.list.scope == TakeScope(view: view))
    desk.answerQueries()
    #expect(desk.state.list.rows.map(\.number) == desk.matching(TakeScope(view: view)).map(\.number))
    desk.press(.escape)
    desk.answerQueries()
    #expect(desk.state.list.scope == TakeScope())
  }

  @Test func aShotIsChosenAndItsTakesAreCounted() {
    var desk = desk()
    open(&desk)
    desk.type("gate")
    desk.press(.enter)
    desk.answerQueries()
    #expect(desk.state.list.scope.shot == "gate")
    #expect(desk.state.list.rows.allSatisfy { $0.shotName == "gate" })
    #expect(desk.state.scopeTitle == "shot gate")
    desk.press(.character("]"))
    #expect(desk.state.list.scope.shot == nil, "the views are those of all takes")
  }

  @Test func whatIsShownIsKeptUnderANameDeletedAndBroughtBack() throws {
    var desk = desk()
    desk.press(.character("/"))
    desk.type("lantern")
    desk.press(.enter)
    open(&desk)
    #expect(entries(desk).last == .keep)
    desk.type("night")
    desk.press(.enter)
    #expect(desk.state.context == .line)
    desk.press(.enter)
    let view = OwnView(name: "night", scope: TakeScope(search: "lantern"))
    #expect(desk.effects == [.keepView(view)])
    #expect(desk.state.shownView == view)
    desk.press(.escape)
    open(&desk, own: [view])
    desk.type("night")
    desk.press(.control("x"))
    #expect(desk.effects == [.removeView("night")])
    desk.apply(.viewsLoaded(ViewsFound()))
    #expect(desk.message.contains("Ctrl-Z"))
    desk.press(.control("z"))
    #expect(desk.effects == [.keepView(view)])
    desk.press(.control("z"))
    #expect(desk.effects == [])
    desk.apply(.viewsLoaded(ViewsFound(own: [ViewsFound.Own(view, total: 3)])))
    desk.press(.enter)
    #expect(desk.state.list.scope == view.scope)
  }

  @Test func onlyAViewOfOnesOwnIsDeleted() {
    var desk = desk()
    open(&desk)
    desk.press(.control("x"))
    #expect(desk.effects == [])
    #expect(desk.message == Strings.viewNotOwn(.english))
  }

  @Test func whatIsShownIsTheRowOneComesTo() {
    var desk = desk()
    desk.press(.character("]"))
    open(&desk)
    guard case .views(let screen)? = desk.top else { return }
    #expect(entries(desk)[screen.chooser.selected] == .view(desk.state.list.view))
  }

  @Test func theMenuIsOpenedFromTheDraftByName() {
    var desk = desk()
    desk.press(.function(2))
    desk.choose(.showViews)
    desk.press(.down, .enter)
    #expect(desk.state.focus == .takes)
    #expect(desk.state.list.view == .live)
  }

  @Test(arguments: Judgement.allCases) func aViewByVerdictIsASearchThatCanBeTypedAsWell(judgement: Judgement) {
    var desk = desk()
    open(&desk)
    desk.type(judgement.title.english)
    desk.press(.enter)
    #expect(desk.state.list.scope == TakeScope(search: judgement.search))
    #expect(desk.state.scopeTitle == judgement.title.english)
    desk.press(.escape)
    #expect(desk.state.list.scope == TakeScope())
  }

  @Test func aSearchIsTakenApartIntoWordsAndVerdicts() {
    let search = SearchWords("lantern IS:Circled is：圈选 is:no-good is:what is: gate")
    #expect(search.judgements == [.circled, .circled, .noGood])
    #expect(search.words == ["lantern", "is:what", "is:", "gate"])
    #expect(TakeScope(search: "is:circled").judgement == .circled)
    #expect(TakeScope(search: "is:circled gate").judgement == nil)
    #expect(TakeScope(view: .saved, search: "is:circled").judgement == nil)
  }
}
