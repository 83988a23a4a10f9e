/// One way in which a request goes wrong. Faults about films and ranges leave other answers as they are.
package enum Fault: Equatable, Sendable {
  /// Nothing goes wrong, this time.
  case pass
  /// All of these at once.
  case together([Fault])

  // In place of the answer; the request's work is not done.
  /// This status and body, at once. The body is JSON unless `headers` name another `content-type`.
  case status(Int, body: String = "", headers: [String: String] = [:])
  /// A redirect to an address, by default one that keeps the method.
  case redirect(to: String, status: Int = 307)
  /// The connection is cut once the request has arrived.
  case hangUp
  /// Nothing is ever answered; ends when the client goes away.
  case silence
  /// 200 with the media type of a film, and an error as JSON in it.
  case errorAsFilm

  // The request's work is done, and then:
  /// The answer comes later, by the service's own clock.
  case delay(Duration)
  /// The answer carries these headers as well, for instance a time to wait.
  case headers([String: String])
  /// The connection is cut before the first byte of the answer.
  case loseAnswer
  /// The connection is cut after the head and this many bytes of the body.
  case cutAfter(bytes: Int)
  /// The answer's second half is missing, and its length says so: JSON that ends too early.
  case malformedBody
  /// Head and this many bytes of the body arrive, then nothing more; ends when the client goes away.
  case stallAfter(bytes: Int)
  /// `content-length` is this much too large (or, when negative, too small), and the connection is cut at the end.
  case wrongLength(Int)
  /// No `content-length`: the body arrives in chunks.
  case noLength
  /// The body arrives in pieces of so many bytes, one at a time after each wait.
  case drip(bytes: Int, every: Duration)

  // Films only.
  /// The film's last half is missing, and its length says nothing of it.
  case truncatedFilm
  /// The film is gzip-coded though nobody asked for it, and `content-length` counts the coded bytes.
  case gzip
  /// The whole film, whatever part was asked for.
  case ignoreRange
  /// `content-range` tells of another part than asked for; that part is what arrives.
  case wrongContentRange
  /// The part that was asked for ends after this many bytes, and `content-range` says so.
  case shortPart(bytes: Int)
  /// `content-range` tells of a film that is a byte longer.
  case wrongTotal
  /// So many bytes follow the film, in chunks, and no header speaks of them.
  case trailing(bytes: Int)
  /// Another, longer film has taken its place.
  case changedFilm
  /// The film has another `etag` than before.
  case changedETag
  /// The film has a weak `etag`, which holds for other bytes as well.
  case weakETag
  /// The film has no `etag`.
  case noETag
}

extension Fault {
  /// The faults of which this one is made.
  var parts: [Fault] { if case .together(let faults) = self { faults.flatMap(\.parts) } else { [self] } }

  func includes(_ other: Fault) -> Bool { parts.contains(other) }
}
