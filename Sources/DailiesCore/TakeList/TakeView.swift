/// Which takes a list shows.
package enum TakeView: String, Hashable, Codable, Sendable, CaseIterable {
  case all, live, ready, saved, failed, unsure, held, hidden

  /// The one view besides *all* that a take belongs to.
  package init(_ take: Take) { self.init(phase: take.phase, isHidden: take.isHidden) }

  package init(phase: TakePhase, isHidden: Bool) {
    guard !isHidden else {
      self = .hidden
      return
    }
    switch phase {
    case .leaving, .sending, .queued, .running, .saving: self = .live
    case .ready: self = .ready
    case .saved: self = .saved
    case .failed, .gone: self = .failed
    case .unsure: self = .unsure
    case .held: self = .held
    case .dropped: self = .hidden
    }
  }

  /// Whether a take belongs to the view. Hidden and dropped takes are in *hidden* only.
  package func contains(_ take: Take) -> Bool { contains(phase: take.phase, isHidden: take.isHidden) }

  package func contains(phase: TakePhase, isHidden: Bool) -> Bool {
    let own = TakeView(phase: phase, isHidden: isHidden)
    return self == own || (self == .all && own != .hidden)
  }
}
