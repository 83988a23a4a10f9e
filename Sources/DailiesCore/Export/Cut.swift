import VideosAPI

/// Films one behind the other, as lists for editing programs have them: in the order of the story, without what is no good.
struct Cut {
  let takes: [Take]
  /// Judged no good, and not asked for.
  let noGood: Int

  /// The oldest first; where the list stands by shot, those of one shot together.
  init(_ takes: [Take], _ options: ExportOptions) {
    let wanted = takes.filter { options.keepsNoGood || $0.verdict != .noGood }
    noGood = takes.count - wanted.count
    guard options.isByShot else {
      self.takes = wanted.sorted { $0.number < $1.number }
      return
    }
    self.takes = wanted.sorted {
      let (a, b) = (TakeKeys($0).value(of: .shot), TakeKeys($1).value(of: .shot))
      return a == b ? $0.number < $1.number : a < b
    }
  }

  /// What the films that went in do not have in common.
  ///
  /// - Parameter rate: The pictures a second that the list counts in; nil: it counts none.
  static func remarks(on films: [Take], _ options: ExportOptions, rate: FrameRate? = nil) -> [ExportRemark] {
    func tally<Value: Hashable & Comparable>(_ values: [Value], _ text: (Value) -> String) -> String {
      Dictionary(grouping: values) { $0 }.sorted { $0.key < $1.key }.map { "\(text($0.key)) (\($0.value.count))" }
        .joined(separator: ", ")
    }
    var remarks: [ExportRemark] = []
    let sizes = films.compactMap { take in take.film.map { "\($0.width)x\($0.height)" } }
    if Set(sizes).count > 1 { remarks.append(ExportRemark(Strings.cutSizes, tally(sizes) { $0 })) }
    let rates = films.compactMap { options.glances[$0.number]?.rate.map { Int($0.rounded()) } }
    if Set(rates).count > 1 {
      remarks.append(ExportRemark(Strings.cutRates, tally(rates) { String($0) }))
    } else if let rate, let only = rates.first, only != rate.rawValue {
      remarks.append(ExportRemark(Strings.cutOtherRate, String(only), String(rate.rawValue)))
    }
    return remarks
  }
}

/// Something that whoever goes on with an exported file should know.
package struct ExportRemark: Hashable, Sendable {
  package private(set) var note: Note

  init(_ phrase: Phrase, _ arguments: String...) {
    note = Note(phrase, tone: .attention)
    note.arguments = arguments
  }

  package func text(_ language: Language) -> String { note.text(language) }
}

/// What a look into the file of a film tells beside its facts.
package struct FilmGlance: Hashable, Sendable {
  /// Pictures a second; nil: the file does not say.
  package var rate: Double?
  /// A small picture of it, a JPEG in base64; nil: none was asked for, or none could be made.
  package var still: String?

  package init(rate: Double? = nil, still: String? = nil) { (self.rate, self.still) = (rate, still) }
}
