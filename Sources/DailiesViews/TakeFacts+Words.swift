import DailiesCore
import TerminalCanvas

/// What a person said of a take, and what there is to do about it.
extension TakeFacts {
  /// The class of what went wrong, behind the state in a frame.
  var titleClass: Span? {
    guard let problem = take.problem else { return nil }
    return Span(" (" + state.say(problem.kind.errorClass.title) + ")", .dim)
  }

  /// What a person thinks of the film, behind the state in a frame.
  var titleVerdict: Span? {
    take.verdict.map { Span(" " + $0.word(state.language), $0 == .circled ? .good : .dim) }
  }

  /// Tags and note. A note that is too long for a row has rows of its own: all in the detail layer, two in the pane.
  func words(columns: Int, widths: DisplayWidth) -> [TextLine] {
    var row: [Span] = []
    if let tags = take.tags { row.append(Span(State.tagText(tags), .accent)) }
    guard let comment = take.comment.map({ state.say(Strings.noteBeside, $0) }) else {
      return Self.flow(row, columns: columns, widths: widths)
    }
    guard widths.width(of: comment) > columns else {
      return Self.flow(row + [Span(comment)], columns: columns, widths: widths)
    }
    return Self.flow(row, columns: columns, widths: widths)
      + WrappedText(comment, columns: columns, limit: isFull ? .max : 2, widths: widths).textLines()
  }

  /// While the service is at work, and of a film that is here, the pane has better things to say.
  var next: [Span] {
    guard isFull || !(take.phase.isWatched || take.phase == .saved), let step = state.nextStep(for: take) else {
      return []
    }
    return [Span(step, take.phase == .saved || take.phase.isWatched ? .dim : .text)]
  }
}
