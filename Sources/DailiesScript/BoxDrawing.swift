/// A character that is a shape rather than a letter: drawn as such, because fonts leave gaps between lines.
struct BoxDrawing {
  /// A part of a cell; the cell's sides are 1.
  struct Area {
    var x, y, width, height: Double
  }

  let areas: [Area]
  var opacity = 1.0
  /// Goes from the left side to the right: equal neighbours are one shape.
  var isEndless: Bool { areas.allSatisfy { $0.width == 1 } }

  private static let stroke = (across: 0.14, along: 0.07)

  /// nil when the text is no such character.
  init?(_ text: String) {
    let (across, along) = Self.stroke
    let (left, top) = ((1 - across) / 2, (1 - along) / 2)
    let toLeft = Area(x: 0, y: top, width: left + across, height: along)
    let toRight = Area(x: left, y: top, width: 1 - left, height: along)
    let up = Area(x: left, y: 0, width: across, height: top + along)
    let down = Area(x: left, y: top, width: across, height: 1 - top)
    switch text {
    case "─": areas = [Area(x: 0, y: top, width: 1, height: along)]
    case "│": areas = [Area(x: left, y: 0, width: across, height: 1)]
    case "┌": areas = [toRight, down]
    case "┐": areas = [toLeft, down]
    case "┘": areas = [toLeft, up]
    case "└": areas = [toRight, up]
    case "▀": areas = [Area(x: 0, y: 0, width: 1, height: 0.5)]
    case "█": areas = [Area(x: 0, y: 0.12, width: 1, height: 0.76)]
    case "░":
      areas = [Area(x: 0, y: 0.12, width: 1, height: 0.76)]
      opacity = 0.22
    default: return nil
    }
  }
}
