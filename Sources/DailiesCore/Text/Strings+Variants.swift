/// The texts about prompts that stand for several.
extension Strings {
  package static let flawUnclosed = Phrase(
    "The { at character %1 has a | after it and no }.", "第 %1 个字符处的 { 之后有 |，但缺少 }。")
  package static let flawUnopened = Phrase(
    "The } at character %1 has a | before it and no {.", "第 %1 个字符处的 } 之前有 |，但缺少 {。")
  package static let flawTooDeep = Phrase(
    "The { at character %1 holds too many { within each other.", "第 %1 个字符处的 { 嵌套过深。")
  package static let flawUnknown = Phrase(
    "__%1__ at character %2: there is no wildcards/%1.txt.", "第 %2 个字符处的 __%1__：没有 wildcards/%1.txt。")
  package static let flawEmpty = Phrase(
    "__%1__ at character %2: wildcards/%1.txt holds no line.", "第 %2 个字符处的 __%1__：wildcards/%1.txt 中没有内容。")
  package static let flawBroken = Phrase(
    "__%1__ at character %2: its lines lead back to it, or to a file that is not there.",
    "第 %2 个字符处的 __%1__：其中的行又引用了自身，或引用了不存在的文件。")
  package static let flawEsc = Phrase(
    "Esc goes there. To send the text as it is typed, tick it.", "按 Esc 转到该处。要原样发送，请勾选。")
  package static let reviewFlawed = Phrase(
    "Nothing is ticked. Esc goes to the flaw; %{review.tick}, then Enter sends the text as typed.",
    "没有勾选。按 Esc 转到出错处；按%{review.tick}再按 Enter 原样发送。")
  package static let asTyped = Phrase("as typed", "原样")
  package static let wildcardsChanged = Phrase(
    "The files in wildcards/ have changed: Esc, then %{review} unfolds anew.",
    "wildcards/ 中的文件已更改：按 Esc 再按 %{review} 重新展开。")

  package static let tooManyPrompts = Phrase(
    "%1 prompts, and most_rows allows %2: --sample %2 draws so many.",
    "共 %1 条提示词，而 most_rows 只允许 %2 条：可用 --sample %2 抽取。")

  // The sheet
  package static let allPrompts = Phrase("%1 prompts from {..}", "{..} 展开为 %1 条提示词")
  package static let distinctPrompts = Phrase("%1 different prompts of %2", "%2 种组合中有 %1 条不同的提示词")
  package static let samplePrompts = Phrase("%1 of %2, a random sample", "%2 种组合中随机抽取 %1 条")
  package static let onePrompt = Phrase("one prompt, without its backslashes", "一条提示词，不含反斜杠")
  package static let reviewKeysSample = Phrase(
    "%{review.tick_all} %{review.tick_none} all or none   %{review.draw_again} draw again   %{review.fewer_rows} %{review.more_rows} fewer or more prompts   %{review.send_as_typed} as typed",
    "%{review.tick_all} %{review.tick_none} 全选或全不选   %{review.draw_again} 重新抽取   %{review.fewer_rows} %{review.more_rows} 减少或增加提示词   %{review.send_as_typed} 原样"
  )
  package static let reviewKeysAll = Phrase(
    "%{review.tick_all} %{review.tick_none} all or none   %{review.fewer_rows} draw half of them   %{review.send_as_typed} as typed",
    "%{review.tick_all} %{review.tick_none} 全选或全不选   %{review.fewer_rows} 随机取一半   %{review.send_as_typed} 原样")
  package static let reviewKeysTyped = Phrase("%{review.send_as_typed} unfold {..}", "%{review.send_as_typed} 展开 {..}")
  package static let selectedPrompt = Phrase("Prompt %1 of %2, as it will be sent:", "第 %1 条提示词，共 %2 条，将这样发送：")

  // The draft
  package static let willSendBatch = Phrase(
    "%1 prompts from {..} x %2 x %3 s = %4 s of film, price not known",
    "{..} 展开 %1 条提示词 × %2 条 × %3 秒 = %4 秒影片，价格未知")
  package static let willSendBatchDemo = Phrase(
    "%1 prompts from {..} x %2 x %3 s = %4 s of film, nothing is paid",
    "{..} 展开 %1 条提示词 × %2 条 × %3 秒 = %4 秒影片，不产生费用")
  // Where that is too long
  package static let willSendPrompts = Phrase(
    "%{review}: %1 prompts, %2 s of film, price not known", "%{review}：%1 条提示词，%2 秒影片，价格未知")
  package static let willSendPromptsDemo = Phrase(
    "%{review}: %1 prompts, %2 s of film, nothing is paid", "%{review}：%1 条提示词，%2 秒影片，不产生费用")
  package static let willSendPromptsPriced = Phrase(
    "%{review}: %1 prompts, %2 s of film, about %3", "%{review}：%1 条提示词，%2 秒影片，约 %3")
  package static let willSendFilm = Phrase("%{review}: %1 s of film, price not known", "%{review}：%1 秒影片，价格未知")
  package static let willSendFilmDemo = Phrase("%{review}: %1 s of film, nothing is paid", "%{review}：%1 秒影片，不产生费用")
  package static let willSendFilmPriced = Phrase("%{review}: %1 s of film, about %2", "%{review}：%1 秒影片，约 %2")
  package static let someOf = Phrase("%1 of %2", "%2 取 %1")

  // Help
  package static let helpVariants = Phrase("Several prompts at once", "一次多条提示词")
  package static let helpChoice = Phrase("one of these each; %{review} shows all of them", "逐一取其一；按 %{review} 列出全部")
  package static let helpWildcard = Phrase("a line each of wildcards/name.txt", "逐行取自 wildcards/name.txt")
  package static let helpBraces = Phrase("braces that stay; so do those without | inside", "保留花括号；其中没有 | 的花括号本来就保留")
}
