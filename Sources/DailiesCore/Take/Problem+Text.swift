extension Problem.Kind {
  /// What failed, as the start of a sentence.
  package var what: Phrase {
    switch self {
    case .contentRefused: Phrase("The service refused the content", "服务拒绝了该内容")
    case .badRequest: Phrase("The service refused a setting", "服务拒绝了某项设置")
    case .modelUnknown: Phrase("The service does not know the model", "服务没有这个模型")
    case .tooLarge: Phrase("The request is too large for the service", "请求超出服务的大小限制")
    case .notFound: Phrase("The service does not know this ID", "服务查不到这个编号")
    case .methodRefused: Phrase("The service refuses this kind of request", "服务不接受这类请求")
    case .keyMissing: Phrase("There is no API key", "没有 API 密钥")
    case .keyRefused: Phrase("The service refused the API key", "服务拒绝了 API 密钥")
    case .balanceUsedUp: Phrase("The balance or budget is used up", "余额或预算已用完")
    case .rateLimited: Phrase("The service asks to slow down", "服务要求放慢速度")
    case .redirected: Phrase("The address leads elsewhere", "该地址被重定向")
    case .unreachable: Phrase("The service cannot be reached", "无法连接服务")
    case .insecure: Phrase("The connection is not safe", "连接不安全")
    case .answerLost: Phrase("It was sent, but the answer was lost", "已发送，但没有收到应答")
    case .serviceFault: Phrase("The service has a fault", "服务出现故障")
    case .unreadableAnswer: Phrase("The answer could not be read", "应答无法读取")
    case .idMissing: Phrase("The service accepted it but gave no ID", "服务已接受，但没有给出编号")
    case .generationFailed: Phrase("The service could not make the film", "服务未能生成影片")
    case .cancelled: Phrase("The service cancelled the take", "服务取消了这一条")
    case .expired: Phrase("The film has expired", "影片已过期")
    case .withheld: Phrase("Completed, but no film (withheld)", "已完成，但没有影片（被扣留）")
    case .notAFilm: Phrase("What came is not a film", "收到的不是影片")
    case .filmIncomplete: Phrase("The film did not arrive whole", "影片没有收全")
    case .filmChanged: Phrase("The film changed while it was being saved", "保存期间影片发生了变化")
    case .diskFull: Phrase("The disk is full", "磁盘已满")
    case .folderNotWritable: Phrase("The folder cannot be written to", "文件夹无法写入")
    case .fileFailed: Phrase("The file could not be written", "文件无法写入")
    case .overLimit: Phrase("Nothing was sent: a hard limit refuses it", "没有发送：超出硬性限额")
    case .priceUnknown:
      Phrase("Nothing was sent: without a price the limit cannot be checked", "没有发送：没有可用的价格，无法核对限额")
    case .imageUnreadable: Phrase("The reference image cannot be used", "参考图片无法使用")
    case .storeFailed: Phrase("The store could not be written", "数据无法写入")
    case .settingsFailed: Phrase("The settings could not be written", "设置无法写入")
    case .playerFailed: Phrase("The player could not be started", "播放器无法启动")
    case .interrupted: Phrase("The program ended while it was being sent", "发送过程中程序退出")
    case .fileMissing: Phrase("The film is not where it was saved", "影片不在保存位置")
    case .settledLost: Phrase("Settled as lost", "已核实为丢失")
    case .neverArrived: Phrase("Settled: it never arrived", "已核实：从未到达")
    case .notSettled: Phrase("Nothing was settled", "未作核实")
    }
  }

  /// What to do next, as a sentence.
  package var next: Phrase {
    switch self {
    case .contentRefused: Phrase("%{takes.edit} edits the prompt as a new draft.", "按 %{takes.edit} 作为新草稿修改提示词。")
    case .badRequest, .modelUnknown, .methodRefused:
      Phrase("%{takes.edit} opens it as a draft; change the settings there.", "按 %{takes.edit} 作为草稿打开并修改设置。")
    case .tooLarge: Phrase("Use a smaller reference image.", "请使用较小的参考图片。")
    case .notFound: Phrase("%{takes.check_now} asks again.", "按 %{takes.check_now} 再次查询。")
    case .keyMissing, .keyRefused:
      Phrase(
        "%{change_key} changes it; a changed key file counts at once.", "按 %{change_key} 更换密钥；改动密钥文件会立即生效。")
    case .balanceUsedUp: Phrase("Top up at the provider, then send it by a key.", "请在服务商处充值，然后按键发送。")
    case .rateLimited: Phrase("It leaves by itself after the wait.", "等待之后会自动发出。")
    case .redirected: Phrase("Check the base URL in the settings.", "请检查设置中的服务地址。")
    case .unreachable: Phrase("Check the network; %{takes.open} sends it again.", "请检查网络；按 %{takes.open} 重新发送。")
    case .insecure: Phrase("Nothing was sent. Check the address and the certificate.", "没有发送。请检查地址和证书。")
    case .answerLost, .unreadableAnswer, .idMissing, .interrupted:
      Phrase(
        "It may have been charged: look at the provider's console, then %{takes.open} settles it.",
        "可能已计费：请查看服务商控制台，然后按 %{takes.open} 核实。")
    case .serviceFault: Phrase("Try again later.", "请稍后再试。")
    case .generationFailed, .cancelled:
      Phrase("%{takes.again} orders it again, %{takes.edit} edits it.", "按 %{takes.again} 再来一条，按 %{takes.edit} 修改。")
    case .fileMissing: Phrase("%{takes.save} saves it again.", "按 %{takes.save} 重新保存。")
    case .notSettled: Phrase("The take is as it was.", "该条保持原样。")
    case .expired, .withheld, .settledLost, .neverArrived:
      Phrase("%{takes.again} orders it again.", "按 %{takes.again} 再来一条。")
    case .notAFilm, .filmIncomplete, .filmChanged: Phrase("%{takes.save} tries again.", "按 %{takes.save} 重试。")
    case .diskFull: Phrase("Make room, then %{takes.save} goes on where it stopped.", "请腾出空间，然后按 %{takes.save} 继续。")
    case .folderNotWritable, .fileFailed:
      Phrase("Check the folder, then %{takes.save} tries again.", "请检查文件夹，然后按 %{takes.save} 重试。")
    case .overLimit:
      Phrase(
        "Untick some, wait for the next day or month, or raise the limit in config.toml.",
        "请减少条数、等到下一天或下个月，或在 config.toml 中提高限额。")
    case .priceUnknown:
      Phrase(
        "%{ledger.add_price} on the Ledger screen (%{show_ledger}) adds a price in the limit's currency; or take the limit out of config.toml.",
        "在账目界面（%{show_ledger}）按 %{ledger.add_price} 添加限额币种的价格；或在 config.toml 中去掉限额。")
    case .imageUnreadable:
      Phrase(
        "%{takes.edit} opens it as a draft, where %{attach_image} chooses another one.",
        "按 %{takes.edit} 作为草稿打开，再按 %{attach_image} 另选一张。")
    case .storeFailed: Phrase("Nothing was sent. Check the disk and try again.", "没有发送。请检查磁盘后重试。")
    case .settingsFailed: Phrase("Check the settings folder.", "请检查设置文件夹。")
    case .playerFailed: Phrase("Set `player` in the settings to one you have.", "请在设置中把 `player` 设为已安装的播放器。")
    }
  }
}
