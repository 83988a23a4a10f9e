/// How many takes are sent at once to a service that may have asked to slow down: one then, and one more after every few
/// that were accepted, until it is as many as the settings allow.
struct CreatePace: Equatable, Sendable {
  /// Takes accepted before one more is tried at once.
  static let patience = 3

  /// Nil: as many as the settings allow.
  private var lowered: Int?
  private var accepted = 0

  /// - Parameter most: As the settings allow it now.
  func allowed(of most: Int) -> Int { min(lowered ?? most, most) }

  /// - Returns: Whether fewer are sent at once now.
  mutating func slowedDown(of most: Int) -> Bool {
    defer { (lowered, accepted) = (1, 0) }
    return allowed(of: most) > 1
  }

  mutating func wasAccepted(of most: Int) {
    guard let now = lowered else { return }
    accepted += 1
    guard accepted >= Self.patience else { return }
    accepted = 0
    lowered = now + 1 < most ? now + 1 : nil
  }
}
