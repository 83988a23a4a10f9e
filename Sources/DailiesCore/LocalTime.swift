/// A moment as a clock on the wall shows it.
package struct LocalTime: Equatable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int
  package let hour: Int
  package let minute: Int
  package let second: Int

  /// - Parameter utcOffset: Seconds that local time is ahead of UTC.
  /// - Source: Days to a date of the Gregorian calendar as in Howard Hinnant, "chrono-Compatible Low-Level Date
  ///   Algorithms", `civil_from_days`.
  package init(_ timestamp: Timestamp, utcOffset: Int) {
    let seconds = Self.floorDivide(Int(timestamp.milliseconds), 1000) + utcOffset
    let days = Self.floorDivide(seconds, 86_400)
    let secondOfDay = seconds - days * 86_400
    hour = secondOfDay / 3600
    minute = secondOfDay / 60 % 60
    second = secondOfDay % 60

    let shifted = days + 719_468
    let era = Self.floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `14:02`.
  package var shortTime: String { Self.twoDigits(hour) + ":" + Self.twoDigits(minute) }
  /// `14:02:11`.
  package var time: String { shortTime + ":" + Self.twoDigits(second) }
  /// `2025-11-12`.
  package var date: String { "\(year)-" + Self.twoDigits(month) + "-" + Self.twoDigits(day) }

  private func isSameDay(as other: LocalTime) -> Bool {
    (year, month, day) == (other.year, other.month, other.day)
  }

  /// The time of day, with the date before it unless that is today's.
  package func text(now: LocalTime) -> String { isSameDay(as: now) ? time : date + " " + time }

  /// As ``text(now:)``, to the minute.
  package func shortText(now: LocalTime) -> String { isSameDay(as: now) ? shortTime : date + " " + shortTime }

  private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

  private static func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
}

extension State {
  package func localTime(_ timestamp: Timestamp) -> LocalTime { LocalTime(timestamp, utcOffset: utcOffset) }

  /// `14:02:11`, or with the date when it was not today.
  package func time(_ timestamp: Timestamp) -> String { localTime(timestamp).text(now: localTime(now)) }

  /// `14:02`, or with the date when it was not today.
  package func shortTime(_ timestamp: Timestamp) -> String { localTime(timestamp).shortText(now: localTime(now)) }
}
