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

  /// As `rough`, in three columns where it can be, in every language: `40s`, `12m`, `3h`, `2d`.
  package var brief: String {
    let seconds = max(0, wholeSeconds)
    switch seconds {
    case ..<60: return "\(seconds)s"
    case ..<3600: return "\(seconds / 60)m"
    case ..<86_400: return "\(seconds / 3600)h"
    default: return "\(seconds / 86_400)d"
    }
  }
}
