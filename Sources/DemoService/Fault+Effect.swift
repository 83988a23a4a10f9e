import Hummingbird
import NIOCore

/// What faults do to an answer.
extension Fault {
  /// The answer that stands in place of the work; nil when the work is to be done.
  func replacement(on connection: Connection) async throws -> Reply? {
    switch self {
    case .together(let faults):
      for fault in faults {
        if let reply = try await fault.replacement(on: connection) { return reply }
      }
      return nil
    case .status(let status, let body, let headers):
      return Reply(status, text: body, headers: headers)
    case .redirect(let address, let status):
      return Reply(status, text: "", headers: ["location": address])
    case .errorAsFilm:
      let text = Refusal.contentErrorText
      return Reply(200, text: text, headers: ["content-type": "video/mp4"])
    case .hangUp:
      await connection.cut()
      throw Connection.WasCut()
    case .silence:
      await connection.waitUntilClosed()
      throw Connection.WasCut()
    default: return nil
    }
  }

  /// Changes an answer whose work has been done. What concerns ranges has been minded when it was made.
  func alter(_ reply: inout Reply, on connection: Connection, time: DemoTime) async throws {
    switch self {
    case .together(let faults):
      for fault in faults { try await fault.alter(&reply, on: connection, time: time) }
    case .delay(let duration): try await time.sleep(duration)
    case .headers(let headers): reply.headers.merge(headers) { _, added in added }
    case .loseAnswer:
      await connection.cut()
      throw Connection.WasCut()
    case .cutAfter(let bytes): reply.cutAfter = bytes
    case .stallAfter(let bytes): (reply.cutAfter, reply.stalls) = (bytes, true)
    case .malformedBody: reply.range = reply.range.prefix(reply.range.count / 2)
    case .wrongLength(let difference): reply.declaredLength = .off(by: difference)
    case .noLength: reply.declaredLength = .none
    case .drip(let bytes, let interval): reply.pace = .init(pieceByteCount: max(1, bytes), interval: interval)
    case .truncatedFilm where reply.isFilm: reply.range = reply.range.prefix(reply.range.count / 2)
    case .trailing(let bytes) where reply.isFilm:
      var whole = reply.film.bytes(reply.range)
      whole.writeRepeatingByte(0, count: bytes)
      reply.range = 0..<whole.readableBytes
      reply.film = .kept(whole)
      reply.declaredLength = .none
    case .gzip where reply.isFilm:
      let coded = gzipped(Array(reply.film.bytes(reply.range).readableBytesView))
      reply.film = .kept(ByteBuffer(bytes: coded))
      reply.range = 0..<coded.count
      reply.headers["content-encoding"] = "gzip"
    default: break
    }
  }
}

extension Refusal {
  /// An error as it was once served in place of a film.
  fileprivate static let contentErrorText: String = {
    let document: Document = [
      "error": [
        "message": "The video is not ready yet; ask for its status first.", "type": "invalid_request_error",
        "param": nil, "code": nil,
      ]
    ]
    return document.json
  }()
}
