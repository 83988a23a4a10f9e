import DailiesCore
import TerminalCanvas

/// What a person said of a take, and what there is to do about it.
extension TakeFacts {
  /// The class of what went wrong, behind the state in a frame.
  var titleClass: Span? {
    guard let problem = take.problem else { return nil }
    return Span(" (" + state.say(problem.kind.errorClass.title) + ")", .dim)
  }

  var words: [Span] {
    var row: [Span] = []
    if let tags = take.tags { row.append(Span(State.tagText(tags), .accent)) }
    if let comment = take.comment { row.append(Span(state.say(Strings.noteBeside, comment))) }
    return row
  }

  /// While the service is at work, and of a film that is here, the pane has better things to say.
  var next: [Span] {
    guard isFull || !(take.phase.isWatched || take.phase == .saved), let step = state.nextStep(for: take) else {
      return []
    }
    return [Span(step, take.phase == .saved || take.phase.isWatched ? .dim : .text)]
  }
}
