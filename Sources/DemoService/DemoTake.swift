import Foundation
import VideosAPI

/// One accepted order. All that becomes of it follows from this value, the time, and the speed of the service: nothing
/// is stored, and so takes outlive the service that accepted them.
struct DemoTake: Equatable, Sendable {
  /// Counted from 1970; a whole number of milliseconds, because that is what an id carries.
  let createdMilliseconds: Int
  let model: DemoModel
  /// The length of the film.
  let seconds: Int
  let size: VideoSize
  let effect: DemoEffect?
  /// Forty bits that make the take different from every other.
  let nonce: UInt64

  enum Phase: Equatable, Sendable {
    case queued(percent: Int)
    case running(percent: Int)
    case completed
    case failed
  }

  var createdAt: Date { Date(timeIntervalSince1970: Double(createdMilliseconds) / 1000) }

  /// A figure of this take alone, 0 up to 1; `aspect` chooses one of many.
  private func variation(_ aspect: UInt64) -> Double {
    Double(mixed(nonce ^ aspect &* 0xA5A5_A5A5) >> 11) / Double(1 << 53)
  }

  /// How long it runs once it has left the queue and the queue before, at speed 1: 10 to 40 s together.
  private var usualTime: Double {
    let lines = min(size.width, size.height)
    let typical = 10 + 1.2 * Double(seconds) + (lines >= 2160 ? 12 : lines >= 1080 ? 5 : 0)
    return min(40, max(10, typical * (0.85 + 0.3 * variation(1))))
  }

  /// How long it stands in the queue, in seconds at speed 1.
  private var queueTime: Double { usualTime * 0.15 + (effect == .queuedLong ? 60 : 0) }

  /// How long it takes from create to the final state, in seconds at speed 1.
  var lifeTime: Double {
    let running = usualTime * 0.85
    return queueTime + (effect == .failed ? running * 0.6 : running)
  }

  /// How long its film takes to arrive, in seconds at speed 1: 3 to 8.
  var transferTime: Double { 3 + 5 * variation(2) }

  func phase(at now: Date, speed: Double) -> Phase {
    let age = max(0, now.timeIntervalSince(createdAt)) * speed
    if age >= lifeTime { return effect == .failed ? .failed : .completed }
    if age < queueTime { return .queued(percent: Int(5 * age / queueTime)) }
    return .running(percent: 5 + Int(94 * (age - queueTime) / (usualTime * 0.85)))
  }

  /// When the final state is reached.
  func endsAt(speed: Double) -> Date { createdAt.addingTimeInterval(lifeTime / speed) }

  /// When the film is gone; nil when it stays. A day for the model that names such a time, like its real counterpart
  /// (there an hour), so that a demo can be gone on with in the morning.
  func expiresAt(speed: Double) -> Date? {
    switch (effect, model) {
    case (.expired, _): endsAt(speed: speed)
    case (_, .sora): endsAt(speed: speed).addingTimeInterval(86_400)
    case (_, .veo): nil
    }
  }
}
