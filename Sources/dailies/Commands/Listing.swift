import ArgumentParser
import DailiesCore
import DailiesRuntime
import DailiesStore
import DailiesViews

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "ls", abstract: "List takes, newest first.")

  @OptionGroup var options: CommonOptions

  @OptionGroup var wanted: ScopeOptions

  @Option(help: "How many at most.")
  var limit = 100

  @Flag(help: "Answer with one JSON object.")
  var json = false

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit takes a number above 0, not \(limit).") }
  }

  func run() throws {
    let surroundings = try Surroundings(options, environment: .taken())
    let store = try surroundings.openStore(.live())
    defer { store.close() }
    _ = try? waitFor { try await store.recover(now: ClockSource.live().now()) }
    let found: TakeRows
    let times: TakeTimes
    do {
      found = try store.rowsNow(TakeQuery(wanted.scope, range: 0..<limit))
      times = TakeTimes(try store.timesNow())
    } catch {
      throw Failure(CommandExit.failed, error.description)
    }
    let now = ClockSource.live().now()
    if json {
      Report(total: found.total, takes: found.rows.map { TakeReport($0, times: times, at: now) }).write()
      return
    }
    let language = surroundings.language
    if found.rows.isEmpty {
      let isWhole = wanted.scope.isWhole
      StandardError.write((isWhole ? Strings.noTakesYet : Strings.noneMatch)(language) + "\n")
    }
    for take in found.rows {
      let order = "\(take.secondsText)s \(take.sizeText)"
      let prompt = take.order.prompt.replacing("\n", with: " ").prefix(60)
      let state = [
        take.phase.word(language), take.timeLine(times, at: now, language), take.unsavedTexts(at: now, language).first,
      ].compactMap { $0 }
      StandardOutput.write("\(take.number)  \(state.joined(separator: " "))  \(order)  \(prompt)\n")
    }
    if found.total > found.rows.count {
      StandardError.write(Strings.listCut(language, String(found.rows.count), String(found.total)) + "\n")
    }
  }
}

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one take in full.")

  @OptionGroup var options: CommonOptions

  @Argument(help: ArgumentHelp("The take's number (T031) or its ID.", valueName: "take"))
  var take: String

  @Flag(help: "Answer with one JSON object.")
  var json = false

  func run() throws {
    let surroundings = try Surroundings(options, environment: .taken())
    let store = try surroundings.openStore(.live())
    defer { store.close() }
    _ = try? waitFor { try await store.recover(now: ClockSource.live().now()) }
    let name = self.take
    let take = try waitFor { try await store.named(name) }
    let times = TakeTimes(try waitFor { try await store.times() })
    let now = ClockSource.live().now()
    if json { return StandardOutput.write(TakeReport(take, times: times, at: now).jsonLine + "\n") }
    let events = try waitFor { try await store.events(of: take.number) }
    StandardOutput.write(description(take, events, times, now, surroundings))
  }

  private func description(
    _ take: Take, _ events: [TakeEvent], _ times: TakeTimes, _ now: Timestamp, _ surroundings: Surroundings
  ) -> String {
    let language = surroundings.language
    let report = TakeReport(take)
    var lines = [take.line(language)]
    if let estimate = times.estimate(of: take, at: now), let left = take.timeLine(times, at: now, language) {
      lines.append(left + "  " + estimate.usual.text(language, median: estimate.usual.median.clock))
    }
    if let unsaved = take.unsavedTexts(at: now, language).first {
      let expiry = take.expires.map { Strings.expiresAt(language, Self.time($0)) }
      lines.append([unsaved, expiry].compactMap { $0 }.joined(separator: "  "))
    }
    lines.append("")
    let facts: [(Phrase, String?)] = [
      (Strings.model, report.model), (Strings.length, report.seconds.map { "\($0) s" }), (Strings.size, report.size),
      (Strings.image, report.image),
    ]
    for case (let name, let value?) in facts { lines.append("\(name(language)): \(value)") }
    if let cost = take.cost, !surroundings.isDemo {
      lines.append("\(Strings.costLabel(language)): \(cost.text(language))")
    }
    if let shot = take.origin?.shot { lines.append(Strings.ofShot(language, shot)) }
    if let parent = report.parent { lines.append(Strings.fromTake(language, parent)) }
    if let tags = take.tags { lines.append(State.tagText(tags)) }
    if let verdict = take.verdict { lines.append(verdict.word(language)) }
    if let comment = take.comment { lines.append(Strings.noteBeside(language, comment)) }
    if let id = report.id { lines.append(Strings.id(language, id)) }
    if let file = report.file { lines.append(Strings.file(language, file)) }
    if let film = take.filmText(language) { lines.append(film) }
    lines += ["", take.order.prompt, "", Strings.history(language)]
    for event in events {
      let problem = event.problem.map { "  " + $0.text(language, take.number) } ?? ""
      lines.append("  \(Self.time(event.at))  \(event.phase.word(language))\(problem)")
    }
    if let raw = take.problem?.raw { lines += ["", raw] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// As the screens write it: local, with the date unless it was today.
  private static func time(_ at: Timestamp) -> String {
    let now = ClockSource.live().now()
    return LocalTime(at, utcOffset: Surroundings.utcOffset(at))
      .text(now: LocalTime(now, utcOffset: Surroundings.utcOffset(now)))
  }
}

extension Store {
  /// The take that a person named by number or by id.
  ///
  /// - Throws: `Failure` with code 2 when there is none.
  // Inlined into a loop it makes the optimiser of Swift 6.3.1 crash ("splitting coroutine").
  @inline(never)
  func named(_ name: String) async throws -> Take {
    if let number = Take.Number(name), let take = try await take(number) { return take }
    if let take = try await take(videoID: name) { return take }
    throw Failure(CommandExit.usage, "There is no take \(name). `dailies ls` lists them.")
  }
}
