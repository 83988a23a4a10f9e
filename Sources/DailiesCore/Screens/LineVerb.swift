/// A word of the command line that takes an argument: `:profile work`, `:set countdown 9`. Without one it does what its
/// command does.
package enum LineVerb: String, Hashable, Sendable, CaseIterable {
  case profile, lang, model, length, size, takes, set

  package var help: Phrase {
    switch self {
    case .profile: Phrase("The service that new takes go to", "新的条发往哪个服务")
    case .lang: Phrase("The language: auto, en or zh-Hans", "语言：auto、en 或 zh-Hans")
    case .model: Phrase("The model of this draft", "此草稿的模型")
    case .length: Phrase("Seconds of film", "影片秒数")
    case .size: Phrase("Width and height of the film", "影片的宽与高")
    case .takes: Phrase("How many takes one yes asks for", "一次确认请求的条数")
    case .set: Phrase("A setting by its name, and its value", "设置项的名称和值")
    }
  }

  /// What the word alone asks for.
  package var command: Command {
    switch self {
    case .profile: .chooseProfile
    case .lang: .switchLanguage
    case .model: .enterModel
    case .length: .nextLength
    case .size: .nextSize
    case .takes: .moreTakes
    case .set: .showSettings
    }
  }

  /// The word and what stands behind it; nil where the line begins with no such word and a blank.
  static func read(_ text: String) -> (verb: LineVerb, argument: String)? {
    let text = text.drop(while: \.isWhitespace)
    guard let blank = text.firstIndex(where: \.isWhitespace),
      let verb = LineVerb(rawValue: text[..<blank].lowercased())
    else { return nil }
    return (verb, String(text[blank...]).trimming)
  }
}

/// What a line of the command line may become.
package enum LineCandidate: Hashable, Sendable {
  case command(Command)
  case verb(LineVerb)
  case argument(LineVerb, String)

  /// As it stands in the line.
  package var name: String {
    switch self {
    case .command(let command): command.name
    case .verb(let verb): verb.rawValue
    case .argument(let verb, let argument): verb.rawValue + " " + argument
    }
  }

  /// As Tab writes it: behind a word that takes an argument, that can follow at once.
  var completed: String {
    if case .verb = self { name + " " } else { name }
  }

  package var title: Phrase {
    switch self {
    case .command(let command): command.title
    case .verb(let verb), .argument(let verb, _): verb.help
    }
  }

  /// The command that says why it cannot run now.
  package var command: Command {
    switch self {
    case .command(let command): command
    case .verb(let verb), .argument(let verb, _): verb.command
    }
  }
}
