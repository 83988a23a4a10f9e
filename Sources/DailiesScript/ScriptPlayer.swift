import DailiesCore
package import DailiesRuntime
package import DailiesViews
import DemoService

/// Plays scripts against the whole program: a fake terminal and a clock set by hand, everything else real, with the
/// demo service at the other end of real connections.
///
/// A step is over when nothing more happens by itself, so the same script shows the same screens each time.
package struct ScriptPlayer: Sendable {
  /// Folder of the demo service's films.
  package var clips: String
  package var theme = Theme.colors256
  /// Keeps every frame, for a recording.
  package var keepsFrames = false
  /// Where pictures of films come from.
  package var films = ScriptFilms.access

  package init(clips: String) { self.clips = clips }

  /// - Throws: `ScriptError` for the first line that does not come true.
  package func play(_ script: Script) async throws -> Recording {
    try await ScriptWorld.with(script.setup, clips: clips) { world in
      var recording = Recording(size: script.setup.size)
      var setup = script.setup
      var rest = script.lines[...]
      repeat {
        let program = try ScriptedProgram(setup, isDemo: setup.isDemo, films: films, in: world, theme: theme)
        let run = ScriptRun(script: script.name, program: program, recording: recording, keepsFrames: keepsFrames)
        let lines = rest
        rest = try await program.run { _ in try await run.play(lines) }
        recording = run.recording
        setup.size = program.terminal.size
        setup.language = program.session.state.language
        if program.end == .demo { setup.isDemo = true }
      } while !rest.isEmpty
      return recording
    }
  }
}
