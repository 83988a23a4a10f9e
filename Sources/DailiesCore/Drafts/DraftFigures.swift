import TerminalCanvas

/// What the frame of the prompt says of it: how long it is, and whether it is on disk. While somebody types they stand
/// still, so that a key draws its own letter and nothing else; they follow when the typing rests, or after five seconds.
package struct DraftFigures: Equatable, Sendable {
  /// Grapheme clusters.
  package private(set) var characters = 0
  package private(set) var isSaved = true
  /// When they follow; nil: they are those of the draft.
  private(set) var due: Timestamp?
  /// The first letter that they leave out.
  private var since: Timestamp?

  /// A write of the draft that the last letter made due is over by then.
  private static let rest = Duration.milliseconds(700)
  /// However steadily somebody types.
  private static let longest = Duration.seconds(5)

  init() {}

  init(_ prompt: PromptEditor, _ draft: DraftSaving) {
    characters = prompt.characterCount
    isSaved = draft.isSaved
  }

  mutating func forgetTime() { (due, since) = (nil, nil) }

  mutating func wait(from now: Timestamp) {
    let first = since ?? now
    since = first
    due = min(now + Self.rest, first + Self.longest)
  }

  /// The wall clock may have been put back meanwhile.
  func isWaiting(at now: Timestamp) -> Bool { due.map { now < $0 && $0 <= now + Self.rest } ?? false }
}

/// What the screen shows of the prompt beside its words. While somebody types, neither a letter nor a write that went well changes any
/// of it.
package struct DraftStanding: Equatable {
  /// Keys go into the prompt as text.
  package let isTyped: Bool
  private var figures: DraftFigures
  private let hasFailed: Bool
  private let card: DraftCard
  private let message: Note?
  private var batch: BatchReading
  /// Tab goes from slot to slot, as the footer says.
  private let isWalking: Bool

  fileprivate init(_ state: State) {
    isTyped = state.typedRevision != nil
    (figures, hasFailed, card) = (state.figures, state.draft.hasFailed, state.card)
    (message, batch, isWalking) = (state.message, state.batch, state.walk != nil)
    figures.forgetTime()
    batch.forget()
  }
}

extension State {
  package var draftStanding: DraftStanding { DraftStanding(self) }

  /// The revision of the prompt that keys go into as text; nil where they do not.
  var typedRevision: Int? { focus == .prompt && layers.isEmpty ? prompt.revision : nil }

  /// Keeps the figures those of the draft, except while somebody types. That a prompt begins, grows past its limit or is
  /// left is seen at once.
  ///
  /// - Parameter revision: What ``typedRevision`` was before.
  mutating func followDraft(after action: Action, from revision: Int?) {
    let current = DraftFigures(prompt, draft)
    let limit = settings.chosenProfile.promptLimit ?? .max
    let isTyping =
      revision != nil && typedRevision != nil
      && (current.characters == 0) == (figures.characters == 0)
      && (current.characters > limit) == (figures.characters > limit)
    let isEdited = isTyping && typedRevision != revision
    switch action {
    case .input(.paste, _): figures = current
    case .input where isEdited: figures.wait(from: now)
    case .typed(_, let first, let last) where isEdited:
      figures.wait(from: first)
      figures.wait(from: last)
    default: if !isTyping || !figures.isWaiting(at: now) { figures = current }
    }
  }
}

extension State {
  /// The state without what a letter in the prompt or a step in the list changes. Two states that are alike in it differ
  /// on the screen in the prompt and its frame, in the selection with what is told of the take, and in what counts time.
  package var surroundings: State {
    var rest = self
    rest.prompt = prompt.isEmpty ? Self.noPrompt : Self.somePrompt
    rest.draft = DraftSaving()
    rest.figures.forgetTime()
    rest.batch.forget()
    rest.list.forgetPlace()
    rest.now = Timestamp(milliseconds: 0)
    return rest
  }

  private static let noPrompt = PromptEditor()
  private static let somePrompt = PromptEditor("-")
}
