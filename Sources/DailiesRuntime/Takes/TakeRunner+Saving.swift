package import DailiesCore
import DailiesStore
import Logging

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// From READY to a file in place.
extension TakeRunner {
  /// - Parameter folder: Where the films go; nil: in the usual folder.
  package func save(_ numbers: [Take.Number], in folder: String? = nil) async {
    for number in numbers {
      guard let take = try? await store.take(number), take.videoID != nil else { continue }
      if let path = take.filePath, !take.lacksItsFile {
        report(.noted(Note(Strings.isSavedAlready, number.description, path, tone: .good)))
        continue
      }
      if let folder { folders[number] = folder }
      await save(take)
    }
  }

  /// Waits for takes of this or another program: their films are saved here, whether or not their watcher saves any.
  package func adopt(_ numbers: [Take.Number]) async {
    for number in numbers { folders[number] = folders[number] ?? options.folder }
    // Read only now: what gets ready from here on is saved when it is told.
    guard let takes = try? await store.takes(numbers) else { return }
    await save(all: takes.filter { savesByItself($0.number) && $0.isToBeSaved && $0.problem == nil })
  }

  /// Its film is saved when it is ready, without a key.
  func savesByItself(_ number: Take.Number) -> Bool {
    options.savesAutomatically || (options.savesOwn && folders[number] != nil)
  }

  func save(_ take: Take) async { await save(all: [take]) }

  /// So many takes are changed in one transaction at most: others that use the store wait no longer for it.
  private static let batchLimit = 100

  /// Begins to save takes. The store decides which program does: what another one saves is left to it, and no byte is
  /// asked for before that is settled.
  func save(all takes: [Take]) async {
    for start in stride(from: 0, to: takes.count, by: Self.batchLimit) {
      await begin(takes[start..<min(start + Self.batchLimit, takes.count)])
    }
  }

  private func begin(_ takes: ArraySlice<Take>) async {
    var changes: [TakeUpdate] = []
    for take in takes {
      unsaved.remove(take.number)
      guard saving.insert(take.number).inserted else { continue }
      let lost = take.lacksItsFile ? take.filePath : nil
      changes.append(
        TakeUpdate(take.number) { take in lost.map { take.startSaving(insteadOf: $0) } ?? take.startSaving() })
    }
    let begun = await change(all: changes)
    saving.subtract(changes.map(\.number).filter { begun[$0] == nil })
    guard !begun.isEmpty else { return }
    leaseBell.ring()
    heartBell.ring()
    for take in takes.compactMap({ begun[$0.number] }) {
      await downloader.save(
        take, to: folders[take.number] ?? options.folder, named: options.fileName, isPatient: options.isPatient)
    }
    // One may have been paused before there was anything to break off.
    for take in (try? await store.takes(begun.keys.sorted())) ?? [] { await mindSaving(take) }
  }

  /// Everything that is ready and not saved, after a start or when automatic saving was switched on.
  func saveUnfinished() async {
    guard let takes = try? await store.unfinished() else { return }
    await save(all: takes.filter(\.isToBeSaved))
  }

  /// Stops saving takes, whichever program does it, until a person lets it go on.
  package func pauseSaving(_ numbers: [Take.Number]) async {
    for number in numbers { await change(number) { $0.pauseSaving() } }
  }

  /// Minds what was said of a take that this program saves, here or by another program.
  func mindSaving(_ take: Take) async {
    guard take.phase == .saving, saving.contains(take.number) else { return }
    if take.savePause == nil {
      await downloader.move(take.number, to: take.rank)
    } else {
      await downloader.cancel(take.number)
    }
  }

  /// Takes in what the downloader tells. Films that came into place while the last of it was being written are written
  /// down together.
  func followDownloader() async {
    while let updates = await downloader.updates.next() {
      for update in updates { await receive(update) }
      await finish(updates)
    }
  }

  private func finish(_ updates: [DownloadUpdate]) async {
    let now = clock.now()
    var changes: [TakeUpdate] = []
    for case .finished(let number, let path, let bytes, let film) in updates {
      changes.append(TakeUpdate(number) { $0.saveEnded(path: path, bytes: bytes, film: film, at: now) })
    }
    guard !changes.isEmpty else { return }
    // First, so that whoever waits for the film to be saved finds it.
    if options.writesSidecars {
      await withDiscardingTaskGroup { group in
        for change in changes { group.addTask { await self.writeSidecar(change.number, change.body) } }
      }
    }
    await changeAtLast(all: changes)
    for change in changes { hasEnded(change.number) }
  }

  private func receive(_ update: DownloadUpdate) async {
    let now = clock.now()
    switch update {
    // What is finished is the last that is told of a take: `finish` writes it down.
    case .started, .finished:
      break
    case .progressed(let number, let transfer):
      if wayless.remove(number) != nil { await tellNetwork(.reached, of: number) }
      transfers[number] = transfer
      report(.transferProgressed(number, transfer))
    case .waiting(let number, let problem, let until):
      // The way is tried again and again: that it is broken is told once.
      if problem.kind == .unreachable {
        guard wayless.insert(number).inserted else { break }
        await tellNetwork(.offline(since: now), of: number)
      }
      let seconds = max(0, (until - now).wholeSeconds)
      report(.noted(Note(Strings.savingWaits, number.description, problem.detail, String(seconds), tone: .attention)))
    case .lacksSpace(let number, let lack):
      lacking[number] = lack
      report(.spaceChanged(SpaceShortage(lacking)))
    case .hasSpace(let number): foundSpace(number)
    case .cancelled(let number):
      let transfer = transfers[number]
      await ended(number) { $0.saveBrokenOff(transfer) }
    case .failed(let number, let problem):
      await ended(number) { $0.saveFailed(problem) }
    case .gone(let number, let problem):
      await ended(number) { $0.filmIsGone(problem, at: now) }
    }
  }

  /// Writes what is known of a film beside it. When that fails the film is saved all the same.
  ///
  /// - Parameter end: What the take becomes when it is saved.
  private func writeSidecar(_ number: Take.Number, _ end: @Sendable (inout Take) -> Bool) async {
    work.begin()
    defer { work.end() }
    do {
      guard var take = try await store.take(number), end(&take), let film = take.filePath else { return }
      let sidecar = Sidecar(take)
      do {
        try await FileWork.run { try sidecar.write(beside: film) }
      } catch let fault as FileFault where SystemFile.isTaken(fault) {
        report(
          .noted(Note(Strings.sidecarTaken, number.description, Sidecar.path(of: film), tone: .attention)))
      }
    } catch {
      report(.noted(Note(Strings.sidecarFailed, number.description, Problem(error).detail, tone: .attention)))
      logger.error("\(number): \(error)")
    }
  }

  private func foundSpace(_ number: Take.Number) {
    guard lacking.removeValue(forKey: number) != nil else { return }
    report(.spaceChanged(SpaceShortage(lacking)))
  }

  private func tellNetwork(_ network: NetworkState, of number: Take.Number) async {
    guard let take = try? await store.take(number) else { return }
    await learned(network, of: take.service)
  }

  /// Writes down how a transfer ended.
  private func ended(_ number: Take.Number, _ body: @escaping @Sendable (inout Take) -> Bool) async {
    await changeAtLast(number, body)
    hasEnded(number)
  }

  private func hasEnded(_ number: Take.Number) {
    saving.remove(number)
    wayless.remove(number)
    transfers[number] = nil
    foundSpace(number)
    leaseBell.ring()
  }
}

extension Take {
  /// Its film was saved, and the file is not there any more.
  package var lacksItsFile: Bool {
    guard phase == .saved, let filePath else { return false }
    return access(filePath, F_OK) != 0 && errno == ENOENT
  }
}
