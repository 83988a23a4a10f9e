/// What the screens know of saving beside the takes themselves.
package struct SavingDesk: Equatable, Sendable {
  /// Films whose bytes arrive in this program.
  var transferring: Set<Take.Number> = []
  /// Films that wait for room on the disk.
  package internal(set) var shortage: SpaceShortage?

  package init() {}
}
