import DailiesCore
import TerminalCanvas
import Testing
import VideosAPI

struct MouseTests {
  @Test func aClickPlacesTheCaretAndBringsTheFocus() throws {
    var desk = Place.takes.desk(120, 40)
    let text = try #require(desk.state.layout.draft).text
    desk.click(text.column + 3, text.row + 1)
    #expect(desk.state.focus == .prompt)
    desk.type("|")
    #expect(desk.state.prompt.text == "a boat\nat |dawn")
    desk.click(text.column + 50, text.row + 9)
    desk.type("|")
    #expect(desk.state.prompt.text == "a boat\nat |dawn|")
  }

  @Test func aClickPicksAChoice() throws {
    var desk = Desk()
    let rows = try #require(desk.state.layout.draft).shotRows
    let pane = desk.state.shotPane(in: rows)
    for row in [ShotRow.length, .size] {
      for segment in pane.lines[row.rawValue].segments {
        guard case .choice(let index, _) = segment.role else { continue }
        desk.click(rows.column + segment.column + 1, rows.row + row.rawValue)
        #expect(desk.state.focus == .shot)
        #expect(desk.state.shotRow == row)
        let chosen = row == .length ? ShotSettings.lengths[index] : desk.state.shot.seconds
        #expect(desk.state.shot.seconds == chosen)
      }
    }
    #expect(desk.state.shot.seconds == 12)
    desk.click(rows.column, rows.row + ShotRow.takes.rawValue)
    #expect(desk.state.shotRow == .takes)
    #expect(desk.state.shot.takes == 1)
  }

  @Test func whatASettingOffersCanBeClicked() throws {
    var desk = Desk()
    let rows = try #require(desk.state.layout.draft).shotRows
    func click(_ command: Command) throws {
      let pane = desk.state.shotPane(in: rows)
      for (line, place) in zip(pane.lines, rows.row...) {
        for segment in line.segments where segment.command == command {
          return desk.click(rows.column + segment.column, place)
        }
      }
      Issue.record("nothing offers \(command)")
    }
    try click(.moreTakes)
    try click(.moreTakes)
    #expect(desk.state.shot.takes == 3)
    try click(.fewerTakes)
    #expect(desk.state.shot.takes == 2)
    #expect(desk.state.shotRow == .takes)
    try click(.attachImage)
    #expect(desk.top == .image(ImageEntry()))
    desk.press(.escape)
    try click(.enterModel)
    #expect(desk.top?.context == .models)
  }

  @Test(arguments: [Size(columns: 40, rows: 12), Size(columns: 60, rows: 20), Size(columns: 120, rows: 40)])
  func everySizeCanBeClicked(size: Size) throws {
    var desk = Desk(size.columns, size.rows)
    desk.press(.tab)
    let rows = try #require(desk.state.layout.draft).shotRows
    var chosen: [VideoSize] = []
    for (line, place) in zip(desk.state.shotPane(in: rows).lines, rows.row...) where line.row == .size {
      for segment in line.segments {
        guard case .choice = segment.role else { continue }
        #expect(segment.column + segment.text.count <= rows.columns)
        desk.click(rows.column + segment.column, place)
        #expect(desk.state.shotRow == .size)
        chosen.append(desk.state.shot.size)
      }
    }
    #expect(chosen == VideoSize.known)
  }

  @Test func theTabsOfTheTitleShowTheirScreens() {
    for columns in [40, 80, 120] {
      var desk = Desk(columns, 40, language: .chinese)
      desk.load(Place.everyPhase)
      for command in [Command.showTakes, .showDraft] {
        let tab = TitleTabs(desk.state).tabs.first { $0.command == command }
        desk.click(tab?.columns.last ?? 0, 0)
        #expect((desk.state.focus == .takes) == (command == .showTakes))
      }
    }
  }

  @Test(arguments: [80, 120]) func theNamesOfTheViewsShowThem(columns: Int) throws {
    var desk = Place.takes.desk(columns, 40)
    let line = try #require(desk.state.layout.takes).views
    for entry in ViewBar(desk.state, in: line).entries {
      guard let now = ViewBar(desk.state, in: line).entries.first(where: { $0.view == entry.view }) else {
        Issue.record("\(entry.view) is gone")
        continue
      }
      desk.click(now.columns.lowerBound, line.row)
      #expect(desk.state.list.view == entry.view)
      #expect(desk.effects == [.loadRows(desk.state.list.query)])
      desk.answerQueries()
    }
  }

  @Test func aClickSelectsARowAndASecondOneOpensIt() throws {
    var desk = Desk(takes: [Desk.take(3, .saved), Desk.take(2, .unsure), Desk.take(1, .saved)])
    let list = try #require(desk.state.layout.takes).list
    desk.click(list.column + 5, list.row + 1)
    #expect(desk.state.list.selectedNumber == Take.Number(2))
    #expect(desk.effects == [.selectTake(Take.Number(2))])
    #expect(desk.state.layers == [])
    desk.click(list.column + 5, list.row + 1)
    #expect(desk.state.context == .settle)
    desk.press(.escape)
    desk.click(list.column + 5, list.row + 2)
    desk.click(list.column + 5, list.row + 2)
    #expect(desk.state.context == .detail)
    desk.press(.escape)
    desk.click(list.column + 5, list.row + 7)
    #expect(desk.state.list.selectedNumber == Take.Number(1), "below the last row is nothing")
  }

  @Test(arguments: [TakePhase.held, .leaving]) func clicksOnARowSendNothing(phase: TakePhase) throws {
    var desk = Desk(takes: [Desk.take(3, phase)])
    let list = try #require(desk.state.layout.takes).list
    for _ in 0..<2 {
      desk.click(list.column + 5, list.row)
      #expect(desk.effects.allSatisfy { if case .loadEvents = $0 { true } else { false } })
    }
    #expect(desk.state.context == .detail)
  }

  @Test func lettingThePausedQueueGoOnIsASend() {
    #expect(Effect.pauseQueue(false).sends && !Effect.pauseQueue(true).sends)
  }

  @Test(arguments: Place.allCases) func noHintOfTheLastLineSends(place: Place) {
    for column in 0..<80 {
      var desk = place.desk()
      desk.click(column, 23)
      let sending = desk.effects.filter { $0.sends }
      #expect(sending == [], "\(column)")
    }
  }

  @Test(arguments: Place.allCases) func aFooterHintDoesWhatItSays(place: Place) {
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
      let desk = place.desk(size.columns, size.rows)
      let hints = Footer(desk.state).hints
      #expect(!hints.isEmpty)
      for hint in hints {
        var clicked = desk
        var performed = desk
        clicked.click(hint.columns.lowerBound, size.rows - 1)
        guard !clicked.message.hasPrefix("A click sends nothing") else {
          #expect([Place.review, .reviewUnticked, .reviewWithoutKey, .takes].contains(place))
          #expect(clicked.state.layers == desk.state.layers)
          continue
        }
        performed.perform(hint.command)
        #expect(clicked.effects.filter { !$0.isDraftWrite } == performed.effects.filter { !$0.isDraftWrite })
        // What follows from an action beside its effects, a prompt that is read anew, follows from the next one as well.
        clicked.pass(.zero)
        performed.pass(.zero)
        #expect(clicked.state == performed.state, "\(place): \(hint.title)")
      }
    }
  }

  @Test func theWheelScrollsWhatIsUnderThePointer() throws {
    var desk = Desk(takes: (0..<100).map { Desk.take(100 - $0, .saved) })
    let list = try #require(desk.state.layout.takes).list
    desk.click(list.column, list.row, .wheelDown)
    #expect(desk.state.list.top == 3)
    desk.click(list.column, list.row, .wheelUp)
    #expect(desk.state.list.top == 0)
    desk = Desk()
    for _ in 0..<40 { desk.press(.enter) }
    let prompt = try #require(desk.state.layout.draft).prompt
    let top = desk.state.prompt.scrollTop
    let caret = desk.state.prompt.caret
    desk.click(prompt.column + 2, prompt.row + 2, .wheelUp)
    #expect(desk.state.prompt.scrollTop == top - 3)
    #expect(desk.state.prompt.caret == caret)
  }

  @Test(arguments: Place.allCases) func theWheelClosesNothingAndSendsNothing(place: Place) {
    var desk = place.desk()
    let layers = desk.state.layers.count
    for kind in [Mouse.Kind.wheelDown, .wheelUp, .release] {
      desk.click(10, 5, kind)
      #expect(desk.state.layers.count == layers)
      #expect(desk.message == place.desk().message)
    }
  }

  @Test func theWheelScrollsALayer() {
    var desk = Place.help.desk()
    desk.click(10, 5, .wheelDown)
    guard case .help(let help)? = desk.top else {
      Issue.record("help is gone")
      return
    }
    #expect(help.scroll.top == 3)
  }

  @Test func clicksGoNowhereWhileALayerLiesOverTheScreens() throws {
    var desk = Place.review.desk()
    let before = desk.state
    let draft = try #require(desk.state.layout.draft)
    desk.click(draft.text.column, draft.text.row)
    desk.click(draft.shotRows.column + 20, draft.shotRows.row + 1)
    #expect(desk.state == before)
  }
}

extension Effect {
  fileprivate var isDraftWrite: Bool {
    if case .saveDraft = self { true } else { false }
  }
}
