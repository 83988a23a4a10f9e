import DailiesCore
import DailiesRuntime
import DemoService
import Synchronization
import TerminalCanvas

/// Does the steps of a script, one after the other, while one program runs.
final class ScriptRun {
  private(set) var recording: Recording
  private let script: String
  private let program: ScriptedProgram
  private var world: ScriptWorld { program.world }
  private var terminal: ScriptedTerminal { program.terminal }

  /// How long a person takes: for a typed character, for another key, and to look at a screen.
  private static let pauses = (
    typing: Duration.milliseconds(60), key: Duration.milliseconds(700), looking: Duration.milliseconds(1500)
  )
  /// What people's fingers took so far, in recordings; the program's clock knows nothing of it.
  private var fingers = Duration.zero

  init(script: String, program: ScriptedProgram, recording: Recording, keepsFrames: Bool) {
    self.script = script
    self.program = program
    self.recording = recording
    fingers = recording.length - program.world.clock.elapsed
    guard keepsFrames else { return }
    program.terminal.whenShown = { [unowned self] canvas in
      self.recording.frames.append(Recording.Frame(at: self.now, canvas: canvas))
    }
  }

  private var now: Duration { world.clock.elapsed + fingers }

  /// Plays until the lines are done, or the program is to be opened again.
  ///
  /// - Returns: The lines after a restart; none at the end.
  func play(_ lines: ArraySlice<Script.Line>) async throws -> ArraySlice<Script.Line> {
    defer { recording.length = now }
    for (index, line) in zip(lines.indices, lines) {
      if line.step == .restart { return lines[(index + 1)...] }
      do {
        try await perform(line.step)
      } catch let flaw as ScriptLine.Flaw {
        throw ScriptError(script: script, line: line.number, flaw.message)
      } catch is ScriptedProgram.NeverSettled {
        throw ScriptError(script: script, line: line.number, "something goes on and on: this is never settled")
      }
    }
    return []
  }

  private func perform(_ step: ScriptStep) async throws {
    if step.needsProgram, let end = program.end { throw ScriptLine.Flaw("the program has ended: \(end)") }
    switch step {
    case .type(let text):
      for character in text { try await press(.key(.character(character)), Self.pauses.typing) }
    case .paste(let text): try await press(.paste(text), Self.pauses.key)
    case .pasteID: try await press(.paste(try lastID()), Self.pauses.key)
    case .keys(let keys):
      for key in keys { try await press(.key(key), Self.pauses.key) }
    case .mouse(let mouse): try await press(.mouse(mouse), Self.pauses.key)
    case .resize(let size): program.show([.resized(size)])
    case .advance(let duration): try await program.advance(by: duration)
    case .fault, .faultAlways, .offline, .online, .apiKey: try await changeWorld(step)
    default: try check(step)
    }
    try await program.settle()
  }

  private func press(_ input: Input, _ pause: Duration) async throws {
    if let end = program.end { throw ScriptLine.Flaw("the program has ended: \(end)") }
    fingers += pause
    program.show([.input(input)])
    try await program.settle()
  }

  private func lastID() throws(ScriptLine.Flaw) -> String {
    guard let id = world.server.counts.acceptedIDs.last else { throw ScriptLine.Flaw("no take was accepted yet") }
    return id
  }

  private func changeWorld(_ step: ScriptStep) async throws {
    switch step {
    case .fault(let operation, let fault): world.server.faults.withLock { $0.add(fault, to: operation) }
    case .faultAlways(let operation, let fault):
      world.server.faults.withLock { $0.always[operation] = fault == .pass ? nil : fault }
    case .offline, .online:
      world.isOffline = step == .offline
      await program.reconnect()
    case .apiKey(let choice):
      world.apiKey = choice
      await program.reconnect()
    default: break
    }
  }

  // MARK: What should be

  private func check(_ step: ScriptStep) throws(ScriptLine.Flaw) {
    switch step {
    case .screen(let name):
      fingers += Self.pauses.looking
      if let canvas = terminal.canvas { recording.screens.append(Recording.Screen(name: name, canvas: canvas)) }
    case .expect(let text):
      guard !shows(text) else { break }
      throw ScriptLine.Flaw("not on the screen: \(text)\n\(screen)")
    case .expectNot(let text):
      guard shows(text) else { break }
      throw ScriptLine.Flaw("on the screen: \(text)\n\(screen)")
    case .expectTitle(let title): try expect(terminal.title ?? "", title, "the title")
    case .expectCopied(let text):
      guard let copied = terminal.copied.last, copied.contains(text) else {
        throw ScriptLine.Flaw("not copied: \(text), but \(terminal.copied.last ?? "nothing")")
      }
    case .expectEnd(let end): try expect(program.end, end, "the end")
    case .expectCreates(let received, let accepted):
      let counts = world.server.counts
      try expect([counts.createsReceived, counts.createsAccepted], [received, accepted], "creates")
    case .expectFilm(let prefix, let clip):
      let names = world.files.filter { $0.hasPrefix(prefix) }
      try expect(names.count, 1, "films called \(prefix) (\(world.files))")
      guard world.isFilm(names[0], equalTo: clip) else { throw ScriptLine.Flaw("\(names[0]) is not \(clip)") }
    case .expectFiles(let count): try expect(world.files.count, count, "files (\(world.files))")
    default: break
    }
  }

  private func expect<Value: Equatable>(
    _ value: Value, _ expected: Value, _ name: String
  ) throws(ScriptLine.Flaw) {
    guard value != expected else { return }
    throw ScriptLine.Flaw("\(name): \(value), and not \(expected)")
  }

  private func shows(_ text: String) -> Bool {
    guard let canvas = terminal.canvas else { return false }
    return (0..<canvas.size.rows).contains { canvas.text(row: $0).contains(text) }
  }

  private var screen: String { terminal.canvas.map { ScreenText.text(of: $0) } ?? "" }
}

extension ScriptStep {
  /// Whether the step makes sense only while the program runs.
  fileprivate var needsProgram: Bool {
    switch self {
    case .type, .paste, .pasteID, .keys, .mouse, .resize, .screen, .expect, .expectNot: true
    case .advance, .fault, .faultAlways, .offline, .online, .apiKey, .restart, .expectTitle, .expectCopied, .expectEnd,
      .expectCreates, .expectFilm, .expectFiles:
      false
    }
  }
}
