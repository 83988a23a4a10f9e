/// Which texts of a pattern stand on the review sheet: all of them, or some by chance.
package struct Unfolding: Hashable, Sendable {
  package let pattern: PromptPattern
  /// Rows wanted; with fewer than there are combinations they are drawn by chance.
  package private(set) var size: Int
  /// Rows at most, whatever is wanted.
  package let ceiling: Int
  package private(set) var seed: UInt64

  package init(_ pattern: PromptPattern, ceiling: Int, seed: UInt64, size: Int? = nil) {
    self.pattern = pattern
    self.ceiling = max(1, min(ceiling, pattern.count))
    self.size = min(max(1, size ?? self.ceiling), self.ceiling)
    self.seed = seed
  }

  package var isSample: Bool { size < pattern.count }

  package func variants() -> [PromptVariant] {
    isSample ? pattern.sample(size, seed: seed) : pattern.first(size)
  }

  package mutating func drawAgain() { seed &+= 1 }

  /// Half as many rows, or twice as many.
  package mutating func resize(up: Bool) { size = up ? min(ceiling, size * 2) : max(1, size / 2) }
}
