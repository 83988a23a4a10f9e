import TerminalCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps the pixels on the screen as the frames want them, and sends no more than that takes.
///
/// Kitty keeps pictures beside the text, by number. Sixels lie in the cells: text that is written there takes them away,
/// and is what takes them away. Placeholders are text: they go wherever it goes, and the picture of their number with them.
struct PicturePainter {
  fileprivate struct Shown {
    let placement: Canvas.Placement
    let graphics: Graphics
    /// Its number with kitty.
    let id: UInt32

    func canMove(to other: Canvas.Placement) -> Bool {
      graphics.way != .sixel && other.picture == placement.picture && other.rect.columns == placement.rect.columns
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
    fileprivate var added: [(id: UInt32, to: Canvas.Placement)] = []
    /// Pixels that are wanted were left to later.
    fileprivate(set) var isLate = false

    var isEmpty: Bool { renewals.isEmpty && gone.isEmpty && moved.isEmpty && added.isEmpty }
  }

  struct Sent: Equatable {
    /// What must be there before the text of the frame.
    var ahead: [UInt8] = []
    /// What is sent behind it.
    var pieces: [Piece] = []
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
  /// How many pictures were shown.
  private var count: UInt32 = 0
  /// Of the numbers of placeholders.
  private let highestByte: UInt32
  /// The terminal may not have what placeholders stand for.
  private var doubtsPlaceholders = false
  /// Numbers that other programs are not likely to use.
  private static let firstID: UInt32 = 0x0DA1_1E00

  /// - Parameters:
  ///   - isDistant: Whether the terminal is at the other end of a connection.
  ///   - program: The number of this process: two in windows of one tmux share the numbers of the terminal around it.
  init(isDistant: Bool, program: Int32 = getpid()) {
    mostPixels = isDistant ? 120_000 : 600_000
    mostColors = isDistant ? 64 : 256
    highestByte = 1 + UInt32(program.magnitude % 255)
  }

  /// Whether any pixels are on the screen.
  var isShowing: Bool { !shown.isEmpty }

  /// What takes all pixels off the screen. Sixels are gone with the screen that they were drawn on, in most terminals; what is
  /// erased is gone in all. Placeholders are drawn where they stand until their numbers are free.
  var removingAll: String {
    switch shown.first?.graphics.way {
    case nil: ""
    case .kitty: KittyGraphics.removingAll
    case .sixel: "\u{1B}[0m\u{1B}[2J"
    case .placeholders: TmuxPassthrough.wrapped(shown.map { KittyGraphics.removing($0.id) }.joined())
    }
  }

  /// Has the next frame send what placeholders stand for once more.
  mutating func doubtPlaceholders() { doubtsPlaceholders = true }

  /// The screen was given away, with all pixels taken off it.
  mutating func forget() { shown.removeAll() }

  /// What a frame asks for, before its text is written.
  ///
  /// - Parameters:
  ///   - isForgotten: Nothing that is on the screen can be relied on.
  ///   - isBusy: Keys wait, or the screen has another size by now: pixels that are not there yet are left to later. Until
  ///     then those of the same place stay.
  mutating func work(for canvas: Canvas, isForgotten: Bool, isBusy: Bool) -> Work {
    let isDoubtful = doubtsPlaceholders && !isBusy
    if isDoubtful { doubtsPlaceholders = false }
    var work = Work()
    var missing = canvas.placements.filter { Self.rows($0, on: canvas, canvas.graphics) > 0 }
    for old in shown {
      if isForgotten || old.graphics != canvas.graphics || (isDoubtful && old.graphics.way == .placeholders) {
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
    if isBusy { work.isLate = !missing.isEmpty } else { work.added = missing.map { (nextID(canvas.graphics), $0) } }
    for old in work.gone where old.graphics.way == .sixel {
      let rect = old.placement.rect
      // The same place is drawn over at once.
      guard isForgotten || !work.added.contains(where: { $0.to.rect == rect }) else { continue }
      // The screen may be smaller by now.
      let columns = rect.column..<max(rect.column, min(rect.endColumn, canvas.size.columns))
      guard !columns.isEmpty else { continue }
      for row in rect.row..<max(rect.row, min(rect.endRow, canvas.size.rows)) { work.renewals.append((row, columns)) }
    }
    return work
  }

  private mutating func nextID(_ graphics: Graphics?) -> UInt32 {
    var id: UInt32
    repeat {
      count += 1
      id = graphics?.way == .placeholders ? highestByte << 24 | (1 + count % 255) : Self.firstID + count % 4096
    } while shown.contains { $0.id == id }
    return id
  }

  /// The text to write below the pixels of a frame, or in their place. Where pixels lie now and will lie it stays as it is: nobody sees it, and
  /// in a film it would be half of the bytes.
  func text(of canvas: Canvas, over before: Canvas?, _ work: Work) -> Canvas {
    if canvas.graphics?.way == .placeholders {
      let kept = work.kept.map { ($0.id, $0.placement) }
      return canvas.text(placing: (kept + work.moved + work.added).map { ($0.0, $0.1.rect) })
    }
    guard let before, let graphics = canvas.graphics else { return canvas }
    let unseen = (work.kept.map(\.placement) + work.added.map(\.to)).filter { placement in
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
      work.added.append((old.id, old.placement))
    }
  }

  /// Does the work: what is to be sent with the text of the frame, each piece with the cursor at its place.
  mutating func perform(_ work: Work, on canvas: Canvas) -> Sent {
    shown = work.kept
    var sent = Sent()
    if let graphics = canvas.graphics {
      func show(_ id: UInt32, _ placement: Canvas.Placement, _ bytes: [UInt8]) {
        shown.append(Shown(placement: placement, graphics: graphics, id: id))
        guard graphics.way != .placeholders else {
          sent.ahead += bytes
          return
        }
        let place = Point(column: placement.rect.column, row: placement.rect.row)
        sent.pieces.append(Piece(at: place, bytes: bytes))
      }
      for (id, placement) in work.moved {
        let rect = placement.rect
        let move = KittyGraphics.moving(id, columns: rect.columns, rows: rect.rows)
        show(id, placement, graphics.way == .kitty ? Array(move.utf8) : [])
      }
      for (id, placement) in work.added {
        let rows = Self.rows(placement, on: canvas, graphics)
        show(id, placement, bytes(of: placement, id: id, rows: rows, graphics))
      }
    }
    // The old ones go when the new ones are there, so that nothing flickers.
    sent.pieces += work.gone.compactMap { old in
      let removal = KittyGraphics.removing(old.id)
      return switch old.graphics.way {
      case .kitty: Piece(at: nil, bytes: Array(removal.utf8))
      case .placeholders: Piece(at: nil, bytes: Array(TmuxPassthrough.wrapped(removal).utf8))
      case .sixel: nil
      }
    }
    return sent
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
    case .kitty, .placeholders:
      let extent = picture.extent(in: width, by: height, limit: mostPixels)
      let png = PNG.encode(
        width: extent.width, height: extent.height, rgb: picture.pixels(width: extent.width, height: extent.height))
      return graphics.way == .kitty
        ? KittyGraphics.showing(png: png, id: id, columns: rect.columns, rows: rect.rows)
        : KittyGraphics.showingPlaceholders(png: png, id: id, columns: rect.columns, rows: rect.rows)
    case .sixel:
      let shown = Self.pixelRows(rows, graphics)
      let pixels = picture.pixels(width: width, height: height)
      return Sixel.encode(
        width: width, height: shown, rgb: Array(pixels.prefix(width * shown * 3)),
        colors: min(graphics.colors, mostColors))
    }
  }
}
