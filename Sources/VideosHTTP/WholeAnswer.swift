internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import Synchronization
internal import VideosAPI

/// Takes in an answer where it arrives, so that who waits for it is woken once, when it is whole.
final class WholeAnswer: HTTPClientResponseDelegate {
  struct TooLong: Error {}

  private struct Received {
    var head: HTTPResponseHead?
    var body: [UInt8] = []
  }

  private let received = Mutex(Received())

  /// What has come so far; nil before the head.
  var answer: Answer? {
    received.withLock { received in
      received.head.map { Answer(status: Int($0.status.code), headers: $0.headers, body: received.body) }
    }
  }

  func didReceiveHead(task: HTTPClient.Task<Void>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
    received.withLock { $0.head = head }
    return task.eventLoop.makeSucceededVoidFuture()
  }

  func didReceiveBodyPart(task: HTTPClient.Task<Void>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
    let isTooLong = received.withLock { received in
      received.body += buffer.readableBytesView.prefix(JSONLimits.bytes - received.body.count + 1)
      guard received.body.count > JSONLimits.bytes else { return false }
      received.body.removeLast()
      return true
    }
    return isTooLong ? task.eventLoop.makeFailedFuture(TooLong()) : task.eventLoop.makeSucceededVoidFuture()
  }

  func didFinishRequest(task: HTTPClient.Task<Void>) {}
}
