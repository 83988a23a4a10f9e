internal import NIOCore
internal import NIOPosix

/// The threads that serve connections, for a task that takes what arrives on one of them.
public enum ConnectionThread {
  private static let executors = MultiThreadedEventLoopGroup.singleton.makeIterator().map(EventLoopExecutor.init)

  /// Runs `body`, and the tasks it begins, on one of the threads, in turn. A connection that a request opens there is served
  /// by the same thread, so that bytes are handed over without waking another. Work that may wait in a call of the system
  /// belongs elsewhere: all connections of the thread would wait with it.
  public static func run<Value, Failure: Error>(
    _ body: () async throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    return try await withTaskExecutorPreference(executors.first { $0.loop === loop }, operation: body)
  }
}

/// A thread that serves connections, as the one that runs a task.
private final class EventLoopExecutor: TaskExecutor {
  let loop: any EventLoop

  init(_ loop: any EventLoop) { self.loop = loop }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
