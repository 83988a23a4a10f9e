internal import NIOCore
internal import Synchronization

/// The body of a create, handed out in pieces, with a record of whether any piece was ever asked for.
///
/// The HTTP client asks for the first piece once the connection stands (name found, connected, encrypted, tunnelled)
/// and the request's head was written. A request whose body was never asked for cannot have been accepted: its
/// `Content-Length` was not met.
final class RecordedBody: AsyncSequence, Sendable {
  typealias Element = ByteBuffer
  typealias Failure = Never

  private let bytes: [UInt8]
  private let pulled = Atomic(false)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Small enough for a slow line to show progress, large enough not to matter on a fast one.
  private static let pieceLength = 64 * 1024

  var length: Int { bytes.count }

  /// True from the moment at which the first piece was asked for.
  var wasPulled: Bool { pulled.load(ordering: .sequentiallyConsistent) }

  func makeAsyncIterator() -> Iterator { Iterator(body: self) }

  struct Iterator: AsyncIteratorProtocol {
    let body: RecordedBody
    var offset = 0

    mutating func next() async -> ByteBuffer? {
      body.pulled.store(true, ordering: .sequentiallyConsistent)
      guard offset < body.bytes.count else { return nil }
      let end = Swift.min(offset + RecordedBody.pieceLength, body.bytes.count)
      defer { offset = end }
      return ByteBuffer(bytes: body.bytes[offset..<end])
    }
  }
}
