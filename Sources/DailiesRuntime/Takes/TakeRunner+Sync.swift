import DailiesCore
package import DailiesStore
import Logging

/// A pass that this program makes.
struct SyncWork {
  var pass: SyncPass
  /// What was not heard of yet.
  var pending: Set<Take.Number>
}

/// One question about everything that is live, by the program that holds the lease, for any that wants it.
extension TakeRunner {
  /// How a pass ended for the program that wanted it.
  package enum SyncEnd: Equatable, Sendable {
    case done(SyncPass)
    /// The program that holds the lease did not take it up.
    case unanswered(holder: Owner?)
  }

  /// A request older than this is not taken up any more: whoever wanted it has gone.
  private static let requestAge = Duration.seconds(60)

  /// Has everything asked about that is live, here or by the program that holds the lease.
  ///
  /// - Parameter patience: How long that program may take to begin.
  package func sync(patience: Duration = .seconds(10)) async throws(StoreError) -> SyncEnd {
    isSyncWanted = true
    defer { isSyncWanted = false }
    let request = try await store.requestSync(now: clock.now())
    leaseBell.ring()
    let limit = clock.elapsed() + patience
    while true {
      let pass = try await store.syncPass()
      let hasBegun = pass?.token == request.token
      if let pass, hasBegun, pass.isOver { return .done(pass) }
      if !hasBegun, clock.elapsed() >= limit { return .unanswered(holder: try await store.leaseHolder()) }
      if Task.isCancelled { return .unanswered(holder: nil) }
      // Whoever makes the pass may be killed, and the next one does it; where no writes are heard, this looks again.
      await syncBell.wait(until: clock.elapsed() + .milliseconds(500), on: clock)
    }
  }

  /// Looks whether a pass is wanted, or was answered.
  func lookAtSync() async throws(StoreError) {
    if isSyncWanted { syncBell.ring() }
    guard holdsLease, let request = try await store.syncRequest(), request.token != sync?.pass.token else { return }
    guard abs((clock.now() - request.at).wholeSeconds) < Self.requestAge.wholeSeconds else { return }
    if let last = try await store.syncPass(), last.token == request.token, last.isOver { return }
    guard holdsLease, request.token != sync?.pass.token else { return }
    let numbers = watched.keys.sorted()
    sync = SyncWork(pass: SyncPass(token: request.token, takes: numbers), pending: Set(numbers))
    await keepPass()
    for number in numbers { await poller.checkNow(number) }
  }

  /// A take was asked about, or is not live any more.
  ///
  /// - Parameter problem: Why the service could not be asked.
  func checked(_ number: Take.Number, _ problem: Problem? = nil) async {
    guard sync?.pending.remove(number) != nil else { return }
    if let problem {
      sync?.pass.unreached.append(number)
      sync?.pass.problem = problem
    }
    if sync?.pending.isEmpty == true { await keepPass() }
  }

  /// A service cannot be asked for now; what is still to be asked there is not waited for.
  func notReached(_ service: Take.Service, _ problem: Problem) async {
    for number in sync?.pending.sorted() ?? [] where watched[number]?.service == service {
      await checked(number, problem)
    }
  }

  /// Another program has the lease: the pass is its business.
  func dropSync() { sync = nil }

  private func keepPass() async {
    guard var work = sync else { return }
    if work.pending.isEmpty {
      work.pass.isOver = true
      sync?.pass.isOver = true
    }
    do { try await store.note(work.pass) } catch { logger.error("sync: \(error)") }
    syncBell.ring()
  }
}
