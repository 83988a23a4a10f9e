import TerminalCanvas
import VideosAPI

/// Takes as a page for a browser and for paper: one file with a still of each film in it, so that it can be mailed; no
/// script, nothing loaded from elsewhere but the films where they lie.
package struct ContactSheet {
  var takes: [Take]
  var options: ExportOptions

  private var language: Language { options.language }

  var html: String {
    let title = Self.escaped(PrintableText.clean(options.title))
    let count = takes.count == 1 ? Strings.sheetOne(language) : Strings.sheetCount(language, String(takes.count))
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="script-src 'none'; object-src 'none'; base-uri 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="Dailies">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <header><h1>\(title)</h1><p>\(Self.escaped(count))</p></header>
      <main>
      \(takes.map(article).joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private static let style = """
    :root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
    body { margin: 1.5rem; }
    h1 { font-size: 1.3rem; margin: 0; }
    header p { margin: .2rem 0 1rem; opacity: .7; }
    main { display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); gap: 1.2rem; }
    article { border: 1px solid #8886; border-radius: .4rem; padding: .7rem; overflow-wrap: anywhere; }
    video, .empty { width: 100%; aspect-ratio: 16 / 9; background: #000; color: #ccc; }
    .empty { display: grid; place-items: center; }
    h2 { font-size: 1rem; margin: .5rem 0 .2rem; }
    h2 span { font-weight: normal; opacity: .75; }
    p { margin: .3rem 0; }
    .prompt { white-space: pre-wrap; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem .7rem; margin: .4rem 0 0; font-size: .87rem; }
    dt { opacity: .7; }
    dd { margin: 0; }
    @media print {
      body { margin: 0; }
      main { grid-template-columns: 1fr 1fr; gap: .4cm; }
      article { break-inside: avoid; }
      .empty { background: none; color: inherit; border: 1px solid #888; }
    }
    """

  private func article(_ take: Take) -> String {
    let words = [take.phase.word, take.verdict?.word].compactMap { $0.map { $0(language) } }
    let word = Self.escaped(words.joined(separator: ", "))
    let facts = facts(of: take).map { name, value in
      "<dt>\(Self.escaped(name(language)))</dt><dd>\(Self.escaped(PrintableText.clean(value)))</dd>"
    }
    let comment = take.comment.map { "\n<p>\(Self.escaped(PrintableText.clean($0)))</p>" } ?? ""
    return """
      <article id="\(take.number)">
      \(picture(take, word))
      <h2>\(take.number) <span>\(word)</span></h2>
      <p class="prompt">\(Self.escaped(PrintableText.cleanLines(take.order.prompt)))</p>\(comment)
      <dl>\(facts.joined())</dl>
      </article>
      """
  }

  private func picture(_ take: Take, _ word: String) -> String {
    guard let path = take.savedPath else { return "<div class=\"empty\">\(word)</div>" }
    let address = Self.escaped(Self.address(of: path, from: options.folder))
    guard let still = options.glances[take.number]?.still else {
      return "<video controls preload=\"metadata\" src=\"\(address)\"></video>"
    }
    let poster = "data:image/jpeg;base64," + Self.escaped(still)
    return "<video controls preload=\"none\" poster=\"\(poster)\" src=\"\(address)\"></video>"
  }

  private func facts(of take: Take) -> [(Phrase, String)] {
    func local(_ time: Timestamp) -> String {
      let time = LocalTime(time, utcOffset: options.utcOffset)
      return time.date + " " + time.shortTime
    }
    var facts = [
      (Strings.model, take.order.model), (Strings.length, take.secondsText + " s"), (Strings.size, take.sizeText),
    ]
    if let film = take.film, take.differsFromOrder {
      facts.append((Strings.sheetFilm, "\(film.seconds) s, \(film.width)x\(film.height)"))
    }
    if options.showsMoney, let cost = take.cost { facts.append((Strings.costLabel, cost.text(language))) }
    if !take.shotName.isEmpty { facts.append((Strings.sheetShot, take.shotName)) }
    if let parent = take.origin?.parent { facts.append((Strings.sheetParent, parent.description)) }
    if let tags = take.tags { facts.append((Strings.sheetTags, State.tagText(tags))) }
    facts.append((Strings.sheetOrdered, local(take.recorded)))
    if let saved = take.saved { facts.append((Strings.sheetSaved, local(saved))) }
    if let path = take.savedPath {
      facts.append((Strings.sheetFile, path.split(separator: "/").last.map { String($0) } ?? path))
    }
    if let id = take.videoID { facts.append((Strings.sheetID, id)) }
    if let problem = take.problem { facts.append((Strings.sheetProblem, Note(problem).text(language))) }
    return facts
  }

  // MARK: Text of others in the page

  /// By code points: a mark behind a `<` is one character with it, and a browser reads the `<` alone.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// The address of a file: from the folder of the page on where it lies in there, so that both can be moved together.
  ///
  /// - Source: RFC 3986, sections 2.3 and 4.2; RFC 8089.
  package static func address(of path: String, from folder: String?) -> String {
    let start = folder.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    if let start, path.utf8.starts(with: start.utf8) {
      return "./" + percentEncoded(path.utf8.dropFirst(start.utf8.count))
    }
    return "file://" + percentEncoded(path.utf8[...])
  }

  private static func percentEncoded(_ bytes: Substring.UTF8View) -> String {
    bytes.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        return String(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }.joined()
  }
}
