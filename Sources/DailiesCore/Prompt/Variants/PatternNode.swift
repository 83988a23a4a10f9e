/// A piece of a prompt that stands for several: what `{a|b}` and `__name__` are read as.
package indirect enum PatternNode: Hashable, Sendable {
  case text(String)
  /// One of these, each a sequence of pieces; an empty one is nothing at all.
  case choice([[PatternNode]])
  /// A line of a file. `at` is where the name stands, in UTF-8 bytes from the start of the text.
  case wildcard(String, at: Int)

  /// Alternatives within alternatives: no more than this, so that nothing that walks the tree runs out of room.
  static let deepest = 30
}
