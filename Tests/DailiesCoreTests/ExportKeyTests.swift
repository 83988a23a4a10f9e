import DailiesCore
import TerminalCanvas
import Testing

/// Takes written into a file from the screens.
struct ExportKeyTests {
  private static func desk() -> Desk {
    Desk(takes: [Desk.take(4, .saved), Desk.take(3, .saved), Desk.take(2, .ready)])
  }

  private static func order(_ desk: Desk) -> TakeExportOrder? {
    if case .exportTakes(let order)? = desk.effects.first { order } else { nil }
  }

  private static func entry(_ desk: Desk) -> LineEntry? {
    if case .line(let entry)? = desk.state.layers.last { entry } else { nil }
  }

  /// Types another path in place of the one that stands there.
  private static func give(_ path: String, _ desk: inout Desk) {
    desk.press(.control("e"), .control("u"))
    desk.type(path)
    desk.press(.enter)
  }

  @Test func whatTheListShowsGoesIntoTheFileThatIsNamedInTheFormatOfItsEnding() throws {
    var desk = Self.desk()
    desk.press(.character("W"), .enter)
    var order = try #require(Self.order(desk))
    #expect(order.format == .csv && order.path.hasPrefix("~/dailies-") && order.path.hasSuffix(".csv"))
    #expect(order.selection == TakeExportOrder.Selection(scope: desk.state.list.scope))
    #expect(!order.replaces && order.options.language == .english && order.options.showsMoney)
    for (path, format) in [("/x/cut.edl", ExportFormat.edl), ("a.HTML", .html), ("films.ffconcat", .concat)] {
      desk.press(.character("W"))
      Self.give(path, &desk)
      order = try #require(Self.order(desk))
      #expect(order.path == path && order.format == format)
    }
  }

  @Test func theMarkedTakesGoAloneInTheOrderOfTheListTheOthersLast() throws {
    var desk = Self.desk()
    desk.press(.character(" "), .character(" "), .character("W"), .enter)
    let selection = try #require(Self.order(desk)).selection
    #expect(selection.marked == [Take.Number(4), Take.Number(3)])
    let shown = [2, 3, 9].map { Take.Number($0) }
    #expect(selection.numbers(of: shown) == [Take.Number(3), Take.Number(4)])
    #expect(TakeExportOrder.Selection(scope: TakeScope()).numbers(of: shown) == shown)
  }

  @Test func aNameWithoutAKnownEndingIsAskedForAgain() {
    var desk = Self.desk()
    desk.press(.character("W"))
    Self.give("/x/takes.pdf", &desk)
    #expect(desk.effects.isEmpty)
    #expect(Self.entry(desk)?.line.text == "/x/takes.pdf")
    #expect(Self.entry(desk)?.refusal?.phrase == Strings.exportEnding)
  }

  @Test func aFileThatIsThereIsWrittenOverOnlyBySayingSoOnceMore() throws {
    var desk = Self.desk()
    desk.press(.character("W"), .enter)
    let order = try #require(Self.order(desk))
    let refusal = Note(Strings.exportOver, order.path, tone: .attention)
    desk.apply(.takesNotExported(order, refusal, isTaken: true))
    #expect(Self.entry(desk)?.refusal == refusal)
    Self.give("/x/other.csv", &desk)
    #expect(Self.order(desk)?.replaces == false)
    desk.apply(.takesNotExported(order, refusal, isTaken: true))
    desk.press(.enter)
    #expect(Self.order(desk)?.replaces == true && Self.order(desk)?.path == order.path)
    desk.apply(.takesNotExported(order, refusal, isTaken: false))
    desk.press(.enter)
    #expect(Self.order(desk)?.replaces == false, "nothing is in the way")
  }

  @Test func anEmptyListSaysSo() {
    var desk = Desk(takes: [])
    desk.press(.character("W"))
    #expect(desk.state.layers.isEmpty)
    #expect(desk.message == Strings.nothingToExport(.english))
  }

  @Test func bothAreReachedLineByLine() throws {
    var desk = Desk(takes: [Desk.take(3, .saving)])
    desk.beginListening()
    desk.say("pause_saving 3")
    #expect(desk.effects.contains(.findTakes([Take.Number(3)], for: .pauseSaving)))
    desk.apply(.takesFound([desk.store[0]], missing: [], for: .pauseSaving))
    #expect(desk.effects.contains(.pauseSaving([Take.Number(3)])))
    desk.say("pause_all_saving")
    #expect(desk.effects.contains(.pauseSaving([Take.Number(3)])))
    desk.say("export_takes")
    desk.say("/x/list.json")
    #expect(Self.order(desk)?.format == .json)
  }

  @Test func theFolderOfThePathIsCompletedAsAShellDoesIt() {
    var desk = Self.desk()
    func tab(_ names: [String]) {
      desk.press(.tab)
      guard case .listFolder(let folder)? = desk.effects.first else {
        Issue.record("no folder was asked for")
        return
      }
      let entries = names.map { FolderListing.Entry(name: $0, isFolder: true) }
      desk.apply(.folderListed(FolderListing(folder: folder, entries: entries)))
    }
    desk.press(.character("W"), .control("e"), .control("u"))
    desk.type("/films/ca")
    tab(["cats", "cattle", "cuts", ".hidden"])
    #expect(Self.entry(desk)?.line.text == "/films/cat")
    tab(["cats", "cattle", "cuts"])
    #expect(Self.entry(desk)?.refusal == Note(Strings.foldersSo, "cats/  cattle/"))
    desk.type("t")
    tab(["cats", "cattle", "cuts"])
    #expect(Self.entry(desk)?.line.text == "/films/cattle/")
    tab([])
    #expect(Self.entry(desk)?.refusal?.phrase == Strings.noFolderSo)
    desk.type("x")
    desk.apply(.folderListed(FolderListing(folder: "/films/", entries: [])))
    #expect(Self.entry(desk)?.line.text == "/films/cattle/x")
  }
}
