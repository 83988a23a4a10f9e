import TerminalCanvas

/// How many pictures a second an edit counts.
package enum FrameRate: Int, Hashable, Sendable, CaseIterable {
  case film = 24
  case pal = 25

  /// Whole pictures in a length; nil where it is no length of a film.
  ///
  /// Boxes round a length to their time scale, often to milliseconds: a picture that lacks no more than that counts.
  func frames(_ seconds: Double) -> Int? {
    guard seconds.isFinite, seconds > 0, seconds < 86_400 else { return nil }
    let frames = Int(seconds * Double(rawValue) + 0.03)
    return frames > 0 ? frames : nil
  }

  /// `01:00:00:00`, as a clock of 24 hours.
  func timecode(_ frames: Int) -> String {
    let seconds = frames / rawValue
    return [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60, frames % rawValue]
      .map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }
}

/// Saved takes one after the other as an edit decision list: the pictures, and the sound of films that have some.
///
/// - Source: CMX 3600: three digits count the events, a reel has 8 characters, `V` is an edit of the picture and `AA/V` one
///   of it with both channels of sound, a comment begins with `*`; columns as OpenTimelineIO's adapter writes them.
struct EditList {
  var cut: Cut
  var options: ExportOptions

  private var rate: FrameRate { options.rate }

  private static let mostEvents = 999
  /// Characters of a title.
  private static let titleLength = 70
  /// The edit begins at one hour, as is usual.
  private static let startHour = 1

  var exported: ExportedTakes {
    var left: [ExportGap: Int] = cut.noGood > 0 ? [.noGood: cut.noGood] : [:]
    let title = PrintableText.clean(String(options.title.prefix(Self.titleLength)))
    var lines: [String] = []
    var films: [Take] = []
    var place = Self.startHour * 3600 * rate.rawValue
    for take in cut.takes {
      let path: String
      let frames: Int
      switch Self.film(of: take, rate) {
      case .success(let film): (path, frames) = film
      case .failure(let gap):
        left[gap.reason, default: 0] += 1
        continue
      }
      guard films.count < Self.mostEvents else {
        left[.tooMany, default: 0] += 1
        continue
      }
      films.append(take)
      let times = [0, frames, place, place + frames].map(rate.timecode).joined(separator: " ")
      let number = String(repeating: "0", count: 3 - String(films.count).count) + String(films.count)
      let channels = take.film?.hasSound == true ? "AA/V" : "V   "
      lines.append("\(number)  \(Self.reel(take.number)) \(channels)  C        \(times)")
      lines.append("* FROM CLIP NAME: " + PrintableText.clean(path.split(separator: "/").last ?? ""))
      lines.append("* SOURCE FILE: " + PrintableText.clean(path))
      place += frames
    }
    let remarks = Cut.remarks(on: films, options, rate: rate)
    let head = ["TITLE: " + title, "FCM: NON-DROP FRAME"] + remarks.map { "* " + $0.text(.english) } + [""]
    return ExportedTakes(
      (head + lines).map { $0 + "\r\n" }.joined(), count: films.count, left: left, remarks: remarks)
  }

  private struct Gap: Error { var reason: ExportGap }

  private static func film(of take: Take, _ rate: FrameRate) -> Result<(String, Int), Gap> {
    guard let path = take.savedPath else { return .failure(Gap(reason: .noFilm)) }
    guard let frames = take.film.flatMap({ rate.frames($0.seconds) }) else { return .failure(Gap(reason: .noLength)) }
    return .success((path, frames))
  }

  /// The take's number in 8 characters: no two takes share one.
  private static func reel(_ number: Take.Number) -> String {
    let name = String(number.description.suffix(8))
    return name + String(repeating: " ", count: 8 - name.count)
  }
}

/// The films of saved takes as a list for `ffmpeg -f concat -safe 0 -i LIST`.
///
/// - Source: ffmpeg-formats, "concat": the first line names the kind of the list, a line each file, `#` begins a comment;
///   ffmpeg-utils, "Quoting and escaping": within `'…'` everything stands for itself, a `'` is written `'\''`. A line ends
///   at LF or CR, quoted or not.
struct ConcatList {
  var cut: Cut
  var options: ExportOptions

  var exported: ExportedTakes {
    var left: [ExportGap: Int] = cut.noGood > 0 ? [.noGood: cut.noGood] : [:]
    var films: [Take] = []
    var lines: [String] = []
    for take in cut.takes {
      guard let path = take.savedPath else {
        left[.noFilm, default: 0] += 1
        continue
      }
      guard !path.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }) else {
        left[.lineEnd, default: 0] += 1
        continue
      }
      films.append(take)
      lines.append("file '" + Self.quoted(path) + "'")
    }
    let remarks = Cut.remarks(on: films, options)
    // What differs cannot be copied one behind the other.
    let how = remarks.isEmpty ? "-c copy FILM.mp4" : "FILM.mp4"
    let head = ["ffconcat version 1.0", "# ffmpeg -f concat -safe 0 -i LIST " + how]
    return ExportedTakes(
      (head + remarks.map { "# " + $0.text(.english) } + lines).map { $0 + "\n" }.joined(), count: films.count,
      left: left, remarks: remarks)
  }

  private static func quoted(_ path: String) -> String {
    var quoted = String.UnicodeScalarView()
    for scalar in path.unicodeScalars {
      if scalar == "'" { quoted.append(contentsOf: #"'\'"#.unicodeScalars) }
      quoted.append(scalar)
    }
    return String(quoted)
  }
}
