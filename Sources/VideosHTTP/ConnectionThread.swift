internal import NIOCore
internal import NIOPosix

/// A thread that serves connections, as one that runs tasks and actors too: what arrives on a connection is taken without
/// waking another thread.
///
/// Nothing may wait there in a call of the system: all connections of the thread would wait with it.
public final class ConnectionThread: SerialExecutor, TaskExecutor {
  static var threads: MultiThreadedEventLoopGroup { .singleton }

  private static let all = threads.makeIterator().map { ConnectionThread($0) }

  /// The one for all questions about states: those that leave together wake it once, and share their connections.
  public static let questions = all[0]

  /// One of them, in turn.
  public static var next: ConnectionThread {
    let loop = threads.next()
    return all.first { $0.loop === loop } ?? questions
  }

  let loop: any EventLoop

  private init(_ loop: any EventLoop) { self.loop = loop }

  /// Runs `body` here, and the child tasks it begins. A connection that a request opens here is served here.
  ///
  /// An actor that is called from `body` runs here as well; one that others call too has to be bound to the thread
  /// (`unownedExecutor`), or their tasks are drawn here with it.
  public func run<Value, Failure: Error>(_ body: () async throws(Failure) -> Value) async throws(Failure) -> Value {
    try await withTaskExecutorPreference(self, operation: body)
  }

  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute {
      job.runSynchronously(isolatedTo: self.asUnownedSerialExecutor(), taskExecutor: self.asUnownedTaskExecutor())
    }
  }
}
