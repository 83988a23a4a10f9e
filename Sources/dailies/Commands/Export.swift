import ArgumentParser
import DailiesCore
import DailiesRuntime
import DailiesStore
import Foundation

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the takes of a view into a file.",
    discussion: """
      A table (csv), JSON as `dailies ls --json` has it (json), an edit decision list for an editing program (edl), a list \
      for ffmpeg (concat), or a contact sheet for a browser and for paper (html). The newest take stands first unless \
      --reverse or --sort says otherwise. edl and concat hold saved takes alone, the oldest first, with --sort shot by \
      shot; takes that are no good stay out unless --view no-good asks for them.

        dailies export --view circled --out cut.edl
        dailies export --shot "The pier" --out pier.html
      """)

  @OptionGroup var options: CommonOptions

  @OptionGroup var wanted: ScopeOptions

  @Option(
    help: ArgumentHelp(
      "\(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")); else the ending of --out says it.",
      valueName: "format"))
  var format: ExportFormat?

  @Option(help: ArgumentHelp("Pictures a second in the timecode of edl: 24 or 25.", valueName: "rate"))
  var fps: FrameRate = .film

  @Option(help: ArgumentHelp("Into this file; without it, to standard output.", valueName: "file"))
  var out: String?

  @Flag(help: "Write over a file that is there.")
  var force = false

  func validate() throws {
    if format == nil, out.flatMap({ ExportFormat(path: $0) }) == nil {
      let names = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("Give --format \(names), or --out with a file name that ends so.")
    }
    if out?.isEmpty == true { throw ValidationError("--out takes the name of a file.") }
  }

  func run() throws {
    guard let format = format ?? out.flatMap({ ExportFormat(path: $0) }) else { return }
    let surroundings = try Surroundings(options, environment: .taken())
    let language = surroundings.language
    let store = try surroundings.openStore(.live())
    defer { store.close() }
    let scope = wanted.scope
    let takes: [Take]
    let times: TakeTimes
    do {
      takes = try waitFor {
        _ = try? await store.recover(now: ClockSource.live().now())
        return try await store.takes(try await store.numbers(scope))
      }
      times = TakeTimes(try store.timesNow())
    } catch {
      throw Failure(CommandExit.failed, (error as? StoreError)?.description ?? "\(error)")
    }
    let clock = ClockSource.live()
    let now = clock.now()
    let path = out.map { URL(filePath: $0).standardizedFileURL.plainPath }
    var how = ExportOptions(scope)
    how.language = language
    how.utcOffset = Surroundings.utcOffset(now)
    how.rate = fps
    how.showsMoney = !surroundings.isDemo
    how.folder = path.map { ($0 as NSString).deletingLastPathComponent }
    let films = FrameWorkshop(
      path: surroundings.environment.variables["PATH"] ?? "", folder: surroundings.folders.cache + "/frames",
      limit: { 0 }, images: surroundings.folders.state + "/images", clock: clock)
    how.glances = try waitFor { await TakeExport.glances(takes, for: format, by: films.access.glance) }
    let made = TakeExport.text(takes, as: format, how, times: times, at: now)
    for gap in ExportGap.allCases {
      guard let count = made.left[gap] else { continue }
      StandardError.write(Strings.exportLeft(language, String(count), gap.text(language)) + "\n")
    }
    for remark in made.remarks { StandardError.write(remark.text(language) + "\n") }
    if format.needsFilms, made.count == 0 {
      throw Failure(CommandExit.failed, Strings.exportNothing(language))
    }
    guard let path else { return StandardOutput.writeFile(made.text) }
    do {
      try TakeExport.write(made.text, to: path, replaces: force)
    } catch {
      let sentence = error.isTaken ? Strings.exportThere(language, path) : Reason(path, error.reason).text(language)
      throw Failure(CommandExit.failed, sentence)
    }
    StandardError.write(Strings.exportedTakes(language, path, String(made.count)) + "\n")
  }
}

extension ExportFormat: ExpressibleByArgument {}
extension FrameRate: ExpressibleByArgument {}

extension Strings {
  static let exportThere = Phrase("%1 is there already; --force writes over it.", "%1 已存在；--force 可覆盖。")
}
