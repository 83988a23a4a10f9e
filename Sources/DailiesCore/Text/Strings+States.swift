extension TakePhase {
  /// The state word; capitals mean that a person is wanted, or that there is news.
  package var word: Phrase {
    switch self {
    case .held: Phrase("held", "待发")
    case .leaving: Phrase("leaving", "即将发出")
    case .sending: Phrase("sending", "发送中")
    case .unsure: Phrase("UNSURE", "待核实")
    case .queued: Phrase("queued", "排队中")
    case .running: Phrase("running", "生成中")
    case .ready: Phrase("READY", "待保存")
    case .saving: Phrase("saving", "保存中")
    case .saved: Phrase("saved", "已保存")
    case .failed: Phrase("FAILED", "失败")
    case .gone: Phrase("GONE", "已失效")
    case .dropped: Phrase("dropped", "已撤回")
    }
  }

  /// The sign in the first column: says without colour that a person is wanted.
  package var sign: String {
    switch self {
    case .unsure: "?"
    case .ready: "*"
    default: " "
    }
  }

  package var meaning: Phrase {
    switch self {
    case .held: Phrase("waits on our side, with the reason; free to drop", "在本机等待，附原因；可随时放弃")
    case .leaving: Phrase("countdown; %{take_back_leaving} takes it back", "倒计时；%{take_back_leaving} 撤回")
    case .sending: Phrase("the request is under way", "请求进行中")
    case .unsure: Phrase("sent, outcome unknown; may be charged; never sent again by itself", "已发送但结果未知；可能计费；绝不自动重发")
    case .queued: Phrase("accepted, not started", "已接受，未开始")
    case .running: Phrase("being made", "正在生成")
    case .ready: Phrase("finished, not saved here", "已完成，尚未保存到本机")
    case .saving: Phrase("bytes are arriving", "正在接收数据")
    case .saved: Phrase("the file was checked and is in place", "文件已校验并就位")
    case .failed: Phrase("refused or failed before there was a film", "在产生影片之前被拒绝或失败")
    case .gone: Phrase("finished, but there is no film to be had", "已结束，但没有影片可取")
    case .dropped: Phrase("taken back, or never arrived; hidden", "已撤回或从未到达；默认隐藏")
    }
  }
}

extension HeldReason {
  package var text: Phrase {
    switch self {
    case .waitingTurn: Phrase("waits for its turn", "等待轮到")
    case .slowedDown: Phrase("asked to slow down", "服务要求放慢")
    case .slowedTooLong: Phrase("slowed down too long", "限速太久")
    case .keyRefused: Phrase("key refused", "密钥被拒")
    case .balanceUsedUp: Phrase("balance used up", "余额不足")
    case .wrongAddress: Phrase("wrong address", "地址有误")
    case .notSent: Phrase("not sent", "未能发出")
    case .offline: Phrase("offline, not sent", "离线，未发出")
    case .interrupted: Phrase("left over, not sent", "上次未发出")
    case .paused: Phrase("queue paused", "队列已暂停")
    case .canary: Phrase("after the canary", "等首条结果")
    case .canarySeen: Phrase("see the canary first", "请先看首条")
    case .canaryFailed: Phrase("canary failed", "首条未成")
    case .refusedTwice: Phrase("stopped: two refused", "连续被拒，已停止")
    }
  }
}

extension TakeView {
  package var title: Phrase {
    switch self {
    case .all: Phrase("All", "全部")
    case .live: Phrase("Live", "进行中")
    case .ready: Phrase("Ready", "待保存")
    case .saved: Phrase("Saved", "已保存")
    case .failed: Phrase("Failed", "失败")
    case .unsure: Phrase("Unsure", "待核实")
    case .held: Phrase("Held", "待发")
    case .hidden: Phrase("Hidden", "已隐藏")
    }
  }
}
