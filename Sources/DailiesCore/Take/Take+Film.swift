/// Seconds of film without a useless fraction: `8`, `7.5`.
package func filmSeconds(_ seconds: Double) -> String {
  guard seconds.isFinite, abs(seconds) < 1e9 else { return "0" }
  let tenths = Int((seconds * 10).rounded())
  return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
}

extension Take.FilmFacts {
  /// `1280x720`.
  package var sizeText: String { "\(width)x\(height)" }

  /// Whether it has sound; nil: not known.
  package var sound: Phrase? { hasSound.map { $0 ? Strings.withSound : Strings.noSound } }
}

extension Take {
  /// What the file itself says, and whether that is what was ordered; nil: not known.
  package func filmText(_ language: Language, withSound: Bool = true) -> String? {
    guard let film else { return nil }
    let seconds = filmSeconds(film.seconds)
    let text =
      differsFromOrder
      ? Strings.orderedGot(language, secondsText, sizeText, seconds, film.sizeText)
      : Strings.asOrdered(language, seconds, film.sizeText)
    return [text, withSound ? film.sound?(language) : nil].compactMap { $0 }.joined(separator: Strings.aside(language))
  }
}
