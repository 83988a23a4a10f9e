/// A bar for a reported figure, as wide as it says.
struct Bar: Equatable, Sendable {
  /// 0 to 100.
  var percent: Int
  var columns: Int

  /// Full only at 100, and empty only at 0.
  func spans(_ theme: Theme) -> [Span] {
    let percent = min(100, max(0, percent))
    var done = columns * percent / 100
    if percent > 0, done == 0 { done = min(1, columns) }
    return [
      Span(String(repeating: theme.barDone, count: done), .work),
      Span(String(repeating: theme.barLeft, count: columns - done), .dim),
    ]
  }
}
