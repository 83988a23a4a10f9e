import NIOCore
import Synchronization

/// The memory that parts of films are read into. A part that has been written is given back, and read into again: what
/// the system gives anew comes page by page, each of them cleared first.
final class FilmParts: Sendable {
  static let shared = FilmParts()

  /// What is read of a film at once, in bytes, where so much has arrived.
  static let length = 256 * 1024
  /// So many are kept that nobody uses: what one film has under way.
  static let mostKept = 8

  private let unused = Mutex<[ByteBuffer]>([])

  /// Keeps the memory of a part that nobody else holds; does nothing with any other.
  func giveBack(_ part: consuming ByteBuffer) {
    guard part.storageCapacity == Self.length, part.modifyIfUniquelyOwned({ $0.clear() }) != nil else { return }
    let part = part
    unused.withLock { if $0.count < Self.mostKept { $0.append(part) } }
  }

  /// Gives connections the parts to read into.
  struct Allocator: RecvByteBufferAllocator {
    let parts: FilmParts

    func nextBufferSize() -> Int? { length }
    func record(actualReadBytes: Int) -> Bool { false }

    func buffer(allocator: ByteBufferAllocator) -> ByteBuffer {
      parts.unused.withLock { $0.popLast() } ?? allocator.buffer(capacity: length)
    }
  }
}
