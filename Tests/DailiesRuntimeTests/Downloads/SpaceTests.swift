import DailiesCore
import DemoService
import Foundation
import Synchronization
import Testing
import VideosHTTP

@testable import DailiesRuntime

/// Saving waits while the disk is nearly full, asks nobody meanwhile, and goes on by itself.
@Suite(.timeLimit(.minutes(2)))
struct SpaceTests {
  /// A disk of which a test says how much is free, at each look if need be.
  private final class Disk: Sendable {
    private let state: Mutex<(free: [Int64], looks: Int)>

    /// - Parameter free: At the first look, the second and so on; the last one stands.
    init(_ free: Int64...) { state = Mutex((free, 0)) }

    func becomes(_ free: Int64) { state.withLock { $0.free = [free] } }

    var free: @Sendable (String) -> Int64? {
      { _ in
        self.state.withLock { state in
          state.looks += 1
          return state.free.count > 1 ? state.free.removeFirst() : state.free[0]
        }
      }
    }

    func waitForLooks(_ count: Int) async {
      let start = state.withLock(\.looks)
      while state.withLock(\.looks) < start + count { await Task.yield() }
    }
  }

  private static let reserve = DataSize("1 MB")
  private func downloader(_ workshop: Workshop, _ disk: Disk, limit: Int = 3) -> Downloader {
    Downloader(limit: limit, keepFree: Self.reserve, clock: workshop.clock.source, freeSpace: disk.free) { _ in
      workshop.client
    }
  }

  /// Wants takes saved, and gives what is told of them until `isEnough`.
  private func save(
    _ takes: [Take], in workshop: Workshop, by downloader: Downloader, isPatient: Bool = true,
    to folder: String? = nil, until isEnough: ([DownloadUpdate]) async -> Bool
  ) async -> [DownloadUpdate] {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await downloader.run() }
      for take in takes {
        await downloader.save(take, to: folder ?? workshop.folder, named: "{take}", isPatient: isPatient)
      }
      var updates: [DownloadUpdate] = []
      for await update in downloader.updates.each {
        updates.append(update)
        if await isEnough(updates) { break }
      }
      group.cancelAll()
      return updates
    }
  }

  @Test func aFilmThatDoesNotFitWaitsWithoutAskingAndIsSavedOnceThereIsRoom() async throws {
    try await Workshop.with {
      $0.filmByteCount = 600_000
    } _: { workshop in
      let take = try await workshop.readyTake(1)
      let disk = Disk(1_500_000)
      var asked = 0
      let updates = await save([take], in: workshop, by: downloader(workshop, disk)) { updates in
        guard case .lacksSpace(_, let lack)? = updates.last else { return updates.last?.isLast == true }
        #expect(lack == SpaceLack(folder: workshop.folder, rest: 600_000, free: 1_500_000))
        asked = workshop.server.counts.contentRequests
        await disk.waitForLooks(5)
        #expect(workshop.server.counts.contentRequests == asked)
        disk.becomes(1_600_000)
        return false
      }
      #expect(updates.contains(.hasSpace(take.number)))
      #expect(updates.last?.isFinished == true)
      #expect(workshop.server.counts.contentRequests == asked + 1)
      #expect(try await workshop.holds("T001.mp4", the: take))
    }
  }

  @Test func onADiskThatIsFullNobodyIsAskedAtAll() async throws {
    try await Workshop.with { workshop in
      var takes: [Take] = []
      for number in 1...5 { takes.append(try await workshop.readyTake(number)) }
      _ = await save(takes, in: workshop, by: downloader(workshop, Disk(999_999))) { updates in
        updates.count { if case .lacksSpace = $0 { true } else { false } } == 5
      }
      #expect(workshop.server.counts.contentRequests == 0)
    }
  }

  @Test func aDiskThatFillsUpMeanwhileStopsTheFilmWhichGoesOnWhereItStopped() async throws {
    try await Workshop.with {
      $0.filmByteCount = 20_000_000
    } _: { workshop in
      let take = try await workshop.readyTake(1)
      let disk = Disk(90_000_000, 90_000_000, 5_000_000)
      var (here, sent) = (0, 0)
      let updates = await save([take], in: workshop, by: downloader(workshop, disk)) { updates in
        guard case .lacksSpace? = updates.last else { return updates.last?.isLast == true }
        here = workshop.length(of: "T001.mp4.part")
        sent = workshop.server.counts.filmBytes
        disk.becomes(90_000_000)
        return false
      }
      #expect(updates.last?.isFinished == true)
      #expect(here >= 8_000_000)
      #expect(workshop.server.counts.filmBytes - sent <= 20_000_000 - here)
      #expect(try await workshop.holds("T001.mp4", the: take))
    }
  }

  @Test func filmsThatFitOneByOneButNotTogetherComeOneByOne() async throws {
    try await Workshop.with {
      $0.filmByteCount = 600_000
    } _: { workshop in
      let takes = [try await workshop.readyTake(1), try await workshop.readyTake(2)]
      // Lengths are known, as after an earlier try.
      let tag = "\"x\""
      for take in takes {
        try workshop.write([0], to: "\(take.number).mp4.part")
        try PartialRecord(take: take, address: nil, etag: tag, length: 600_000)
          .write("\(workshop.folder)/\(take.number).mp4.part.json")
      }
      let updates = await save(takes, in: workshop, by: downloader(workshop, Disk(1_700_000))) { updates in
        return updates.count(where: \.isFinished) == 2
      }
      #expect(updates.count(where: \.isFinished) == 2)
      #expect(workshop.server.counts.greatestFilmsAtOnce == 1)
    }
  }

  @Test func aFilmThatWaitsForRoomCanBeGivenUp() async throws {
    try await Workshop.with { workshop in
      let take = try await workshop.readyTake(1)
      let downloader = downloader(workshop, Disk(0))
      let updates = await save([take], in: workshop, by: downloader) { updates in
        if case .lacksSpace? = updates.last { await downloader.cancel(take.number) }
        return updates.last?.isLast == true
      }
      #expect(updates.last == .cancelled(take.number))
    }
  }

  @Test func whoHasNoPatienceIsToldAtOnce() async throws {
    try await Workshop.with { workshop in
      let take = try await workshop.readyTake(1)
      let updates = await save([take], in: workshop, by: downloader(workshop, Disk(7)), isPatient: false) {
        $0.last?.isLast == true
      }
      guard case .failed(_, let problem)? = updates.last else { return #expect(Bool(false), "\(updates)") }
      #expect(problem.kind == .diskFull)
      #expect(Note(problem).text(.english).contains("\(workshop.folder): 7 B free"))
      #expect(Note(problem).text(.chinese).contains("剩余 7 B"))
    }
  }

  @Test func afterARefusalOfTheSystemMoreMustBeFreeThanBefore() {
    let disk = Disk(5_000_000)
    let watch = SpaceWatch(reserve: nil, freeSpace: disk.free)
    let fault = FileFault(code: SystemFile.noSpace, operation: "write /films/a")
    guard let lack = watch.lack(fault, in: "/films") else { return #expect(Bool(false)) }
    #expect(lack == SpaceLack(folder: "/films", rest: 0, free: 5_000_000, isFull: true))
    #expect(!watch.claimAgain(lack, for: Take.Number(1)))
    disk.becomes(6_000_000)
    #expect(watch.claimAgain(lack, for: Take.Number(1)))
  }

  /// A real disk of 4 MB, in a name space of its own.
  @Test(.enabled(if: SmallDisk.isPossible)) func aDiskThatIsReallyFullStopsTheFilmInTheSameWay() async throws {
    try await Workshop.with {
      $0.filmByteCount = 3_000_000
      // Nobody can know beforehand that it does not fit.
      $0.faults = FaultPlan(always: [.content: .noLength])
    } _: { workshop in
      let take = try await workshop.readyTake(1)
      let disk = try SmallDisk(bytes: 4 << 20)
      let filler = disk.folder + "/filler"
      try Data(count: 2_500_000).write(to: URL(filePath: filler))
      let downloader = Downloader(limit: 1, clock: workshop.clock.source) { _ in workshop.client }
      var stops = 0
      let updates = await save([take], in: workshop, by: downloader, to: disk.folder) { updates in
        guard case .lacksSpace(_, let lack)? = updates.last else { return updates.last?.isLast == true }
        stops += 1
        #expect(lack.isFull)
        try? FileManager.default.removeItem(atPath: filler)
        return false
      }
      #expect(stops == 1)
      guard let path = updates.last?.path else { return #expect(Bool(false), "\(updates.suffix(2))") }
      let film = try await workshop.film(of: take)
      #expect(try Data(contentsOf: URL(filePath: path)) == Data(film))
    }
  }
}

/// A file system in memory, of which this program sees the files and nobody else the mount; gone with this value.
///
/// Source: unshare(1), mount_namespaces(7), and proc(5) about `/proc/PID/root`.
private final class SmallDisk {
  static let isPossible: Bool = {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/unshare") else { return false }
    return (try? SmallDisk(bytes: 1 << 20)) != nil
  }()

  struct CannotMount: Error {}

  let folder: String
  private let holder = Process()
  private let input = Pipe()

  init(bytes: Int) throws {
    let output = Pipe()
    holder.executableURL = URL(filePath: "/usr/bin/unshare")
    holder.arguments = ["-rm", "sh", "-c", "mount -t tmpfs -o size=\(bytes) films /mnt && echo $$ && exec cat"]
    holder.standardInput = input
    holder.standardOutput = output
    holder.standardError = FileHandle.nullDevice
    try holder.run()
    folder = "/proc/\(holder.processIdentifier)/root" + "/mnt"
    guard !output.fileHandleForReading.availableData.isEmpty else { throw CannotMount() }
    guard FileManager.default.isWritableFile(atPath: folder) else { throw CannotMount() }
  }

  deinit {
    try? input.fileHandleForWriting.close()
    holder.waitUntilExit()
  }
}
