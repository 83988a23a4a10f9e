package import TerminalCanvas

/// Where everything stands for a terminal of some size. The views draw into it, the state finds clicks by it.
package struct Layout: Equatable, Sendable {
  package enum Mode: Equatable, Sendable {
    /// Below 40x12: only a message fits.
    case tooSmall
    /// Below 60 columns or 20 rows: one pane at a time, no boxes.
    case compact
    /// One screen at a time.
    case single
    /// 110x30 and more: draft and takes side by side.
    case wide
  }

  package struct Draft: Equatable, Sendable {
    /// The pane with its frame; empty in compact layouts while the shot settings are shown.
    package var prompt: Rect
    package var text: Rect
    package var shot: Rect
    package var shotRows: Rect
    package var willSend: Rect
    package var live: Rect
  }

  package struct Takes: Equatable, Sendable {
    package var views: Rect
    package var header: Rect
    package var list: Rect
    package var detail: Rect
    package var detailText: Rect
  }

  package let mode: Mode
  package let title: Rect
  /// The line that speaks of films about to be lost; empty while none is.
  package let alarm: Rect
  package let message: Rect
  package let footer: Rect
  package let body: Rect
  package private(set) var draft: Draft?
  package private(set) var takes: Takes?
  package private(set) var ledger: Rect?

  package static let smallest = Size(columns: 40, rows: 12)

  /// Columns that the text of a layer is kept within, however wide the terminal is.
  package static let widestLayer = 104

  /// What a layer that takes all the room of `body` has for its text.
  package static func textOfLayer(in body: Rect) -> Size {
    Size(columns: min(widestLayer, body.columns - 4), rows: body.rows - 2)
  }

  /// - Parameters:
  ///   - hasPictures: The pane under the list shows pictures of the selected film where there is room.
  ///   - hasAlarm: A film is about to be lost.
  package init(size: Size, focus: Focus, hasPictures: Bool = false, hasAlarm: Bool = false) {
    if size.columns < Self.smallest.columns || size.rows < Self.smallest.rows {
      mode = .tooSmall
    } else if size.columns >= 110, size.rows >= 30 {
      mode = .wide
    } else {
      mode = size.columns < 60 || size.rows < 20 ? .compact : .single
    }
    var rest = Rect(size)
    title = rest.cutTop(1)
    alarm = rest.cutTop(hasAlarm ? 1 : 0)
    footer = rest.cutBottom(1)
    message = rest.cutBottom(1)
    body = rest
    if focus == .ledger, mode != .tooSmall {
      ledger = body
      return
    }
    switch mode {
    case .tooSmall: break
    case .compact: compact(focus)
    case .single:
      if focus == .takes {
        takes = Self.takes(in: body, detailRows: hasPictures && body.rows >= 34 ? 14 : 7)
      } else {
        draft = Self.draft(in: body, hasLive: true)
      }
    case .wide:
      var right = body
      let left = right.cutLeft(min(104, max(54, size.columns * 9 / 20)))
      draft = Self.draft(in: left, hasLive: false)
      takes = Self.takes(in: right, detailRows: min(hasPictures ? 16 : 13, right.rows / 2 - 2))
    }
  }

  private mutating func compact(_ focus: Focus) {
    let nothing = Rect(column: 0, row: 0, columns: 0, rows: 0)
    switch focus {
    case .takes:
      takes = Takes(
        views: nothing, header: nothing, list: body, detail: nothing, detailText: nothing)
    case .shot:
      draft = Draft(
        prompt: nothing, text: nothing, shot: body, shotRows: body.inset(columns: 2, rows: 0), willSend: nothing,
        live: nothing)
    case .ledger: break
    case .prompt, .promptPane:
      var rest = body
      let live = rest.cutBottom(1)
      draft = Draft(
        prompt: rest, text: rest.inset(columns: 1, rows: 0), shot: nothing, shotRows: nothing, willSend: nothing,
        live: live)
    }
  }

  private static func draft(in area: Rect, hasLive: Bool) -> Draft {
    var rest = area
    let live = rest.cutBottom(hasLive ? 1 : 0)
    let send = rest.cutBottom(1)
    // The six sizes in full need two lines there.
    let isNarrow = area.columns < 76
    let shot = rest.cutBottom(ShotRow.allCases.count + (isNarrow ? 3 : 2))
    return Draft(
      prompt: rest, text: rest.inset(columns: 2, rows: 1), shot: shot, shotRows: shot.inset(columns: 2, rows: 1),
      willSend: send, live: live)
  }

  private static func takes(in area: Rect, detailRows: Int) -> Takes {
    var rest = area
    let views = rest.cutTop(1)
    let header = rest.cutTop(1)
    let detail = rest.cutBottom(detailRows)
    return Takes(
      views: views, header: header, list: rest, detail: detail, detailText: detail.inset(columns: 2, rows: 1))
  }
}

/// Which pane takes the keys.
package enum Focus: Hashable, Sendable {
  /// Writing: characters are text.
  case prompt
  /// The prompt after Esc: characters are commands.
  case promptPane
  case shot
  case takes
  /// What was spent, the limits and the prices: a screen of its own, however wide the terminal is.
  case ledger

  package var context: KeyContext {
    switch self {
    case .prompt: .prompt
    case .promptPane: .promptPane
    case .shot: .shot
    case .takes: .takes
    case .ledger: .ledger
    }
  }
}

/// The rows of the shot settings, from the top.
package enum ShotRow: Int, CaseIterable, Sendable {
  case model, length, size, image, takes
}
