import DailiesCore
import DailiesStore
import Logging
import VideosAPI

/// What the poller hears.
extension TakeRunner {
  /// Takes in what the poller tells. What came while the last of it was being written, and in a
  /// short pause after it, is written together.
  func followPoller() async {
    while let updates = await poller.updates.next() {
      let before = writes
      await receive(updates)
      guard writes != before, options.answerPause > .zero else { continue }
      try? await clock.sleep(clock.elapsed() + options.answerPause)
    }
  }

  private func receive(_ updates: [PollUpdate]) async {
    var (takes, counts) = await keepAnswers(updates)
    var ready: [Take] = []
    for update in updates {
      if case .answered(let number, _, _, _) = update, let take = takes.removeValue(forKey: number) {
        await publish(take, counting: counts)
        if take.phase == .ready, savesByItself(number) { ready.append(take) }
      }
      await receive(update)
    }
    await save(all: ready)
  }

  private func receive(_ update: PollUpdate) async {
    switch update {
    case .planned(let number, let nextCheck):
      report(.checkPlanned(number, nextCheck))
    case .asked(let number, let at):
      report(.takeAsked(number, at: at))
      await noteCheck(number, at: at)
    case .answered(let number, _, let at, let nextCheck):
      report(.takeReached(number, at: at, nextCheck: nextCheck))
      if let service = watched[number]?.service, networks[service] == nil { await learned(.reached, of: service) }
      await checked(number)
    case .failed(let number, let problem, let at, let nextCheck):
      report(.takeNotReached(number, problem, at: at, nextCheck: nextCheck))
      await checked(number, problem)
      if [.keyMissing, .keyRefused].contains(problem.kind), let service = watched[number]?.service {
        await notReached(service, problem)
      }
    case .refused(let number, let problem, let at):
      report(.takeNotReached(number, problem, at: at, nextCheck: nil))
      report(.noted(Note(Strings.checkRefused, number.description, problem.detail, tone: .attention)))
      await checked(number, problem)
    case .seemsLost(let number, _):
      report(.noted(Note(Strings.seemsLost, number.description, tone: .attention)))
    case .stopped(let service, let problem):
      closedServices.insert(service)
      await learned(.keyRefused, of: service)
      report(.noted(Note(problem)))
      await notReached(service, problem)
    case .slowedDown(let service, let until):
      await learned(.slowedDown(until: until), of: service)
    case .offline(let service, let problem, _):
      if case .offline? = networks[service] {} else { await learned(.offline(since: clock.now()), of: service) }
      // Every try of the way is told here, to a person only the first.
      let isNews = !unreached.contains { $0.host == service.host }
      unreached.insert(service)
      await notReached(service, problem)
      if isNews { report(.noted(Note(Strings.offline, problem.detail, tone: .attention))) }
    case .resumed(let service):
      closedServices.remove(service)
      unreached.remove(service)
      await learned(.reached, of: service)
    }
  }

  /// Writes the state answers that say something new to the store, all in one transaction, however long the disk refuses:
  /// a final answer comes only once.
  ///
  /// - Returns: The takes that were changed, and the counts after it.
  private func keepAnswers(_ updates: [PollUpdate]) async -> (takes: [Take.Number: Take], counts: TakeCounts?) {
    lookAtWallClock()
    var changes: [TakeUpdate] = []
    var expected: [Take.Number: Take] = [:]
    for case .answered(let number, let video, let at, _) in updates {
      guard let known = expected[number] ?? watched[number] else { continue }
      let heard = heardOf.updateValue(at, forKey: number)
      let before = mistimed.contains(number) ? nil : heard
      var next = known
      guard next.receive(video, at: at, unfinishedAt: before), next != known else { continue }
      expected[number] = next
      var answer = TakeAnswer(.state, at: at, status: 200, body: video.raw)
      answer.asked = newChecks.removeValue(forKey: number)
      changes.append(TakeUpdate(number, answer: answer) { $0.receive(video, at: at, unfinishedAt: before) })
    }
    guard !changes.isEmpty else { return ([:], nil) }
    // Counted as work before it is told that the service is done: the lease is not given back in between.
    let ready = expected.filter { $0.value.phase == .ready && savesByItself($0.key) }
    unsaved.formUnion(ready.keys)
    guard let kept = await writeAtLast(changes) else { return ([:], nil) }
    unsaved.subtract(ready.keys.filter { kept.takes[$0]?.phase != .ready })
    return (kept.takes, kept.counts)
  }
}
