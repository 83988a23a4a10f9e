/// How many takes are sent at once to a service that may have asked to slow down: one then, and one more after every few
/// that were accepted.
struct CreatePace: Equatable, Sendable {
  /// Takes accepted before one more is tried at once.
  static let patience = 3

  /// As the settings allow it.
  let most: Int
  private(set) var allowed: Int
  private var accepted = 0

  init(most: Int) {
    self.most = most
    allowed = most
  }

  /// - Returns: Whether fewer are sent at once now.
  mutating func slowedDown() -> Bool {
    accepted = 0
    defer { allowed = 1 }
    return allowed > 1
  }

  mutating func wasAccepted() {
    guard allowed < most else { return }
    accepted += 1
    if accepted >= Self.patience {
      accepted = 0
      allowed += 1
    }
  }
}
