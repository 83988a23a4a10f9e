/// A command as it is written in a setting, as a list of arguments: words between blanks, quotes keep words together. No
/// shell reads it, so nothing in it is expanded.
package enum CommandWords {
  package static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      switch (character, quote) {
      case (let end, let open?) where end == open: quote = nil
      case (_, .some): word = (word ?? "") + String(character)
      case ("\"", nil), ("'", nil):
        quote = character
        word = word ?? ""
      case (_, nil) where character.isWhitespace:
        if let complete = word { words.append(complete) }
        word = nil
      case (_, nil): word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}
