import DailiesRuntime

extension PollTiming {
  /// How often a take is asked in a life of this length when nothing is in the way: the measure for everything else.
  static func questions(inLifeOf life: Duration) -> Double {
    guard life > first else { return 1 }
    let young = min(life, youth) - first
    let older = max(.zero, life - youth)
    // The last one is the first after the end.
    return 1 + (young / interval(age: first)).rounded(.up) + (older / interval(age: youth)).rounded(.up)
  }
}
