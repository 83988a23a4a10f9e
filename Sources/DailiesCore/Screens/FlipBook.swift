/// The pictures of a film, one at a time.
package struct FlipBook: Equatable, Sendable {
  package var take: Take
  /// The picture that is shown, or waited for.
  package var frame = 0
  /// Since when it runs, and from which picture; nil: it stands.
  package var run: Run?
  private var paceIndex = 2
  /// The picture is being written as a file.
  package var isKeeping = false
  /// Why the last wish came to nothing.
  package var refusal: Note?

  package struct Run: Equatable, Sendable {
    package var since: Timestamp
    package var from: Int
  }

  /// Times the film's own.
  private static let paces = [0.25, 0.5, 1, 2, 4]

  package init(take: Take) { self.take = take }

  package var pace: Double { Self.paces[paceIndex] }

  /// Slower or faster by a step, from now on.
  mutating func changePace(by step: Int, at now: Timestamp) {
    paceIndex = max(0, min(Self.paces.count - 1, paceIndex + step))
    if run != nil { run = Run(since: now, from: frame) }
  }

  /// When a running film shows its next picture.
  func nextTurn(_ reel: FilmReel) -> Timestamp? {
    guard let run, frame + 1 < reel.frames else { return nil }
    let milliseconds = Double(frame + 1 - run.from) * 1000 / (reel.rate * pace)
    return run.since + .milliseconds(Int64(milliseconds.rounded(.up)))
  }

  /// The picture that a running film has come to.
  func frame(at now: Timestamp, _ reel: FilmReel) -> Int {
    guard let run, now > run.since else { return frame }
    // A picture is due at its millisecond, not a part of one earlier.
    let passed = (Double((now - run.since).milliseconds) + 1e-3) / 1000 * reel.rate * pace
    return min(reel.frames - 1, run.from + Int(min(passed, Double(reel.frames))))
  }
}
