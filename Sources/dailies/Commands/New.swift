import ArgumentParser
import DailiesCore
import DailiesRuntime
import DailiesStore
import Foundation
import VideosAPI

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Send a prompt, and wait for the film if asked.",
    discussion: """
      Without --yes it asks before it spends anything, and refuses when there is nobody to ask. Progress goes to \
      standard error, results to standard output.
      """)

  @OptionGroup var options: CommonOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("The prompt; - reads standard input.", valueName: "text"))
  var prompt: String?

  @Option(help: ArgumentHelp("Read the prompt from a file.", valueName: "path"))
  var file: String?

  @Option(help: ArgumentHelp("The model; the profile's first one by default.", valueName: "name"))
  var model: String?

  @Option(help: "Length of the film in seconds.")
  var seconds = 8

  @Option(help: ArgumentHelp("Picture size.", valueName: "WxH"))
  var size = "1280x720"

  @Option(help: ArgumentHelp("Reference image: a path or an https address.", valueName: "path"))
  var image: String?

  @Option(help: "How many takes to ask for.")
  var takes = 1

  @Flag(help: "Unfold {a|b} and __name__ into several prompts, each with its takes; as typed without it.")
  var variants = false

  @Option(help: ArgumentHelp("With --variants: so many prompts, by chance.", valueName: "count"))
  var sample: Int?

  @Option(help: ArgumentHelp("With --sample: another seed draws other prompts.", valueName: "number"))
  var seed: UInt64 = 1

  @Flag(help: "Send without asking.")
  var yes = false

  @Flag(help: "Wait until the film is saved, or is not to be had.")
  var wait = false

  @Option(help: ArgumentHelp("Give up waiting after so many seconds (exit code 7).", valueName: "seconds"))
  var timeout: Int?

  @Option(help: ArgumentHelp("Save the film in this folder.", valueName: "folder"))
  var out: String?

  @Flag(help: "Answer with one JSON object.")
  var json = false

  @Flag(help: "Say what would be sent, and send nothing.")
  var dryRun = false

  func validate() throws {
    guard (prompt == nil) != (file == nil) else {
      throw ValidationError("Give the prompt with -p or --file, one of them.")
    }
    guard (1...60).contains(seconds) else { throw ValidationError("--seconds takes 1 to 60, not \(seconds).") }
    guard VideoSize(size) != nil else {
      throw ValidationError(
        "--size takes one of \(VideoSize.known.map(\.description).joined(separator: ", ")), not '\(size)'.")
    }
    guard ShotSettings.takesRange.contains(takes) else {
      throw ValidationError(
        "--takes takes \(ShotSettings.takesRange.lowerBound) to \(ShotSettings.takesRange.upperBound), not \(takes).")
    }
    if sample != nil, !variants { throw ValidationError("--sample needs --variants.") }
    if let sample, sample < 1 { throw ValidationError("--sample takes 1 or more, not \(sample).") }
    if let timeout, timeout < 0 { throw ValidationError("--timeout takes seconds, not \(timeout).") }
    if out != nil, !wait { throw ValidationError("--out needs --wait.") }
  }

  func run() throws {
    let environment = KeyStore.Environment.taken()
    let surroundings = try Surroundings(options, environment: environment)
    let order = try order(surroundings)
    let orders = try prompts(order.prompt, surroundings).flatMap { prompt in
      var order = order
      order.prompt = prompt
      return Array(repeating: order, count: takes)
    }
    for warning in warnings(of: order, surroundings) { StandardError.write("! \(warning)\n") }
    let forecast = forecast(orders, surroundings)
    for finding in forecast.findings { StandardError.write("! \(finding.text(surroundings.wording))\n") }
    if dryRun { return tell(orders, forecast, surroundings) }
    guard try surroundings.hasKey() else {
      throw Failure(CommandExit.setup, Problem(.keyMissing).text(surroundings.language))
    }
    if forecast.refusal != nil { throw Failure(CommandExit.notConfirmed, Strings.nothingSent(surroundings.language)) }
    if !yes { try ask(orders, forecast, surroundings) }

    let follower = TakeFollower(surroundings.language)
    let folder = out.map { Folders.absolute($0, home: surroundings.folders.home) }
    let wiring = try Wiring(surroundings, watches: wait, savesOwn: wait) { follower.report($0) }
    let language = surroundings.language
    let (wait, limit) = (wait, timeout)
    let ended = try waitFor {
      try await wiring.run {
        let recorded = await wiring.runner.confirm(
          Confirmation(orders), for: surroundings.service, countdown: 0, savingIn: folder)
        guard !recorded.isEmpty else {
          if let refusal = follower.refusal { throw Failure(CommandExit.notConfirmed, refusal.text(language)) }
          throw Failure(CommandExit.notSent, Strings.nothingSent(language))
        }
        let tell: @Sendable (Take) -> Void = { StandardError.write($0.line(language) + "\n") }
        // The limit is one of waiting: what is about to leave is not held back by it.
        let begun = await follower.wait(for: recorded, changed: tell) { $0.phase != .leaving }
        return try await withTimeLimit(wait ? limit : nil) {
          await follower.wait(for: Array(begun.values), changed: tell) { wait ? $0.isFinished : $0.hasLeft }
        } otherwise: {
          var current: [Take.Number: Take] = [:]
          for take in recorded { current[take.number] = try await wiring.store.take(take.number) }
          return current
        }
      }
    }
    try finish(ended.values.sorted { $0.number < $1.number }, surroundings)
  }

  private func finish(_ takes: [Take], _ surroundings: Surroundings) throws {
    var takes = takes
    if let out {
      takes = try takes.map {
        try FilmCopy.bring($0, to: Folders.absolute(out, home: surroundings.folders.home), surroundings.language)
      }
    }
    let code = CommandExit.worst(takes.map { CommandExit.code(for: $0, saves: wait) })
    if json {
      Report(exitCode: code, takes: takes.map { TakeReport($0) }).write()
    } else {
      for take in takes { StandardOutput.write((take.filePath ?? take.number.description) + "\n") }
    }
    if code != CommandExit.done { throw Failure(code, "") }
  }

  private func order(_ surroundings: Surroundings) throws -> Order {
    let text = try promptText()
    guard text.contains(where: { !$0.isWhitespace }) else { throw Failure(CommandExit.usage, "The prompt is empty.") }
    guard let size = VideoSize(size) else { throw Failure(CommandExit.usage, "No picture size: \(size)") }
    var reference: ReferenceImage?
    if let image {
      let absolute = image.hasPrefix("https://") ? image : Folders.absolute(image, home: surroundings.folders.home)
      reference = ReferenceImage(reading: absolute)
      guard reference != nil else {
        throw Failure(CommandExit.usage, "--image takes a PNG, JPEG or WebP file or an https address, not '\(image)'.")
      }
      if case .file(let path)? = reference, access(path, R_OK) != 0 {
        throw Failure(CommandExit.usage, "--image: \(path) cannot be read: \(String(cString: strerror(errno))).")
      }
    }
    let model = model ?? surroundings.settings.chosenProfile.models.first ?? Profile.standardModel
    return Order(model: model, prompt: text, seconds: seconds, size: size, image: reference)
  }

  /// The prompts that are sent: the one that was given, or those that it stands for.
  private func prompts(_ text: String, _ surroundings: Surroundings) throws -> [String] {
    guard variants else { return [text] }
    let language = surroundings.language
    let ceiling = surroundings.settings.mostRows
    let wildcards = WildcardFolder.readNow(surroundings.folders.wildcards)
    switch PromptPattern.read(text, wildcards: wildcards) {
    case .plain: return [text]
    case .flaw(let flaw): throw Failure(CommandExit.usage, flaw.note(in: text).text(surroundings.wording))
    case .pattern(let pattern):
      let wanted = sample ?? pattern.count
      guard wanted <= ceiling else {
        throw Failure(
          CommandExit.usage, Strings.tooManyPrompts(language, PatternCount.text(wanted), PatternCount.text(ceiling)))
      }
      return Unfolding(pattern, ceiling: ceiling, seed: seed, size: wanted).variants().map(\.text)
    }
  }

  private func promptText() throws -> String {
    if let prompt, prompt != "-" { return prompt }
    let data: Data
    if let file {
      do {
        data = try Data(contentsOf: URL(filePath: file))
      } catch {
        throw Failure(CommandExit.usage, "The prompt file cannot be read: \(file)")
      }
    } else {
      data = FileHandle.standardInput.readDataToEndOfFile()
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw Failure(CommandExit.usage, "The prompt is not UTF-8.")
    }
    return text.trimming
  }

  /// What it would cost and which limits it would meet. The limits are held to once more when it is written down.
  private func forecast(_ orders: [Order], _ surroundings: Surroundings) -> SpendingForecast {
    let clock = ClockSource.live()
    let profile = surroundings.service.profile
    let rules = surroundings.settings.rules(
      for: profile, prices: surroundings.prices.table, now: clock.now(), isDemo: surroundings.isDemo)
    for warning in surroundings.prices.warnings where !surroundings.isDemo {
      StandardError.write("! \(warning.text(surroundings.language))\n")
    }
    // A store that cannot be opened is said when something is to be written.
    let store = try? surroundings.openStore(clock)
    defer { store?.close() }
    return SpendingForecast(
      orders, profile: profile, rules: rules, spent: try? store?.spendingNow(profile, on: rules.day))
  }

  private func tell(_ orders: [Order], _ forecast: SpendingForecast, _ surroundings: Surroundings) {
    let seconds = orders.reduce(0) { $0 + $1.seconds }
    guard let order = orders.first else { return }
    let prompts = Self.distinct(orders)
    if json {
      let plan = DryRun(
        baseURL: surroundings.service.baseURL, model: order.model, prompt: order.prompt, seconds: order.seconds,
        size: order.size.description, image: order.image?.name, takes: orders.count, totalSeconds: seconds,
        estimates: Dictionary(forecast.sums.map { ($0.currency, $0.number) }) { $1 },
        prompts: prompts.count > 1 ? prompts : nil)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      if let data = try? encoder.encode(plan) { StandardOutput.write(String(decoding: data, as: UTF8.self) + "\n") }
    } else {
      StandardOutput.write(summary(orders, forecast, surroundings) + "\n")
    }
  }

  /// The prompts in order, those of several takes once.
  private static func distinct(_ orders: [Order]) -> [String] {
    orders.enumerated().filter { $0 == 0 || $1.prompt != orders[$0 - 1].prompt }.map(\.element.prompt)
  }

  private func summary(_ orders: [Order], _ forecast: SpendingForecast, _ surroundings: Surroundings) -> String {
    guard let order = orders.first else { return "" }
    let language = surroundings.language
    let seconds = orders.reduce(0) { $0 + $1.seconds }
    let price = surroundings.isDemo ? [Strings.reviewDemo(language)] : forecast.lines(surroundings.wording).map(\.text)
    let image = order.image.map { ["\(Strings.image(language)): \($0.whole)"] } ?? []
    return
      ([
        Strings.reviewSum(language, String(orders.count), String(seconds)),
        "\(order.model)  \(order.seconds) s  \(order.size)",
      ] + image + [Strings.to(language, surroundings.service.baseURL)] + price + [""] + Self.distinct(orders))
      .joined(separator: "\n")
  }

  /// What is known to be refused, or may be: said, never blocked, as services differ.
  private func warnings(of order: Order, _ surroundings: Surroundings) -> [String] {
    let language = surroundings.language
    var warnings: [String] = []
    let combination = Combination(order, baseURL: surroundings.service.baseURL)
    if let doubt = lessons(surroundings).doubt(combination) {
      let offset = Surroundings.utcOffset(ClockSource.live().now())
      warnings.append(doubt.sentence(seconds: order.seconds, language, utcOffset: offset))
    }
    if !VideoSize.known.contains(order.size) {
      let known = VideoSize.known.map(\.description).joined(separator: ", ")
      warnings.append(Strings.unusualSize(language, order.size.description, known))
    }
    return warnings
  }

  /// What was learned of the service; nothing where the store cannot be read, which a dry run does not need.
  private func lessons(_ surroundings: Surroundings) -> Lessons {
    guard let store = try? surroundings.openStore(.live()) else { return Lessons() }
    defer { store.close() }
    let found = try? waitFor { try await store.lessons(baseURL: surroundings.service.baseURL) }
    return Lessons(found ?? [])
  }

  private func ask(_ orders: [Order], _ forecast: SpendingForecast, _ surroundings: Surroundings) throws {
    guard isatty(STDIN_FILENO) == 1, prompt != "-" else {
      throw Failure(CommandExit.notConfirmed, Strings.needsYes(surroundings.language))
    }
    StandardError.write(summary(orders, forecast, surroundings) + "\n" + Strings.askSend(surroundings.language) + " ")
    guard let answer = readLine()?.trimming.lowercased(), ["y", "yes", "是"].contains(answer) else {
      throw Failure(CommandExit.notConfirmed, Strings.nothingSent(surroundings.language))
    }
  }

  private struct DryRun: Codable {
    var version = TakeReport.version
    var baseURL: String
    var model: String
    var prompt: String
    var seconds: Int
    var size: String
    var image: String?
    var takes: Int
    var totalSeconds: Int
    /// By currency, at the person's prices; empty where none is known.
    var estimates: [String: String]
    /// All of them, where there are several; `prompt` is the first.
    var prompts: [String]?
  }
}

extension ReferenceImage {
  /// The whole path or address.
  fileprivate var whole: String {
    switch self {
    case .file(let path): path
    case .address(let address): address
    }
  }
}

extension Take {
  /// It was answered, or will not leave by itself.
  var hasLeft: Bool {
    switch phase {
    case .leaving, .sending: false
    case .held: isSettled
    default: true
    }
  }

  /// Saved, or nothing more comes: a film that is ready is saved by itself unless that failed.
  var isFinished: Bool { phase == .ready ? problem != nil || savePause != nil : isSettled }
}
