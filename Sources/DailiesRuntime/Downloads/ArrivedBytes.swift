import NIOCore
import VideosHTTP

/// Bytes of a film that have arrived and are not written yet. Large parts stay as they came; small ones are put together,
/// so that a slow line costs no more writes than a fast one.
struct ArrivedBytes: Sendable {
  /// Shorter parts are copied: what chunks cut out of one read as well.
  private static let smallPart = 64 * 1024
  /// So long a run of them becomes.
  private static let longestRun = 128 * 1024
  /// So many bytes are written at once, or so many parts: one that is half full takes as much memory.
  private static let fullCount = 1024 * 1024
  private static let mostParts = 8

  var isFull: Bool { count >= Self.fullCount || parts.count >= Self.mostParts }

  /// What is to be written, one after the other.
  private(set) var parts: [ByteBuffer] = []
  private(set) var count = 0
  /// The last of the parts is a run of small ones, and belongs to nobody else.
  private var endsInRun = false

  mutating func append(_ part: ByteBuffer) {
    count += part.readableBytes
    if part.readableBytes >= Self.smallPart {
      parts.append(part)
      endsInRun = false
      return
    }
    if !endsInRun || parts[parts.count - 1].readableBytes >= Self.longestRun { parts.append(ByteBuffer()) }
    parts[parts.count - 1].writeImmutableBuffer(part)
    endsInRun = true
  }

  /// They are written: their memory may be used again. Each is taken out first, so that nobody else holds it.
  mutating func giveBack() {
    while let part = parts.popLast() { ContentStream.giveBack(part) }
    self = ArrivedBytes()
  }
}
