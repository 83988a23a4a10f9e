import DemoService
import NIOCore
import NIOPosix

/// Everything that a connection brings until it ends, with no HTTP client in between to tidy it up.
struct RawAnswer {
  let bytes: [UInt8]

  /// Head and body part at the first empty line.
  private let headCount: Int

  var head: String { String(decoding: bytes[..<headCount], as: UTF8.self) }
  var body: [UInt8] { Array(bytes[headCount...]) }

  /// - Parameter requestLine: Method and path.
  init(of server: DemoServer, to requestLine: String) async throws {
    let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .connect(host: "127.0.0.1", port: server.port ?? 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let all = try await channel.executeThenClose { inbound, outbound in
      let request = "\(requestLine) HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer sk-demo\r\n\r\n"
      try await outbound.write(ByteBuffer(string: request))
      var bytes: [UInt8] = []
      for try await piece in inbound { bytes += piece.readableBytesView }
      return bytes
    }
    let emptyLine = Array("\r\n\r\n".utf8)
    let place = all.indices.first { all[$0...].starts(with: emptyLine) }
    bytes = all
    headCount = place.map { $0 + emptyLine.count } ?? 0
  }
}
