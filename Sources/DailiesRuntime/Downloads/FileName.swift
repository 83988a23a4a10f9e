package import DailiesCore
import VideosAPI

/// Names for films: from a template, safe on every file system and in every language, never one that exists.
package enum FileName {
  /// The ending of every film.
  package static let ending = ".mp4"
  /// Longest name in UTF-8 bytes, ending and number included. File systems allow 255; `.part.json` must fit behind it.
  package static let longest = 200
  /// Room for the number of a name that exists already.
  private static let numberRoom = 8
  /// Most clusters that `{words}` takes from a prompt.
  private static let wordsLength = 40

  /// A moment as the calendar on the wall shows it.
  package struct LocalTime: Hashable, Sendable {
    package var year, month, day, hour, minute, second: Int

    package init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
      (self.year, self.month, self.day) = (year, month, day)
      (self.hour, self.minute, self.second) = (hour, minute, second)
    }
  }

  /// The name without its ending, for a template of `{take} {shot} {date} {time} {model} {size} {seconds} {words}`.
  /// Never empty; falls back to the take's number.
  package static func stem(_ template: String, take: Take, time: LocalTime) -> String {
    let values = [
      "take": take.number.description,
      "shot": take.origin?.shot ?? "",
      "date": "\(padded(time.year, 4))-\(padded(time.month))-\(padded(time.day))",
      "time": "\(padded(time.hour))\(padded(time.minute))\(padded(time.second))",
      "model": take.order.model,
      "size": take.orderedSize?.description ?? "",
      "seconds": take.orderedSeconds.map { "\($0)s" } ?? "",
      "words": words(of: take.order.prompt),
    ]
    let safe = trimmed(tidied(fill(template, values)))
    let cut = trimmed(prefix(of: safe, bytes: longest - ending.utf8.count - numberRoom))
    return cut.isEmpty ? take.number.description : cut
  }

  /// The first name with this stem that is not taken: the stem itself, or with `-2`, `-3` and so on.
  package static func unused(_ stem: String, isTaken: (String) throws -> Bool) rethrows -> String {
    var name = stem + ending
    var number = 2
    while try isTaken(name) {
      name = "\(stem)-\(number)\(ending)"
      number += 1
    }
    return name
  }

  /// A name as it is compared: file systems may take upper and lower case for the same.
  package static func folded(_ name: String) -> String { name.lowercased() }

  /// The first words of a prompt, joined by `-`: letters, digits and pictographs of any language.
  package static func words(of prompt: String) -> String {
    var words: [String] = []
    var word = ""
    var room = wordsLength
    var isCut = false
    for character in prompt {
      if let kept = kept(character) {
        if kept.isEmpty { continue }
        if room == 0 {
          isCut = !word.isEmpty
          break
        }
        word += kept
        room -= 1
      } else if !word.isEmpty {
        words.append(word)
        word = ""
        room = max(0, room - 1)
      }
    }
    // A word that was cut goes, unless it is the first, or belongs to a script that writes without blanks.
    if !word.isEmpty, !isCut || words.isEmpty || !word.allSatisfy(\.isASCII) { words.append(word) }
    return words.joined(separator: "-")
  }

  /// What of a cluster may stand in a word: nil ends the word, an empty text is left out.
  private static func kept(_ character: Character) -> String? {
    if character == "'" || character == "’" { return "" }
    guard let first = character.unicodeScalars.first else { return "" }
    let isPictograph = first.properties.isEmojiPresentation || first.properties.generalCategory == .otherSymbol
    switch first.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      break
    default:
      if !isPictograph { return nil }
    }
    var text = String.UnicodeScalarView()
    for scalar in character.unicodeScalars where isVisible(scalar) || (isPictograph && scalar == "\u{200D}") {
      text.append(scalar)
    }
    return String(text)
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: !scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{FE0F}"
    }
  }

  /// Puts the values in their places; a name in braces that is not known stays as it is.
  private static func fill(_ template: String, _ values: [String: String]) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      text += values[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  /// Without what a file system or a shell takes for something else; blanks and separators that meet become one `-`.
  private static func tidied(_ text: String) -> String {
    var result = ""
    for character in text {
      let isSafe = character.unicodeScalars.allSatisfy { isVisible($0) || $0 == "\u{200D}" }
      if isSafe, !character.isWhitespace, !"/\\:*?\"<>|".contains(character) {
        if character == "-", result.last == "-" { continue }
        result.append(character)
      } else if result.last != "-" {
        result.append("-")
      }
    }
    return result
  }

  /// Without a leading dot (hidden) or dash (an option), and without separators at the end.
  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, ".-_ ".contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, ".-_ ".contains(last) { rest = rest.dropLast() }
    return String(rest)
  }

  /// As many whole clusters as fit into so many UTF-8 bytes.
  private static func prefix(of text: String, bytes: Int) -> String {
    var room = bytes
    return String(
      text.prefix { character in
        room -= character.utf8.count
        return room >= 0
      })
  }

  private static func padded(_ number: Int, _ digits: Int = 2) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
