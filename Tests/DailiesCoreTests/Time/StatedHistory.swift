import Foundation
import TestSupport
import VideosAPI

/// Takes as a service might have made them, drawn from a stated distribution: equal seeds give equal histories.
struct StatedHistory: Sendable {
  /// What was ordered, as far as it decides how long the making takes.
  struct Kind: Hashable, Sendable {
    var model = "veo-fast"
    var size = VideoSize(width: 1280, height: 720)
    var seconds = 8
  }

  struct Made: Sendable {
    var kind: Kind
    /// Seconds since the beginning.
    var sent: Double
    /// Seconds until its finish was seen, by a check that may come some seconds after it.
    var took: Double
    /// The median of the distribution that it was drawn from.
    var median: Double
    var end: Double { sent + took }
  }

  /// The stated distributions. Each is lognormal around a median, so that slow takes are further off than fast ones.
  enum Law: CaseIterable, Sendable {
    /// One kind, median 150 s, sigma 0.25.
    case steady
    /// One kind, whose median grows from 80 to 320 s over the history.
    case drifting
    /// As steady, but one take in ten is stuck for 5 to 20 times as long.
    case stuck
    /// 14 takes in all, of two models and two lengths.
    case few
    /// Three models, three sizes, three lengths; time goes with the length to the power 0.7 and the pixels to the power 0.4.
    case mixed
    /// One kind; from 9 to 18 o'clock the service is two and a half times as slow.
    case dayAndNight
    /// As mixed, with the hours of dayAndNight, a drift of one half upwards, and one take in twenty stuck.
    case everything
  }

  let law: Law
  /// In the order in which they were sent.
  let takes: [Made]

  init(_ law: Law, seed: UInt64) {
    self.law = law
    var chance = SeededGenerator(seed: seed)
    let count = law == .few ? 14 : 160
    var takes: [Made] = []
    // Ten o'clock of the first day. Takes are sent a few at once, every six minutes or so; nobody sends after 23 o'clock.
    var clock = 10.0 * 3600
    while takes.count < count {
      let isNight = clock.truncatingRemainder(dividingBy: 86_400) > 23 * 3600
      clock += isNight ? 10 * 3600 : -360 * log(Double.random(in: 0.0001..<1, using: &chance))
      for _ in 0..<min(count - takes.count, Int.random(in: 1...4, using: &chance)) {
        let kind = Self.kind(law, &chance)
        let median = Self.median(law, kind, hour: clock / 3600, place: Double(takes.count) / Double(count))
        var took = median * exp(Self.sigma(law) * Self.normal(&chance))
        if Double.random(in: 0..<1, using: &chance) < Self.stuckShare(law) {
          took *= Double.random(in: 5...20, using: &chance)
        }
        let seen = took + Double.random(in: 0..<8, using: &chance)
        takes.append(Made(kind: kind, sent: clock, took: seen, median: median))
      }
    }
    self.takes = takes
  }

  private static func kind(_ law: Law, _ chance: inout SeededGenerator) -> Kind {
    var kind = Kind()
    func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: choices.indices, using: &chance)] }
    switch law {
    case .steady, .drifting, .stuck, .dayAndNight: break
    case .few:
      kind.model = pick(["veo-fast", "veo"])
      kind.seconds = pick([4, 8])
    case .mixed, .everything:
      kind.model = pick(["veo-fast", "veo", "sora"])
      kind.seconds = pick([4, 8, 12])
      kind.size = pick([(1280, 720), (1920, 1080), (3840, 2160)].map { VideoSize(width: $0.0, height: $0.1) })
    }
    return kind
  }

  private static func median(_ law: Law, _ kind: Kind, hour: Double, place: Double) -> Double {
    let bases: [String: Double] = ["veo-fast": 150, "veo": 320, "sora": 230]
    let base = bases[kind.model] ?? 150
    let pixels = Double(kind.size.width * kind.size.height) / (1280 * 720)
    let time = base * pow(Double(kind.seconds) / 8, 0.7) * pow(pixels, 0.4)
    let isBusy = (9..<18).contains(Int(hour) % 24)
    switch law {
    case .steady, .stuck, .few, .mixed: return time
    case .drifting: return 80 + 240 * place
    case .dayAndNight: return isBusy ? time * 2.5 : time
    case .everything: return (isBusy ? time * 2.5 : time) * (1 + place / 2)
    }
  }

  private static func sigma(_ law: Law) -> Double { law == .steady || law == .stuck ? 0.25 : 0.2 }

  private static func stuckShare(_ law: Law) -> Double {
    switch law {
    case .stuck: 0.1
    case .everything: 0.05
    case .steady, .drifting, .few, .mixed, .dayAndNight: 0
    }
  }

  /// Box and Muller.
  private static func normal(_ chance: inout SeededGenerator) -> Double {
    let (a, b) = (Double.random(in: 0.0001..<1, using: &chance), Double.random(in: 0..<1, using: &chance))
    return (-2 * log(a)).squareRoot() * cos(2 * .pi * b)
  }
}
