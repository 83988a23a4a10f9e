package import TerminalCanvas
package import VideosAPI

/// The shot settings as rows of choices with their columns: drawn by the view, clicked by the mouse.
package struct ShotPane: Equatable, Sendable {
  package struct Segment: Equatable, Sendable {
    package enum Role: Equatable, Sendable {
      case label
      case choice(Int, isChosen: Bool)
      case value, hint, warning
    }

    package var column: Int
    package var text: String
    package var role: Role
    /// A choice that the service refused before, with all else as it is now.
    package var isDoubtful = false
    /// What a click on it asks for, apart from choices.
    package var command: Command?
  }

  /// One line of the pane. A row of the settings takes more than one where its choices need it.
  package struct Line: Equatable, Sendable {
    package var row: ShotRow
    /// Columns counted from the left of the pane's inside.
    package var segments: [Segment]
  }

  /// What was learned about the settings as they stand, and the row beside whose choice it is said.
  struct Advice: Equatable, Sendable {
    var row: ShotRow
    var text: String
  }

  package let lines: [Line]

  /// What is known of the picture, in words.
  package struct Picture: Equatable, Sendable {
    package var facts = ""
    package var flaw: String?
    package var remarks: [String] = []
    package init() {}
  }

  /// - Parameters:
  ///   - columns: Of the pane's inside.
  ///   - rows: Lines that the pane has room for.
  package init(_ state: State, columns: Int, rows: Int) {
    let (shot, models, language, widths) = (state.shot, state.models, state.language, state.widths)
    let profile = state.namesProfile ? state.service.profile : nil
    let picture = state.pictureInRow
    let advice = state.shotAdvice
    var lines: [Line] = []
    let labels = [Strings.model, Strings.length, Strings.size, Strings.image, Strings.takesCount]
    let indent = labels.reduce(0) { max($0, widths.width(of: $1(language))) } + 2
    for (row, label) in zip(ShotRow.allCases, labels) {
      var line = [Segment(column: 0, text: label(language), role: .label)]
      var at = indent
      func add(_ text: String, _ role: Segment.Role, gap: Int = 1, command: Command? = nil, isDoubtful: Bool = false) {
        line.append(Segment(column: at, text: text, role: role, isDoubtful: isDoubtful, command: command))
        at += widths.width(of: text) + gap
      }
      func addChoice(
        _ text: String, _ ordinal: Int, isChosen: Bool, gap: Int = 0, _ change: (inout ShotSettings) -> Void
      ) {
        let isDoubtful = state.isDoubtful(change)
        let role = Segment.Role.choice(ordinal, isChosen: isChosen)
        add(Self.marked(text, isChosen, isDoubtful), role, gap: gap, isDoubtful: isDoubtful)
      }
      func addIfFits(_ text: String, command: Command) {
        guard at + 1 + widths.width(of: text) <= columns else { return }
        at += 1
        add(text, .hint, command: command)
      }
      switch row {
      case .model:
        let choices = models.contains(shot.model) ? models : models + [shot.model]
        let chosen = choices.firstIndex(of: shot.model) ?? 0
        if Self.wrapped(choices, columns: columns - indent, widths: widths).count == 1 {
          for (index, model) in choices.enumerated() {
            addChoice(model, index, isChosen: index == chosen) { $0.model = model }
          }
        } else {
          addChoice(shot.model, chosen, isChosen: true, gap: 1) { _ in }
          if choices.count > 1 { add("\(chosen + 1)/\(choices.count)", .hint, command: .nextModel) }
        }
        addIfFits(Strings.typeModel(state.wording), command: .enterModel)
        if let profile { addIfFits(Strings.profileHint(language, profile), command: .chooseProfile) }
      case .length:
        for (index, seconds) in ShotSettings.lengths.enumerated() {
          addChoice(String(seconds), index, isChosen: shot.seconds == seconds, gap: 1) { $0.seconds = seconds }
        }
        add(Strings.secondsUnit(language), .label, gap: 3)
      case .size:
        let choices = VideoSize.known.contains(shot.size) ? VideoSize.known : VideoSize.known + [shot.size]
        let broken = Self.wrapped(choices.map(\.description), columns: columns - indent, widths: widths)
        if broken.count <= 1 + max(0, rows - ShotRow.allCases.count) {
          for (ordinal, indices) in broken.enumerated() {
            if ordinal > 0 {
              lines.append(Line(row: row, segments: line))
              line = []
              at = indent
            }
            for index in indices {
              let size = choices[index]
              addChoice(size.description, index, isChosen: shot.size == size) { $0.size = size }
            }
          }
        } else {
          let index = choices.firstIndex(of: shot.size) ?? 0
          addChoice(shot.size.description, index, isChosen: true, gap: 1) { _ in }
          add("\(index + 1)/\(choices.count)", .hint, command: .nextSize)
          add(Self.shape(shot.size, language), .hint)
        }
      case .image:
        guard let image = shot.image else {
          add(Strings.none(language), .value, gap: 3, command: .attachImage)
          add(Strings.imageHint(state.wording), .hint, command: .attachImage)
          break
        }
        add(image.name, .value, command: .attachImage)
        // What is wrong with it comes before what is merely known.
        if let warning = picture.flaw ?? picture.remarks.first {
          add("! " + warning, .warning, command: .attachImage)
        }
        if picture.flaw == nil, !picture.facts.isEmpty, at + widths.width(of: picture.facts) <= columns {
          add(picture.facts, .hint)
        }
        addIfFits(Strings.imageProofHint(state.wording), command: .showProof)
        addIfFits(Strings.imageRemoveHint(state.wording), command: .removeImage)
      case .takes:
        add(Self.marked(String(shot.takes), true), .value, gap: 2)
        add("+", .hint, command: .moreTakes)
        add("-", .hint, command: .fewerTakes)
      }
      if let advice, advice.row == row { add("! " + advice.text, .warning) }
      lines.append(Line(row: row, segments: line))
    }
    self.lines = lines
  }

  /// What stands under a click.
  package func segment(line: Int, column: Int, widths: DisplayWidth) -> Segment? {
    guard lines.indices.contains(line) else { return nil }
    return lines[line].segments.first {
      ($0.column..<$0.column + widths.width(of: $0.text)).contains(column)
    }
  }

  /// `720p landscape`: what the numbers of a size mean.
  package static func shape(_ size: VideoSize, _ language: Language) -> String {
    let shape = size.width >= size.height ? Strings.landscape : Strings.portrait
    return [size.tier, shape(language)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The choices of a row, by index, in as many lines as they need with the marks of each.
  private static func wrapped(_ texts: [String], columns: Int, widths: DisplayWidth) -> [[Int]] {
    var lines: [[Int]] = [[]]
    var used = 0
    for (index, text) in texts.enumerated() {
      let width = widths.width(of: text) + 2
      if used > 0, used + width > columns {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append(index)
      used += width
    }
    // A single choice that is wider than the line fits nowhere: it counts as one line too many.
    return texts.contains { widths.width(of: $0) + 2 > columns } ? lines + [[]] : lines
  }

  /// A choice in brackets, or between blanks; one that was refused before has a mark in the place of the second.
  private static func marked(_ text: String, _ isChosen: Bool, _ isDoubtful: Bool = false) -> String {
    isChosen ? "[\(text)]" : " \(text)" + (isDoubtful ? "!" : " ")
  }
}
