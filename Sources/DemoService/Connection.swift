import Hummingbird
import NIOCore

/// What a request knows of the connection that it came on: enough to break it.
struct Connection: RequestContext {
  /// Thrown after a cut, so that nothing more is written.
  struct WasCut: Error {}

  var coreContext: CoreRequestContextStorage
  private let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
  }

  /// Sends what has been written, and closes.
  func cut() async {
    // Closing the sending side first is what lets written bytes leave; closing all would drop them.
    try? await channel.close(mode: .output)
    try? await channel.close()
  }

  /// Returns once the client has gone away, or the service stops.
  func waitUntilClosed() async {
    await withTaskCancellationHandler {
      // A client that closes is otherwise taken for one that has said all and now listens.
      try? await channel.setOption(.allowRemoteHalfClosure, value: false).get()
      try? await channel.closeFuture.get()
    } onCancel: {
      channel.close(promise: nil)
    }
  }
}
