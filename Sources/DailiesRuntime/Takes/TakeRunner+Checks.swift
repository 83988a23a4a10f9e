package import DailiesCore
import DailiesStore
import Logging

/// How often the service was asked about a take: counted here, and kept with what is written anyway. A check alone writes
/// nothing; what is left is written once a minute for all takes together, and at the end.
extension TakeRunner {
  private static let longestUnkept = Duration.seconds(60)

  func noteCheck(_ number: Take.Number, at now: Timestamp) async {
    newChecks[number, default: Checks(times: 0, last: now)].asked(at: now)
    let since = checksKept ?? clock.elapsed()
    checksKept = since
    if clock.elapsed() - since >= Self.longestUnkept { await keepChecks() }
  }

  func keepChecks() async {
    checksKept = clock.elapsed()
    let checks = newChecks
    guard !checks.isEmpty else { return }
    newChecks = [:]
    do {
      try await store.addChecks(checks)
    } catch {
      logger.error("store: \(error)")
      for (number, unkept) in checks {
        let newer = newChecks[number]
        newChecks[number] = Checks(
          times: unkept.times + (newer?.times ?? 0), last: max(unkept.last, newer?.last ?? unkept.last))
      }
    }
  }

  /// Tells how often the service was asked about a take, what is not kept yet included.
  package func tellChecks(of number: Take.Number) async {
    let kept = try? await store.checks(of: number)
    guard let new = newChecks[number] else { return report(.checksLoaded(number, kept)) }
    report(.checksLoaded(number, Checks(times: new.times + (kept?.times ?? 0), last: new.last)))
  }
}
