import DailiesCore
import DemoService

/// The words of the demo service as the help screen lists them.
enum DemoHints {
  static let all = DemoWord.all.map { word in
    ServiceStatus.DemoHint(word: Phrase(word.english, word.chinese), effect: text(word.effect))
  }

  private static func text(_ effect: DemoEffect) -> Phrase {
    switch effect {
    case .refused: Phrase("the content is refused", "内容被拒绝")
    case .failed: Phrase("the take fails after a while", "一段时间后失败")
    case .withheld: Phrase("completed, but without a film", "已完成但没有影片")
    case .answerLost: Phrase("the answer is lost: UNSURE", "应答丢失：待核实")
    case .queuedLong: Phrase("a minute longer in the queue", "多排队一分钟")
    case .rateLimited: Phrase("asked to slow down, then accepted", "先被限速，之后接受")
    case .expired: Phrase("the film is gone when it is fetched", "取回时影片已过期")
    }
  }
}
