/// One line of a take's history: which phase it entered, when, and why.
package struct TakeEvent: Hashable, Codable, Sendable {
  package var at: Timestamp
  package var phase: TakePhase
  package var problem: Problem?

  package init(at: Timestamp, phase: TakePhase, problem: Problem? = nil) {
    self.at = at
    self.phase = phase
    self.problem = problem
  }
}
