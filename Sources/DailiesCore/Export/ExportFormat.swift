/// What the takes of a view can be written as.
package enum ExportFormat: String, Hashable, Sendable, CaseIterable {
  /// A table for a spreadsheet.
  case csv
  /// What `dailies ls --json` answers.
  case json
  /// An edit decision list for an editing program.
  case edl
  /// A list that ffmpeg's concat demuxer reads.
  case concat
  /// A contact sheet for a browser and for paper.
  case html

  /// Endings of file names that stand for it, in small letters, the usual one first.
  package var endings: [String] {
    switch self {
    case .csv: ["csv"]
    case .json: ["json"]
    case .edl: ["edl"]
    case .concat: ["ffconcat", "concat", "txt"]
    case .html: ["html", "htm"]
    }
  }

  /// The format that the ending of a file name stands for; nil: none.
  package init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else { return nil }
    self = format
  }

  /// Takes without a film on this machine are no part of it.
  package var needsFilms: Bool { self == .edl || self == .concat }

  /// What has to be known of the files of the films; nil: nothing.
  package var glance: Glance? {
    switch self {
    case .edl, .concat: .rate
    case .html: .still
    case .csv, .json: nil
    }
  }

  package enum Glance: Sendable { case rate, still }
}

/// How takes are written, whatever the format makes of it.
package struct ExportOptions: Hashable, Sendable {
  package var language = Language.english
  /// Seconds that local time is ahead of UTC.
  package var utcOffset = 0
  package var rate = FrameRate.film
  /// False where nothing is paid.
  package var showsMoney = true
  /// Absolute path of the folder that the file will lie in; nil: it goes elsewhere.
  package var folder: String?
  package var title = "Dailies"
  /// A list of films has those of one shot together.
  package var isByShot = false
  /// A list of films holds what is no good as well.
  package var keepsNoGood = false
  /// What the files of the films tell, as far as somebody looked.
  package var glances: [Take.Number: FilmGlance] = [:]

  package init() {}

  /// As a list asks for it; what is no good is in a list of films when the list looks for that, or marks name it.
  package init(_ scope: TakeScope, isMarked: Bool = false) {
    isByShot = scope.sort.key == .shot
    keepsNoGood = isMarked || SearchWords(scope.search).judgements.contains(.noGood)
  }
}

/// Takes in one of the formats.
package struct ExportedTakes: Equatable, Sendable {
  package var text: String
  /// How many are in it.
  package var count: Int
  /// How many are not, and why.
  package var left: [ExportGap: Int]
  package var remarks: [ExportRemark]

  package init(_ text: String, count: Int, left: [ExportGap: Int] = [:], remarks: [ExportRemark] = []) {
    self.remarks = remarks
    self.text = text
    self.count = count
    self.left = left
  }
}

/// Why a take is no part of a list of films.
package enum ExportGap: Hashable, Sendable, CaseIterable {
  case noFilm, noLength, noGood
  /// The path has a line end, which the format cannot say.
  case lineEnd
  /// More than the format can count.
  case tooMany

  package var text: Phrase {
    switch self {
    case .noFilm: Strings.gapNoFilm
    case .noLength: Strings.gapNoLength
    case .noGood: Strings.gapNoGood
    case .lineEnd: Strings.gapLineEnd
    case .tooMany: Strings.gapTooMany
    }
  }
}

extension Take {
  /// Absolute path of its film; nil unless one is saved.
  package var savedPath: String? { phase == .saved ? filePath : nil }
}
