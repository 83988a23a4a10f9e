extension Canvas {
  /// A picture on a rectangle of cells.
  package struct Placement: Equatable, Sendable {
    package let rect: Rect
    package let picture: Picture
  }

  /// Shows a picture as pixels where the terminal can, over the half blocks of the same cells, which are to be drawn
  /// first: whatever is drawn on one of these cells later hides the pixels, and the blocks are seen again.
  package mutating func place(_ picture: Picture, in rect: Rect) {
    guard graphics != nil, !rect.isEmpty, rect.column >= 0, rect.row >= 0, rect.endColumn <= size.columns,
      rect.endRow <= size.rows,
      graphics?.way != .placeholders || max(rect.columns, rect.rows) <= KittyPlaceholder.most
    else { return }
    uncover(rect)
    placements.append(Placement(rect: rect, picture: picture))
  }

  /// The text alone, and in `rects` that of a frame before, of the same size.
  package func text(keeping rects: [Rect], of before: Canvas) -> Canvas {
    var canvas = self
    canvas.placements = []
    for rect in rects {
      for row in rect.row..<rect.endRow {
        for column in rect.column..<rect.endColumn where before[column, row].width == 1 {
          canvas.put(before[column, row], column: column, row: row)
        }
      }
    }
    return canvas
  }

  /// The text alone, with a picture in each of `pictures` as the terminal at the end of it draws it in place of placeholders.
  package func text(placing pictures: [(id: UInt32, rect: Rect)]) -> Canvas {
    var canvas = self
    canvas.placements = []
    for (id, rect) in pictures {
      for row in 0..<rect.rows {
        for column in 0..<rect.columns {
          canvas.put(
            KittyPlaceholder.cell(id, column: column, row: row), column: rect.column + column, row: rect.row + row)
        }
      }
    }
    return canvas
  }

  /// Takes away the pictures that lie on `rect`.
  mutating func uncover(_ rect: Rect) { placements.removeAll { $0.rect.intersects(rect) } }
}

extension Rect {
  package func intersects(_ other: Rect) -> Bool {
    column < other.endColumn && other.column < endColumn && row < other.endRow && other.row < endRow
  }
}
