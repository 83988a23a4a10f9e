import DailiesCore
import DailiesRuntime
import DailiesStore
import DailiesViews
import NCursesTerminal
import Synchronization
import TerminalCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Opens the screens and keeps them until the person is done.
enum Screens {
  /// - Throws: `Failure` when they cannot open; the terminal is untouched then, or restored.
  static func open(_ options: ScreenOptions) throws {
    let environment = KeyStore.Environment.taken()
    let usesColor = options.usesColor && (environment.variables["NO_COLOR"] ?? "").isEmpty
    // A script without a terminal is told so, whatever TERM says.
    let isDumb = environment.variables["TERM"] == "dumb" && isatty(STDIN_FILENO) == 1
    var isDemo = options.run.isDemo
    while true {
      let surroundings = try Surroundings(options.run, isDemo: isDemo, environment: environment)
      switch try run(
        surroundings, usesColor: usesColor, usesMouse: options.usesMouse, isLinear: options.isLinear || isDumb)
      {
      case .quit: return
      case .hungUp: throw Failure(CommandExit.hungUp, "")
      case .demo: isDemo = true
      case .signal(let number):
        // The terminal is restored and all is stored: end as the signal asked, so that the caller sees it.
        signal(number, SIG_DFL)
        raise(number)
        return
      }
    }
  }

  private static func run(
    _ surroundings: Surroundings, usesColor: Bool, usesMouse: Bool, isLinear: Bool
  ) throws -> Session.End {
    let post = Poster()
    let wiring = try Wiring(surroundings) { post.action($0) }
    var state: State
    let front: Front
    let cache = TerminalCache(
      folder: surroundings.folders.cache, environment: surroundings.environment.variables)
    let facts = cache.facts
    do {
      state = try firstState(wiring, usesMouse: usesMouse, widths: facts.widths?.widths ?? .standard)
      front =
        try isLinear
        ? .lines(openLines(surroundings))
        : .screens(
          openTerminal(
            wiring, usesColor: usesColor, reportsMouse: state.isMouseOn, measuresWidths: facts.widths == nil))
    } catch {
      wiring.store.close()
      throw error
    }
    var theme = theme(surroundings, usesColor, isLight: facts.isLight ?? false)
    if case .screens(let terminal) = front { theme.hasTrueColor = terminal.hasTrueColor }
    state.hasColorsForPictures = !isLinear && theme.palette == .colors256
    let mailbox = Mailbox(wakeUp: front.wakeUp)
    post.connect(mailbox)

    let assets = try? AssetFolder.find(environment: surroundings.environment.variables)
    let snippets = SnippetBook(
      SnippetFiles(delivered: assets.map { $0 + "/snippets" }, own: surroundings.folders.snippets))

    let frames = FrameWorkshop(
      path: surroundings.environment.variables["PATH"] ?? "", folder: surroundings.folders.cache + "/frames",
      limit: { Int64(wiring.current.settings.frameCacheMB) * 1_000_000 },
      images: surroundings.folders.state + "/images",
      clock: wiring.clock)
    let effects = EffectRunner(
      store: wiring.store, runner: wiring.runner, clock: wiring.clock, logger: wiring.logger,
      service: { wiring.current.service }, saveSetup: { await wiring.saveSetup($0) },
      saveSetting: { await wiring.saveSetting($0) }, useProfile: { await wiring.useProfile($0) },
      prices: wiring.prices.access,
      probe: { await wiring.finding(at: $0) },
      pictures: PictureWorkshop(
        tool: .find(path: surroundings.environment.variables["PATH"] ?? ""),
        folder: surroundings.folders.state + "/images"),
      frames: frames.access,
      keepTerminal: { effect in
        await FileWork.perform {
          cache.keep { facts in
            if case .keepWidths(let widths) = effect { facts.widths = widths }
            if case .adoptBackground(let isLight) = effect { facts.isLight = isLight }
          }
        }
      },
      loadSnippets: { await snippets.load() },
      player: { wiring.current.settings.player }, notifyCommand: { wiring.current.settings.notifyCommand },
      wildcards: surroundings.folders.wildcards,
      report: { mailbox.post($0) })
    let patience = Mutex(Duration.seconds(20))
    // Listens from here on: what is changed once the first frame is seen counts.
    let watch = SettingsWatch(wiring: wiring) { mailbox.post($0) }
    let background = Background {
      try await wiring.run(patience: { patience.withLock { $0 } }) {
        await withDiscardingTaskGroup { group in
          group.addTask { await watch.run() }
          await effects.run()
          group.cancelAll()
        }
      }
    }
    let editor = ExternalEditor(folder: surroundings.folders.state)
    effects.perform(.loadLiveTakes)
    effects.perform(.loadTimes)
    effects.perform(.loadWildcards)
    effects.perform(.loadLessons(baseURL: state.service.baseURL))
    let (end, last) = front.run(
      state, mailbox, wiring.clock, theme: theme, edit: { editor.edit($0) },
      pause: { stop in
        effects.drafts.waitForWrites(atMost: pauseWait)
        wiring.store.betweenTransactions(atMost: pauseWait, stop)
      },
      perform: { effects.perform($0) })
    switch end {
    case .quit, .demo: break
    // Whoever sends a signal does not wait long before the next one.
    case .signal, .hungUp: patience.withLock { $0 = .milliseconds(200) }
    }
    effects.finish()
    // The words first: the terminal may be one that takes nothing any more.
    let unwritten = try waitFor { await effects.drafts.waitForEnd() }
    front.close()
    for draft in unwritten { tell(draft, surroundings.language) }
    if end == .quit,
      let line = Self.goingOn(
        last.liveTakes.values, isDemo: surroundings.isDemo, dataFolder: surroundings.dataFolder, last.language)
    {
      StandardError.write(line + "\n")
    }
    try background.wait()
    return end
  }

  private static let draftNotKept = Phrase(
    "The draft could not be stored. It follows here, so that it is not lost:", "草稿无法保存。以下为全文，以免丢失：")

  private static let goesOn = Phrase(
    "%1 goes on at the service; start dailies again or run `%2`.", "%1 在服务端继续；请再次启动 dailies 或运行 `%2`。")
  private static let goOn = Phrase(
    "%1 and %2 more go on at the service; start dailies again or run `%3`.",
    "%1 等共 %2 条在服务端继续；请再次启动 dailies 或运行 `%3`。")

  /// Who stops the program waits so long for each: for the words, and for the transaction that others would wait for meanwhile.
  private static let pauseWait = Duration.seconds(1)

  /// What to say of takes that the service works on when nobody watches them any more; nil when there is none.
  static func goingOn(
    _ takes: some Sequence<Take>, isDemo: Bool, dataFolder: String? = nil, _ language: Language
  ) -> String? {
    let numbers = takes.filter { $0.phase.isWatched }.map(\.number).sorted()
    guard let first = numbers.first?.description else { return nil }
    let folder = dataFolder.map { " --data-dir " + Self.quoted($0) } ?? ""
    let command = "dailies watch" + (isDemo ? " --demo" : "") + folder
    if numbers.count == 1 { return goesOn(language, first, command) }
    // One language counts the others, the other one all of them.
    let count = language == .english ? numbers.count - 1 : numbers.count
    return goOn(language, first, String(count), command)
  }

  /// As one word for a shell.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || "/._-+".contains($0) }
    return isPlain && !path.isEmpty ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }

  private static func tell(_ draft: DraftRecord, _ language: Language) {
    let text = PromptEditor(draft.prompt).text
    guard !text.isEmpty else { return }
    StandardError.write(draftNotKept(language) + "\n\n" + text + "\n")
  }

  /// What the first frame shows: the draft and the newest takes, as the store has them.
  private static func firstState(_ wiring: Wiring, usesMouse: Bool, widths: DisplayWidth) throws -> State {
    let surroundings = wiring.surroundings
    var settings = surroundings.settings
    settings.mouse = settings.mouse && usesMouse
    let now = wiring.clock.now()
    var state = State(
      size: TerminalSize.ofOutput, widths: widths, now: now, utcOffset: Surroundings.utcOffset(now),
      language: surroundings.language,
      settings: settings, service: surroundings.status(hasKey: wiring.hasKey), keymap: surroundings.keys.keymap)
    state.begin(with: wiring.inForce(hasKey: wiring.hasKey), localeLanguage: surroundings.localeLanguage)
    do {
      try state.recall(from: wiring.store)
      _ = state.apply(.rowsLoaded(try wiring.store.rowsNow(state.list.query)))
      _ = state.apply(.pricesLoaded(wiring.prices.table))
      _ = state.apply(.spendingLoaded(try wiring.store.spendingNow(state.service.profile, on: state.today)))
    } catch {
      throw Failure(CommandExit.failed, Note(Problem(error)).text(surroundings.language) + "\n" + error.description)
    }
    for warning in wiring.prices.warnings { _ = state.apply(.noted(warning)) }
    for warning in surroundings.warnings { _ = state.apply(.noted(Note(warning: warning))) }
    state.filmFolder = surroundings.films
    state.homeFolder = surroundings.folders.home
    offerText(in: surroundings.folders, &state)
    state.recall(recentCommands: RecentCommands.remembered(in: wiring.store))
    if !wiring.hasKey, state.list.total == 0, state.prompt.isEmpty { state.openSetup(folder: surroundings.films) }
    return state
  }

  /// Looks for a text that an editor left when the program ended meanwhile.
  private static func offerText(in folders: Folders, _ state: inout State) {
    guard let file = TextFile.left(in: folders.state).last else { return }
    if case .text(let text, _) = file.read(), text == state.prompt.text { return file.remove() }
    state.offerText(file: file.path)
  }

  private static func openTerminal(
    _ wiring: Wiring, usesColor: Bool, reportsMouse: Bool, measuresWidths: Bool
  ) throws -> NCursesTerminal {
    let variables = wiring.surroundings.environment.variables
    var options = NCursesTerminal.Options(terminalName: variables["TERM"] ?? "")
    options.usesColor = usesColor
    options.reportsMouse = reportsMouse
    options.measuresWidths = measuresWidths
    options.notices = NoticeChannel(environment: variables)
    options.isDistant = variables["SSH_CONNECTION"] != nil
    options.saysTrueColor = ["truecolor", "24bit"].contains(variables["COLORTERM"])
    if options.isDistant { options.escapeWait = .milliseconds(50) }
    do {
      return try NCursesTerminal.open(options)
    } catch {
      throw Failure(CommandExit.usage, error.description)
    }
  }

  private static func openLines(_ surroundings: Surroundings) throws -> PlainTerminal {
    let variables = surroundings.environment.variables
    do {
      return try PlainTerminal.open(variables["TERM"] == "dumb" ? nil : NoticeChannel(environment: variables))
    } catch {
      throw Failure(CommandExit.usage, error.description)
    }
  }

  private static func theme(_ surroundings: Surroundings, _ usesColor: Bool, isLight: Bool) -> Theme {
    guard usesColor else { return Theme(.mono) }
    let name = surroundings.environment.variables["TERM"] ?? ""
    return name.contains("256color") || surroundings.environment.variables["COLORTERM"] != nil
      ? Theme(.colors256, background: isLight ? .light : .dark) : Theme(.colors16)
  }
}
