import NIOCore
import NIOPosix
import Synchronization

/// A SOCKS5 proxy on a loopback port that grants or refuses each connection and then plays the server at its end itself:
/// every GET is answered with the same JSON.
///
/// - Source: RFC 1928.
final class SocksServer: Sendable {
  let port: Int
  private let seen: Seen

  private final class Seen: Sendable {
    let names = Mutex<[String]>([])
    let heads = Mutex<[String]>([])
  }

  private init(port: Int, seen: Seen) {
    self.port = port
    self.seen = seen
  }

  /// `host:port` of every connection that was asked for.
  var destinations: [String] { seen.names.withLock { $0 } }
  /// What came through, up to the end of each head.
  var heads: [String] { seen.heads.withLock { $0 } }

  /// Runs `body` beside the proxy.
  static func run<Result>(
    refusing: Bool = false, answer: String = "{}", _ body: (SocksServer) async throws -> Result
  ) async throws -> Result {
    let seen = Seen()
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { child in
        child.eventLoop.makeCompletedFuture {
          try child.pipeline.syncOperations.addHandler(Handler(refusing: refusing, answer: answer, seen: seen))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let server = SocksServer(port: channel.localAddress?.port ?? 0, seen: seen)
    do {
      let result = try await body(server)
      try await channel.close()
      return result
    } catch {
      try await channel.close()
      throw error
    }
  }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum Stage { case greeting, request, tunnel }

    private let refusing: Bool
    private let answer: String
    private let seen: Seen
    private var stage = Stage.greeting
    private var received: [UInt8] = []

    init(refusing: Bool, answer: String, seen: Seen) {
      self.refusing = refusing
      self.answer = answer
      self.seen = seen
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      received += unwrapInboundIn(data).readableBytesView
      while let reply = step() { context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: reply)), promise: nil) }
    }

    /// Takes one message off what was received, once it is whole, and returns the reply.
    private func step() -> [UInt8]? {
      switch stage {
      case .greeting:
        guard received.count >= 2, received.count >= 2 + Int(received[1]) else { return nil }
        received.removeFirst(2 + Int(received[1]))
        stage = .request
        return [5, 0]
      case .request:
        // Version, connect, reserved, a name (3) with its length, port.
        guard received.count >= 5, received[3] == 3, received.count >= 7 + Int(received[4]) else { return nil }
        let length = Int(received[4])
        let name = String(decoding: received[5..<5 + length], as: UTF8.self)
        let port = Int(received[5 + length]) << 8 | Int(received[6 + length])
        seen.names.withLock { $0.append("\(name):\(port)") }
        received.removeFirst(7 + length)
        stage = .tunnel
        return [5, refusing ? 5 : 0, 0, 1, 0, 0, 0, 0, 0, 0]
      case .tunnel:
        let text = String(decoding: received, as: UTF8.self)
        guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
        seen.heads.withLock { $0.append(String(text[..<end.lowerBound])) }
        received = []
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: \(answer.utf8.count)\r\n\r\n"
        return Array((head + answer).utf8)
      }
    }
  }
}
