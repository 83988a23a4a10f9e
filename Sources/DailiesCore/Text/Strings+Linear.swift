/// What is said where nothing is drawn.
extension Strings {
  package static let linearGreeting = Phrase(
    "Dailies, line by line. Type help for the words, quit to leave.", "样片 Dailies，逐行模式。输入“帮助”查看用法，输入“退出”离开。")
  package static let linearService = Phrase("Service: %1", "服务：%1")
  package static let linearNoSuchWord = Phrase(
    "No command of that name. Type help, or commands.", "没有这个命令。可输入“帮助”或“命令”。")
  package static let linearCandidates = Phrase("That may mean:", "可能是：")
  package static let linearWhichTake = Phrase("Say which take: %1 31", "请指明是哪一条：%1 31")
  package static let linearOneTake = Phrase("One take at a time, please.", "此命令一次只能用于一条。")
  package static let linearNoSuchTake = Phrase("There is no take %1.", "没有 %1 这一条。")
  package static let linearNoSuchView = Phrase("There is no such view. There are: %1.", "没有这个视图。可用：%1。")
  package static let linearNoSuchNumber = Phrase("There is no such number.", "没有这个编号。")
  package static let linearNoSuchAnswer = Phrase(
    "That is no answer here. Type help for what there is.", "此处不能这样回答。输入“帮助”查看可用的回答。")
  package static let linearNothingAsked = Phrase("Nothing is asked.", "当前没有要确认的问题。")
  package static let linearWrite = Phrase(
    "Write the prompt line by line; a single dot ends it.", "逐行输入提示词；单独一个句点结束。")
  package static let linearLookFirst = Phrase(
    "This was typed before the review was said: nothing was sent. Type yes again.",
    "这句在核对内容读出之前就已输入：没有发送。请再次输入“是”。")
  package static let linearLeaves = Phrase("%1 is leaving.", "%1 即将发出。")
  package static let linearLeave = Phrase("%1 takes are leaving.", "%1 条即将发出。")
  package static let linearTakeBack = Phrase("Enter alone takes it back.", "直接按 Enter 撤回。")
  package static let linearOtherDraft = Phrase(
    "The draft before stays as it was. Type: drafts", "之前的草稿原样保留。请输入：草稿箱")
  package static let linearChosen = Phrase("(chosen)", "（已选）")
  package static let linearEmptyPrompt = Phrase("The prompt is empty. Type: prompt", "提示词为空。请输入：提示词")
  package static let linearPrompt = Phrase("Prompt, %1 characters:", "提示词，%1 字：")
  package static let linearAskReview = Phrase(
    "Send it? yes or no. A number ticks or unticks a row; help tells more.", "发送吗？请输入 是 或 否。输入编号可勾选或取消；帮助 查看更多。")
  package static let linearAskYes = Phrase("yes or no.", "请输入 是 或 否。")
  package static let linearAskQuit = Phrase("Quit? yes or no.", "退出吗？请输入 是 或 否。")
  package static let linearAskSettle = Phrase(
    "Type the ID, or a number to choose and then yes; back leaves it.", "输入编号 ID；或先输入序号选择，再输入 是；返回 则不处理。")
  package static let linearAskChoice = Phrase(
    "Type a number to choose, words to narrow, back to leave.", "输入序号选择，输入文字筛选，返回 则离开。")
  package static let linearAskField = Phrase(
    "Type the answer; Enter alone keeps what is there; back leaves.", "请输入；直接按 Enter 保留现值；返回 则离开。")
  package static let linearAskOther = Phrase(
    "A number, a name from help, Enter to confirm, or back.", "输入序号、帮助 中的名称、按 Enter 确认，或 返回。")
  package static let linearWords = Phrase("Words:", "用语：")
  package static let linearHere = Phrase(
    "Here, by name or key (in a field with a colon before it):", "此处可用的名称或按键（在输入栏中前面加冒号）：")
  package static let linearNumbers = Phrase(
    "A take is named by its number: save 31, hide 31-35, or 31 alone. A name may be cut: rev for review.",
    "用编号指明某条：保存 31、隐藏 31-35，或只输入 31。命令名可以只写开头。")
  package static let linearListed = Phrase("%1: %2-%3 of %4.", "%1：第 %2-%3 条，共 %4 条。")
  package static let linearMore = Phrase("Type more for the next.", "输入“更多”继续。")
  package static let linearNoTakes = Phrase("%1: none.", "%1：没有。")
  package static let linearQuiet = Phrase("Nothing under way.", "没有进行中的条。")
  package static let linearEnd = Phrase("The input has ended. Type quit, or end it again.", "输入已结束。请输入“退出”，或再次结束输入。")
  package static let linearNeedsTerminal = Phrase(
    "Your editor needs a terminal. Type prompt, and lines until a dot.", "编辑器需要终端。请输入“提示词”，逐行输入并以句点结束。")
}
