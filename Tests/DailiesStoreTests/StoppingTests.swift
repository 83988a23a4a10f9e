import DailiesCore
import DailiesStore
import GRDB
import Testing

/// A program that is stopped keeps nobody else from the store.
struct StoppingTests {
  @Test func nothingIsOpenInTheStoreBetweenTransactions() async throws {
    let workshop = try StoreWorkshop()
    let store = try workshop.open()
    try await store.signIn()
    let other = try DatabaseQueue(path: workshop.path)
    try await withThrowingTaskGroup { group in
      for _ in 0..<4 {
        group.addTask { for _ in 0..<50 { try await store.heartbeat(now: .second(1)) } }
      }
      for _ in 0..<20 {
        var outcome: Result<Void, any Error>?
        store.betweenTransactions(atMost: .seconds(60)) {
          // Without any patience: a transaction of the store would refuse it.
          outcome = Result { try other.write { db in try db.execute(sql: "UPDATE takes SET revision = revision") } }
        }
        #expect(throws: Never.self) { try outcome?.get() }
      }
      try await group.waitForAll()
    }
  }

  @Test func whoStopsTheProgramWaitsNoLongerThanHeSaid() async throws {
    let workshop = try StoreWorkshop()
    let store = try workshop.open()
    try await store.signIn()
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: workshop.path, configuration: configuration)
    try other.inDatabase { db in try db.execute(sql: "BEGIN IMMEDIATE") }
    async let beat: Void = store.heartbeat(now: .second(1))
    var hasRun = false
    store.betweenTransactions(atMost: .milliseconds(50)) { hasRun = true }
    #expect(hasRun)
    try other.inDatabase { db in try db.execute(sql: "ROLLBACK") }
    try await beat
  }
}
