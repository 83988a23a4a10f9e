import NIOCore
import NIOPosix

#if canImport(Glibc)
  import Glibc
#endif

/// Says when a file was written by anybody, without asking: other programs share the store.
///
/// Source: inotify(7). Where there is no inotify the stream stays silent.
package enum StoreWatcher {
  package static func writes(to path: String) -> AsyncStream<Void> {
    #if canImport(Glibc)
      events(UInt32(IN_MODIFY), of: [path])
    #else
      AsyncStream { _ in }
    #endif
  }

  /// Says when files in these folders were written, came or went. What is no folder is left out.
  package static func changes(in folders: [String]) -> AsyncStream<Void> {
    #if canImport(Glibc)
      events(UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE), of: folders)
    #else
      AsyncStream { _ in }
    #endif
  }

  private static func events(_ mask: UInt32, of paths: [String]) -> AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      #if canImport(Glibc)
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return }
        guard paths.count(where: { inotify_add_watch(descriptor, $0, mask) >= 0 }) > 0 else {
          close(descriptor)
          return
        }
        let channel = NIOPipeBootstrap(group: MultiThreadedEventLoopGroup.singleton)
          .channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
              try channel.pipeline.syncOperations.addHandler(Teller(continuation: continuation))
            }
          }
          .takingOwnershipOfDescriptor(input: descriptor)
        continuation.onTermination = { _ in channel.whenSuccess { $0.close(promise: nil) } }
      #endif
    }
  }

  /// What the events say does not matter: that there were some does.
  private final class Teller: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let continuation: AsyncStream<Void>.Continuation

    init(continuation: AsyncStream<Void>.Continuation) { self.continuation = continuation }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { continuation.yield() }
  }
}
