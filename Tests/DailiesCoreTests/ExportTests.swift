import Testing
import VideosAPI

@testable import DailiesCore

/// Takes of a view in the formats of other programs.
struct ExportTests {
  /// Texts that break a table, a page or a list where they are not written as it wants them. A combining mark makes one
  /// character of itself and the sign before it, which every reader of bytes takes apart again.
  private static let naughty = [
    "plain", "=HYPERLINK(\"http://a.example\")", "=\u{301}1+1", " \t+1", "＝1", "@a", "-1", "a,b", ",\u{301}b",
    "say \"no\"",
    "\"\u{301}x", "two\nlines", "cr\r\nlf", "<script>alert(1)</script>", "<\u{338}script>", "&amp; 'quotes' \"these\"",
    "'\u{301}x", "</p></article>", "灯笼在黄昏，🏮", "\u{202E}gpj.exe", "\u{1B}[31mred", "", "%1 %{takes.save}", "a\\b",
  ]

  private func take(
    _ number: Int, prompt: String = "A lantern", file: String? = nil, seconds: Double? = 8
  ) -> Take {
    var take = Take(
      number: Take.Number(number),
      order: Order(model: "veo", prompt: prompt, seconds: 8, size: VideoSize(width: 1280, height: 720)),
      service: Take.Service(profile: "default", baseURL: "https://a.example/v1"),
      phase: file == nil ? .running : .saved,
      recorded: Timestamp(seconds: 1_764_100_800))
    take.filePath = file
    if file != nil { take.film = seconds.map { Take.FilmFacts(width: 1280, height: 720, seconds: $0) } }
    return take
  }

  private func write(_ format: ExportFormat, _ takes: [Take], _ change: (inout ExportOptions) -> Void = { _ in })
    -> ExportedTakes
  {
    var options = ExportOptions()
    change(&options)
    return format.write(takes, options) { _ in "{}" }
  }

  /// The fields of a table as RFC 4180 has them, read byte by byte.
  private func fields(_ csv: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var bytes = Array(csv.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && bytes.first == UInt8(ascii: "\""): field.append(bytes.removeFirst())
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        row.append(String(decoding: field, as: UTF8.self))
        field = []
      case UInt8(ascii: "\r") where !isQuoted && bytes.first == UInt8(ascii: "\n"):
        bytes.removeFirst()
        rows.append(row + [String(decoding: field, as: UTF8.self)])
        (row, field) = ([], [])
      default: field.append(byte)
      }
    }
    return rows
  }

  @Test func everyTextComesOutOfTheTableAsItWasAndNoneIsAFormula() throws {
    let takes = Self.naughty.enumerated().map { take($0.offset + 1, prompt: $0.element) }
    let rows = fields(write(.csv, takes).text)
    let column = try #require(rows.first?.firstIndex(of: "prompt"))
    #expect(rows.count == takes.count + 1)
    for (row, prompt) in zip(rows.dropFirst(), Self.naughty) {
      try #require(row.count == rows[0].count, "\(prompt)")
      let text = row[column]
      let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
      #expect(first.map { "=+-@＝".unicodeScalars.contains($0) } != true, "\(prompt)")
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\r" }, "\(prompt)")
    }
    let byPrompt = zip(Self.naughty, rows.dropFirst().map { $0[column] })
    for (prompt, text) in byPrompt where ["a,b", "say \"no\"", "two\nlines", "灯笼在黄昏，🏮", ",\u{301}b"].contains(prompt) {
      #expect(Array(text.utf8) == Array(prompt.utf8))
    }
  }

  @Test func theTableSaysWhatIsKnownOfATake() throws {
    var saved = take(31, file: "/films/T031.mp4", seconds: 4)
    saved.origin = TakeOrigin(shot: "The pier", parent: Take.Number(7))
    saved.tags = ["night", "rain"]
    saved.fileBytes = 1234
    saved.verdict = .circled
    saved.sent = saved.recorded
    saved.billedCost = "0.40"
    let rows = fields(write(.csv, [saved]).text)
    let row = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
    let expected = [
      "take": "T031", "state": "saved", "shot": "The pier", "parent": "T007", "seconds": "8", "size": "1280x720",
      "tags": "night rain", "recorded_at": "2025-11-25T20:00:00Z", "saved_at": "", "film_seconds": "4.0",
      "as_ordered": "no", "file": "/films/T031.mp4", "file_bytes": "1234", "cost": "0.40", "currency": "USD",
      "cost_source": "header", "verdict": "circled",
    ]
    for (name, value) in expected { #expect(row[name] == value, "\(name)") }
    let unpaid = fields(write(.csv, [saved]) { $0.showsMoney = false }.text)
    #expect(unpaid[1][try #require(unpaid[0].firstIndex(of: "cost"))] == "")
  }

  @Test func savedTakesStandInTheEditListOneBehindTheOther() {
    let takes = [
      take(12, file: "/films/a lantern.mp4"), take(13), take(1_234, file: "/films/b.mp4", seconds: 4.041),
      take(15, file: "/films/c.mp4", seconds: nil),
    ]
    let made = write(.edl, takes) { $0.title = "The pier" }
    #expect(made.count == 2)
    #expect(made.left == [.noFilm: 1, .noLength: 1])
    let lines = made.text.split(separator: "\r\n", omittingEmptySubsequences: false).map { String($0) }
    #expect(
      lines == [
        "TITLE: The pier", "FCM: NON-DROP FRAME", "",
        "001  T012     V     C        00:00:00:00 00:00:08:00 01:00:00:00 01:00:08:00",
        "* FROM CLIP NAME: a lantern.mp4", "* SOURCE FILE: /films/a lantern.mp4",
        // 4.041 s is 97 pictures of 1/24 s, of which the box's milliseconds have lost a part.
        "002  T1234    V     C        00:00:00:00 00:00:04:01 01:00:08:00 01:00:12:01",
        "* FROM CLIP NAME: b.mp4", "* SOURCE FILE: /films/b.mp4", "",
      ])
  }

  @Test func theEditListCountsInTheRateAskedFor() {
    let made = write(.edl, [take(1, file: "/a.mp4", seconds: 3_661.5)]) { $0.rate = .pal }
    #expect(made.text.contains(" 00:00:00:00 01:01:01:12 01:00:00:00 02:01:01:12\r\n"))
  }

  @Test func anEditListHoldsAsManyEventsAsItCanCountAndNoLineOfOthers() {
    let takes = (1...1_001).map { take($0, file: "/films/\($0)\r\n004  EVIL\n.mp4") }
    let made = write(.edl, takes)
    #expect(made.count == 999)
    #expect(made.left == [.tooMany: 2])
    let lines = made.text.split(separator: "\r\n")
    #expect(lines.count == 2 + 3 * 999)
    #expect(lines.last { !$0.hasPrefix("*") }?.hasPrefix("999  T999 ") == true)
    #expect(!made.text.replacing("\r\n", with: "").utf8.contains(UInt8(ascii: "\n")))
  }

  @Test(arguments: [Double.nan, .infinity, -1, 0, 0.001, 1e300])
  func aLengthThatNoFilmHasIsNoEvent(_ seconds: Double) {
    #expect(write(.edl, [take(1, file: "/a.mp4", seconds: seconds)]).left == [.noLength: 1])
  }

  @Test func everythingInAPathIsQuotedForFFmpegAndALineEndIsLeftOut() {
    let takes = [
      take(1, file: "/films/it's a \"lantern\" \\ #1 .mp4"), take(2), take(3, file: "/films/a\nb.mp4"),
      take(4, file: "/films/a\rb.mp4"), take(5, file: "/films/'\u{301}.mp4"),
    ]
    let made = write(.concat, takes)
    #expect(made.count == 2)
    #expect(made.left == [.noFilm: 1, .lineEnd: 2])
    let lines = made.text.utf8.split(separator: UInt8(ascii: "\n")).map { Array($0) }
    #expect(lines.count == 4)
    #expect(lines[0] == Array("ffconcat version 1.0".utf8))
    #expect(lines[2] == Array(#"file '/films/it'\''s a "lantern" \ #1 .mp4'"#.utf8))
    #expect(lines[3] == Array("file '/films/'\\''\u{301}.mp4'".utf8))
  }

  @Test func noTextOfATakeChangesWhatTheContactSheetIsMadeOf() {
    func sheet(_ text: String) -> ExportedTakes {
      var saved = take(1, prompt: text, file: "/films/\(text).mp4")
      saved.comment = text
      saved.tags = [text]
      saved.origin = TakeOrigin(shot: text, parent: nil)
      saved.videoID = text
      saved.order.model = text
      saved.problem = Problem(.fileFailed, detail: text)
      return write(.html, [saved]) { $0.title = text }
    }
    // What the bytes of a page are for its reader, but for the texts.
    func signs(_ page: ExportedTakes) -> [UInt8] {
      page.text.utf8.filter {
        [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'")].contains($0)
      }
    }
    let usual = signs(sheet("plain"))
    for text in Self.naughty where !text.isEmpty {
      let page = sheet(text)
      #expect(signs(page) == usual, "\(text)")
      #expect(!page.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(text)")
      #expect(!page.text.contains("<script"))
    }
  }

  @Test func theContactSheetShowsTheFilmFromWhereItLies() {
    #expect(ContactSheet.address(of: "/films/a b.mp4", from: "/films") == "./a%20b.mp4")
    #expect(
      ContactSheet.address(of: "/films/x:y/灯.mp4", from: "/films/") == "./x:y/%E7%81%AF.mp4".replacing(":", with: "%3A")
    )
    #expect(ContactSheet.address(of: "/films2/a.mp4", from: "/films") == "file:///films2/a.mp4")
    #expect(ContactSheet.address(of: "/films/50%#?.mp4", from: nil) == "file:///films/50%25%23%3F.mp4")
    let page = write(.html, [take(1, file: "/films/a.mp4"), take(2)]) { $0.folder = "/films" }.text
    #expect(page.contains(#"<video controls preload="metadata" src="./a.mp4"></video>"#))
    #expect(page.contains(#"<div class="empty">running</div>"#))
    #expect(page.contains("2 takes"))
  }

  @Test func theContactSheetSpeaksTheLanguageOfTheScreens() {
    let page = write(.html, [take(1)]) { $0.language = .chinese }.text
    #expect(page.contains("<html lang=\"zh-Hans\">"))
    #expect(page.contains("1 条"))
    #expect(page.contains("生成中"))
  }

  @Test func theEndingOfANameChoosesTheFormat() {
    let known: [(String, ExportFormat?)] = [
      ("a.csv", .csv), ("/x.y/a.JSON", .json), ("~/cut.edl", .edl), ("a.ffconcat", .concat), ("a.txt", .concat),
      ("a.htm", .html), ("a.html", .html), ("a", nil), ("/x.csv/a", nil), (".csv", nil), ("a.mp4", nil), ("", nil),
    ]
    for (path, format) in known { #expect(ExportFormat(path: path) == format, "\(path)") }
  }

  private func films(_ change: (inout [Take]) -> Void = { _ in }) -> [Take] {
    var takes = [3, 1, 2].map { take($0, file: "/films/\($0).mp4") }
    change(&takes)
    return takes
  }

  private func events(_ made: ExportedTakes) -> [String] {
    made.text.split(separator: "\r\n").filter { $0.first?.isNumber == true }.map { String($0.dropFirst(5).prefix(14)) }
  }

  @Test func listsOfFilmsStandInTheOrderOfTheStory() {
    #expect(events(write(.edl, films())) == ["T001     V    ", "T002     V    ", "T003     V    "])
    let byShot = films {
      $0[0].origin = TakeOrigin(shot: "a", parent: nil)
      $0[1].origin = TakeOrigin(shot: "b", parent: nil)
    }
    let made = write(.concat, byShot) { $0 = ExportOptions(TakeScope(sort: TakeSort(.shot))) }
    #expect(made.text.split(separator: "\n").suffix(3) == ["3", "1", "2"].map { "file '/films/\($0).mp4'" })
  }

  @Test func whatIsNoGoodStaysOutOfListsOfFilmsUnlessItIsAskedFor() {
    let takes = films { $0[1].verdict = .noGood }
    for format in [ExportFormat.edl, .concat] {
      let made = write(format, takes)
      #expect(made.count == 2 && made.left == [.noGood: 1] && !made.text.contains("/1.mp4"))
      #expect(write(format, takes) { $0 = ExportOptions(TakeScope(search: "is:no-good")) }.count == 3)
      #expect(write(format, takes) { $0 = ExportOptions(TakeScope(), isMarked: true) }.count == 3)
    }
    #expect(write(.csv, takes).count == 3)
  }

  @Test func soundIsAnEventOfItsOwnAndWhatIsMixedIsSaid() {
    let takes = films {
      $0[1].film?.hasSound = true
      $0[2].film?.width = 720
    }
    let rates: (inout ExportOptions) -> Void = {
      for (number, rate) in [(1, 24.004), (2, 30), (3, 24)] {
        $0.glances[Take.Number(number)] = FilmGlance(rate: rate)
      }
    }
    let made = write(.edl, takes, rates)
    #expect(events(made) == ["T001     AA/V ", "T002     V    ", "T003     V    "])
    let said = [
      "Mixed picture sizes: 1280x720 (2), 720x720 (1).", "Mixed frame rates, pictures a second: 24 (2), 30 (1).",
    ]
    #expect(made.remarks.map { $0.text(.english) } == said)
    #expect(said.allSatisfy { made.text.contains("\r\n* " + $0 + "\r\n") })
    let list = write(.concat, takes, rates)
    #expect(said.allSatisfy { list.text.contains("\n# " + $0 + "\n") } && !list.text.contains("-c copy"))
    let other = write(.edl, films()) { $0.glances[Take.Number(1)] = FilmGlance(rate: 30) }
    #expect(other.text.contains("* The films have 30 pictures a second, and this list counts 24."))
    #expect(write(.edl, films()).remarks.isEmpty)
  }

  @Test func aStillIsInThePageItself() {
    let page = write(.html, [take(1, file: "/films/a.mp4")]) {
      $0.folder = "/films"
      $0.glances[Take.Number(1)] = FilmGlance(still: "/9j/AA==")
    }.text
    #expect(page.contains(#"<video controls preload="none" poster="data:image/jpeg;base64,/9j/AA==" src="./a.mp4">"#))
  }
}
