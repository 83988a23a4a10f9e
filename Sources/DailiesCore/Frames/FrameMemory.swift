/// Pictures of films that were shown or are about to be. What was not wanted for the longest time gives way first; what is
/// wanted now never does.
package struct FrameMemory: Equatable, Sendable {
  /// Bytes of pixels that are kept.
  package static let limit = 72_000_000

  private struct Entry: Equatable {
    var pictures: [PixelGrid] = []
    var isComplete = false
    var wantedAt = 0

    /// All of one size.
    var bytes: Int { (pictures.first.map { $0.width * $0.height * 3 } ?? 0) * pictures.count }
  }

  private var entries: [FrameWish: Entry] = [:]
  private var wanted: [FrameWish] = []
  /// How often something else was wanted.
  private var turn = 0
  private var reels: [String: FilmReel] = [:]
  private var troubles: [String: FrameTrouble] = [:]
  /// What is being made, as far as is known.
  private(set) var asked: [FrameWish] = []

  package init() {}

  /// What is known of the film; nil: nothing yet.
  package func reel(of path: String) -> FilmReel? { reels[path] }

  /// Why there are no pictures; nil: there are, or it is not known yet.
  package func trouble(with path: String) -> FrameTrouble? { troubles[path] }

  /// The pictures of a wish that are here, from its first on.
  package func pictures(of wish: FrameWish) -> [PixelGrid] { entries[wish]?.pictures ?? [] }

  /// Whether nothing more comes of a wish.
  package func isComplete(_ wish: FrameWish) -> Bool {
    entries[wish]?.isComplete == true || troubles[wish.path] != nil
  }

  /// Bytes of pixels that are here.
  package var bytes: Int { entries.values.reduce(0) { $0 + $1.bytes } }

  /// From now on these are wanted, in this order.
  ///
  /// - Returns: What has to be asked for instead of all that was asked for before; nil: that is still right.
  mutating func want(_ wishes: [FrameWish]) -> [FrameWish]? {
    if wishes != wanted {
      wanted = wishes
      turn += 1
      for wish in wishes { entries[wish]?.wantedAt = turn }
    }
    let missing = wishes.filter { !isComplete($0) }
    guard missing != asked else { return nil }
    asked = missing
    return missing
  }

  mutating func receive(_ answer: FrameAnswer, for wish: FrameWish) {
    switch answer {
    case .trouble(let trouble):
      troubles[wish.path] = trouble
      asked.removeAll { $0.path == wish.path }
    case .pictures(let reel, let first, let pictures, let isLast):
      // The file was replaced by another film.
      if let known = reels[wish.path], known != reel { entries = entries.filter { $0.key.path != wish.path } }
      reels[wish.path] = reel
      var entry = entries[wish] ?? Entry(wantedAt: turn)
      // A piece of an answer that was broken off and begun anew.
      guard first <= entry.pictures.count else { return }
      entry.pictures.replaceSubrange(first..<min(entry.pictures.count, first + pictures.count), with: pictures)
      entry.isComplete = entry.isComplete || isLast
      entries[wish] = entry
      if isLast { asked.removeAll { $0 == wish } }
      makeRoom()
    }
  }

  /// Tries anew what failed: somebody may have put it right.
  mutating func forgetTrouble(with path: String) { troubles[path] = nil }

  /// The film was saved anew: what is known of it is of another file.
  mutating func forget(_ path: String) {
    entries = entries.filter { $0.key.path != path }
    (reels[path], troubles[path]) = (nil, nil)
    asked.removeAll { $0.path == path }
  }

  private mutating func makeRoom() {
    var bytes = bytes
    guard bytes > Self.limit else { return }
    let unwanted = entries.filter { !wanted.contains($0.key) }.sorted { $0.value.wantedAt < $1.value.wantedAt }
    for (wish, entry) in unwanted where bytes > Self.limit {
      entries[wish] = nil
      bytes -= entry.bytes
    }
  }
}
