import DailiesCore
import TerminalCanvas
import Testing

/// Paths are completed as a shell does it.
@Suite struct ImageEntryTests {
  private typealias Entry = FolderListing.Entry

  private static let pictures = FolderListing(
    folder: "/p/",
    entries: [
      Entry(name: "lantern 2.png", isFolder: false), Entry(name: "lantern 1.png", isFolder: false),
      Entry(name: "lamps", isFolder: true), Entry(name: "灯笼 夜.webp", isFolder: false),
      Entry(name: ".hidden.png", isFolder: false), Entry(name: "it's \\odd\\.png", isFolder: false),
    ])

  private func entry(_ text: String, _ commands: Command...) -> ImageEntry {
    var entry = ImageEntry(text: text)
    entry.receive(Self.pictures)
    for command in commands { _ = entry.perform(command) }
    return entry
  }

  private func answer(_ entry: ImageEntry) -> ImageEntry.Answer {
    var entry = entry
    return entry.answer()
  }

  @Test(arguments: [
    ("/p/l", "/p/la"), ("/p/lan", "/p/lantern "), ("/p/lam", "/p/lamps/"), ("/p/灯", "/p/灯笼 夜.webp"),
    ("/p/LAM", "/p/lamps/"), ("/p/x", "/p/x"), ("/p/.", "/p/.hidden.png"), ("/q/l", "/q/l"), ("words", "words"),
  ])
  func tabInsertsWhatAllMatchesHaveInCommon(typed: String, completed: String) {
    #expect(entry(typed, .complete).line.text == completed)
  }

  @Test func furtherTabsGoThroughTheMatchesAndRound() {
    var entry = entry("/p/lan", .complete)
    var seen: [String] = []
    for _ in 0..<3 {
      _ = entry.perform(.complete)
      seen.append(entry.line.text)
    }
    #expect(seen == ["/p/lantern 1.png", "/p/lantern 2.png", "/p/lantern 1.png"])
    _ = entry.perform(.previousRow)
    #expect(entry.line.text == "/p/lantern 2.png")
    #expect(entry.matches.count == 2)
  }

  @Test func whatIsTypedEndsTheGoingThrough() {
    var entry = entry("/p/lan", .nextRow)
    #expect(entry.selected == 0)
    _ = entry.perform(.deleteBackward)
    #expect(entry.selected == nil)
    #expect(entry.matches.map(\.name) == ["lantern 1.png"])
  }

  @Test func foldersComeFirstAndHiddenNamesOnlyWhereADotWasTyped() {
    #expect(
      entry("/p/").matches.map(\.name) == ["lamps", "it's \\odd\\.png", "lantern 1.png", "lantern 2.png", "灯笼 夜.webp"])
    #expect(entry("/p/.").matches.map(\.name) == [".hidden.png"])
  }

  @Test func anEmptyFieldOffersTheHomeFolder() {
    var entry = ImageEntry()
    #expect(entry.folder == "~/")
    entry.receive(FolderListing(folder: "~/", entries: [Entry(name: "Pictures", isFolder: true)]))
    _ = entry.perform(.complete)
    #expect(entry.line.text == "~/Pictures/")
    #expect(entry.folder == "~/Pictures/")
  }

  @Test func theListOfAnotherFolderIsNotTaken() {
    var entry = ImageEntry(text: "/q/")
    entry.receive(Self.pictures)
    #expect(entry.listing == nil)
    #expect(entry.matches.isEmpty)
  }

  @Test func enterGoesIntoAFolderAndTakesAPicture() {
    var folder = entry("/p/", .nextRow)
    let outcome = folder.answer()
    #expect(outcome == .goOn)
    #expect(folder.line.text == "/p/lamps/")
    #expect(folder.folder == "/p/lamps/")
    #expect(answer(entry("/p/灯", .nextRow)) == .image(.file(path: "/p/灯笼 夜.webp")))
  }

  @Test func aNameInTheListIsMeantAsItStands() {
    #expect(answer(entry("/p/it", .nextRow)) == .image(.file(path: "/p/it's \\odd\\.png")))
    #expect(answer(entry("/p/it's \\odd\\.png")) == .image(.file(path: "/p/it's \\odd\\.png")))
  }

  @Test func aDroppedPathStandsInTheFieldAsItIs() {
    var entry = ImageEntry()
    entry.insert("'/p/a b.png' ")
    #expect(entry.line.text == "/p/a b.png")
    var address = ImageEntry()
    address.insert("https://a.example/b")
    #expect(answer(address) == .image(.address("https://a.example/b")))
  }

  @Test func foldersAreAskedForOnlyWhenTheyChange() {
    var desk = Desk()
    desk.press(.function(6))
    #expect(desk.effects == [.listFolder("~/")])
    desk.type("/")
    #expect(desk.effects == [.listFolder("/")])
    desk.apply(.folderListed(FolderListing(folder: "/", entries: [Entry(name: "p", isFolder: true)])))
    desk.type("p")
    #expect(desk.effects.isEmpty)
    desk.press(.tab)
    #expect(desk.effects == [.listFolder("/p/")])
    desk.press(.escape)
    desk.apply(.folderListed(Self.pictures))
    #expect(desk.top == nil)
  }
}
