import ArgumentParser
import DailiesCore
import NCursesTerminal
import TerminalCanvas

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Find out how this terminal behaves, and whether notices arrive.",
    subcommands: [Measuring.self, Notifying.self])

  struct Measuring: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "terminal", abstract: "Ask the terminal how wide it draws things, and keep the answer.")

    @OptionGroup var options: CommonOptions

    /// Terminals at the other end of a slow connection answer within that.
    private static let patience = Duration.seconds(3)
    /// The terminal around tmux answers behind tmux, or not at all.
    private static let patienceAround = Duration.milliseconds(500)

    private static let asking = Phrase("Asking the terminal how wide it draws things…", "正在询问终端的字宽…")
    private static let noAnswer = Phrase(
      "The terminal does not say how wide it draws things. Dailies lays out as xterm does.",
      "终端不回答字宽。Dailies 按 xterm 的字宽排版。")
    private static let kept = Phrase("Columns, as %1 draws them; kept in %2:", "%1 的字宽（列数），已保存到 %2：")

    func run() throws {
      let surroundings = try Surroundings(options, environment: .taken())
      let language = surroundings.language
      let variables = surroundings.environment.variables
      let cache = TerminalCache(folder: surroundings.folders.cache, environment: variables)
      let found = try measure(variables, language)
      StandardOutput.write(found.pictures.account(language) + "\n")
      guard let measurement = found.widths else {
        throw Failure(CommandExit.failed, Self.noAnswer(language))
      }
      cache.keep { $0.widths = measurement }
      StandardOutput.write(Self.kept(language, variables["TERM"] ?? "", cache.path) + "\n")
      for sample in WidthSample.allCases where sample.expected == nil {
        StandardOutput.write("  \(measurement[sample])  \(sample.title(language))  \(sample.text)\n")
      }
    }

    /// No widths when the terminal does not answer, or nobody is there any more.
    private func measure(
      _ variables: [String: String], _ language: Language
    ) throws -> (widths: WidthMeasurement?, pictures: PictureAbilities) {
      let terminal: NCursesTerminal
      var options = NCursesTerminal.Options(terminalName: variables["TERM"] ?? "")
      options.notices = NoticeChannel(environment: variables)
      do {
        terminal = try NCursesTerminal.open(options)
      } catch {
        throw Failure(CommandExit.usage, error.description)
      }
      defer { terminal.close() }
      var canvas = Canvas(size: terminal.size)
      canvas.draw(Self.asking(language), column: 1, row: 0)
      terminal.present(canvas)
      var pictures = PictureAbilities()
      var widths: WidthMeasurement?
      while widths == nil || (pictures.isTmux && pictures.best == nil) {
        for event in terminal.waitForEvents(timeout: widths == nil ? Self.patience : Self.patienceAround) {
          switch event {
          case .picturesFound(let abilities): pictures = abilities
          case .measured(let measurement): widths = measurement
          case .deadline, .ended, .signal: return (widths, pictures)
          case .input(.key(.escape)), .input(.key(.control("c"))): return (widths, pictures)
          default: break
          }
        }
      }
      return (widths, pictures)
    }
  }
}

extension WidthSample {
  /// What the sample stands for.
  var title: Phrase {
    switch self {
    case .letter: Phrase("letter", "字母")
    case .ideograph: Phrase("ideograph", "汉字")
    case .mark: Phrase("combining mark", "组合符号")
    case .section: Phrase("section sign", "分节号")
    case .alpha: Phrase("Greek letter", "希腊字母")
    case .ellipsis: Phrase("ellipsis", "省略号")
    case .quotation: Phrase("quotation mark", "引号")
    case .circledDigit: Phrase("circled digit", "带圈数字")
    case .line: Phrase("line", "线条")
    case .block: Phrase("block", "方块")
    case .family: Phrase("joined emoji", "组合表情")
    case .skinTone: Phrase("emoji with a skin tone", "带肤色的表情")
    case .flag: Phrase("flag", "旗帜")
    case .keycap: Phrase("keycap", "键帽")
    case .emojiSelector: Phrase("sign as an emoji", "以表情显示的符号")
    case .textSelector: Phrase("emoji as a sign", "以文字显示的表情")
    case .newEmoji: Phrase("emoji of Unicode 16", "Unicode 16 的表情")
    case .conjunct: Phrase("Devanagari syllable", "天城文音节")
    }
  }
}
