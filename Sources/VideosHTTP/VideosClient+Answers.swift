internal import AsyncHTTPClient
internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import VideosAPI

/// A whole answer, in memory.
struct Answer: Sendable {
  var status: Int
  var headers: HTTPHeaders
  var body: [UInt8]
  /// Why the body is not whole; nil when it is.
  var loss: VideosError?
}

/// How the reading of a body ended.
enum BodyEnd: Sendable {
  case whole
  case tooLong
  case lost(any Error)
}

extension VideosClient {
  /// Sends a request that can be repeated and reads its whole answer.
  func query(
    _ method: HTTPMethod, _ url: String, for operation: VideosError.Operation
  ) async throws(VideosError) -> Answer {
    let route = try route(to: address.origin, for: operation)
    let client = try client(for: .query, route: route, operation: operation)
    let host = address.origin.host
    let whole = WholeAnswer()
    do {
      var request = try HTTPClient.Request(url: url, method: method, headers: headers(to: address.origin))
      request.headers.add(name: "accept", value: "application/json")
      let task = client.execute(request: request, delegate: whole, deadline: .now() + TimeAmount(options.queryLimit))
      try await withTaskCancellationHandler {
        try await task.get()
      } onCancel: {
        task.cancel()
      }
    } catch {
      guard var answer = whole.answer else {
        let failure = VideosError(operation, transport: error, to: host)
        log(operation, failure.message)
        throw failure
      }
      log(operation, "status \(answer.status)")
      answer.loss =
        error is WholeAnswer.TooLong
        ? tooLong(answer, operation) : VideosError(operation, transport: error, to: host, hasLeft: true)
      return answer
    }
    guard let answer = whole.answer else { preconditionFailure("an answer has a head") }
    log(operation, "status \(answer.status)")
    return answer
  }

  private func tooLong(_ answer: Answer, _ operation: VideosError.Operation) -> VideosError {
    VideosError(
      operation, stage: .answered(status: answer.status), code: .unreadableAnswer,
      message: "the answer is larger than an answer can be")
  }

  func client(
    for purpose: HTTPClients.Purpose, route: ProxySettings.Route, operation: VideosError.Operation
  ) throws(VideosError) -> HTTPClient {
    do {
      return try clients.client(for: purpose, route: route)
    } catch {
      throw VideosError(operation, transport: error, to: address.origin.host, hasLeft: false)
    }
  }

  /// Sends a request and reads its answer, at most `JSONLimits.bytes` of it.
  ///
  /// - Parameter hasLeft: Says after a failure whether anything may have left; nil leaves it to the error.
  func answer(
    to request: HTTPClientRequest, by client: HTTPClient, within limit: Duration,
    for operation: VideosError.Operation, hasLeft: @Sendable () -> Bool?
  ) async -> Result<Answer, VideosError> {
    let host = address.origin.host
    let deadline = ContinuousClock.now + limit
    let response: HTTPClientResponse
    do {
      response = try await client.execute(request, timeout: TimeAmount(limit))
    } catch {
      let failure = VideosError(operation, transport: error, to: host, hasLeft: hasLeft())
      log(operation, failure.message)
      return .failure(failure)
    }
    var answer = Answer(
      status: Int(response.status.code), headers: response.headers, body: [])
    log(operation, "status \(answer.status)")
    let end: BodyEnd
    (answer.body, end) = await Self.collect(response.body, until: deadline)
    switch end {
    case .whole: break
    case .tooLong:
      answer.loss = tooLong(answer, operation)
    case .lost(let error):
      answer.loss = VideosError(operation, transport: error, to: host, hasLeft: true)
    }
    return .success(answer)
  }

  /// Reads a body until its end, its failure, `largest` bytes of it, or the deadline.
  static func collect(
    _ body: HTTPClientResponse.Body, until deadline: ContinuousClock.Instant, atMost largest: Int = JSONLimits.bytes
  ) async -> (bytes: [UInt8], end: BodyEnd) {
    await withTaskGroup(of: (bytes: [UInt8], end: BodyEnd)?.self) { group in
      group.addTask {
        var bytes: [UInt8] = []
        do {
          for try await part in body {
            bytes += part.readableBytesView
            if bytes.count > largest { return (Array(bytes.prefix(largest)), .tooLong) }
          }
          // A cancelled reader sees an end that need not be the body's.
          return (bytes, Task.isCancelled ? .lost(CancellationError()) : .whole)
        } catch {
          return (bytes, .lost(error))
        }
      }
      group.addTask {
        try? await ContinuousClock().sleep(until: deadline)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      if let first { return first }
      // Past the deadline the reader is cancelled and hands over what it has.
      let rest = (await group.next() ?? nil)?.bytes ?? []
      return (rest, .lost(Task.isCancelled ? CancellationError() : PastDeadline()))
    }
  }

  /// Throws unless the answer is a success.
  func check(_ answer: Answer, for operation: VideosError.Operation) throws(VideosError) {
    guard !(200..<300).contains(answer.status) else { return }
    var refusal = refusal(status: answer.status, headers: answer.headers, body: answer.body, for: operation)
    refusal.cause = answer.loss?.cause ?? ""
    throw refusal
  }

  /// The error that an answer other than a success stands for.
  func refusal(
    status: Int, headers: HTTPHeaders, body: [UInt8], for operation: VideosError.Operation
  ) -> VideosError {
    let error = APIErrorBody(
      status: status, contentType: headers.first(name: "content-type"), body: body, masking: key?.value)
    var message = error.message
    if (300..<400).contains(status), let target = headers.first(name: "location") {
      message = "\(address.origin.host) sends on to \(target.redacting(key?.value).prefix(200))"
    }
    return VideosError(
      operation, stage: .answered(status: status), code: .service(error.kind), message: message, raw: error.raw,
      retryAfter: ServerHints.wait(headers))
  }

  /// The video that a successful answer describes.
  func video(
    in answer: Answer, for operation: VideosError.Operation, knownID: Video.ID? = nil
  ) throws(VideosError) -> Video {
    try check(answer, for: operation)
    do {
      // A whole JSON object is an answer even if the connection broke behind it: an id that came is never thrown away.
      return try Video(reading: answer.body, knownID: knownID, masking: key?.value)
    } catch {
      if var loss = answer.loss {
        loss.raw = unreadable(answer, operation, loss.code, loss.message).raw
        throw loss
      }
      switch error {
      case .json: throw unreadable(answer, operation, .unreadableAnswer, "the answer cannot be read")
      case .noID: throw unreadable(answer, operation, .noID, "the answer names no video")
      }
    }
  }

  func unreadable(
    _ answer: Answer, _ operation: VideosError.Operation, _ code: VideosError.Code, _ message: String
  ) -> VideosError {
    let text = APIErrorBody(
      status: answer.status, contentType: answer.headers.first(name: "content-type"), body: answer.body,
      masking: key?.value)
    return VideosError(
      operation, stage: .answered(status: answer.status), code: code, message: message, raw: text.raw,
      retryAfter: ServerHints.wait(answer.headers))
  }
}
