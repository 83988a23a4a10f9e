internal import NIOHTTP1

/// How long a server asks to be left alone, from the headers that say so.
///
/// Source: Videos API reference, "Asking again"; RFC 9110, sections 10.2.3 (Retry-After) and 5.6.7 (dates).
enum ServerHints {
  /// The longest wait that is obeyed.
  static let longestWait = Duration.seconds(120)

  /// The longest of the waits that the answer names, at most `longestWait`; nil when it names none.
  static func wait(_ headers: HTTPHeaders) -> Duration? {
    let milliseconds = headers.first(name: "openai-poll-after-ms").flatMap(number).map { $0 / 1000 }
    let named = ["retry-after", "llm_provider-retry-after"].compactMap { name -> Double? in
      guard let text = headers.first(name: name) else { return nil }
      return number(text) ?? seconds(until: text, from: headers.first(name: "date"))
    }
    let waits = ([milliseconds].compactMap { $0 } + named).filter { $0 >= 0 }
    return waits.max().map { min(.milliseconds(Int64(min($0, 86_400) * 1000)), longestWait) }
  }

  /// The estimated price in US dollars, of a create answer.
  static func cost(_ headers: HTTPHeaders) -> Double? {
    headers.first(name: "x-litellm-response-cost").flatMap(number).flatMap { $0 >= 0 ? $0 : nil }
  }

  private static func number(_ text: String) -> Double? {
    let plain = String(text.filter { $0 != " " })
    return Double(plain).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The distance of a date from the answer's own date, so that this machine's clock does not matter.
  private static func seconds(until text: String, from now: String?) -> Double? {
    guard let now = now.flatMap(unixSeconds), let then = unixSeconds(text) else { return nil }
    return Double(max(0, then - now))
  }

  /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func unixSeconds(_ text: String) -> Int? {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), let year = Int(parts[3]),
      let month = months.firstIndex(of: String(parts[2])), (1...31).contains(day), (1970...9999).contains(year)
    else { return nil }
    let clock = parts[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, clock.allSatisfy({ (0...60).contains($0) }) else { return nil }
    // Days since 1970 of a Gregorian date, with the year beginning in March so that the leap day comes last.
    let shiftedYear = month < 2 ? year - 1 : year
    let shiftedMonth = (month + 10) % 12
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    let days = 365 * shiftedYear + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400 + dayOfYear - 719_468
    return days * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
  }
}
