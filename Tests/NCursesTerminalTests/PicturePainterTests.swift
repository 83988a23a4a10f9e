import TerminalCanvas
import TestSupport
import Testing

@testable import NCursesTerminal

/// What frames with pictures send, step by step.
@Suite struct PicturePainterTests {
  /// A screen that takes one frame after the other.
  private struct Screen {
    var painter = PicturePainter(isDistant: false, program: 6)
    var shown: Canvas?
    /// What was sent before the text.
    var ahead: [UInt8] = []

    mutating func show(
      _ canvas: Canvas, isBusy: Bool = false, isForgotten: Bool = false, painted: FramePainter.Painted = .init()
    ) -> (work: PicturePainter.Work, sent: [PicturePainter.Piece]) {
      var work = painter.work(for: canvas, isForgotten: isForgotten, isBusy: isBusy)
      let before = isForgotten ? nil : shown
      let text = painter.text(of: canvas, over: before, work)
      painter.repair(&work, text, over: before, painted: painted)
      shown = text
      let sent = painter.perform(work, on: canvas)
      ahead = sent.ahead
      return (work, sent.pieces)
    }
  }

  private static let place = Rect(column: 10, row: 2, columns: 4, rows: 3)
  private let sea = Picture(width: 2, height: 2, rgb: Array(repeating: 90, count: 12))
  private let sky = Picture(width: 2, height: 2, rgb: Array(repeating: 200, count: 12))

  private func canvas(
    _ way: Graphics.Way?, _ picture: Picture?, in rect: Rect = place, text: (inout Canvas) -> Void = { _ in }
  ) -> Canvas {
    var canvas = Canvas(
      size: Size(columns: 40, rows: 12), graphics: way.map { Graphics($0, cell: .standard, colors: 16) })
    text(&canvas)
    if let picture { canvas.place(picture, in: rect) }
    return canvas
  }

  private func commands(_ pieces: [PicturePainter.Piece]) -> [String] {
    pieces.flatMap { KittyReader.commands(in: $0.bytes) }.map { command in
      command.split(separator: ",").filter { !["C=1", "q=2", "t=d", "p=1", "m=0"].contains($0) }.joined(separator: ",")
    }
  }

  @Test func kittyIsSentAPictureOnceAndThenNothing() {
    var screen = Screen()
    let first = screen.show(canvas(.kitty, sea))
    #expect(commands(first.sent) == ["a=T,f=100,i=228662785,c=4,r=3"])
    #expect(first.sent.first?.at == Point(column: 10, row: 2))
    #expect(screen.painter.removingAll == KittyGraphics.removingAll)
    let busy = canvas(.kitty, sea) { $0.draw("a list that scrolls beside it", column: 0, row: 3) }
    let second = screen.show(busy)
    #expect(second.work.isEmpty && second.sent.isEmpty)
  }

  @Test func theNextPictureIsThereBeforeTheOneBeforeGoes() {
    var screen = Screen()
    _ = screen.show(canvas(.kitty, sea))
    #expect(
      commands(screen.show(canvas(.kitty, sky)).sent) == [
        "a=T,f=100,i=228662786,c=4,r=3", "a=d,d=I,i=228662785",
      ])
    #expect(commands(screen.show(canvas(.kitty, nil)).sent) == ["a=d,d=I,i=228662786"])
    #expect(!screen.painter.isShowing)
  }

  @Test func aPictureThatMovesIsNotSentAgain() {
    var screen = Screen()
    _ = screen.show(canvas(.kitty, sea))
    let moved = Rect(column: 11, row: 5, columns: 4, rows: 3)
    let sent = screen.show(canvas(.kitty, sea, in: moved)).sent
    #expect(commands(sent) == ["a=p,i=228662785,c=4,r=3"])
    #expect(sent.first?.at == Point(column: 11, row: 5))
    #expect(screen.show(canvas(.kitty, sea, in: moved)).sent.isEmpty)
    // In another size it is.
    let larger = screen.show(canvas(.kitty, sea, in: Rect(column: 11, row: 5, columns: 8, rows: 6))).sent
    #expect(commands(larger) == ["a=T,f=100,i=228662786,c=8,r=6", "a=d,d=I,i=228662785"])
  }

  @Test func aScreenThatIsForgottenIsFilledAnew() {
    var screen = Screen()
    _ = screen.show(canvas(.kitty, sea))
    #expect(
      commands(screen.show(canvas(.kitty, sea), isForgotten: true).sent) == [
        "a=T,f=100,i=228662786,c=4,r=3", "a=d,d=I,i=228662785",
      ])
    screen.painter.forget()
    #expect(commands(screen.show(canvas(.kitty, nil), isForgotten: true).sent) == [])
  }

  @Test func keysComeBeforePixels() {
    var screen = Screen()
    let first = screen.show(canvas(.kitty, sea), isBusy: true)
    #expect(first.work.isLate && first.sent.isEmpty)
    #expect(commands(screen.show(canvas(.kitty, sea)).sent) == ["a=T,f=100,i=228662785,c=4,r=3"])
    // The one before stays in its place meanwhile; elsewhere it goes at once.
    let second = screen.show(canvas(.kitty, sky), isBusy: true)
    #expect(second.work.isLate && second.sent.isEmpty)
    let third = screen.show(canvas(.kitty, sky, in: Rect(column: 0, row: 0, columns: 4, rows: 3)), isBusy: true)
    #expect(third.work.isLate)
    #expect(commands(third.sent) == ["a=d,d=I,i=228662785"])
  }

  /// A terminal that shows no pixels after all has the blocks of the first picture there.
  @Test(arguments: [Graphics.Way.kitty, .sixel])
  func theTextUnderPixelsStaysAsItIsUntilTheyGo(way: Graphics.Way) {
    var screen = Screen()
    func blocks(_ letter: String, _ picture: Picture?) -> Canvas {
      canvas(way, picture) { canvas in
        for row in 0..<12 { canvas.draw(String(repeating: letter, count: 40), column: 0, row: row) }
      }
    }
    func row(_ row: Int) -> String? { screen.shown?.text(row: row) }
    _ = screen.show(blocks("x", sea))
    #expect(row(2) == String(repeating: "x", count: 40))
    #expect(!screen.show(blocks("y", sky)).sent.isEmpty)
    #expect(row(2) == "yyyyyyyyyyxxxx" + String(repeating: "y", count: 26))
    #expect(row(1) == String(repeating: "y", count: 40) && row(5) == row(1))
    _ = screen.show(blocks("z", nil))
    #expect(row(2) == String(repeating: "z", count: 40))
  }

  @Test func anotherWayIsAnotherPicture() {
    var screen = Screen()
    _ = screen.show(canvas(.kitty, sea))
    let sent = screen.show(canvas(.sixel, sea)).sent
    #expect(sent.count == 2)
    #expect(sent.first?.bytes.starts(with: "\u{1B}P0;1q".utf8) == true)
    #expect(commands(sent) == ["a=d,d=I,i=228662785"])
    let last = screen.show(canvas(nil, sea))
    #expect(last.work.renewals.map(\.row) == [2, 3, 4] && last.sent.isEmpty)
  }

  @Test func sixelsGoByTheTextThatLiesBelow() {
    var screen = Screen()
    let first = screen.show(canvas(.sixel, sea))
    #expect(first.sent.first?.bytes.starts(with: "\u{1B}P0;1q\"1;1;40;60".utf8) == true)
    #expect(first.work.renewals.isEmpty)
    #expect(screen.show(canvas(.sixel, sea)).work.isEmpty)
    // Another one in its place is drawn over it.
    let second = screen.show(canvas(.sixel, sky))
    #expect(second.sent.count == 1 && second.work.renewals.isEmpty)
    let gone = screen.show(canvas(.sixel, nil))
    #expect(gone.sent.isEmpty)
    #expect(gone.work.renewals.map(\.row) == [2, 3, 4])
    #expect(gone.work.renewals.allSatisfy { $0.columns == 10..<14 })
  }

  @Test func sixelsThatAreWrittenIntoAreSentAgain() {
    var screen = Screen()
    _ = screen.show(canvas(.sixel, sea))
    let beside = canvas(.sixel, sea) { $0.draw("list", column: 0, row: 3) }
    #expect(screen.show(beside).work.isEmpty)
    let across = canvas(.sixel, sea) {
      $0.draw("other", column: 0, row: 3)
      $0.draw("text", column: 30, row: 3)
    }
    #expect(screen.show(across).sent.count == 1)
    #expect(screen.show(across, painted: .init(renewedRows: [4])).sent.count == 1)
    #expect(screen.show(across, painted: .init(renewedRows: [7])).sent.isEmpty)
  }

  /// Each cell names its row and column of the picture, and by colour and last mark the picture: 7 << 24 | 2.
  @Test func inTmuxTextStandsForThePictureOnceThatIsThere() throws {
    var screen = Screen()
    let first = screen.show(canvas(.placeholders, sea) { $0.draw("list", column: 0, row: 3) })
    #expect(first.sent.isEmpty)
    #expect(unwrapped(screen.ahead) == ["a=T,U=1,f=100,i=117440514,c=4,r=3"])
    let shown = try #require(screen.shown)
    #expect(
      shown[10, 2] == Cell(text: "\u{10EEEE}\u{305}\u{305}\u{33F}", width: 1, style: Style(foreground: .exact(2))))
    #expect(shown[13, 4].text == "\u{10EEEE}\u{30E}\u{310}\u{33F}")
    #expect(shown[14, 4] == .blank && shown[0, 3].text == "l")

    // It moves as text alone does.
    let moved = Rect(column: 20, row: 5, columns: 4, rows: 3)
    #expect(screen.show(canvas(.placeholders, sea, in: moved)).sent.isEmpty && screen.ahead.isEmpty)
    #expect(screen.shown?[20, 5] == shown[10, 2] && screen.shown?[10, 2] == .blank)

    // The next one is there before its text, and the one before goes behind that.
    let next = screen.show(canvas(.placeholders, sky, in: moved))
    #expect(unwrapped(screen.ahead) == ["a=T,U=1,f=100,i=117440515,c=4,r=3"])
    #expect(unwrapped(next.sent.flatMap(\.bytes)) == ["a=d,d=I,i=117440514"])
    #expect(unwrapped(Array(screen.painter.removingAll.utf8)) == ["a=d,d=I,i=117440515"])

    // Seen again, the window may have missed it.
    screen.painter.doubtPlaceholders()
    _ = screen.show(canvas(.placeholders, sky, in: moved))
    #expect(unwrapped(screen.ahead) == ["a=T,U=1,f=100,i=117440516,c=4,r=3"])
    _ = screen.show(canvas(.placeholders, sky, in: moved))
    #expect(screen.ahead.isEmpty)
    #expect(unwrapped(screen.show(canvas(.placeholders, nil)).sent.flatMap(\.bytes)) == ["a=d,d=I,i=117440516"])
    #expect(screen.painter.removingAll == "")
  }

  @Test func numbersOfPlaceholdersComeAroundWithoutZero() {
    var screen = Screen()
    var seen: Set<Style> = []
    for _ in 0..<600 {
      _ = screen.show(canvas(.placeholders, sea), isForgotten: true)
      if let cell = screen.shown?[10, 2] { seen.insert(cell.style) }
    }
    #expect(seen == Set((1...255).map { Style(foreground: .exact($0)) }))
  }

  /// The commands in what tmux is to hand through, without what they share.
  private func unwrapped(_ bytes: [UInt8]) -> [String] {
    commands([PicturePainter.Piece(at: nil, bytes: KittyReader.throughTmux(bytes))])
  }

  /// 12 rows, the last of which is left alone; 20 pixels a row, in bands of 6.
  @Test(arguments: [(3, 8, "40;60"), (3, 9, "40;36"), (1, 11, nil)])
  func sixelsEndAboveTheLastRow(rows: Int, from row: Int, size: String?) {
    var screen = Screen()
    let place = Rect(column: 0, row: row, columns: 4, rows: rows)
    let sent = screen.show(canvas(.sixel, sea, in: place)).sent
    #expect(sent.count == (size == nil ? 0 : 1))
    if let size { #expect(sent[0].bytes.starts(with: "\u{1B}P0;1q\"1;1;\(size)".utf8)) }
  }

  /// A line that costs more is spared.
  @Test func lessIsSentOverAConnection() throws {
    var generator = SeededGenerator(seed: 3)
    let pixels = (0..<400 * 400 * 3).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let picture = try #require(Picture(width: 400, height: 400, rgb: pixels))
    let cell = try #require(CellPixels(width: 20, height: 40))
    var canvas = Canvas(size: Size(columns: 40, rows: 12), graphics: Graphics(.kitty, cell: cell))
    canvas.place(picture, in: canvas.bounds)
    func bytes(isDistant: Bool) -> Int {
      var painter = PicturePainter(isDistant: isDistant)
      let work = painter.work(for: canvas, isForgotten: true, isBusy: false)
      return painter.perform(work, on: canvas).pieces.reduce(0) { $0 + $1.bytes.count }
    }
    #expect(bytes(isDistant: true) < bytes(isDistant: false) * 4 / 5)
  }

  @Test(arguments: [Size(columns: 8, rows: 12), Size(columns: 40, rows: 2), Size(columns: 5, rows: 1)])
  func aPictureBeyondTheEdgeOfASmallerScreenIsForgotten(size: Size) {
    var screen = Screen()
    _ = screen.show(canvas(.sixel, sea))
    let smaller = Canvas(size: size, graphics: Graphics(.sixel, cell: .standard, colors: 16))
    let (work, sent) = screen.show(smaller, isForgotten: true)
    #expect(work.renewals.isEmpty)
    #expect(sent.isEmpty)
  }
}
