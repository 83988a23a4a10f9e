import DailiesCore
import TerminalCanvas
import VideosAPI

/// The proof of a picture: how it lies in the frame, what is known of it, and the three ways of sending it.
struct ProofView {
  let proof: ProofScreen
  let state: State
  let theme: Theme

  private var facts: PictureFacts? { state.pictures[proof.image]?.facts }

  func draw(on canvas: inout Canvas, in body: Rect) {
    let columns = LayerBox.textColumns(in: body)
    let rows = LayerBox.textRows(in: body)
    let box = LayerBox(title: state.say(Strings.proofTitle))
    var inside = box.draw(columns: columns, rows: rows, on: &canvas, in: body, theme: theme)
    let isBeside = columns >= 64
    let textColumns = isBeside ? max(30, columns * 2 / 5) : columns
    let lines = lines(textColumns, rows: rows, canvas.widths)
    if isBeside {
      var right = inside
      let left = right.cutLeft(inside.columns - textColumns - 2)
      _ = right.cutLeft(2)
      drawPicture(on: &canvas, in: left)
      canvas.draw(lines, in: right, theme: theme)
    } else {
      // Where little fits, the words are what is needed.
      let picture = inside.cutTop(max(0, inside.rows - lines.count - 1))
      if picture.rows >= 4 {
        drawPicture(on: &canvas, in: picture)
        _ = inside.cutTop(1)
      } else {
        inside = Rect(
          column: picture.column, row: picture.row, columns: picture.columns, rows: picture.rows + inside.rows)
      }
      canvas.draw(lines, in: inside, theme: theme)
    }
  }

  private func drawPicture(on canvas: inout Canvas, in area: Rect) {
    guard let facts else { return }
    var pixels: PixelGrid?
    if case .pixels(let grid) = proof.drawing { pixels = grid }
    PictureView(pixels: pixels, picture: facts.shown, frame: frame(facts), theme: theme).draw(on: &canvas, in: area)
  }

  /// The frame of the film, in pixels of the picture.
  private func frame(_ facts: PictureFacts) -> PictureView.Frame {
    guard proof.fit == .pad else {
      let crop = facts.crop(to: state.shot.size)
      return PictureView.Frame(column: crop.column, row: crop.row, width: crop.width, height: crop.height)
    }
    let plan = PicturePlan(facts, frame: state.shot.size, fit: .pad)
    let (width, height) = (facts.shown.width, facts.shown.height)
    return PictureView.Frame(
      column: -plan.column * width / plan.scaled.width, row: -plan.row * height / plan.scaled.height,
      width: plan.canvas.width * width / plan.scaled.width, height: plan.canvas.height * height / plan.scaled.height)
  }

  /// The choices and what is said of them are always in sight; what is known of the picture gets the rest.
  private func lines(_ columns: Int, rows: Int, _ widths: DisplayWidth) -> [TextLine] {
    func wrapped(_ text: String, _ role: Role, limit: Int = 3, indent: Int = 0) -> [TextLine] {
      WrappedText(text, columns: columns - indent, limit: limit, widths: widths).textLines(role, indent: indent)
    }
    let size = state.shot.size
    var lines = wrapped(proof.image.name, .text, limit: 2)
    if let flaw = state.flaw(of: proof.image) {
      lines += wrapped("! " + flaw.text(state.language), .bad)
    } else if facts != nil {
      lines += wrapped(state.facts(of: proof.image), .dim)
    } else if state.pictures[proof.image] == .looking {
      lines += wrapped(state.say(Strings.imageLooking), .dim)
    }
    lines += state.remarks(on: proof.image, for: size).flatMap { wrapped("! " + $0, .attention) }
    let frame = state.say(Strings.proofFrame, "\(size) \(ShotPane.shape(size, state.language))")
    lines += wrapped(frame, .dim)
    lines += wrapped(cut(size), .dim)
    switch proof.drawing {
    case .toolMissing: lines += wrapped(state.say(Strings.proofSchematic), .attention)
    case .failed(let reason):
      lines += wrapped(state.say(Strings.proofNotDrawn, reason.text(state.language)), .attention)
    case .pixels, nil: break
    }
    let choices = PictureFit.allCases.flatMap { choice($0, columns, widths) }
    var said: [TextLine] = []
    if let refusal = proof.refusal {
      said = wrapped(refusal.text(state.wording), refusal.tone.role, limit: 4)
    } else if proof.isWorking {
      said = wrapped(state.say(Strings.proofWorking), .work)
    }
    let isRoomy = lines.count + choices.count + said.count + 2 <= rows
    let gap: [TextLine] = isRoomy ? [.blank] : []
    let needed = gap + choices + (said.isEmpty ? [] : gap + said)
    return lines.prefix(max(0, rows - needed.count)) + needed
  }

  private func cut(_ size: VideoSize) -> String {
    guard let facts else { return "" }
    if facts.fits(size) { return state.say(Strings.proofFits) }
    let crop = facts.crop(to: size)
    let kept = Double(crop.width * crop.height) / Double(facts.shown.width * facts.shown.height)
    return state.say(Strings.proofCut, "\(Int(((1 - kept) * 100).rounded())) %")
  }

  private func choice(_ fit: PictureFit, _ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    let isChosen = proof.fit == fit
    let unavailable = state.unavailable(fit, proof)
    let title =
      switch fit {
      case .asIs: Strings.proofAsIs
      case .crop: Strings.proofCrop
      case .pad: Strings.proofPad
      }
    let role: Role = unavailable != nil ? .dim : isChosen ? .accent : .text
    var lines = [TextLine([Span(isChosen ? "> " : "  ", .accent), Span(state.say(title), role)])]
    guard isChosen, proof.refusal == nil else { return lines }
    var more = unavailable ?? ""
    if unavailable == nil, let facts {
      let canvas = PicturePlan(facts, frame: state.shot.size, fit: fit).canvas
      more =
        fit == .asIs
        ? (facts.fits(state.shot.size) ? "" : state.say(Strings.proofUnchanged))
        : state.say(Strings.proofBecomes, canvas.description)
    }
    lines += WrappedText(more, columns: columns - 4, limit: 3, widths: widths).textLines(.dim, indent: 4)
    return lines
  }
}
