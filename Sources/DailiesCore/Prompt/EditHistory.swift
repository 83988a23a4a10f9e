/// The steps back and forth of a text. Small edits of one kind grow into one step until a pause, a new word, or
/// ``close()``. Steps can be stored and used again tomorrow.
package struct EditHistory: Equatable, Sendable {
  /// A part of the text and what took its place.
  package struct Edit: Equatable, Codable, Sendable {
    /// In UTF-8 bytes.
    package var offset: Int
    package var removed: String
    package var inserted: String

    var byteCount: Int { removed.utf8.count + inserted.utf8.count }
  }

  /// What an edit may grow together with.
  package enum Kind: String, CaseIterable, Codable, Sendable {
    case typing, deletingBackward, deletingForward
    /// Always a step of its own.
    case whole
  }

  package struct Step: Equatable, Codable, Sendable {
    package var edit: Edit
    package var kind: Kind
    package var before: TextSelection
    package var after: TextSelection
  }

  package static let mostSteps = 1_000
  /// The most text kept, in bytes; the newest step is kept whatever its size.
  package static let mostBytes = 4 << 20
  /// After a pause of this length a new step begins.
  package static let pauseMilliseconds: Int64 = 1_500

  private(set) var done: [Step] = []
  private(set) var undone: [Step] = []
  private var byteCount = 0
  /// When the newest step last grew; nil when it is closed.
  private var grewAt: Timestamp?

  package init() {}

  init(done: [Step], undone: [Step]) {
    self.done = done
    self.undone = undone
    byteCount = (done + undone).reduce(0) { $0 + $1.edit.byteCount }
  }

  package var canUndo: Bool { !done.isEmpty }
  package var canRedo: Bool { !undone.isEmpty }

  /// Lets the next edit begin a new step.
  package mutating func close() { grewAt = nil }

  /// Takes in an edit that was made; what had been undone is forgotten.
  mutating func record(_ edit: Edit, as kind: Kind, before: TextSelection, after: TextSelection, at now: Timestamp) {
    byteCount += edit.byteCount - undone.reduce(0) { $0 + $1.edit.byteCount }
    undone.removeAll()
    if isOpen(at: now), let last = done.last, last.kind == kind, last.edit.isContinued(by: edit, kind) {
      done[done.count - 1].edit.append(edit)
      done[done.count - 1].after = after
    } else {
      done.append(Step(edit: edit, kind: kind, before: before, after: after))
    }
    grewAt = kind == .whole ? nil : now
    forgetOldest()
  }

  /// The step to take back: its inserted text gives way to its removed text.
  mutating func undo() -> Step? {
    close()
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  /// The step to do again.
  mutating func redo() -> Step? {
    close()
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }

  private func isOpen(at now: Timestamp) -> Bool {
    guard let grewAt else { return false }
    return (0...Self.pauseMilliseconds).contains(now.milliseconds - grewAt.milliseconds)
  }

  private mutating func forgetOldest() {
    var excess = max(0, done.count - Self.mostSteps)
    byteCount -= done.prefix(excess).reduce(0) { $0 + $1.edit.byteCount }
    while byteCount > Self.mostBytes, excess < done.count - 1 {
      byteCount -= done[excess].edit.byteCount
      excess += 1
    }
    done.removeFirst(excess)
  }
}

extension EditHistory: Codable {
  private enum CodingKeys: String, CodingKey { case done, undone }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      done: try values.decode([Step].self, forKey: .done), undone: try values.decode([Step].self, forKey: .undone))
  }
}

extension EditHistory.Edit {
  fileprivate func isContinued(by next: Self, _ kind: EditHistory.Kind) -> Bool {
    switch kind {
    case .whole: false
    case .typing:
      next.removed.isEmpty && next.offset == offset + inserted.utf8.count
        && !(inserted.last?.endsWord == true && next.inserted.first?.endsWord == false)
    case .deletingBackward:
      next.offset + next.removed.utf8.count == offset
        && !(removed.first?.endsWord == true && next.removed.last?.endsWord == false)
    case .deletingForward:
      next.offset == offset && !(removed.last?.endsWord == true && next.removed.first?.endsWord == false)
    }
  }

  fileprivate mutating func append(_ next: Self) {
    inserted += next.inserted
    if next.offset < offset {
      removed = next.removed + removed
      offset = next.offset
    } else {
      removed += next.removed
    }
  }
}

extension Character {
  /// Blanks and the marks that part phrases where no blanks are written.
  fileprivate var endsWord: Bool {
    switch unicodeScalars.first {
    case "，", "。", "、", "；", "：", "！", "？": true
    default: isWhitespace
    }
  }
}
