internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1

/// The beginning of a film's transfer: what the headers say, and the bytes as they come.
///
/// Statuses are 2xx and 416 (the range asked for does not exist); all others are thrown. Letting go of the answer
/// ends the transfer.
public struct ContentAnswer: Sendable {
  public var status: Int
  /// Of this answer's body, in bytes; nil when the server does not say.
  public var contentLength: Int?
  /// `bytes 100-199/200`, as it came.
  public var contentRange: String?
  public var etag: String?
  public var lastModified: String?
  public var contentType: String?
  /// Set when the body is coded in spite of what was asked, so that `contentLength` counts coded bytes.
  public var contentEncoding: String?
  public var body: ContentStream

  init(_ response: HTTPClientResponse, host: String) {
    let headers = response.headers
    status = Int(response.status.code)
    contentLength = headers.first(name: "content-length").flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
    contentRange = headers.first(name: "content-range")
    etag = headers.first(name: "etag")
    lastModified = headers.first(name: "last-modified")
    contentType = headers.first(name: "content-type")
    contentEncoding = headers.first(name: "content-encoding").flatMap { $0.lowercased() == "identity" ? nil : $0 }
    body = ContentStream(body: response.body, host: host)
  }
}
