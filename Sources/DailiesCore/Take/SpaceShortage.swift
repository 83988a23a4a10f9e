/// Films that cannot be saved because the disk they go to is nearly full.
package struct SpaceShortage: Hashable, Sendable {
  /// The films that wait for room.
  package var takes: Set<Take.Number>
  /// Where one of them goes.
  package var folder: String
  /// Bytes that were free there.
  package var free: Int64

  package init(takes: Set<Take.Number>, folder: String, free: Int64) {
    self.takes = takes
    self.folder = folder
    self.free = free
  }

  /// What is said of it.
  package var note: Note {
    let count = takes.count
    return Note(
      count == 1 ? Strings.waitsForRoom : Strings.waitForRoom, String(count), ByteCount(free).text, tone: .attention)
  }
}
