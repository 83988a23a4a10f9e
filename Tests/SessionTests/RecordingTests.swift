import DailiesScript
import Foundation
import TerminalCanvas
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct RecordingTests {
  private static func canvas(_ rows: String..., style: Style = .plain) -> Canvas {
    var canvas = Canvas(size: Size(columns: 12, rows: rows.count))
    for (row, text) in rows.enumerated() { canvas.draw(text, column: 0, row: row, style: style) }
    return canvas
  }

  @Test func aScreenAsTextHasNoBlanksAtTheEndsOfItsRows() {
    #expect(ScreenText.text(of: Self.canvas("one", "", " 灯笼 x")) == "one\n\n 灯笼 x\n")
  }

  @Test func aPictureIsWellFormedWhateverStandsOnTheScreen() throws {
    var canvas = Self.canvas("<a> & \"b\"", "┌─灯笼─┐", "█░ é👩‍👩‍👧")
    canvas.caret = Point(column: 3, row: 1)
    canvas.restyle(canvas.bounds) { $0.adding([.bold, .reverse]) }
    let svg = ScreenPicture.svg(of: canvas, title: "A <title> & more")
    let reader = XMLReader()
    #expect(reader.read(svg))
    #expect(reader.texts.first == "A <title> & more")
    #expect(reader.texts.contains("<a> & \"b\""))
    #expect(reader.texts.contains("灯"))
  }

  @Test func aWideGlyphStandsInItsOwnColumnOfAPicture() {
    let svg = ScreenPicture.svg(of: Self.canvas("a灯b"), title: "")
    #expect(svg.contains("<text x=\"0\" y=\"13\">a</text>"))
    #expect(svg.contains("<text x=\"16.8\" y=\"13\" text-anchor=\"middle\" font-size=\"16\">灯</text>"))
    #expect(svg.contains("<text x=\"25.2\" y=\"13\">b</text>"))
  }

  @Test func coloursOfAPictureAreThoseOfTheTerminal() {
    let colored = Style(foreground: .indexed(80), background: .indexed(237))
    let svg = ScreenPicture.svg(of: Self.canvas("a", style: colored), title: "")
    #expect(svg.contains("fill=\"#5fd7d7\""))
    #expect(svg.contains("fill=\"#3a3a3a\""))
  }

  @Test func aCastHoldsASizeAndThenFramesInTime() throws {
    var recording = Recording(size: Size(columns: 12, rows: 2))
    recording.frames = [
      Recording.Frame(at: .zero, canvas: Self.canvas("one", "\"two\"")),
      Recording.Frame(at: .milliseconds(1250), canvas: Self.canvas("one", "灯笼")),
    ]
    recording.length = .seconds(3)
    let lines = Asciicast.text(of: recording, title: "A \"cast\"").split(separator: "\n")
    let values = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
    let head = try #require(values.first as? [String: Any])
    #expect(head["version"] as? Int == 2)
    #expect(head["width"] as? Int == 12)
    #expect(head["title"] as? String == "A \"cast\"")
    let events = values.dropFirst().compactMap { $0 as? [Any] }
    #expect(events.map { $0[0] as? Double } == [0, 1.25, 3])
    let texts = events.compactMap { $0[2] as? String }
    #expect(texts[0].contains("\u{1B}[2J") && texts[0].contains("one") && texts[0].contains("\"two\""))
    // Only the row that differs is drawn again.
    #expect(!texts[1].contains("one") && texts[1].contains("\u{1B}[2;1H") && texts[1].contains("灯笼"))
  }
}

/// Reads XML for the text of its elements.
private final class XMLReader: NSObject, XMLParserDelegate {
  private(set) var texts: [String] = []
  private var text = ""

  func read(_ xml: String) -> Bool {
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    return parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if !text.isEmpty { texts.append(text) }
    text = ""
  }
}
