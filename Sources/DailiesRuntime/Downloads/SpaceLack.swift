import DailiesCore

/// There is not enough room on a disk to go on with a film.
package struct SpaceLack: Error, Equatable, Sendable {
  package var folder: String
  /// Bytes of the film that are still to come; 0: nobody knows.
  package var rest: Int64
  /// Bytes that were free.
  package var free: Int64
  /// The system itself refused to write. It may do so while it says that there is room.
  package var isFull = false
}

extension SpaceShortage {
  /// Nil where nothing is lacking.
  init?(_ lacking: [Take.Number: SpaceLack]) {
    guard let first = lacking.min(by: { $0.key < $1.key })?.value else { return nil }
    self.init(takes: Set(lacking.keys), folder: first.folder, free: first.free)
  }
}
