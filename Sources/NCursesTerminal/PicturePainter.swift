import TerminalCanvas

/// Keeps the pixels on the screen as the frames want them, and sends no more than that takes.
///
/// Kitty keeps pictures beside the text, by number. Sixels lie in the cells: text that is written there takes them away,
/// and is what takes them away.
struct PicturePainter {
  fileprivate struct Shown {
    let placement: Canvas.Placement
    let graphics: Graphics
    /// Its number with kitty.
    let id: UInt32

    func canMove(to other: Canvas.Placement) -> Bool {
      graphics.way == .kitty && other.picture == placement.picture && other.rect.columns == placement.rect.columns
        && other.rect.rows == placement.rect.rows
    }
  }

  /// What is to be done with a frame.
  struct Work {
    /// Rows of text to be drawn again, and which columns of them, so that sixels go.
    fileprivate(set) var renewals: [(row: Int, columns: Range<Int>)] = []
    fileprivate var kept: [Shown] = []
    fileprivate var gone: [Shown] = []
    fileprivate var moved: [(id: UInt32, to: Canvas.Placement)] = []
    fileprivate var added: [Canvas.Placement] = []
    /// Pixels that are wanted were left to later.
    fileprivate(set) var isLate = false

    var isEmpty: Bool { renewals.isEmpty && gone.isEmpty && moved.isEmpty && added.isEmpty }
    var sendsPixels: Bool { !added.isEmpty }
  }

  struct Piece: Equatable {
    /// Nil: wherever the cursor is.
    let at: Point?
    let bytes: [UInt8]
  }

  /// The most pixels that kitty is sent of one picture: it stretches them. Fewer where the connection is slow.
  private let mostPixels: Int
  private let mostColors: Int
  private var shown: [Shown] = []
  private var lastID = Self.firstID
  /// Numbers that other programs are not likely to use.
  private static let firstID: UInt32 = 0x0DA1_1E00

  /// - Parameter isDistant: Whether the terminal is at the other end of a connection.
  init(isDistant: Bool) {
    mostPixels = isDistant ? 120_000 : 600_000
    mostColors = isDistant ? 64 : 256
  }

  /// Whether any pixels are on the screen.
  var isShowing: Bool { !shown.isEmpty }

  /// The screen was given away, with all pixels taken off it.
  mutating func forget() { shown.removeAll() }

  /// What a frame asks for, before its text is written.
  ///
  /// - Parameters:
  ///   - isForgotten: Nothing that is on the screen can be relied on.
  ///   - isBusy: Keys wait, or the screen has another size by now: pixels that are not there yet are left to later. Until
  ///     then those of the same place stay.
  func work(for canvas: Canvas, isForgotten: Bool, isBusy: Bool) -> Work {
    var work = Work()
    var missing = canvas.placements.filter { Self.rows($0, on: canvas, canvas.graphics) > 0 }
    for old in shown {
      if isForgotten || old.graphics != canvas.graphics {
        work.gone.append(old)
      } else if missing.contains(old.placement) {
        missing.removeAll { $0 == old.placement }
        work.kept.append(old)
      } else if let target = missing.firstIndex(where: { old.canMove(to: $0) }) {
        work.moved.append((old.id, missing.remove(at: target)))
      } else if isBusy, missing.contains(where: { $0.rect == old.placement.rect }) {
        work.kept.append(old)
      } else {
        work.gone.append(old)
      }
    }
    if isBusy { work.isLate = !missing.isEmpty } else { work.added = missing }
    for old in work.gone where old.graphics.way == .sixel {
      let rect = old.placement.rect
      // The same place is drawn over at once.
      guard isForgotten || !work.added.contains(where: { $0.rect == rect }) else { continue }
      // The screen may be smaller by now.
      let columns = rect.column..<max(rect.column, min(rect.endColumn, canvas.size.columns))
      guard !columns.isEmpty else { continue }
      for row in rect.row..<max(rect.row, min(rect.endRow, canvas.size.rows)) { work.renewals.append((row, columns)) }
    }
    return work
  }

  /// The text to write below the pixels of a frame. Where pixels lie now and will lie it stays as it is: nobody sees it, and
  /// in a film it would be half of the bytes.
  func text(of canvas: Canvas, over before: Canvas?, _ work: Work) -> Canvas {
    guard let before, let graphics = canvas.graphics else { return canvas }
    let unseen = (work.kept.map(\.placement) + work.added).filter { placement in
      shown.contains { $0.placement.rect == placement.rect && $0.graphics == graphics }
    }
    let rects = unseen.map { placement in
      var rect = placement.rect
      if graphics.way == .sixel {
        rect.rows = Self.pixelRows(Self.rows(placement, on: canvas, graphics), graphics) / graphics.cell.height
      }
      return rect
    }
    return canvas.text(keeping: rects, of: before)
  }

  /// Sixels that text was written into are sent again.
  ///
  /// - Parameters:
  ///   - text: The new one, as it was painted over `before`.
  func repair(_ work: inout Work, _ text: Canvas, over before: Canvas?, painted: FramePainter.Painted) {
    guard let before else { return }
    for old in work.kept where old.graphics.way == .sixel {
      guard painted.damages(old.placement.rect, text, over: before) else { continue }
      work.kept.removeAll { $0.placement == old.placement }
      work.added.append(old.placement)
    }
  }

  /// Does the work: what is to be sent once the text of the frame is there, each piece with the cursor at its place.
  mutating func perform(_ work: Work, on canvas: Canvas) -> [Piece] {
    shown = work.kept
    var pieces: [Piece] = []
    func show(_ placement: Canvas.Placement, _ graphics: Graphics, _ id: UInt32, _ bytes: [UInt8]) {
      pieces.append(Piece(at: Point(column: placement.rect.column, row: placement.rect.row), bytes: bytes))
      shown.append(Shown(placement: placement, graphics: graphics, id: id))
    }
    if let graphics = canvas.graphics {
      for (id, placement) in work.moved {
        let rect = placement.rect
        show(placement, graphics, id, Array(KittyGraphics.moving(id, columns: rect.columns, rows: rect.rows).utf8))
      }
      for placement in work.added {
        repeat {
          lastID = lastID < Self.firstID + 4096 ? lastID + 1 : Self.firstID
        } while (shown + work.gone).contains { $0.id == lastID }
        let rows = Self.rows(placement, on: canvas, graphics)
        show(placement, graphics, lastID, bytes(of: placement, id: lastID, rows: rows, graphics))
      }
    }
    // The old ones go when the new ones are there, so that nothing flickers.
    return pieces
      + work.gone.filter { $0.graphics.way == .kitty }.map {
        Piece(at: nil, bytes: Array(KittyGraphics.removing($0.id).utf8))
      }
  }

  /// The rows that may be drawn. Behind a sixel picture the cursor goes on to the next row, and in the last one the screen
  /// would scroll.
  private static func rows(_ placement: Canvas.Placement, on canvas: Canvas, _ graphics: Graphics?) -> Int {
    guard graphics?.way == .sixel else { return placement.rect.rows }
    return min(placement.rect.rows, canvas.size.rows - 1 - placement.rect.row)
  }

  /// Whole bands of sixels: one that reached into the row below could scroll the screen. The blocks show at the edge.
  private static func pixelRows(_ rows: Int, _ graphics: Graphics) -> Int {
    rows * graphics.cell.height / Sixel.band * Sixel.band
  }

  private func bytes(of placement: Canvas.Placement, id: UInt32, rows: Int, _ graphics: Graphics) -> [UInt8] {
    let (picture, rect) = (placement.picture, placement.rect)
    let (width, height) = (rect.columns * graphics.cell.width, rect.rows * graphics.cell.height)
    switch graphics.way {
    case .kitty:
      let extent = picture.extent(in: width, by: height, limit: mostPixels)
      let png = PNG.encode(
        width: extent.width, height: extent.height, rgb: picture.pixels(width: extent.width, height: extent.height))
      return KittyGraphics.showing(png: png, id: id, columns: rect.columns, rows: rect.rows)
    case .sixel:
      let shown = Self.pixelRows(rows, graphics)
      let pixels = picture.pixels(width: width, height: height)
      return Sixel.encode(
        width: width, height: shown, rgb: Array(pixels.prefix(width * shown * 3)),
        colors: min(graphics.colors, mostColors))
    }
  }
}
