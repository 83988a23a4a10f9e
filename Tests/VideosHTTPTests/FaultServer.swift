import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server on a loopback port that reads requests and answers each with the very bytes it is told to, or with none.
///
/// It knows just enough HTTP to find where a request ends, so that it can misbehave in ways no HTTP server would.
final class FaultServer: Sendable {
  struct Request: Sendable {
    var method: String
    var target: String
    /// Names in lower case.
    var headers: [String: [String]]
    var body: [UInt8]

    func header(_ name: String) -> String? { headers[name]?.joined(separator: ", ") }
  }

  enum Step: Sendable {
    case send([UInt8])
    case close
    /// Takes the request and says nothing more.
    case hold

    static func text(_ text: String) -> Step { .send(Array(text.utf8)) }
  }

  /// When the answer begins: at a whole request, at the end of its head, or at the first bytes, whatever they are.
  enum Moment: Sendable {
    case request, head, bytes
  }

  typealias Script = @Sendable (Request) -> [Step]

  let port: Int
  private let record: Record

  private init(port: Int, record: Record) {
    self.port = port
    self.record = record
  }

  /// A server that is yet to be started.
  struct Plan {
    var moment: Moment
    var tls: NIOSSLContext?
    var script: Script

    /// Runs `body` beside the server, and stops it after.
    func run<Result>(_ body: (FaultServer) async throws -> Result) async throws -> Result {
      let record = Record()
      let channel = try await listen(record)
      let server = FaultServer(port: channel.localAddress?.port ?? 0, record: record)
      do {
        let result = try await body(server)
        try await channel.close()
        return result
      } catch {
        try await channel.close()
        throw error
      }
    }

    private func listen(_ record: Record) async throws -> any Channel {
      try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelInitializer { [moment, tls, script] child in
          record.connected()
          return child.eventLoop.makeCompletedFuture {
            if let tls { try child.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
            try child.pipeline.syncOperations.addHandler(ScriptHandler(moment: moment, script: script, record: record))
          }
        }
        .bind(host: "127.0.0.1", port: 0).get()
    }
  }

  static func answering(at moment: Moment = .request, tls: NIOSSLContext? = nil, _ script: @escaping Script) -> Plan {
    Plan(moment: moment, tls: tls, script: script)
  }

  var base: String { "http://127.0.0.1:\(port)/v1" }

  /// Every request that came in whole, or whose head did where the server answers at heads.
  var requests: [Request] { record.requests }

  var connections: Int { record.connections }

  /// Bytes of answers that the sockets have taken.
  var bytesTaken: Int { record.bytesTaken }

  /// Returns once `count` requests have arrived.
  func waitForRequests(_ count: Int) async {
    for await arrived in record.arrivals where arrived >= count { return }
  }
}

final class Record: Sendable {
  private struct State {
    var requests: [FaultServer.Request] = []
    var connections = 0
    var bytesTaken = 0
  }

  private let state = Mutex(State())
  let arrivals: AsyncStream<Int>
  private let arrive: AsyncStream<Int>.Continuation

  init() {
    (arrivals, arrive) = AsyncStream.makeStream()
  }

  var requests: [FaultServer.Request] { state.withLock { $0.requests } }
  var connections: Int { state.withLock { $0.connections } }
  var bytesTaken: Int { state.withLock { $0.bytesTaken } }

  func connected() { state.withLock { $0.connections += 1 } }
  func took(_ bytes: Int) { state.withLock { $0.bytesTaken += bytes } }

  func add(_ request: FaultServer.Request) {
    let count = state.withLock { state in
      state.requests.append(request)
      return state.requests.count
    }
    arrive.yield(count)
  }
}

private final class ScriptHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let moment: FaultServer.Moment
  private let script: FaultServer.Script
  private let record: Record
  private var received: [UInt8] = []
  private var head: FaultServer.Request?
  private var hasAnswered = false

  init(moment: FaultServer.Moment, script: @escaping FaultServer.Script, record: Record) {
    self.moment = moment
    self.script = script
    self.record = record
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    // Behind a head that is answered at once, the body is of no interest.
    if moment != .request, hasAnswered { return }
    if moment == .bytes {
      hasAnswered = true
      return perform(script(FaultServer.Request(method: "", target: "", headers: [:], body: [])), context: context)
    }
    received += unwrapInboundIn(data).readableBytesView
    while let request = takeRequest() {
      record.add(request)
      hasAnswered = true
      perform(script(request), context: context)
    }
  }

  private func perform(_ steps: [FaultServer.Step], context: ChannelHandlerContext) {
    for step in steps {
      switch step {
      case .send(let bytes): send(bytes[...], context: context)
      case .close: context.close(promise: nil)
      case .hold: break
      }
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  /// Large answers go out in pieces, so that `bytesTaken` tells how far the socket has got.
  private func send(_ bytes: ArraySlice<UInt8>, context: ChannelHandlerContext) {
    let record = record
    var rest = bytes
    while !rest.isEmpty {
      let piece = rest.prefix(256 * 1024)
      rest = rest.dropFirst(piece.count)
      let length = piece.count
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: piece))).whenSuccess { record.took(length) }
    }
  }

  private func takeRequest() -> FaultServer.Request? {
    if head == nil { head = takeHead() }
    guard var request = head else { return nil }
    if moment == .request {
      let length = request.header("content-length").flatMap { Int($0) } ?? 0
      guard received.count >= length else { return nil }
      request.body = Array(received.prefix(length))
      received = Array(received.dropFirst(length))
    }
    head = nil
    return request
  }

  /// Cuts a request's head off what was received, once it is there.
  private func takeHead() -> FaultServer.Request? {
    let mark = Array("\r\n\r\n".utf8)
    let ends = received.indices.lazy.filter { self.received[$0] == 13 && self.received[$0...].starts(with: mark) }
    guard let end = ends.first else { return nil }
    let lines = String(decoding: received[..<end], as: UTF8.self).split(separator: "\r\n")
    let first = lines.first?.split(separator: " ") ?? []
    received = Array(received[(end + mark.count)...])
    guard first.count == 3 else { return nil }
    var request = FaultServer.Request(method: String(first[0]), target: String(first[1]), headers: [:], body: [])
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      request.headers[parts[0].lowercased(), default: []].append(String(parts[1].drop { $0 == " " }))
    }
    return request
  }
}

extension FaultServer.Step {
  /// A well-formed answer.
  static func answer(
    _ status: Int, _ body: String = "", headers: [String: String] = [:], type: String = "application/json"
  ) -> FaultServer.Step {
    .answer(status, Array(body.utf8), headers: headers, type: type)
  }

  static func answer(
    _ status: Int, _ body: [UInt8], headers: [String: String] = [:], type: String = "application/json"
  ) -> FaultServer.Step {
    var head = "HTTP/1.1 \(status) Something\r\ncontent-type: \(type)\r\ncontent-length: \(body.count)\r\n"
    for (name, value) in headers.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
    return .send(Array(head.utf8) + Array("\r\n".utf8) + body)
  }
}
