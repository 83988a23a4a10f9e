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

  package init() {}
}

/// Takes in one of the formats.
package struct ExportedTakes: Equatable, Sendable {
  package var text: String
  /// How many are in it.
  package var count: Int
  /// How many are not, and why.
  package var left: [ExportGap: Int]

  package init(_ text: String, count: Int, left: [ExportGap: Int] = [:]) {
    self.text = text
    self.count = count
    self.left = left
  }
}

/// Why a take is no part of a list of films.
package enum ExportGap: Hashable, Sendable, CaseIterable {
  case noFilm, noLength
  /// The path has a line end, which the format cannot say.
  case lineEnd
  /// More than the format can count.
  case tooMany

  package var text: Phrase {
    switch self {
    case .noFilm: Strings.gapNoFilm
    case .noLength: Strings.gapNoLength
    case .lineEnd: Strings.gapLineEnd
    case .tooMany: Strings.gapTooMany
    }
  }
}

extension Take {
  /// Absolute path of its film; nil unless one is saved.
  package var savedPath: String? { phase == .saved ? filePath : nil }
}
