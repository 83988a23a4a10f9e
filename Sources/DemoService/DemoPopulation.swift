package import Foundation
import VideosAPI

/// Takes that nobody ordered, for trying a client under load: their ids are good ones, as every id holds its whole take.
/// One line of JSON each, as `dailies import -` reads them; always the same takes for the same moment and numbers.
package struct DemoPopulation: Sendable {
  /// Takes that are still to be finished.
  package var live = 0
  /// The time, by the service's clock, over which the live ones finish one after the other; in seconds.
  package var span: Double = 1800
  /// Takes that were finished long ago, with files that are nowhere.
  package var past = 0

  package init() {}

  /// The lines, those of past takes first and the oldest first among them, so that numbers grow with time.
  package func lines(at now: Date) -> some Sequence<String> {
    let (live, past, span) = (live, past, span)
    let old = (0..<past).lazy.map { Self.past($0, of: past, at: now).json }
    let new = (0..<live).lazy.map { Self.live($0, of: live, within: span, at: now).json }
    return [AnySequence(old), AnySequence(new)].joined()
  }

  private static let prompts = [
    "Slow dolly in on a paper lantern workshop at dusk, warm tungsten key", "夜市霓虹，水洼倒影，手持跟拍，雨声",
    "Grandmother ties the last ribbon, macro, silk fibres, backlight", "黄昏的纸灯笼作坊，慢推镜头，左侧暖色钨丝灯",
    "Harbour gulls in fog, a horn far away, no cuts", "梯田晨雾，航拍，一只白鹭飞过",
    "Crowd at the gate before the fireworks, 35 mm, waist height", "特写揉面，面粉飞扬，金色时刻",
  ]

  private static func take(_ index: Int, created: Date, nonce: UInt64) -> DemoTake {
    DemoTake(
      createdMilliseconds: Int(created.timeIntervalSince1970 * 1000), model: index % 3 == 0 ? .sora : .veo, seconds: 8,
      size: index % 4 == 0 ? VideoSize(width: 720, height: 1280) : VideoSize(width: 1280, height: 720), effect: nil,
      nonce: mixed(UInt64(index) ^ nonce) & (1 << 40 - 1))
  }

  private static func live(_ index: Int, of count: Int, within span: Double, at now: Date) -> Document {
    let begins = now.addingTimeInterval(span * Double(index + 1) / Double(count))
    // Its id says when it begins; ordered it was now.
    return document(take(index, created: begins, nonce: 0x11FE), index, status: "queued", ordered: now)
  }

  private static func past(_ index: Int, of count: Int, at now: Date) -> Document {
    let age = 86_400 * (1 + 364 * Double(count - index) / Double(count))
    let created = now.addingTimeInterval(-age)
    let take = take(index, created: created, nonce: 0x9A57)
    let ends = Document.integer(Int(take.endsAt(speed: 1).timeIntervalSince1970))
    switch mixed(UInt64(index)) % 20 {
    case 0: return document(take, index, status: "expired", ends: ends)
    case 1, 2: return document(take, index, status: "failed", ends: ends)
    default: return document(take, index, status: "completed", ends: ends, file: .text("/films/past-\(index + 1).mp4"))
    }
  }

  private static func document(
    _ take: DemoTake, _ index: Int, status: String, ordered: Date? = nil, ends: Document = nil, file: Document = nil
  ) -> Document {
    [
      "id": .text(TakeID.text(for: take)), "status": .text(status), "model": .text(take.model.name),
      "prompt": .text("\(prompts[index % prompts.count]), \(index + 1)"), "seconds": .text(String(take.seconds)),
      "size": .text(take.size.description),
      "created_at": .integer(Int((ordered ?? take.createdAt).timeIntervalSince1970)),
      "completed_at": ends, "file": file,
    ]
  }
}
