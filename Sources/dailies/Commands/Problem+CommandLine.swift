import DailiesCore

extension Problem {
  /// What failed, why, and what to do next: the command, where the screens would name a key.
  func text(_ language: Language, _ number: Take.Number? = nil) -> String {
    let what = kind.what(language)
    let next = kind.command(language, number?.description)
    if detail.isEmpty { return language == .english ? "\(what). \(next)" : "\(what)。\(next)" }
    let words = detail(language)
    let isStopped = words.hasSuffix(".") || words.hasSuffix("。")
    let reason = isStopped ? String(words.dropLast()) : words
    return language == .english ? "\(what): \(reason). \(next)" : "\(what)：\(reason)。\(next)"
  }
}

extension Strings {
  static let heldOnCommandLine = Phrase(
    "Nothing was sent. %{takes.open} on %1 in the screens sends it.", "没有发送。在界面中选中 %1 按 %{takes.open} 即可发送。")
}

extension Problem.Kind {
  private static let newPrompt = Phrase("Change the prompt: dailies new.", "请修改提示词：dailies new。")
  private static let newSettings = Phrase(
    "Change it: dailies new --model, --seconds, --size.", "请修改：dailies new --model、--seconds、--size。")
  private static let settle = Phrase(
    "It may have been charged: look at the provider's console, then dailies settle %1 --id ID, --never-arrived or --lost.",
    "可能已计费：请查看服务商控制台，然后执行 dailies settle %1 --id 编号、--never-arrived 或 --lost。")
  private static let orderAgain = Phrase("dailies new orders it again.", "用 dailies new 再来一条。")
  private static let showTake = Phrase("dailies show %1 shows it.", "用 dailies show %1 查看。")
  private static let fetchAgain = Phrase("dailies get %1 tries again.", "用 dailies get %1 重试。")
  private static let fetchOn = Phrase(
    "Make room, then dailies get %1 goes on where it stopped.", "请腾出空间，然后用 dailies get %1 继续。")
  private static let fetchElsewhere = Phrase(
    "Check the folder, then dailies get %1 tries again.", "请检查文件夹，然后用 dailies get %1 重试。")
  private static let askAgain = Phrase("dailies watch %1 asks again.", "用 dailies watch %1 再次查询。")
  private static let otherID = Phrase("Check the ID and --profile.", "请检查编号和 --profile。")
  private static let checkNetwork = Phrase("Check the network.", "请检查网络。")
  private static let topUp = Phrase("Top up at the provider.", "请在服务商处充值。")
  private static let otherImage = Phrase("Choose another one with --image.", "请用 --image 另选一张。")
  private static let limits = Phrase(
    "dailies spend shows what was spent; prices are in prices.toml, limits in config.toml.",
    "dailies spend 显示已花费多少；价格在 prices.toml 中，限额在 config.toml 中。")
  private static let addKey = Phrase(
    "Set DAILIES_API_KEY, or store the key with the set-up of the screens.", "请设置 DAILIES_API_KEY，或在界面的设置向导中保存密钥。")

  /// What to do next on the command line, for the take of this name.
  fileprivate func command(_ language: Language, _ take: String?) -> String {
    let name = take ?? "T…"
    return switch self {
    case .contentRefused: Self.newPrompt(language)
    case .badRequest, .modelUnknown, .methodRefused: Self.newSettings(language)
    case .notFound: take == nil ? Self.otherID(language) : Self.askAgain(language, name)
    case .keyMissing, .keyRefused: Self.addKey(language)
    case .balanceUsedUp: Self.topUp(language)
    case .unreachable: Self.checkNetwork(language)
    case .answerLost, .unreadableAnswer, .idMissing, .interrupted: Self.settle(language, name)
    case .generationFailed, .cancelled, .expired, .withheld, .settledLost, .neverArrived: Self.orderAgain(language)
    case .notSettled: Self.showTake(language, name)
    case .notAFilm, .filmIncomplete, .filmChanged, .fileMissing: Self.fetchAgain(language, name)
    case .diskFull: Self.fetchOn(language, name)
    case .folderNotWritable, .fileFailed: Self.fetchElsewhere(language, name)
    case .imageUnreadable: Self.otherImage(language)
    case .overLimit, .priceUnknown: Self.limits(language)
    case .tooLarge, .rateLimited, .redirected, .insecure, .serviceFault, .storeFailed, .settingsFailed, .playerFailed:
      next(language)
    }
  }
}
