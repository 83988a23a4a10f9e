import DailiesCore
import TerminalCanvas
import Testing
import VideosAPI

struct ReferenceImageTests {
  @Test(
    arguments: [
      ("/films/a.png", "/films/a.png"),
      ("  /films/a.JPG \n", "/films/a.JPG"),
      ("~/a.jpeg", "~/a.jpeg"),
      ("/films/灯 笼.webp", "/films/灯 笼.webp"),
      ("'/films/a b.png'", "/films/a b.png"),
      ("\"/films/a b.png\"", "/films/a b.png"),
      (#"'/films/it'\''s.png'"#, "/films/it's.png"),
      (#"'/films/a\b.png'"#, #"/films/a\b.png"#),
      (#""/films/a\"b\c.png""#, #"/films/a"b\c.png"#),
      (#"/films/a\ b\(1\).png"#, "/films/a b(1).png"),
      (#"/films/a\\b.png"#, #"/films/a\b.png"#),
      ("/films/it's.png", "/films/it's.png"),
      ("file:///films/a%20b.png", "/films/a b.png"),
      ("file://localhost/films/a.png", "/films/a.png"),
      ("file:/films/a.png", "/films/a.png"),
      ("file:///%E7%81%AF.png", "/灯.png"),
      ("file:///100%.png", "/100%.png"),
      ("file:///a%+1b.png", "/a%+1b.png"),
    ])
  func pathsAreReadAsTerminalsWriteThem(text: String, path: String) {
    #expect(ReferenceImage(reading: text) == .file(path: path))
  }

  @Test func anHttpsAddressIsPassedOnUnchanged() {
    let address = "https://example.com/a%20b.png?x=1"
    #expect(ReferenceImage(reading: " \(address) ") == .address(address))
  }

  @Test(
    arguments: [
      "", "a.png", "films/a.png", "/etc/passwd", "/films/a.mp4", "/films/a.png.txt", "http://example.com/a.png",
      "https://", "https:///a.png", "https://example.com/a b.png", "a boat at dawn", "/films/a.png\n/films/b.png",
      "file:///a%0Ab.png", "file:///a%00.png", "/films/\u{1B}[2J.png", "file:a.png", "'", "\\",
    ])
  func everythingElseIsNoPicture(text: String) {
    #expect(ReferenceImage(reading: text) == nil)
  }

  private static let found = ImageFinding.picture(
    PictureFacts(mediaType: .png, width: 1280, height: 720, byteCount: 2_100_000))

  @Test func aPastedPathIsOfferedAndNeverTakenSilently() {
    var desk = Desk()
    desk.paste("'/films/a b.png'")
    #expect(desk.state.shot.image == nil)
    #expect(desk.state.prompt.text == "'/films/a b.png'")
    #expect(desk.message == Strings.imageOffered(.english))
    desk.press(.function(6))
    guard case .image(let entry)? = desk.top else {
      Issue.record("F6 asks for the picture")
      return
    }
    #expect(entry.line.text == "/films/a b.png")
    #expect(desk.state.shot.image == nil)
    desk.press(.enter)
    #expect(desk.state.shot.image == nil, "it is looked at first")
    desk.apply(.imageChecked(.file(path: "/films/a b.png"), Self.found))
    desk.press(.escape)
    #expect(desk.state.shot.image == .file(path: "/films/a b.png"))
    #expect(desk.state.offeredImage == nil)
    #expect(desk.state.prompt.text == "")
    desk.press(.control("z"))
    #expect(desk.state.prompt.text == "'/films/a b.png'")
    #expect(!desk.state.draft.isSaved)
  }

  @Test func textThatIsNoPictureIsNotOffered() {
    var desk = Desk()
    desk.paste("a boat")
    #expect(desk.state.offeredImage == nil)
    #expect(desk.message == "")
  }

  @Test func whatIsNoPictureIsRefusedAndTheFieldStays() {
    var desk = Place.image.desk()
    desk.type("/etc/passwd")
    desk.press(.enter)
    guard case .image(let entry)? = desk.top else {
      Issue.record("the field is gone")
      return
    }
    #expect(entry.refusal?.phrase == Strings.imageWrongName)
    #expect(entry.line.text == "/etc/passwd")
    #expect(desk.state.shot.image == nil)
    desk.type("x")
    guard case .image(let next)? = desk.top else { return }
    #expect(next.refusal == nil)
  }

  @Test func anEmptyFieldRemovesThePictureAndEscapeKeepsIt() {
    var desk = Place.image.desk()
    desk.type("/a.png")
    desk.press(.enter)
    desk.apply(.imageChecked(.file(path: "/a.png"), Self.found))
    desk.press(.escape, .function(6), .control("u"), .escape)
    #expect(desk.state.shot.image == .file(path: "/a.png"))
    desk.press(.function(6), .control("u"), .enter)
    #expect(desk.state.shot.image == nil)
    #expect(desk.message == Strings.imageRemoved(.english))
  }
}
