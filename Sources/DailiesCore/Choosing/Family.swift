import VideosAPI

/// Takes that came from each other, and the other takes of their shot: which one came from which.
package struct Family: Equatable, Sendable {
  /// By what a take came from another one.
  package enum Way: Hashable, Sendable {
    case again, blowUp, edit
    /// Its reference picture is a frame of the other one's film.
    case frame

    /// As far as the two tell: nothing else was kept of it.
    package init(_ take: Take, of parent: Take) {
      func pixels(_ order: Order) -> Int { order.size.width * order.size.height }
      var same = take.order
      (same.seconds, same.size) = (parent.order.seconds, parent.order.size)
      let isLarger = take.order.seconds >= parent.order.seconds && pixels(take.order) >= pixels(parent.order)
      if take.order.image != parent.order.image, take.order.image?.isFrame(of: parent) == true {
        self = .frame
      } else if take.order == parent.order {
        self = .again
      } else {
        self = same == parent.order && isLarger && take.origin?.draft == nil ? .blowUp : .edit
      }
    }

    /// - Parameter parent: The take it came from.
    package func text(_ language: Language, _ parent: Take.Number) -> String {
      switch self {
      case .again: Strings.wayAgain(language)
      case .blowUp: Strings.wayBlowUp(language)
      case .edit: Strings.wayEdit(language)
      case .frame: Strings.wayFrame(language, parent.description)
      }
    }
  }

  package struct Line: Equatable, Sendable {
    package var take: Take
    /// How many takes it descends from, of those that are here.
    package var depth: Int
    /// Nil: it came from none of them.
    package var way: Way?
  }

  /// The takes with those that came from each under it, the oldest first.
  package private(set) var lines: [Line]

  package init(_ takes: [Take] = []) {
    let takes = takes.sorted { $0.number < $1.number }
    let byNumber = Dictionary(takes.map { ($0.number, $0) }) { first, _ in first }
    // A take comes from an older one: whatever was written down, there is no ring.
    func parent(of take: Take) -> Take? {
      take.origin?.parent.flatMap { $0 < take.number ? byNumber[$0] : nil }
    }
    let children = Dictionary(grouping: takes) { parent(of: $0)?.number }
    var lines: [Line] = []
    var waiting = (children[nil] ?? []).reversed().map { Line(take: $0, depth: 0, way: nil) }
    while let line = waiting.popLast() {
      lines.append(line)
      for child in (children[line.take.number] ?? []).reversed() {
        waiting.append(Line(take: child, depth: line.depth + 1, way: Way(child, of: line.take)))
      }
    }
    self.lines = lines
  }

  /// Takes over what became of one of them.
  mutating func receive(_ take: Take) {
    if let place = lines.firstIndex(where: { $0.take.number == take.number }) { lines[place].take = take }
  }
}

extension ReferenceImage {
  /// What stands before the number of the picture in the name of a file that was taken from a film.
  package static let frameMark = "frame-"

  /// The beginning of a picture's name that was made from another file: the name of that, without its ending.
  package static func stem(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? "picture"
    let stem = file.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(separator: ".")
    // In a name that is written to, a percent sign stands for a number.
    return stem.isEmpty ? "picture" : String(stem.prefix(60)).replacing("%", with: "_")
  }

  /// By its name it was taken from the film of a take.
  fileprivate func isFrame(of take: Take) -> Bool {
    guard case .file(let path) = self, let film = take.filePath else { return false }
    return path.split(separator: "/").last?.hasPrefix("\(Self.stem(of: film))-\(Self.frameMark)") == true
  }
}

/// A family as a list: type to narrow, Enter goes to the take.
package struct LineageScreen: Equatable, Sendable {
  /// The take it was opened for.
  package let number: Take.Number
  package var chooser = Chooser()
  /// Nil until the store has told.
  package private(set) var family: Family?

  package init(_ number: Take.Number) { self.number = number }

  package var lines: [Family.Line] {
    let typed = chooser.text.lowercased()
    return (family?.lines ?? []).filter { line in
      typed.isEmpty
        || [line.take.number.description, line.take.order.prompt, line.take.shotName].contains {
          $0.lowercased().contains(typed)
        }
    }
  }

  mutating func receive(_ take: Take) { family?.receive(take) }

  mutating func receive(_ family: Family) {
    let isFirst = self.family == nil
    self.family = family
    let lines = lines
    if isFirst, let place = lines.firstIndex(where: { $0.take.number == number }) {
      chooser.select(place, of: lines.count)
    }
  }
}
