/// A request's body as it goes out.
public struct EncodedBody: Hashable, Sendable {
  /// The value of `Content-Type`.
  public var mediaType: String
  public var bytes: [UInt8]

  public init(mediaType: String, bytes: [UInt8]) {
    self.mediaType = mediaType
    self.bytes = bytes
  }
}
