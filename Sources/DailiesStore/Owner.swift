/// One running program, as the store knows it: who owns a take that is being sent, who holds the lease.
///
/// Process numbers are used again, so a program is known by the number *and* the moment it started; and they mean
/// something only on one boot of one machine, in one process namespace.
package struct Owner: Hashable, Sendable {
  /// Random, new for every start.
  package var token: String
  package var pid: Int32
  /// When the process started, in the kernel's ticks since boot; empty when that cannot be read.
  package var started: String
  /// Boot and process namespace in which `pid` and `started` mean something; empty when they cannot be read.
  package var place: String

  package init(token: String, pid: Int32, started: String, place: String) {
    self.token = token
    self.pid = pid
    self.started = started
    self.place = place
  }

  /// This program, under a new token.
  package static func current() -> Owner {
    let pid = ProcessTable.ownPID
    return Owner(
      token: ProcessTable.randomToken(), pid: pid, started: ProcessTable.start(of: pid) ?? "",
      place: ProcessTable.place)
  }

  /// Whether the process still runs; nil when that cannot be told from here.
  package var isRunning: Bool? {
    guard !place.isEmpty, !started.isEmpty, place == ProcessTable.place else { return nil }
    return ProcessTable.start(of: pid) == started
  }
}
