import DailiesCore
import Synchronization
import Testing
import VideosHTTP

@testable import dailies

@Suite(.timeLimit(.minutes(1)))
struct KeyRingTests {
  private final class Told: Sendable {
    let notes = Mutex<[String]>([])
    var all: [String] { notes.withLock { $0 } }
  }

  private let told = Told()
  private let service = Take.Service(profile: "work", baseURL: "https://work.example/v1")

  private var ring: KeyRing {
    let told = told
    return KeyRing { note in told.notes.withLock { $0.append(note.text(.english)) } }
  }

  @Test func theCommandIsRunAnewEachTimeAKeyIsWanted() async throws {
    let folder = try TemporaryFolder()
    let command = "echo x >>'\(folder.path)/runs'; echo sk-1"
    let ring = ring
    let (first, second) = (await ring.key(for: service, from: command), await ring.key(for: service, from: command))
    #expect(first != nil)
    #expect(second == first)
    #expect(try folder.text(of: "runs") == "x\nx\n")
    #expect(told.all == [])
  }

  @Test func aCommandWithoutAKeyIsToldOfAndItsOutputIsNot() async {
    let ring = ring
    let failed = await ring.key(for: service, from: "echo sk-half; echo 'locked' >&2; exit 1")
    let unfit = await ring.key(for: service, from: "echo 'no key here'")
    #expect(failed == nil)
    #expect(unfit == nil)
    #expect(told.all.count == 2)
    #expect(told.all.first?.contains("locked") == true)
    #expect(!told.all.contains { $0.contains("sk-half") || $0.contains("no key here") })
  }
}
