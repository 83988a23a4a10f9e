internal import AsyncHTTPClient
public import NIOCore

/// The bytes of a film. The next ones are read from the network when these have been taken, so that memory stays
/// bounded. It can be read once.
public struct ContentStream: AsyncSequence, Sendable {
  public typealias Element = ByteBuffer
  public typealias Failure = VideosError

  let body: HTTPClientResponse.Body
  let host: String

  public func makeAsyncIterator() -> Iterator {
    Iterator(inner: body.makeAsyncIterator(), host: host)
  }

  /// Lets the memory of a part be read into again, once nobody needs what is in it.
  public static func giveBack(_ part: consuming ByteBuffer) { FilmParts.shared.giveBack(part) }

  /// Hands out the parts in order, each as it arrived.
  public struct Iterator: AsyncIteratorProtocol {
    var inner: HTTPClientResponse.Body.AsyncIterator
    let host: String

    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(VideosError) -> ByteBuffer? {
      do {
        return try await inner.next(isolation: actor)
      } catch {
        throw VideosError(.content, transport: error, to: host, hasLeft: true)
      }
    }

    public mutating func next() async throws(VideosError) -> ByteBuffer? {
      try await next(isolation: nil)
    }
  }
}
