import DailiesScript
import Foundation
import TestSupport
import Testing

/// The whole program, from keys to files, on a fake terminal: one session a script.
struct SessionTests {
  @Test(arguments: Sessions.names) func aSessionShowsWhatItsScriptSays(name: String) async throws {
    let recording = try await Sessions.player.play(Sessions.script(name))
    for screen in recording.screens { ScreenSnapshot(screen.canvas).expect("\(name)-\(screen.name)") }
  }

  @Test func everyKindOfSessionHasItsScript() {
    #expect(Sessions.names.count >= 12)
  }

  @Test func aSessionIsTheSameFrameByFrameEachTime() async throws {
    try await play("send-and-save", rounds: 3)
  }

  /// Every script, so often as `SESSION_ROUNDS` says.
  @Test(.enabled(if: rounds != nil), arguments: Sessions.names)
  func aSessionIsTheSameAgainAndAgain(name: String) async throws {
    try await play(name, rounds: Self.rounds ?? 2)
  }

  private static let rounds = ProcessInfo.processInfo.environment["SESSION_ROUNDS"].flatMap { Int($0) }

  private func play(_ name: String, rounds: Int) async throws {
    var player = Sessions.player
    player.keepsFrames = true
    let script = try Sessions.script(name)
    let first = try await player.play(script)
    #expect(first.frames.count > 5)
    for round in 2...max(2, rounds) {
      let next = try await player.play(script)
      guard next != first else { continue }
      let frame = zip(first.frames, next.frames).first { $0 != $1 }
      Issue.record(
        """
        \(name), round \(round): \(next.frames.count) frames and not \(first.frames.count); at \(next.length)
        \(frame.map { "\($0.at) \(ScreenText.text(of: $0.canvas))\n\($1.at) \(ScreenText.text(of: $1.canvas))" } ?? "")
        """)
      return
    }
  }
}
