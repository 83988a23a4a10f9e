/// The texts of what a list shows: views, shots, order, finding.
extension Strings {
  package static let withoutShot = Phrase("without a shot", "无镜头")
  package static let filter = Phrase("filter: %1 (%2)", "筛选：%1（%2）")
  package static let filterLeave = Phrase("%{takes.back} shows all", "%{takes.back} 显示全部")
  package static let sortShown = Phrase("by %1", "按%1")
  package static let sortedBy = Phrase("Sorted: %1", "排序：%1")
  package static let sortTitle = Phrase("Sort: type to find", "排序：输入以查找")
  package static let sortNothing = Phrase("No order is called that.", "没有这种排序。")
  package static let sortHelp = Phrase(
    "Enter on the one in force turns it round. A click on a head sorts too.",
    "对当前排序按 Enter 可反转。点击列标题也可排序。")
  package static let sortInForce = Phrase("now", "当前")
  package static let sortReversed = Phrase("now, turned round", "当前，已反转")
  package static let viewsTitle = Phrase("Views and shots: type to find", "视图与镜头：输入以查找")
  package static let viewsNothing = Phrase("No view or shot is called that.", "没有这个名称的视图或镜头。")
  package static let viewKeep = Phrase("Keep what is shown as a view", "将当前所示保存为视图")
  package static let viewKeepNamed = Phrase("Keep what is shown as “%1”", "将当前所示保存为“%1”")
  package static let viewName = Phrase("Name of the view", "视图名称")
  package static let viewNameHelp = Phrase("Kept: %1", "保存内容：%1")
  package static let viewKept = Phrase(
    "Kept as a view: %1. %{takes.show_views} shows it again.", "已保存为视图：%1。按 %{takes.show_views} 可再次查看。")
  package static let viewDeleted = Phrase(
    "View deleted: %1. %{views.restore_view} brings it back.", "已删除视图：%1。按 %{views.restore_view} 恢复。")
  package static let viewBack = Phrase("The view is back: %1", "视图已恢复：%1")
  package static let viewNotOwn = Phrase("Only a view of your own can be deleted.", "只能删除自己保存的视图。")
  package static let selectionSlipped = Phrase(
    "The list has just moved: %1 is selected now. Press again if it is meant.", "列表刚刚变动：现已选中 %1。确认请再按一次。")
  package static let noSuchKey = Phrase("%1: no such key here; %{takes.help} helps", "%1：此处无此键；%{takes.help} 帮助")
  package static let nothingHolds = Phrase("Nothing here holds “%1”.", "此处没有包含“%1”的条。")
  package static let findHelp = Phrase(
    "Words, #tags, numbers, IDs, files; is:circled, is:unrated, is:no-good.",
    "字词、#标签、编号、ID、文件名；is:圈选、is:未评、is:不用。")
  package static let nothingSought = Phrase(
    "Nothing was looked for yet: %{takes.find_take} finds.", "尚未查找过：按 %{takes.find_take} 查找。")
}

extension TakeSort {
  /// The orders on offer, each in its own direction; by number both.
  package static let choices =
    [TakeSort.newest, .oldest] + Key.allCases.dropFirst().map { TakeSort($0) }

  /// The same row of the choices: the other direction is no other row, but by number.
  package func isSame(as other: TakeSort) -> Bool {
    key == other.key && (key != .number || self == other)
  }

  /// What comes first.
  package var title: Phrase {
    switch (key, isReversed) {
    case (.number, false): Phrase("newest first", "最新在前")
    case (.number, true): Phrase("oldest first", "最早在前")
    case (.state, false): Phrase("state, what wants you first", "状态，待处理的在前")
    case (.state, true): Phrase("state, what wants you last", "状态，待处理的在后")
    case (.shot, false): Phrase("shot, in groups", "镜头，分组")
    case (.shot, true): Phrase("shot, in groups from the end", "镜头，分组，倒序")
    case (.length, false): Phrase("length, longest first", "时长，最长在前")
    case (.length, true): Phrase("length, shortest first", "时长，最短在前")
    case (.size, false): Phrase("size, largest first", "尺寸，最大在前")
    case (.size, true): Phrase("size, smallest first", "尺寸，最小在前")
    case (.cost, false): Phrase("cost, dearest first", "费用，最贵在前")
    case (.cost, true): Phrase("cost, cheapest first", "费用，最便宜在前")
    case (.finished, false): Phrase("finished, latest first", "完成时间，最近在前")
    case (.finished, true): Phrase("finished, earliest first", "完成时间，最早在前")
    case (.prompt, false): Phrase("prompt, from A on", "提示词，正序")
    case (.prompt, true): Phrase("prompt, from the end", "提示词，倒序")
    case (.verdict, false): Phrase("verdict, circled first", "评定，圈选在前")
    case (.verdict, true): Phrase("verdict, circled last", "评定，圈选在后")
    }
  }
}

extension TakeSort.Key {
  package var title: Phrase {
    switch self {
    case .number: Phrase("number", "编号")
    case .state: Phrase("state", "状态")
    case .shot: Phrase("shot", "镜头")
    case .length: Phrase("length", "时长")
    case .size: Phrase("size", "尺寸")
    case .cost: Phrase("cost", "费用")
    case .finished: Phrase("time finished", "完成时间")
    case .prompt: Phrase("prompt", "提示词")
    case .verdict: Phrase("verdict", "评定")
    }
  }
}
