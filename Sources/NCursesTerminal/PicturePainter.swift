import TerminalCanvas

/// Keeps the pixels on the screen as the frames want them, and sends no more than that takes.
///
/// Kitty keeps pictures beside the text, by number. Sixels lie in the cells: text that is written there takes them away,
/// and is what takes them away.
struct PicturePainter {
  private struct Shown {
    let placement: Canvas.Placement
    let graphics: Graphics
    /// Its number with kitty.
    let id: UInt32
  }

  /// What is to be done with a frame.
  struct Work {
    /// Rows of text to be drawn again, and which columns of them, so that sixels go.
    fileprivate(set) var renewals: [(row: Int, columns: Range<Int>)] = []
    fileprivate var removed: [UInt32] = []
    fileprivate var moved: [(id: UInt32, to: Canvas.Placement)] = []
    fileprivate var added: [Canvas.Placement] = []
    /// Pixels that are wanted were left to later.
    fileprivate(set) var isLate = false

    var isEmpty: Bool { renewals.isEmpty && removed.isEmpty && moved.isEmpty && added.isEmpty }
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

  /// - Parameters:
  ///   - before: The frame on the screen; nil: nothing there can be relied on.
  ///   - painted: What ncurses and ``RowPainter`` write of the new one.
  ///   - isBusy: Keys wait, or the screen has another size by now: pixels that are not there yet are left to later.
  func work(for canvas: Canvas, over before: Canvas?, painted: FramePainter.Painted, isBusy: Bool) -> Work {
    var work = Work()
    var missing = canvas.placements.filter { Self.rows($0, on: canvas, canvas.graphics) > 0 }
    var gone: [Shown] = []
    for old in shown {
      let isKept = before != nil && old.graphics == canvas.graphics && missing.contains(old.placement)
      guard isKept else {
        gone.append(old)
        continue
      }
      if old.graphics.way == .sixel, let before, painted.damages(old.placement.rect, canvas, over: before) {
        if isBusy { gone.append(old) }
      } else {
        missing.removeAll { $0 == old.placement }
      }
    }
    for old in gone where old.graphics.way == .kitty {
      let target = missing.firstIndex {
        $0.picture == old.placement.picture && $0.rect.columns == old.placement.rect.columns
          && $0.rect.rows == old.placement.rect.rows
      }
      if before != nil, old.graphics == canvas.graphics, let target {
        work.moved.append((old.id, missing.remove(at: target)))
      } else {
        work.removed.append(old.id)
      }
    }
    if isBusy { work.isLate = !missing.isEmpty } else { work.added = missing }
    for old in gone where old.graphics.way == .sixel {
      // The same place is drawn over at once.
      guard !work.added.contains(where: { $0.rect == old.placement.rect }) else { continue }
      let rect = old.placement.rect
      for row in rect.row..<min(rect.endRow, canvas.size.rows) {
        work.renewals.append((row, rect.column..<min(rect.endColumn, canvas.size.columns)))
      }
    }
    return work
  }

  /// Does the work: what is to be sent once the text of the frame is there, each piece with the cursor at its place.
  mutating func perform(_ work: Work, on canvas: Canvas) -> [Piece] {
    shown.removeAll { old in
      let isKept = canvas.placements.contains(old.placement) && old.graphics == canvas.graphics
      return !isKept || work.removed.contains(old.id) || work.added.contains(old.placement)
        || work.moved.contains { $0.id == old.id }
    }
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
        lastID = lastID < Self.firstID + 4096 ? lastID + 1 : Self.firstID
        let rows = Self.rows(placement, on: canvas, graphics)
        show(placement, graphics, lastID, bytes(of: placement, id: lastID, rows: rows, graphics))
      }
    }
    // The old ones go when the new ones are there, so that nothing flickers.
    return pieces + work.removed.map { Piece(at: nil, bytes: Array(KittyGraphics.removing($0).utf8)) }
  }

  /// The rows that may be drawn. Behind a sixel picture the cursor goes on to the next row, and in the last one the screen
  /// would scroll.
  private static func rows(_ placement: Canvas.Placement, on canvas: Canvas, _ graphics: Graphics?) -> Int {
    guard graphics?.way == .sixel else { return placement.rect.rows }
    return min(placement.rect.rows, canvas.size.rows - 1 - placement.rect.row)
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
      // Whole bands: one that reached into the row below could scroll the screen. The blocks show at the edge.
      let shown = rows * graphics.cell.height / Sixel.band * Sixel.band
      let pixels = picture.pixels(width: width, height: height)
      return Sixel.encode(
        width: width, height: shown, rgb: Array(pixels.prefix(width * shown * 3)),
        colors: min(graphics.colors, mostColors))
    }
  }
}
