import DailiesRuntime
import Dispatch

/// Runs the tasks of one program one job at a time, in the order they became ready, and counts each from then on.
///
/// So nothing that is about to happen escapes the count: neither a task that was just woken nor a message in a stream.
final class CountingExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "script")
  private let work: WorkCounter

  init(counting work: WorkCounter) { self.work = work }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    work.begin()
    queue.async {
      job.runSynchronously(on: self.asUnownedTaskExecutor())
      self.work.end()
    }
  }
}
