import DailiesCore
import DailiesStore
import Logging

/// Which program watches and saves, and what becomes of the takes of one that is gone.
extension TakeRunner {
  /// How often the lease is renewed.
  private static let leaseInterval = Duration.milliseconds(1500)
  /// How often it is looked at while another program holds it: one that cannot be seen from here (in another container) is
  /// silent for four seconds before its lease is free, and five are promised.
  private static let waitInterval = Duration.milliseconds(900)
  /// How often its holder looks for takes that a program left behind (`Store.recover`).
  private static let recoveryInterval = Duration.seconds(15)
  /// How often a program that has takes in hand shows that it is there.
  private static let heartbeatInterval = Duration.seconds(5)

  private static let damaged = Phrase(
    "The last run ended without closing the store, and a check found it damaged: %1. Make a copy of the state folder.",
    "上次运行未正常关闭数据，检查发现损坏：%1。请复制一份状态文件夹。")

  private var hasWork: Bool {
    !watched.isEmpty || !unsaved.isEmpty || !saving.isEmpty || !elsewhere.isEmpty || isSyncWanted
  }

  /// Something is under way that other programs leave alone only while this one is there.
  private var hasTakesInHand: Bool {
    !departures.isEmpty || !queue.isEmpty || !sending.isEmpty || !saving.isEmpty
  }

  /// Holds the lease while there is something to watch or to save; without work nothing wakes up.
  func keepLease() async {
    var nextRecovery = Duration.zero
    while !Task.isCancelled {
      let held = holdsLease
      lookAtWallClock()
      await tendLease()
      // Where the system tells nothing of writes (on a network drive) the work of others shows all the same.
      if hasWork { await lookAround() }
      if holdsLease, othersUnknown <= clock.elapsed(), !held || nextRecovery <= clock.elapsed() {
        await recoverOrLog()
        nextRecovery = clock.elapsed() + Self.recoveryInterval
      }
      let interval = holdsLease ? Self.leaseInterval : Self.waitInterval
      let wait = hasWork ? clock.elapsed() + interval : nil
      await leaseBell.wait(until: wait, on: clock)
    }
    term.cut()
    if holdsLease { try? await store.releaseLease() }
  }

  private func tendLease() async {
    // The term counts from before the store is asked: it ends before anybody may take the lease.
    let (now, asked) = (clock.now(), clock.elapsed())
    do {
      if holdsLease {
        if !hasWork {
          term.cut()
          try await store.releaseLease()
          holdsLease = false
        } else if try await store.renewLease(now: now) {
          await extendTerm(from: asked)
        } else {
          term.cut()
          holdsLease = false
          dropSync()
          for number in watched.keys { await poller.remove(number) }
          report(.noted(Note(Strings.noLease)))
        }
      } else if hasWork, try await store.acquireLease(now: now, trustingAge: leaseUnknown ?? .zero <= asked) {
        holdsLease = true
        await forgetNetworks()
        await extendTerm(from: asked)
        for take in watched.values.sorted(by: { $0.number < $1.number }) { await poller.add(take) }
        if options.savesAutomatically { await saveUnfinished() }
        unsaved = []
        // It may have been wanted while nobody held the lease.
        try await lookAtSync()
      }
    } catch {
      logger.error("lease: \(error)")
      // What cannot be written nobody else can take.
      if holdsLease, error.code == .full || error.code == .readOnly { await extendTerm(from: asked) }
    }
  }

  /// When the clock on the wall was set, what others wrote by it before looks old: they have a while to write anew. Whether
  /// it was set just before the first look nobody knows.
  func lookAtWallClock() {
    let now = clock.elapsed()
    if leaseUnknown == nil { leaseUnknown = now + Store.leaseTerm }
    guard wallClock.wasSet(clock) else { return }
    leaseUnknown = now + Store.leaseTerm
    othersUnknown = now + Self.heartbeatInterval + .seconds(1)
    mistimed.formUnion(watched.keys)
  }

  private func extendTerm(from asked: Duration) async {
    if term.extend(until: asked + Store.leaseTerm, at: clock.elapsed()) { await poller.goOn() }
  }

  /// Shows that this program is there while it has takes in hand; the holder of the lease does so by keeping it.
  func keepHeartbeat() async {
    while !Task.isCancelled {
      let beats = hasTakesInHand && !holdsLease
      if beats {
        do { try await store.heartbeat(now: clock.now()) } catch { logger.error("store: \(error)") }
      }
      // The lease may be lost: while something is in hand, this looks again.
      let wait = hasTakesInHand ? clock.elapsed() + Self.heartbeatInterval : nil
      await heartBell.wait(until: wait, on: clock)
    }
  }

  func recoverOrLog() async {
    do { try await recover() } catch { logger.error("store: \(error)") }
  }

  /// Puts right what programs left behind that are gone, and goes on with it.
  func recover() async throws(StoreError) {
    let recovered = try await store.recover(now: clock.now())
    guard !recovered.isEmpty else { return }
    writes += 1
    for take in recovered { await publish(take) }
    let wanting = recovered.filter { $0.phase == .held || $0.phase == .unsure }
    if !wanting.isEmpty { report(.noted(Note(Strings.recovered, String(wanting.count), tone: .attention))) }
    guard options.watches, options.resumes else { return }
    // A transfer that was cut off goes on where it stopped: somebody wanted the film.
    await save(all: recovered.filter(\.isToBeSaved))
  }

  /// After an unclean end: whether the whole file is in order.
  package func checkStore() async {
    do {
      let faults = try await store.checkAfterUncleanEnd()
      guard let first = faults.first else { return }
      for fault in faults { logger.critical("store: \(fault)") }
      let more = faults.count > 1 ? " (+\(faults.count - 1))" : ""
      report(.noted(Note(Self.damaged, first + more, tone: .attention)))
    } catch {
      logger.error("store check: \(error)")
    }
  }
}
