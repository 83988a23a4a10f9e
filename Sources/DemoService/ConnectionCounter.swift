import NIOCore
import Synchronization

/// Counts the connections of a service as they come and go. Every connection has one of its own.
final class ConnectionCounter: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = NIOAny

  private let server: DemoServer

  init(_ server: DemoServer) { self.server = server }

  func handlerAdded(context: ChannelHandlerContext) {
    server.tally.withLock { counts in
      counts.connectionsOpened += 1
      counts.connectionsNow += 1
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    server.tally.withLock { $0.connectionsNow -= 1 }
    context.fireChannelInactive()
  }
}
