import DailiesCore
import DailiesRuntime
import DemoService
import TerminalCanvas

/// Reads one line of a script.
struct ScriptLine {
  struct Flaw: Error {
    let message: String
    init(_ message: String) { self.message = message }
  }

  /// The first word; nil for an empty line and a comment.
  let word: String?
  /// What follows it, without blanks at either end.
  let rest: String

  init(_ row: Substring) {
    let text = String(row).trimming
    let isEmpty = text.isEmpty || text.hasPrefix("#")
    word = isEmpty ? nil : text.prefix { !$0.isWhitespace }.lowercased()
    rest = isEmpty ? "" : String(text.drop { !$0.isWhitespace }).trimming
  }

  var words: [String] { rest.split(whereSeparator: \.isWhitespace).map(String.init) }

  // MARK: The head

  func change(_ setup: inout ScriptSetup) throws(Flaw) {
    switch word {
    case "size": setup.size = try size()
    case "lang":
      guard let language = Language(rawValue: rest) else { throw Flaw("lang takes en or zh-Hans, not \(rest)") }
      setup.language = language
    case "service":
      guard rest == "demo" || rest == "own" else { throw Flaw("service takes demo or own, not \(rest)") }
      setup.isDemo = rest == "demo"
    case "pictures": setup.drawsPictures = true
    case "set": try set(&setup)
    case "price": setup.prices.prices.append(try price())
    default: throw Flaw("unknown word: \(word ?? "")")
    }
  }

  private func set(_ setup: inout ScriptSetup) throws(Flaw) {
    guard words.count == 2 else { throw Flaw("set takes a name and a value") }
    let (name, value) = (words[0], words[1])
    if name == "models" {
      setup.settings.profiles[Profile.standardName]?.models = value.split(separator: ",").map(String.init)
      return
    }
    if let field = Profile.fields.first(where: { $0.name == name }), case .optionalText(let property) = field.kind {
      setup.settings.profiles[Profile.standardName]?[keyPath: property] = value
      return
    }
    if name == "live_takes", let number = Int(value), number > 0 {
      setup.settings.profiles[Profile.standardName]?.liveTakes = number
      return
    }
    guard let field = Settings.fields.first(where: { $0.name == name }) else { throw Flaw("no setting \(name)") }
    switch field.kind {
    case .flag(let property) where ["true", "false"].contains(value):
      setup.settings[keyPath: property] = value == "true"
    case .number(let property, let range):
      guard let number = Int(value), range.contains(number) else { throw Flaw("\(name) cannot be \(value)") }
      setup.settings[keyPath: property] = number
    case .text(let property): setup.settings[keyPath: property] = value
    default: throw Flaw("\(name) cannot be \(value)")
    }
  }

  /// `price 0.50 CNY 2025-11-03`: of the standard model, in every size.
  private func price() throws(Flaw) -> PriceTable.Price {
    guard words.count == 3, let perSecond = Money(words[0], words[1]), let since = Day(words[2]) else {
      throw Flaw("price takes an amount, a currency and a day")
    }
    return PriceTable.Price(
      profile: Profile.standardName, model: Profile.standardModel, size: nil, perSecond: perSecond, since: since)
  }

  // MARK: Steps

  /// The step of this line; nil when it is none.
  func step() throws(Flaw) -> ScriptStep? {
    switch word {
    case "type": .type(rest)
    case "paste": .paste(rest.replacing("\\n", with: "\n").replacing("\\t", with: "\t"))
    case "paste-id": .pasteID
    case "key": .keys(try keys())
    case "click": .mouse(Mouse(.press, at: try point()))
    case "wheel-up": .mouse(Mouse(.wheelUp, at: try point()))
    case "wheel-down": .mouse(Mouse(.wheelDown, at: try point()))
    case "resize": .resize(try size())
    case "advance": .advance(try duration(rest))
    case "fault": try fault()
    case "offline": .offline
    case "online": .online
    case "api-key": .apiKey(try choice())
    case "restart": .restart
    case "screen": .screen(try text())
    case "expect": .expect(try text())
    case "expect-not": .expectNot(try text())
    case "expect-title": .expectTitle(try text())
    case "expect-copied": .expectCopied(try text())
    case "expect-end": .expectEnd(try end())
    case "expect-creates": try creates()
    case "expect-film": try film()
    case "expect-files": .expectFiles(try number(rest))
    default: nil
    }
  }

  private func text() throws(Flaw) -> String {
    guard !rest.isEmpty else { throw Flaw("\(word ?? "") takes a text") }
    return rest
  }

  private func number(_ text: String) throws(Flaw) -> Int {
    guard let number = Int(text), number >= 0 else { throw Flaw("not a number: \(text)") }
    return number
  }

  /// A key, or several, each by its name; a number after one presses it so often.
  private func keys() throws(Flaw) -> [Key] {
    var keys: [Key] = []
    for (index, word) in words.enumerated() {
      if index > 0, word.count > 1 || words[index - 1].count > 1, let count = Int(word), let last = keys.last {
        keys += Array(repeating: last, count: max(0, count - 1))
        continue
      }
      guard let key = Key(name: word) else { throw Flaw("no key is called \(word)") }
      keys.append(key)
    }
    guard !keys.isEmpty else { throw Flaw("key takes the name of a key") }
    return keys
  }

  private func size() throws(Flaw) -> Size {
    let parts = rest.split(separator: "x")
    guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]), columns > 0, rows > 0 else {
      throw Flaw("a size is like 80x24, not \(rest)")
    }
    return Size(columns: columns, rows: rows)
  }

  private func point() throws(Flaw) -> Point {
    let parts = rest.split(separator: ",")
    guard parts.count == 2, let column = Int(parts[0]), let row = Int(parts[1]) else {
      throw Flaw("a place is like 10,3 (column, row), not \(rest)")
    }
    return Point(column: column, row: row)
  }

  func duration(_ text: String) throws(Flaw) -> Duration {
    let units: [(String, Duration)] = [("ms", .milliseconds(1)), ("s", .seconds(1)), ("m", .seconds(60))]
    for (unit, length) in units where text.hasSuffix(unit) {
      if let count = Int(text.dropLast(unit.count)), count >= 0 { return length * count }
    }
    throw Flaw("a time is like 5s, 300ms or 2m, not \(text)")
  }

  private func choice() throws(Flaw) -> ScriptSetup.APIKeyChoice {
    guard let choice = ScriptSetup.APIKeyChoice(rawValue: rest) else {
      throw Flaw("api-key takes right, wrong or none, not \(rest)")
    }
    return choice
  }

  private func end() throws(Flaw) -> Session.End {
    switch rest {
    case "quit": .quit
    case "demo": .demo
    default: throw Flaw("expect-end takes quit or demo, not \(rest)")
    }
  }

  private func creates() throws(Flaw) -> ScriptStep {
    let words = words
    guard words.count == 1 || words.count == 2 else { throw Flaw("expect-creates takes one or two numbers") }
    let received = try number(words[0])
    return .expectCreates(received: received, accepted: words.count == 2 ? try number(words[1]) : received)
  }

  private func film() throws(Flaw) -> ScriptStep {
    guard words.count == 2 else { throw Flaw("expect-film takes the beginning of a name and a clip") }
    return .expectFilm(prefix: words[0], clip: words[1])
  }
}
