import ArgumentParser
import DailiesCore
import DailiesRuntime
import TerminalCanvas

extension Doctor {
  struct Notifying: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "notify", abstract: "Call as for a finished take, and say by which way and why.")

    @OptionGroup var options: CommonOptions

    private static let trial = Phrase("a trial: so a finished take is told", "测试：有结果时会这样通知")
    private static let off = Phrase("notify is off: nobody is called.", "notify 设为 off：不会发出通知。")
    private static let noTerminal = Phrase(
      "There is no terminal here to call by. notify = \"command\" needs none.",
      "此处没有终端，无法通知。notify = \"command\" 不需要终端。")
    private static let ran = Phrase("notify_command was run: %1", "已运行 notify_command：%1")

    func run() throws {
      let surroundings = try Surroundings(options, environment: .taken())
      let language = surroundings.language
      let notice = Notice(trying: Self.trial(language))
      let choice = surroundings.settings.notifyChoice
      if choice == .off { return StandardOutput.write(Self.off(language) + "\n") }
      if choice == .command {
        let command = surroundings.settings.notifyCommand
        let failure = try waitFor { await NotifyCommand { command }.run(notice) }
        if let failure { throw Failure(CommandExit.failed, failure.text(language)) }
        return StandardOutput.write(Self.ran(language, command ?? "") + "\n")
      }
      // As the screens would where nobody looks at them.
      let channel = NoticeChannel(environment: surroundings.environment.variables)
      guard let way = choice.way(isFocused: nil), NoticeCaller.call(notice, channel, by: way) else {
        throw Failure(CommandExit.usage, Self.noTerminal(language))
      }
      StandardOutput.write(channel.account(of: way, choice, language).joined(separator: "\n") + "\n")
    }
  }
}

extension NoticeChannel {
  private static let rung = Phrase("The bell was rung.", "已响铃。")
  private static let asked = Phrase("notify = \"bell\" asks for it.", "因为 notify = \"bell\"。")
  private static let showsNone = Phrase("This terminal shows no notices (%1).", "此终端不显示通知（%1）。")
  private static let unknown = Phrase(
    "Nothing in the environment tells a terminal that shows notices; notify = \"osc\" tries it all the same.",
    "环境变量中看不出终端支持通知；可设 notify = \"osc\" 强制尝试。")
  private static let sent = Phrase("A notice was sent by %1, as %2 tells the terminal.", "已用 %1 发出通知（依据 %2）。")
  private static let tried = Phrase(
    "A notice was sent by %1; nothing tells whether this terminal takes it.", "已用 %1 发出通知；无法得知终端是否支持。")
  private static let tmux = Phrase(
    "It is wrapped for tmux, which lets it through with: set -g allow-passthrough on",
    "已为 tmux 封装；需在 tmux 中设置：set -g allow-passthrough on")
  private static let screen = Phrase("It is wrapped for GNU screen.", "已为 GNU screen 封装。")
  private static let accompanied = Phrase(
    "The bell rings as well, as it may not arrive.", "通知可能无法送达，因此同时响铃。")
  private static let unfocused = Phrase(
    "In the screens so only while the window is not looked at, or the terminal does not say.",
    "在界面中，仅当窗口不在前台或终端不报告焦点时才会通知。")

  /// What was done and why, a sentence each.
  func account(of way: NoticeWay, _ choice: NotifyChoice, _ language: Language) -> [String] {
    let (sequence, rings) = means(of: way)
    let end = choice == .auto ? [Self.unfocused(language)] : []
    guard let sequence else {
      let why = way == .bell ? Self.asked(language) : evidence.map { Self.showsNone(language, $0) }
      return [Self.rung(language), why ?? Self.unknown(language)] + end
    }
    var lines = [
      evidence.map { Self.sent(language, sequence.name, $0) } ?? Self.tried(language, sequence.name)
    ]
    switch wrapping {
    case .tmux: lines.append(Self.tmux(language))
    case .screen: lines.append(Self.screen(language))
    case nil: break
    }
    return lines + (rings ? [Self.accompanied(language)] : []) + end
  }
}
