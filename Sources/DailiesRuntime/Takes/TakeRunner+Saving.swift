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
    for take in takes where savesByItself(take.number) && take.isToBeSaved && take.problem == nil { await save(take) }
  }

  /// Its film is saved when it is ready, without a key.
  func savesByItself(_ number: Take.Number) -> Bool {
    options.savesAutomatically || (options.savesOwn && folders[number] != nil)
  }

  /// Begins to save a take. The store decides which program does: what another one saves is left to it, and no byte is
  /// asked for before that is settled.
  func save(_ take: Take) async {
    let number = take.number
    unsaved.remove(number)
    guard saving.insert(number).inserted else { return }
    let lost = take.lacksItsFile ? take.filePath : nil
    let begun = await change(number) { take in lost.map { take.startSaving(insteadOf: $0) } ?? take.startSaving() }
    guard let begun else {
      saving.remove(number)
      return
    }
    leaseBell.ring()
    heartBell.ring()
    await downloader.save(
      begun, to: folders[number] ?? options.folder, named: options.fileName, isPatient: options.isPatient)
    // It may have been paused before there was anything to break off.
    if let now = try? await store.take(number) { await mindSaving(now) }
  }

  /// Everything that is ready and not saved, after a start or when automatic saving was switched on.
  func saveUnfinished() async {
    guard let takes = try? await store.unfinished() else { return }
    for take in takes where take.isToBeSaved { await save(take) }
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

  func followDownloader() async {
    for await update in downloader.updates { await receive(update) }
  }

  private func receive(_ update: DownloadUpdate) async {
    let now = clock.now()
    switch update {
    case .started:
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
    case .finished(let number, let path, let bytes, let film):
      let end: @Sendable (inout Take) -> Bool = { $0.saveEnded(path: path, bytes: bytes, film: film, at: now) }
      // First, so that whoever waits for the film to be saved finds it.
      if options.writesSidecars { await writeSidecar(number, end) }
      await ended(number, end)
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
