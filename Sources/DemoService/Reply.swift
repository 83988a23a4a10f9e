import Hummingbird
import NIOCore
import Synchronization

/// An answer before it is sent, open to what a fault does to it.
struct Reply: Sendable {
  enum DeclaredLength: Equatable {
    case exact
    /// So many bytes more than are sent; the connection is cut after them.
    case off(by: Int)
    case none
  }

  /// Pieces of a body, and the wait after each but the last.
  struct Pace: Equatable {
    var pieceByteCount = 65_536
    var interval = Duration.zero
  }

  var status: Int
  var headers: [String: String]
  var film: Film
  /// The part of the film that is sent.
  var range: Range<Int>
  var declaredLength = DeclaredLength.exact
  /// After how many bytes of the body the connection is cut; nil when it is not.
  var cutAfter: Int?
  /// Whether the connection stays open there instead, and silent.
  var stalls = false
  var pace = Pace()
  /// Whether this is a film, and counts as one.
  var isFilm = false

  init(_ document: Document, headers: [String: String] = [:]) {
    self.init(200, text: document.json, headers: headers)
  }

  init(_ refusal: Refusal) {
    self.init(
      refusal.status, text: refusal.body,
      headers: refusal.headers.merging(["content-type": refusal.mediaType]) { own, _ in own })
  }

  init(_ status: Int, text: String, headers: [String: String] = [:]) {
    self.status = status
    self.headers = ["content-type": "application/json"].merging(headers) { _, given in given }
    film = .kept(ByteBuffer(string: text))
    range = 0..<text.utf8.count
  }

  init(film: Film, headers: [String: String]) {
    status = 200
    self.headers = headers
    self.film = film
    range = 0..<film.byteCount
    isFilm = true
  }
}

extension Reply {
  /// The answer as the HTTP server sends it.
  func response(on connection: Connection, of server: DemoServer) -> Response {
    var fields = HTTPFields()
    for (name, value) in headers {
      if let name = HTTPFields.Element.Name(name) { fields[name] = value }
    }
    switch declaredLength {
    case .exact: fields[.contentLength] = String(range.count)
    case .off(let difference): fields[.contentLength] = String(range.count + difference)
    case .none: break
    }
    let reply = self
    let body = ResponseBody { writer in
      try await reply.send(to: &writer, on: connection, of: server)
    }
    return Response(status: .init(integerLiteral: status), headers: fields, body: body)
  }

  private func send(
    to writer: inout any ResponseBodyWriter, on connection: Connection, of server: DemoServer
  ) async throws {
    if isFilm { server.tally.withLock { $0.filmsNow += 1 } }
    defer { if isFilm { server.tally.withLock { $0.filmsNow -= 1 } } }
    let end = range.lowerBound + min(range.count, cutAfter ?? .max)
    var place = range.lowerBound
    while place < end {
      let next = min(place + pace.pieceByteCount, end)
      try await writer.write(film.bytes(place..<next))
      if isFilm { server.tally.withLock { $0.filmBytes += next - place } }
      place = next
      if pace.interval > .zero, place < end { try await server.configuration.time.sleep(pace.interval) }
    }
    if stalls {
      await connection.waitUntilClosed()
      throw Connection.WasCut()
    }
    if cutAfter != nil || declaredLength.isWrong {
      await connection.cut()
      throw Connection.WasCut()
    }
    try await writer.finish(nil)
  }
}

extension Reply.DeclaredLength {
  var isWrong: Bool {
    if case .off = self { true } else { false }
  }
}
