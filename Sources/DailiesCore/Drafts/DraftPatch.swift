/// What was written in a draft since the store took it whole, small beside it: where the words differ, the caret, and the
/// undo steps that came and went.
package struct DraftPatch: Equatable, Sendable {
  /// In UTF-8 bytes, as what follows.
  private var offset: Int
  private var removed: Int
  private var inserted: String
  private var selection: TextSelection
  private var done: Steps
  private var undone: Steps

  /// Larger ones are not worth being read twice.
  private static let mostBytes = 16_384

  /// - Returns: Nil when there is more to it than words, or too much.
  package init?(from whole: DraftRecord, to record: DraftRecord) {
    guard whole.shot == record.shot, whole.name == record.name, whole.parent == record.parent else { return nil }
    let (old, new) = (whole.prompt, record.prompt)
    guard let done = Steps(from: old.history.done, to: new.history.done),
      let undone = Steps(from: old.history.undone, to: new.history.undone)
    else { return nil }
    let range = Self.difference(old.text, new.text)
    offset = range.lowerBound
    removed = old.text.utf8.count - new.text.utf8.count + range.count
    guard range.count + done.byteCount + undone.byteCount <= Self.mostBytes else { return nil }
    inserted = String(decoding: new.text.utf8.dropFirst(offset).prefix(range.count), as: UTF8.self)
    selection = new.selection
    self.done = done
    self.undone = undone
  }

  /// The draft as it was written last; nil when that was not what the patch was made for.
  package func applied(to whole: DraftRecord) -> DraftRecord? {
    var record = whole
    guard offset >= 0, removed >= 0, offset + removed <= whole.prompt.text.utf8.count,
      let done = done.applied(to: whole.prompt.history.done),
      let undone = undone.applied(to: whole.prompt.history.undone)
    else { return nil }
    let bytes = whole.prompt.text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: offset)
    let end = bytes.index(start, offsetBy: removed)
    guard start.samePosition(in: whole.prompt.text.unicodeScalars) != nil,
      end.samePosition(in: whole.prompt.text.unicodeScalars) != nil
    else { return nil }
    record.prompt.text.replaceSubrange(start..<end, with: inserted)
    record.prompt.selection = selection
    record.prompt.history = EditHistory(done: done, undone: undone)
    return record
  }

  /// The bytes of the new text between the first and the last difference, in whole code points.
  private static func difference(_ old: String, _ new: String) -> Range<Int> {
    var (old, new) = (old, new)
    return old.withUTF8 { old in
      new.withUTF8 { new in
        let shorter = min(old.count, new.count)
        var start = 0
        while start < shorter, old[start] == new[start] { start += 1 }
        // A code point is torn where its first bytes are alike.
        while start > 0, isInside(start, old) || isInside(start, new) { start -= 1 }
        var tail = 0
        while tail < shorter - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
        while tail > 0, isInside(new.count - tail, new) { tail -= 1 }
        return start..<new.count - tail
      }
    }
  }

  private static func isInside(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    offset < bytes.count && bytes[offset] & 0xC0 == 0x80
  }
}

extension DraftPatch {
  /// Undo steps as some of those before, and new ones.
  private struct Steps: Equatable, Sendable {
    /// How many of the oldest are forgotten.
    var dropped: Int
    var kept: Int
    var added: [EditHistory.Step]

    private static let most = 64

    init(dropped: Int, kept: Int, added: [EditHistory.Step]) {
      (self.dropped, self.kept, self.added) = (dropped, kept, added)
    }

    init?(from old: [EditHistory.Step], to new: [EditHistory.Step]) {
      dropped = new.first.flatMap { first in old.prefix(Self.most).firstIndex(of: first) } ?? 0
      kept = zip(old.dropFirst(dropped), new).prefix { $0 == $1 && $0.edit.byteCount == $1.edit.byteCount }.count
      added = Array(new.dropFirst(kept))
      guard added.count <= Self.most else { return nil }
    }

    var byteCount: Int { added.reduce(0) { $0 + $1.edit.byteCount } }

    func applied(to old: [EditHistory.Step]) -> [EditHistory.Step]? {
      guard dropped >= 0, kept >= 0, dropped + kept <= old.count else { return nil }
      return old[dropped..<dropped + kept] + added
    }
  }
}

/// Two rows, one of numbers and one of texts, since it is written every few words.
extension DraftPatch: Codable {
  private enum CodingKeys: String, CodingKey { case numbers, texts }

  package func encode(to encoder: any Encoder) throws {
    var numbers = [offset, removed, selection.anchor, selection.caret]
    var texts = [inserted]
    for steps in [done, undone] {
      numbers += [steps.dropped, steps.kept, steps.added.count]
      for step in steps.added {
        numbers += [
          step.edit.offset, EditHistory.Kind.allCases.firstIndex(of: step.kind) ?? 0, step.before.anchor,
          step.before.caret,
          step.after.anchor, step.after.caret,
        ]
        texts += [step.edit.removed, step.edit.inserted]
      }
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    var row = container.nestedUnkeyedContainer(forKey: .numbers)
    for number in numbers { try row.encode(number) }
    row = container.nestedUnkeyedContainer(forKey: .texts)
    for text in texts { try row.encode(text) }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    var numbers = Row(try container.decode([Int].self, forKey: .numbers), decoder)
    var texts = Row(try container.decode([String].self, forKey: .texts), decoder)
    func selection() throws -> TextSelection { TextSelection(anchor: try numbers.next(), caret: try numbers.next()) }
    func step() throws -> EditHistory.Step {
      let offset = try numbers.next()
      let place = try numbers.next()
      let kinds = EditHistory.Kind.allCases
      let kind = kinds.indices.contains(place) ? kinds[place] : .whole
      let (before, after) = (try selection(), try selection())
      let edit = EditHistory.Edit(offset: offset, removed: try texts.next(), inserted: try texts.next())
      return EditHistory.Step(edit: edit, kind: kind, before: before, after: after)
    }
    func steps() throws -> Steps {
      let (dropped, kept, count) = (try numbers.next(), try numbers.next(), try numbers.next())
      return Steps(dropped: dropped, kept: kept, added: try (0..<max(0, count)).map { _ in try step() })
    }
    (offset, removed) = (try numbers.next(), try numbers.next())
    self.selection = try selection()
    inserted = try texts.next()
    (done, undone) = (try steps(), try steps())
  }

  /// What is read from its start on.
  private struct Row<Element> {
    private var rest: ArraySlice<Element>
    private let decoder: any Decoder

    init(_ elements: [Element], _ decoder: any Decoder) { (rest, self.decoder) = (elements[...], decoder) }

    mutating func next() throws -> Element {
      guard let element = rest.popFirst() else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "the patch ends early"))
      }
      return element
    }
  }
}
