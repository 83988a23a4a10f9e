package import DailiesCore
import DailiesStore
import Logging
import VideosAPI
import VideosHTTP

/// From a yes to an answer.
extension TakeRunner {
  /// Writes down what a person confirmed and starts the countdown; nothing leaves before that is on disk.
  ///
  /// - Parameters:
  ///   - countdown: Seconds in which it can be taken back; 0 sends at once.
  ///   - folder: Where the films are to be saved; nil: in the usual folder.
  /// - Returns: The takes with their numbers; none when a limit refused them or the store could not be written (which is
  ///   reported).
  @discardableResult
  package func confirm(
    _ confirmation: Confirmation, for service: Take.Service, countdown: Int, savingIn folder: String? = nil
  ) async -> [Take] {
    let now = clock.now()
    let takes: [Take]
    do {
      // Programs elsewhere that share the store must not take this one for gone.
      try await store.heartbeat(now: now)
      takes = try await store.recordIntents(
        confirmation, service: service, leavesAt: now + .seconds(countdown), now: now,
        under: options.spending(service, now))
    } catch {
      logger.error("store: \(error)")
      report(.takesNotRecorded(Problem(error)))
      return []
    }
    writes += 1
    let due = clock.elapsed() + .seconds(countdown)
    for take in takes {
      sendable[take.number] = take
      if !isStopping, take.phase == .leaving { departures[take.number] = due }
      folders[take.number] = folder ?? options.folder
    }
    batches.confirmed(takes)
    report(.takesRecorded(takes, await currentCounts()))
    departureBell.ring()
    heartBell.ring()
    return takes
  }

  package func takeBack(_ numbers: [Take.Number]) async {
    // All are forgotten before the first is written down: the others must not leave meanwhile.
    for number in numbers {
      departures[number] = nil
      queue.remove(number)
    }
    for number in numbers { await change(number) { $0.takeBack() } }
  }

  package func sendNow(_ numbers: [Take.Number]) async {
    let now = clock.elapsed()
    for number in numbers where departures[number] != nil { departures[number] = now }
    departureBell.ring()
  }

  /// Lets held takes leave again, by a key.
  package func release(_ numbers: [Take.Number], countdown: Int) async {
    let leavesAt = clock.now() + .seconds(countdown)
    let due = clock.elapsed() + .seconds(countdown)
    var refusals = ClaimRefusals()
    for number in numbers where sending[number] == nil {
      switch await claim(number) {
      case .claimed: break
      case .movedOn: continue
      case .refused(let problem):
        refusals.add(number, problem)
        continue
      }
      queue.remove(number)
      let released = await change(number) { take in
        take.slowdowns = 0
        take.firstSlowdown = nil
        return take.startCountdown(until: leavesAt)
      }
      guard let released, released.phase == .leaving, !isStopping else { continue }
      // What held it may have been mended since.
      if closedServices.remove(released.service) != nil { services.forget(released.service) }
      departures[number] = due
    }
    for problem in refusals.problems { report(.takesNotRecorded(problem)) }
    departureBell.ring()
    heartBell.ring()
  }

  /// A further yes for a take that was held, or the one of a canary that was accepted: limits count on the day it is given.
  func claim(_ number: Take.Number) async -> Claim {
    let now = clock.now()
    let spending = options.spending
    do {
      return try await store.claim(number, now: now) { spending($0, now) } ? .claimed : .movedOn
    } catch {
      return .refused(Problem(error))
    }
  }

  /// Sends takes when their time comes, a few at once.
  func sendDepartures() async {
    var told: Set<Take.Number> = []
    await withDiscardingTaskGroup { group in
      while !isStopping, !Task.isCancelled {
        queueDue()
        if isQueuePaused { await holdQueue() }
        // One that just found no room may not have come back yet.
        while let next = queue.next({ sending[$0.number] == nil && hasRoom($0.profile) }) {
          sending[next.number] = next.profile
          group.addTask { await self.send(next.number) }
        }
        // Those that found no free place are held until there is one.
        told.formIntersection(queue.numbers)
        for number in queue.numbers where told.insert(number).inserted {
          await change(number) { $0.phase == .leaving && $0.hold(.waitingTurn) }
        }
        await departureBell.wait(until: nextDeparture, on: clock)
      }
    }
  }

  /// When there is something to do without a ring: a take is due, or another program may have made room without a word.
  private var nextDeparture: Duration? {
    [departures.values.min(), queue.full.isEmpty ? nil : nextLook].compactMap { $0 }.min()
  }

  /// Moves takes whose time has come to the queue.
  private func queueDue() {
    let now = clock.elapsed()
    if nextLook <= now { queue.roomMayHaveCome() }
    for number in departures.filter({ $0.value <= now }).keys.sorted() {
      departures[number] = nil
      if let take = sendable[number], !queue.contains(number) { queue.insert(take) }
    }
  }

  private func holdQueue() async {
    for number in queue.removeAll() { await change(number) { Self.isToLeave($0) && $0.hold(.paused) } }
  }

  /// Nothing reaches a service: what was to leave for its host waits for a person, as the way may come back at any hour.
  private func holdUnreached(_ service: Take.Service, _ problem: Problem?) async {
    let numbers = queue.numbers.filter { sendable[$0]?.service.host == service.host }
    for number in numbers { queue.remove(number) }
    for number in numbers { await change(number) { Self.isToLeave($0) && $0.hold(.offline, problem) } }
  }

  private func send(_ number: Take.Number) async {
    await attempt(number)
    sending[number] = nil
    sentBell.ring()
    departureBell.ring()
  }

  private func attempt(_ number: Take.Number) async {
    let take: Take
    do {
      guard let found = try await store.take(number), Self.isToLeave(found) else { return }
      take = found
    } catch {
      return await holdAtLast(number, .notSent, Problem(error))
    }
    work.begin()
    defer { work.end() }
    let request: CreateVideoRequest
    do {
      request = try await Self.request(for: take.order)
    } catch {
      return await holdAtLast(number, .notSent, error)
    }
    guard let client = await services.client(for: take.service) else {
      closedServices.insert(take.service)
      return await holdAtLast(number, .keyRefused, await services.keyMissing(for: take.service))
    }
    guard !isStopping else { return await holdAtLast(number, .interrupted) }
    let sent = clock.now()
    guard await startSending(take, at: sent) else { return }

    let outcome: CreateOutcome
    let answer: TakeAnswer
    do {
      let created = try await client.create(request)
      outcome = CreateOutcome(created)
      answer = TakeAnswer(.create, at: clock.now(), status: 200, body: created.video.raw)
    } catch {
      outcome = CreateOutcome(error, slowdowns: take.slowdowns)
      answer = TakeAnswer(.create, at: clock.now(), status: error.status, body: error.raw)
      logger.notice("create \(number): \(error.message)")
    }
    guard let ended = await keep(take, outcome, answer) else { return }
    learnPace(outcome, of: take.service.profile)
    if ended.heldReason == .keyRefused { closedServices.insert(take.service) }
    if ended.heldReason == .offline { await holdUnreached(take.service, ended.problem) }
    if ended.phase == .held, ended.heldReason == .slowedDown, let leavesAt = ended.leavesAt, departures[number] == nil {
      departures[number] = clock.elapsed() + max(.zero, leavesAt - clock.now())
    }
  }

  /// Whether a take still waits for the moment that has come now: it may have been taken back, or held, by anyone.
  private static func isToLeave(_ take: Take) -> Bool {
    switch take.phase {
    case .leaving: true
    case .held: take.heldReason == .waitingTurn || take.heldReason == .slowedDown
    default: false
    }
  }

  /// Writes down that the request leaves now, if there is room for it. What cannot be written does not leave.
  private func startSending(_ waiting: Take, at sent: Timestamp) async -> Bool {
    let number = waiting.number
    let profile = waiting.service.profile
    do {
      let start = try await store.startSending(number, limits: limits(profile), now: sent, isToLeave: Self.isToLeave)
      writes += 1
      switch start {
      case .started(let take):
        written[number] = take
        await publish(take)
        return true
      case .full where isStopping: await holdAtLast(number, .interrupted)
      case .full:
        if queue.full.isEmpty { nextLook = clock.elapsed() + .seconds(5) }
        queue.noRoom(profile)
        queue.insert(waiting)
      case .paused:
        heard(isPaused: true)
        await change(number) { Self.isToLeave($0) && $0.hold(.paused) }
      case .movedOn: break
      }
      return false
    } catch {
      logger.error("store: \(error)")
      await holdAtLast(number, .notSent, Problem(error))
      return false
    }
  }

  /// A take that cannot leave waits for a person. It would stand there as leaving, for good, if that were not written.
  private func holdAtLast(_ number: Take.Number, _ reason: HeldReason, _ problem: Problem? = nil) async {
    await changeAtLast(number) { Self.isToLeave($0) && $0.hold(reason, problem) }
  }

  private static func request(for order: Order) async throws(Problem) -> CreateVideoRequest {
    var request = CreateVideoRequest(
      model: order.model, prompt: order.prompt, seconds: order.seconds, size: order.size)
    if let image = order.image { request.inputReference = try await ReferencePicture.load(image) }
    return request
  }

  private static let notKept = Phrase(
    "%1 was accepted as %2, but that cannot be written down: %3. Make room, or note the ID; Dailies goes on trying.",
    "%1 已被服务接受，编号 %2，但无法记录：%3。请腾出空间或自行记下编号；Dailies 会继续尝试。")
  private static let broughtIn = Phrase(
    "%1 was accepted as %2 after all; it is watched as %3.", "%1 其实已被接受，编号 %2；现作为 %3 跟踪。")

  /// Writes down what came of a create, however long the disk refuses: an id that is lost is money that is lost.
  private func keep(_ sent: Take, _ outcome: CreateOutcome, _ answer: TakeAnswer) async -> Take? {
    let now = clock.now()
    let number = sent.number
    var acceptedID: String?
    if case .accepted(let video, _) = outcome { acceptedID = video.id }
    let (id, log, report) = (acceptedID, logger, report)
    let ended = await changeAtLast(
      number, answer: answer,
      refused: { error in
        guard let id else { return report(.noted(Note(Problem(error)))) }
        report(.noted(Note(Self.notKept, number.description, id, error.description, tone: .bad)))
        log.critical("\(number) was accepted with id \(id), which cannot be stored: \(error)")
      },
      { take in
        if take.createEnded(outcome, at: now) { return true }
        // Another program took this one for gone and the take for UNSURE: the answer came all the same.
        guard let id else { return false }
        return take.settle(.id(id), at: now)
      })
    if ended == nil, let id { await bringIn(id, of: sent) }
    return ended
  }

  /// The answer to a take that was settled, as lost or as never arrived, before it came. Nothing paid for is left out.
  private func bringIn(_ id: String, of sent: Take) async {
    guard !Task.isCancelled, let known = try? await store.take(sent.number), known.videoID != id else { return }
    logger.critical("\(sent.number) was accepted with id \(id) after it was settled")
    var found = ImportedTake(videoID: id, order: sent.order)
    found.sent = known.phase == .dropped ? known : nil
    guard let (take, isNew) = try? await store.recordImport(found, service: sent.service, now: clock.now()) else {
      return
    }
    if isNew { await wrote(take) }
    report(.noted(Note(Self.broughtIn, sent.number.description, id, take.number.description, tone: .attention)))
  }
}
