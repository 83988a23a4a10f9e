package import DailiesCore
import Synchronization
package import VideosHTTP

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Fetches films and puts them in their folders: so many at once, with tries again where that helps.
///
/// Works only while `run()` does. Never changes a take: what became of one is told in `updates`.
package actor Downloader {
  /// Everything that happens, in order. For one reader.
  package nonisolated let updates = Inbox<DownloadUpdate>()

  private let clock: ClockSource
  private let clientFor: @Sendable (Take.Service) async -> VideosClient?
  private let work: WorkCounter
  private let rateLimit: TransferLimit
  private let space: SpaceWatch
  private let doorbell = Doorbell()
  private var queue: DownloadQueue
  private var jobs: [Take.Number: DownloadJob] = [:]
  /// Films for which there was no room, and what they need.
  private var lacking: [Take.Number: SpaceLack] = [:]
  private let spaceBell = Doorbell()
  /// So often it is looked whether there is room again.
  private static let spaceLook = Duration.seconds(10)
  /// Breaks off the try that is under way for a film.
  private var brakes: [Take.Number: Doorbell] = [:]
  /// Given up while a try is under way: however that ends, it is the last.
  private var givenUp: Set<Take.Number> = []

  /// - Parameters:
  ///   - limit: Films fetched at once.
  ///   - rate: What all of them together may take of the line; nil: all of it.
  ///   - keepFree: What is to stay free on the disk; nil: nothing.
  ///   - work: Counts the tries under way.
  ///   - freeSpace: Bytes free in a folder; nil: as the system says.
  ///   - clientFor: The client of a service; nil when there is none, for want of a key.
  package init(
    limit: Int, rate: DataRate? = nil, keepFree: DataSize? = nil, clock: ClockSource, work: WorkCounter = WorkCounter(),
    freeSpace: (@Sendable (String) -> Int64?)? = nil,
    clientFor: @escaping @Sendable (Take.Service) async -> VideosClient?
  ) {
    self.clock = clock
    self.clientFor = clientFor
    self.work = work
    rateLimit = TransferLimit(rate)
    space = SpaceWatch(reserve: keepFree, freeSpace: freeSpace ?? SystemFile.freeSpace)
    queue = DownloadQueue(limit: limit)
  }

  /// Wants a film saved. Does nothing when it waits or is being fetched already.
  ///
  /// - Parameters:
  ///   - template: Of the file's name; see `FileName.stem`.
  ///   - isPatient: Whether it waits for the network as long as it takes.
  package func save(_ take: Take, to folder: String, named template: String, isPatient: Bool = false) {
    guard jobs[take.number] == nil else { return }
    jobs[take.number] = DownloadJob(take: take, folder: folder, template: template, isPatient: isPatient)
    queue.add(take.number, rank: take.rank)
    doorbell.ring()
  }

  /// Another rate from now on, for what is under way as well.
  package nonisolated func limit(to rate: DataRate?) { rateLimit.change(to: rate, at: clock.elapsed()) }

  /// Moves a film among those that wait: smaller ranks go first.
  package func move(_ number: Take.Number, to rank: Int) {
    jobs[number]?.rank = rank
    queue.move(number, to: rank)
  }

  /// So much is to stay free from now on.
  package nonisolated func keepFree(_ size: DataSize?) {
    space.reserve(size)
    spaceBell.ring()
  }

  /// Gives a film up; what arrived of it is kept. Told as `.cancelled`, unless it is over already.
  package func cancel(_ number: Take.Number) {
    guard jobs[number] != nil else { return }
    if queue.remove(number) || lacking.removeValue(forKey: number) != nil {
      space.release(number)
      jobs[number] = nil
      updates.put(.cancelled(number))
    } else {
      givenUp.insert(number)
      brakes[number]?.ring()
    }
  }

  /// Fetches until the task is cancelled; then the tries under way end, and all films that were wanted are forgotten.
  package func run() async {
    await withDiscardingTaskGroup { group in
      group.addTask { await self.watchSpace() }
      while !Task.isCancelled {
        switch queue.next(at: clock.elapsed()) {
        case .start(let number): group.addTask { await self.fetch(number) }
        case .wait(let until): await doorbell.wait(until: until, on: clock)
        case .idle: await doorbell.wait()
        }
      }
    }
    (jobs, lacking) = ([:], [:])
    queue = DownloadQueue(limit: queue.limit)
  }

  /// Lets films go on for which there is room again.
  private func watchSpace() async {
    while !Task.isCancelled {
      guard !lacking.isEmpty else {
        await spaceBell.wait()
        continue
      }
      await spaceBell.wait(until: clock.elapsed() + Self.spaceLook, on: clock)
      for (number, lack) in lacking.sorted(by: { $0.key < $1.key }) {
        let space = space
        guard await FileWork.perform({ space.claimAgain(lack, for: number) }) else { continue }
        // It may have been given up meanwhile.
        guard lacking.removeValue(forKey: number) != nil else {
          space.release(number)
          continue
        }
        updates.put(.hasSpace(number))
        queue.add(number, rank: jobs[number]?.rank ?? 0)
        doorbell.ring()
      }
    }
  }

  private func fetch(_ number: Take.Number) async {
    guard var job = jobs[number] else { return queue.ended(number) }
    let brake = Doorbell()
    brakes[number] = brake
    updates.put(.started(number))
    let meter = Mutex<Int64>(0)
    let updates = updates
    let result = await attempt(job, brake) { transfer in
      meter.withLock { $0 = transfer.bytesReceived }
      updates.put(.progressed(number, transfer))
    }
    brakes[number] = nil
    let wasGivenUp = givenUp.remove(number) != nil
    queue.ended(number)
    space.release(number)
    doorbell.ring()
    switch result {
    case .success(let film):
      jobs[number] = nil
      updates.put(.finished(number, path: film.path, bytes: film.bytes, film: film.facts))
    case .failure where wasGivenUp: follow(number, .cancelled)
    case .failure(let error):
      if job.isPatient, let lack = lack(error, in: job.folder) {
        if lack.rest > 0 { jobs[number]?.expectedRest = lack.rest }
        lacking[number] = lack
        updates.put(.lacksSpace(number, lack))
        spaceBell.ring()
        return
      }
      let step = job.ended(DownloadVerdict(error), bytes: meter.withLock { $0 })
      job.rank = jobs[number]?.rank ?? job.rank
      jobs[number] = job
      follow(number, step)
    }
  }

  private func lack(_ error: any Error, in folder: String) -> SpaceLack? {
    switch error {
    case let lack as SpaceLack: lack
    case let fault as FileFault: space.lack(fault, in: folder)
    default: nil
    }
  }

  private func follow(_ number: Take.Number, _ step: DownloadJob.Step) {
    switch step {
    case .tryAgain(let wait, let problem):
      let due = clock.elapsed() + wait
      queue.add(number, notBefore: due, rank: jobs[number]?.rank ?? 0)
      updates.put(.waiting(number, problem, until: clock.wallTime(of: due)))
      return
    case .failed(let problem): updates.put(.failed(number, problem))
    case .gone(let problem): updates.put(.gone(number, problem))
    case .cancelled: updates.put(.cancelled(number))
    }
    jobs[number] = nil
  }

  /// One try, which ends early when the brake is pulled.
  private nonisolated func attempt(
    _ job: DownloadJob, _ brake: Doorbell, tell: @escaping @Sendable (TakeActivity.Transfer) -> Void
  ) async -> Result<Transfer.Film, any Error> {
    guard let id = job.take.videoID else { return .failure(MissingPart.id) }
    guard let client = await clientFor(job.take.service) else { return .failure(MissingPart.key) }
    work.begin()
    defer { work.end() }
    let stem = FileName.stem(job.template, take: job.take, time: Self.localTime(job.take.sent ?? job.take.recorded))
    let transfer = Transfer(
      take: job.take, videoID: id, folder: job.folder, stem: stem, source: job.source, client: client, clock: clock,
      rateLimit: rateLimit, space: space, expectedRest: job.expectedRest, tell: tell)
    return await withTaskGroup(of: Result<Transfer.Film, any Error>?.self) { race in
      race.addTask {
        do { return .success(try await transfer.run()) } catch { return .failure(error) }
      }
      race.addTask {
        await brake.wait()
        return nil
      }
      var ended: Result<Transfer.Film, any Error>?
      for await result in race {
        race.cancelAll()
        ended = ended ?? result
      }
      return ended ?? .failure(CancellationError())
    }
  }

  private static func localTime(_ time: Timestamp) -> FileName.LocalTime {
    var seconds = time_t(time.milliseconds / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return FileName.LocalTime(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday), hour: Int(parts.tm_hour),
      minute: Int(parts.tm_min), second: Int(parts.tm_sec))
  }
}
