import DailiesCore
import NIOCore
import VideosAPI
import VideosHTTP

/// One try to fetch one film: goes on where the partial file ends when the server allows it, checks what came, and puts
/// it in place. Holds two to five megabytes, however large the film is.
struct Transfer: Sendable {
  /// Where films come from.
  enum Source: Hashable, Sendable {
    /// The service's own content address: the first choice.
    case content
    /// The address that the service gave for the film.
    case address(String)

    var address: String? {
      switch self {
      case .content: nil
      case .address(let address): address
      }
    }
  }

  struct Film: Sendable {
    let path: String
    let bytes: Int64
    let facts: Take.FilmFacts?
  }

  /// So often it is looked whether there is still room.
  private static let spaceStep: Int64 = 8_000_000
  /// So long at the latest after the last write, what has come is written when more comes.
  private static let longestHold = Duration.milliseconds(100)
  /// Of an answer that is no film so much is read as text.
  private static let textBytes = 64 * 1024

  let take: Take
  let videoID: Video.ID
  let folder: String
  let stem: String
  let source: Source
  let client: VideosClient
  let clock: ClockSource
  let rateLimit: TransferLimit
  let space: SpaceWatch
  /// Bytes that are to come as far as an earlier try knew; 0: it did not.
  let expectedRest: Int64
  /// Called with the length of the file on disk when the try ends, and at most ten times a second meanwhile.
  let tell: @Sendable (TakeActivity.Transfer) -> Void

  /// - Throws: `VideosError`, `DownloadFault` or `FileFault`. What had arrived is on disk.
  func run() async throws -> Film {
    let (take, folder, stem) = (take, folder, stem)
    let file = try await FileWork.run { try PartialFile.open(for: take, in: folder, stem: stem) }
    do {
      let film = try await ConnectionThread.run { try await fetch(file) }
      try await FileWork.run { file.close() }
      return film
    } catch {
      let fault = error as? DownloadFault
      let distrusted = fault.map(\.leavesGoodBytes) == false ? record(etag: nil, length: nil) : nil
      try await FileWork.run {
        defer { file.close() }
        if let distrusted { try file.distrust(distrusted) }
      }
      throw error
    }
  }

  private func fetch(_ file: PartialFile) async throws -> Film {
    let address = source.address
    let kept = try await FileWork.run { try file.kept(from: address) }
    if let length = kept.length, kept.bytesOnDisk == length, length > 0 { return try await complete(file) }
    // Before the service is asked: nothing is sent that cannot be written.
    try await claim(kept.length.map { $0 - kept.bytesOnDisk } ?? expectedRest)
    let request = DownloadPlan.request(kept)
    let answer = try await ask(request)
    let described = DownloadPlan.Answer(
      status: answer.status, contentLength: answer.contentLength.map(Int64.init), contentRange: answer.contentRange,
      contentEncoding: answer.contentEncoding, etag: answer.etag)
    switch try DownloadPlan.decide(kept, asked: request, answer: described) {
    case .complete:
      break
    case .append(let length):
      if let length { try await claim(length - kept.bytesOnDisk) }
      try await FileWork.run { try file.goOn() }
      var body = answer.body.makeAsyncIterator()
      try await receive(&body, first: ByteBuffer(), into: file, at: kept.bytesOnDisk, length: length)
    case .startOver(let length, let validator):
      var body = answer.body.makeAsyncIterator()
      let first = try await beginning(&body, of: answer)
      let record = record(etag: validator, length: length)
      if let length { try await claim(length) }
      try await FileWork.run { try file.startOver(record) }
      try await receive(&body, first: first, into: file, at: 0, length: length)
    }
    return try await complete(file)
  }

  private func claim(_ rest: Int64) async throws {
    let (space, number, folder) = (space, take.number, folder)
    try await FileWork.run { try space.claim(max(0, rest), for: number, in: folder) }
  }

  private func record(etag: String?, length: Int64?) -> PartialRecord {
    PartialRecord(take: take, address: source.address, etag: etag, length: length)
  }

  private func ask(_ request: DownloadPlan.Request) async throws(VideosError) -> ContentAnswer {
    var range: VideosClient.ContentRange?
    if case .rest(let offset, let validator) = request {
      range = VideosClient.ContentRange(start: Int(offset), ifRange: validator)
    }
    switch source {
    case .content: return try await client.content(videoID, range: range)
    case .address(let address): return try await client.content(at: address, range: range)
    }
  }

  /// The first bytes of a whole film, before anything here is given up for it.
  ///
  /// - Throws: what the text says, as an error of the service, when it is no film: a 200 is not proof of one.
  private func beginning(_ body: inout ContentStream.Iterator, of answer: ContentAnswer) async throws -> ByteBuffer {
    var bytes = ByteBuffer()
    while bytes.readableBytes < 8, let part = try await body.next() { bytes.writeImmutableBuffer(part) }
    if FilmBoxes.isBeginning(bytes.readableBytesView) { return bytes }
    while bytes.readableBytes < Self.textBytes, let part = try await body.next() { bytes.writeImmutableBuffer(part) }
    let text = Array(bytes.readableBytesView.prefix(Self.textBytes))
    guard let first = text.first(where: { $0 > 0x20 }), first == UInt8(ascii: "{") || first == UInt8(ascii: "<") else {
      throw DownloadFault.noBeginning(text.isEmpty ? "the answer is empty" : "no ftyp at its beginning")
    }
    let error = APIErrorBody(status: answer.status, contentType: answer.contentType, body: text)
    throw VideosError(
      .content, stage: .answered(status: answer.status), code: .service(error.kind), message: error.message,
      raw: error.raw)
  }

  /// Writes the body to the file from `start` on, one batch while the next arrives. Whatever arrived is written, however
  /// the transfer ends, and nothing is being written any more when this returns or throws.
  private func receive(
    _ body: inout ContentStream.Iterator, first: ByteBuffer, into file: PartialFile, at start: Int64, length: Int64?
  ) async throws {
    var meter = TransferMeter(bytes: start, expected: length, at: clock.elapsed())
    try await withThrowingTaskGroup(of: Int.self) { writes in
      var (offset, claimed) = (start, start)
      var arrived = start + Int64(first.readableBytes)
      var (pending, underWay) = (ArrivedBytes(), ArrivedBytes())
      pending.append(first)
      var began = clock.elapsed()
      var turn: TransferLimit.Turn?
      _ = rateLimit.received(first.readableBytes, at: began)
      tell(meter.transfer)

      /// Waits until what is being written is on the disk.
      func settle() async throws {
        guard let count = try await writes.next() else { return }
        underWay.giveBack()
        offset += Int64(count)
        if let transfer = meter.received(count, at: clock.elapsed()) { tell(transfer) }
      }
      /// Begins to write what has arrived, behind what is being written.
      func write() async throws {
        try await settle()
        (underWay, pending) = (pending, ArrivedBytes())
        let (bytes, place) = (underWay, offset)
        writes.addTask {
          try await FileWork.run { try file.write(bytes, at: place) }
          return bytes.count
        }
      }
      func finish() async throws {
        try await write()
        try await settle()
        tell(meter.transfer)
      }

      do {
        while true {
          if let turn { await rateLimit.wait(for: turn, on: clock) }
          // What has come already is read without a wait, also by a task that is to end.
          try Task.checkCancellation()
          guard let part = try await body.next() else { break }
          pending.append(part)
          arrived += Int64(part.readableBytes)
          if let length, arrived > length {
            throw DownloadFault.notAFilm("longer than the \(length) bytes it was to have")
          }
          let now = clock.elapsed()
          turn = rateLimit.received(part.readableBytes, at: now)
          // On disk before a wait that is longer than they may be held.
          let isHeldLong = (turn?.due ?? now) - began >= Self.longestHold
          guard pending.isFull || isHeldLong else { continue }
          try await write()
          if isHeldLong { try await settle() }
          began = now
          if offset - claimed >= Self.spaceStep {
            claimed = offset
            try await claim(length.map { $0 - offset } ?? 0)
          }
        }
      } catch {
        // Bytes beyond the end are no part of the film; all others are kept.
        if error is VideosError || error is CancellationError { try await finish() }
        throw error
      }
      try await finish()
      if let length, offset != length { throw DownloadFault.incomplete(received: offset, expected: length) }
    }
  }

  private func complete(_ file: PartialFile) async throws -> Film {
    // Nobody would hear any more that it is in place: then it stays as it is, and needs no byte the next time.
    try Task.checkCancellation()
    return try await FileWork.run {
      let (bytes, facts) = try file.check()
      return Film(path: try file.finish(), bytes: bytes, facts: facts)
    }
  }
}
