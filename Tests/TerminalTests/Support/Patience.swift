import Foundation

/// Waits for something to come true, by looking again and again. The limit is not a measure of anything: it only ends a
/// test that would never end, and is generous so that slow machines pass.
enum Patience {
  static let limit = Duration.seconds(60)

  struct RanOut: Error, CustomStringConvertible {
    let description: String
  }

  /// - Parameters:
  ///   - what: Named when the patience runs out.
  ///   - detail: What is there instead, for the same message.
  static func wait(
    for what: String, within limit: Duration = limit, detail: @autoclosure () -> String = "",
    until isTrue: () throws -> Bool
  ) throws {
    _ = try wait(for: what, within: limit, detail: detail()) { try isTrue() ? true : nil }
  }

  /// Returns the first value that `find` finds.
  static func wait<Value>(
    for what: String, within limit: Duration = limit, detail: @autoclosure () -> String = "", find: () throws -> Value?
  ) throws -> Value {
    let end = ContinuousClock.now + limit
    while true {
      if let value = try find() { return value }
      guard ContinuousClock.now < end else {
        throw RanOut(description: "waited \(limit) for \(what)\n\(detail())")
      }
      pause(milliseconds: 10)
    }
  }

  /// Lets time pass up to a moment that was chosen at random.
  static func letPass(_ time: Duration) throws {
    let end = ContinuousClock.now + time
    try wait(for: "the moment") { ContinuousClock.now >= end }
  }

  /// Between two looks, nothing is to be done.
  private static func pause(milliseconds: Int32) { _ = poll(nil, 0, milliseconds) }
}
