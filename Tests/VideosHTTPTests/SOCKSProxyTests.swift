import NIOCore
import NIOPosix
import Synchronization
import Testing
import VideosAPI

@testable import VideosHTTP

/// Calls through a SOCKS5 proxy: the proxy finds the name, and what it refuses was not sent.
@Suite struct SOCKSProxyTests {
  private func options(_ proxy: SOCKSServer, _ scheme: String) -> VideosClient.Options {
    .with { $0.proxies = ProxySettings(environment: ["ALL_PROXY": "\(scheme)://127.0.0.1:\(proxy.port)"]) }
  }

  @Test(arguments: ["socks5", "socks5h"])
  func callsGoThroughTheProxyWhichFindsTheName(_ scheme: String) async throws {
    try await SOCKSServer.run(reply: 0) { proxy in
      let retrieved = try await withClient(
        "http://service.example:81/v1", allowsPlainHTTP: true, options: options(proxy, scheme)
      ) {
        _ = try await $0.create(testRequest)
        return try await $0.retrieve("v1")
      }
      #expect(retrieved.video.status == .queued)
      #expect(proxy.targets == ["service.example:81", "service.example:81"])
    }
  }

  @Test func aProxyThatRefusesMeansThatNothingWasSent() async throws {
    try await SOCKSServer.run(reply: 2) { proxy in
      let error = try await withClient(
        "http://service.example:81/v1", allowsPlainHTTP: true, options: options(proxy, "socks5")
      ) {
        try #require(await $0.failureOfCreate())
      }
      #expect(error.stage == .notSent)
      #expect(CreateVerdict(error) == .held(.notSent))
      #expect(proxy.targets.count == 1)
    }
  }
}

/// A SOCKS5 proxy on a loopback port that answers HTTP in the place of every server.
///
/// Source: RFC 1928, sections 3 to 6.
private final class SOCKSServer: Sendable {
  let port: Int
  private let seen: Targets

  final class Targets: Sendable {
    let value = Mutex<[String]>([])
  }

  private init(port: Int, seen: Targets) {
    self.port = port
    self.seen = seen
  }

  /// `host:port` of each connection that was asked for.
  var targets: [String] { seen.value.withLock { $0 } }

  static func run(reply: UInt8, _ body: (SOCKSServer) async throws -> Void) async throws {
    let seen = Targets()
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { child in
        child.eventLoop.makeCompletedFuture {
          try child.pipeline.syncOperations.addHandler(Handler(reply: reply, seen: seen))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    do {
      try await body(SOCKSServer(port: channel.localAddress?.port ?? 0, seen: seen))
      try await channel.close()
    } catch {
      try await channel.close()
      throw error
    }
  }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum Stage { case greeting, request, http }

    private let reply: UInt8
    private let seen: Targets
    private var stage = Stage.greeting
    private var received: [UInt8] = []

    init(reply: UInt8, seen: Targets) {
      self.reply = reply
      self.seen = seen
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      received += Array(unwrapInboundIn(data).readableBytesView)
      while let answer = step() {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: answer)), promise: nil)
      }
    }

    /// The answer to what was received; nil while more is needed.
    private func step() -> [UInt8]? {
      switch stage {
      case .greeting:
        guard received.count >= 2, received.count >= 2 + Int(received[1]) else { return nil }
        received.removeFirst(2 + Int(received[1]))
        stage = .request
        return [5, 0]
      case .request:
        // Version, command, reserved, kind 3: a name with its length before it, then the port.
        guard received.count >= 5, received[3] == 3, received.count >= 7 + Int(received[4]) else { return nil }
        let length = Int(received[4])
        let name = String(decoding: received[5..<5 + length], as: UTF8.self)
        let port = Int(received[5 + length]) << 8 | Int(received[6 + length])
        received.removeFirst(7 + length)
        seen.value.withLock { $0.append("\(name):\(port)") }
        stage = .http
        return [5, reply, 0, 1, 0, 0, 0, 0, 0, 0]
      case .http:
        guard isWhole(String(decoding: received, as: UTF8.self)) else { return nil }
        received = []
        let body = #"{"id":"v1","status":"queued"}"#
        return Array(
          "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
      }
    }

    private func isWhole(_ request: String) -> Bool {
      guard let end = request.firstRange(of: "\r\n\r\n") else { return false }
      let length = request[..<end.lowerBound].split(separator: "\r\n")
        .first { $0.lowercased().hasPrefix("content-length:") }
        .flatMap { Int($0.split(separator: " ").last ?? "") }
      return request[end.upperBound...].utf8.count >= length ?? 0
    }
  }
}
