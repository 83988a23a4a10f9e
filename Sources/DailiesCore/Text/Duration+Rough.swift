extension Duration {
  /// Roughly how long, in the largest unit that fits: `40 s`, `12 m`, `3 h`, `2 d`.
  package func rough(_ language: Language) -> String {
    let seconds = max(0, wholeSeconds)
    switch seconds {
    case ..<60: return Strings.roughSeconds(language, String(seconds))
    case ..<3600: return Strings.roughMinutes(language, String(seconds / 60))
    case ..<86_400: return Strings.roughHours(language, String(seconds / 3600))
    default: return Strings.roughDays(language, String(seconds / 86_400))
    }
  }
}
