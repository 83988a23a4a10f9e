/// What one's own finished takes say of a running one.
package enum TimeLeft: Hashable, Sendable {
  /// About so long.
  case left(Duration)
  /// It has run longer than usual by so much, counted from the median; how long it will still take is not known.
  case late(Duration)
}
