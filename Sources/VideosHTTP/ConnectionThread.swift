internal import NIOCore
internal import NIOPosix

/// A thread that serves connections, as one that runs tasks too: what arrives on a connection is taken without waking another
/// thread.
///
/// Nothing may wait there in a call of the system: all connections of the thread would wait with it. Nor may an actor be
/// called from there that others call too: their tasks would be drawn there with it.
public final class ConnectionThread: TaskExecutor {
  private static let all = MultiThreadedEventLoopGroup.singleton.makeIterator().map { ConnectionThread($0) }

  private let loop: any EventLoop

  private init(_ loop: any EventLoop) { self.loop = loop }

  /// Runs `body`, and the child tasks it begins, on one of the threads, in turn. A connection that a request opens there is
  /// served there.
  public static func run<Value, Failure: Error>(
    _ body: () async throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    return try await withTaskExecutorPreference(all.first { $0.loop === loop }, operation: body)
  }

  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
