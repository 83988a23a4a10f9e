package import TerminalCanvas

/// The most useful keys of the place the person is at, with the columns they take: drawn by the view, clicked by the
/// mouse. In order of use, cut from the right, never wrapped; help, or in a layer the way back, is kept however narrow it
/// gets.
package struct Footer: Equatable, Sendable {
  package struct Hint: Equatable, Sendable {
    package var key: String
    package var title: String
    package var command: Command
    /// Columns on the screen.
    package var columns: Range<Int>

    fileprivate func moved(by step: Int) -> Hint {
      var hint = self
      hint.columns = columns.lowerBound + step..<columns.upperBound + step
      return hint
    }
  }

  package let hints: [Hint]

  package init(_ state: State) {
    var hints: [Hint] = []
    var column = 1
    let offered = Self.offered(in: state)
    let keptAt = offered.firstIndex { $0.0 == .help || $0.0 == .back }
    func hint(_ index: Int) -> Hint? {
      let (command, title) = offered[index]
      guard let key = state.keymap.key(for: command, in: state.context) else { return nil }
      let text = title(state.language)
      let name = key.name(in: state.language)
      let width = state.widths.width(of: name) + 1 + state.widths.width(of: text)
      return Hint(key: name, title: text, command: command, columns: 0..<width)
    }
    let kept = keptAt.flatMap(hint)
    for index in offered.indices {
      guard let next = index == keptAt ? kept : hint(index) else { continue }
      let end = column + next.columns.count
      let last = keptAt.map { $0 > index } == true ? kept.map { end + 2 + $0.columns.count } ?? end : end
      if last >= state.size.columns {
        if let keptAt, keptAt >= index, let kept { hints.append(kept.moved(by: column)) }
        break
      }
      hints.append(next.moved(by: column))
      column = end + 2
    }
    self.hints = hints
  }

  private static func offered(in state: State) -> [(Command, Phrase)] {
    switch state.context {
    case .prompt where state.walk != nil:
      [
        (.nextPane, Phrase("next slot", "下一空位")), (.previousPane, Phrase("slot before", "上一空位")),
        (.leavePrompt, Phrase("done", "完成")), (.undo, Phrase("undo", "撤销")), (.help, Phrase("help", "帮助")),
      ]
    case .prompt:
      [
        (.review, Phrase("review+send", "核对发送")), (.editInEditor, Phrase("editor", "编辑器")),
        (.searchHistory, Phrase("history", "历史")),
        (.nextPane, Phrase("next", "下一栏")), (.showTakes, Phrase("takes", "样片")),
        (.help, Phrase("help", "帮助")), (.palette, Phrase("all", "全部")), (.openDrafts, Phrase("drafts", "草稿箱")),
        (.newDraft, Phrase("new", "新草稿")), (.insertSnippet, Phrase("snippets", "短语")),
        (.attachImage, Phrase("image", "图片")),
        (.undo, Phrase("undo", "撤销")), (.findInText, Phrase("find", "查找")), (.leavePrompt, Phrase("leave", "离开")),
      ]
    case .promptPane:
      [
        (.enterPrompt, Phrase("write", "编写")), (.review, Phrase("review+send", "核对发送")),
        (.showTakes, Phrase("takes", "样片")), (.nextPane, Phrase("shot", "镜头")), (.help, Phrase("help", "帮助")),
        (.quit, Phrase("quit", "退出")),
      ]
    case .shot:
      [
        (.review, Phrase("review+send", "核对发送")), (.nextRow, Phrase("row", "换行")),
        (.nextChoice, Phrase("change", "更改")),
        (.choose, Phrase("choose", "选择")), (.nextPane, Phrase("next", "下一栏")), (.help, Phrase("help", "帮助")),
        (.quit, Phrase("quit", "退出")),
      ]
    case .takes: takes(state)
    case .ledger:
      [
        (.nextGrouping, Phrase("group by", "分组")), (.addPrice, Phrase("price", "价格")),
        (.exportLedger, Phrase("export", "导出")), (.help, Phrase("help", "帮助")), (.back, Phrase("back", "返回")),
        (.scrollDown, Phrase("scroll", "滚动")), (.quit, Phrase("quit", "退出")),
      ]
    case .price:
      [
        (.confirm, Phrase("next, then add", "下一项，最后添加")), (.previousRow, Phrase("above", "上一项")),
        (.back, Phrase("back", "返回")),
      ]
    case .review:
      [
        (.confirm, Phrase("send", "发送")), (.tick, Phrase("tick", "勾选")), (.moreTakes, Phrase("more", "增加")),
        (.fewerTakes, Phrase("fewer", "减少")), (.back, Phrase("back", "返回")),
      ] + reviewOfMany(state)
    case .detail:
      [
        (.back, Phrase("back", "返回")), (.scrollDown, Phrase("scroll", "滚动")), (.edit, Phrase("edit", "修改")),
        (.again, Phrase("again", "再来")), (.save, Phrase("save", "保存")), (.play, Phrase("play", "播放")),
      ] + frames(of: state.takeInLayer(.detail)) + [
        (.copyMenu, Phrase("copy", "复制")), (.showRaw, Phrase("answer", "应答")),
        (.changeTags, Phrase("tags", "标签")), (.moveToShot, Phrase("shot", "镜头")), (.writeComment, Phrase("note", "备注")),
      ]
    case .screening: screening + frames(of: state.takeInLayer(.screening))
    case .eveningSheet: Self.eveningSheet
    case .compare: Self.compare
    case .lineage:
      [(.confirm, Phrase("go there", "前往")), (.nextRow, Phrase("down", "向下")), (.back, Phrase("back", "返回"))]
    case .blowUp:
      [(.confirm, Phrase("review", "核对")), (.nextRow, Phrase("down", "向下")), (.back, Phrase("back", "返回"))]
    case .settle:
      [
        (.confirm, Phrase("confirm", "确认")), (.previousRow, Phrase("above", "上一项")), (.nextRow, Phrase("below", "下一项")),
        (.back, Phrase("back", "返回")),
      ]
    case .setup: [(.confirm, Phrase("next", "下一步")), (.back, Phrase("back", "返回"))]
    case .models:
      [(.confirm, Phrase("choose", "选择")), (.nextRow, Phrase("down", "向下")), (.back, Phrase("back", "返回"))]
    case .profiles:
      [(.confirm, Phrase("use", "使用")), (.nextRow, Phrase("down", "向下")), (.back, Phrase("back", "返回"))]
    case .settings:
      [
        (.nextChoice, Phrase("change", "更改")), (.confirm, Phrase("change or type", "更改或输入")),
        (.nextRow, Phrase("down", "向下")), (.back, Phrase("back", "返回")), (.changeKey, Phrase("API key", "API 密钥")),
      ]
    case .image:
      [
        (.confirm, Phrase("attach", "附上")), (.complete, Phrase("complete", "补全")), (.nextRow, Phrase("down", "向下")),
        (.back, Phrase("back", "返回")),
      ]
    case .proof:
      [
        (.confirm, Phrase("choose", "选定")), (.nextRow, Phrase("next choice", "下一项")),
        (.attachImage, Phrase("another", "另选")), (.removeImage, Phrase("remove", "去掉")),
        (.back, Phrase("back", "返回")),
      ]
    case .flipBook: flipBook(state)
    case .line: line(state)
    case .views: views(state)
    case .sort:
      [
        (.confirm, Phrase("sort", "排序")), (.nextRow, Phrase("down", "向下")),
        (.back, Phrase("back", "返回")),
      ]
    case .findText:
      [
        (.nextRow, Phrase("next", "下一处")), (.previousRow, Phrase("previous", "上一处")),
        (.confirm, Phrase("stay here", "停在此处")), (.back, Phrase("back", "返回")),
      ]
    case .copyMenu: [(.back, Phrase("back", "返回"))]
    case .snippets:
      [
        (.confirm, Phrase("insert", "插入")), (.nextRow, Phrase("down", "向下")), (.back, Phrase("back", "返回")),
      ]
    case .palette:
      [
        (.confirm, Phrase("do it", "执行")), (.nextRow, Phrase("down", "向下")), (.back, Phrase("back", "返回")),
      ]
    case .drafts: drafts(state)
    case .history:
      [
        (
          .confirm,
          state.isReplacedFromHistory ? Phrase("into the draft", "放入草稿") : Phrase("as a new draft", "作为新草稿")
        ),
        (.insertAtCaret, Phrase("at the caret", "插入光标处")), (.nextRow, Phrase("older", "较早")),
        (.back, Phrase("back", "返回")),
      ]
    case .commandLine:
      [
        (.confirm, Phrase("do it", "执行")), (.complete, Phrase("complete", "补全")), (.back, Phrase("back", "返回")),
      ]
    case .question: [(.confirm, Phrase("do it", "执行")), (.back, Phrase("leave it", "放弃"))]
    case .tags:
      [(.confirm, Phrase("keep", "保存")), (.complete, Phrase("complete", "补全")), (.back, Phrase("back", "返回"))]
    case .shots:
      [(.confirm, Phrase("move there", "移到此处")), (.nextRow, Phrase("down", "向下")), (.back, Phrase("back", "返回"))]
    case .quitQuestion: [(.confirm, Phrase("quit", "退出")), (.back, Phrase("stay", "留下"))]
    case .help:
      [(.back, Phrase("back", "返回")), (.findTake, Phrase("find", "查找")), (.scrollDown, Phrase("scroll", "滚动"))]
    case .activity: [(.back, Phrase("back", "返回")), (.scrollDown, Phrase("scroll", "滚动"))]
    case .anywhere, .outsideText: []
    }
  }

  private static func frames(of take: Take?) -> [(Command, Phrase)] {
    take?.savedPath == nil ? [] : [(.showFrames, Phrase("frames", "逐帧"))]
  }

  private static func flipBook(_ state: State) -> [(Command, Phrase)] {
    guard state.drawsPictures else { return [(.play, Phrase("player", "播放器")), (.back, Phrase("close", "关闭"))] }
    var isRunning = false
    if case .flipBook(let book)? = state.layers.last { isRunning = book.run != nil }
    return [
      (.runFrames, isRunning ? Phrase("stop", "停止") : Phrase("run", "播放")),
      (.previousFrame, Phrase("previous", "上一帧")), (.nextFrame, Phrase("next", "下一帧")),
      (.back, Phrase("close", "关闭")), (.slower, Phrase("slower", "减速")), (.faster, Phrase("faster", "加速")),
      (.play, Phrase("player", "播放器")), (.useFrame, Phrase("new draft from it", "用此帧起草")),
      (.circle, Phrase("circle", "圈选")), (.noGood, Phrase("no good", "不用")),
      (.selectFirst, Phrase("first", "首帧")), (.selectLast, Phrase("last", "末帧")),
    ]
  }

  private static func line(_ state: State) -> [(Command, Phrase)] {
    guard case .line(let entry)? = state.layers.last else { return [] }
    let completing = entry.takesPath ? [(Command.complete, Phrase("complete", "补全"))] : []
    return [(.confirm, Phrase("confirm", "确认"))] + completing + [(.back, Phrase("back", "返回"))]
  }

  /// On a take that waits to be sent, and on one that is being saved.
  private static func queue(_ state: State) -> [(Command, Phrase)] {
    var hints: [(Command, Phrase)] = []
    if state.isQueuePaused { hints.append((.pauseQueue, Phrase("resume", "恢复"))) }
    if state.liveTakes.countOffline > 0 { hints.append((.sendWaiting, Phrase("send all that wait", "全部发送"))) }
    guard let take = state.list.selected else { return hints }
    if take.phase == .saving {
      hints.append((.pauseSaving, Phrase("pause", "暂停")))
      if state.savePlace(of: take) != nil {
        hints += [(.earlierInQueue, Phrase("earlier", "提前")), (.laterInQueue, Phrase("later", "推后"))]
      }
      hints.append((.pauseAllSaving, Phrase("pause all", "全部暂停")))
    } else if take.savePause != nil {
      hints.append((.pauseSaving, Phrase("go on", "继续")))
    }
    guard take.phase == .held else { return hints }
    if take.heldReason?.isOfBatch == true { hints.append((.dropBatch, Phrase("drop batch", "放弃整批"))) }
    if take.isQueued {
      hints += [
        (.earlierInQueue, Phrase("earlier", "提前")), (.laterInQueue, Phrase("later", "推后")),
        (.drop, Phrase("drop", "放弃")),
      ]
      if !state.isQueuePaused { hints.append((.pauseQueue, Phrase("pause", "暂停"))) }
    }
    return hints
  }

  /// On a review of more than one prompt.
  private static func reviewOfMany(_ state: State) -> [(Command, Phrase)] {
    guard case .review(let sheet)? = state.layers.last, sheet.isBatch, sheet.flaw == nil else { return [] }
    return [(.tickAll, Phrase("all", "全选")), (.tickNone, Phrase("none", "全不选"))]
      + (sheet.unfolding?.isSample == true ? [(.drawAgain, Phrase("draw again", "重新抽取"))] : [])
  }

  private static func drafts(_ state: State) -> [(Command, Phrase)] {
    if case .drafts(let screen)? = state.layers.last, screen.view == .deleted {
      return [
        (.confirm, Phrase("open again", "恢复并打开")), (.restoreDraft, Phrase("bring back", "恢复")),
        (.showDeleted, Phrase("drafts", "草稿箱")), (.back, Phrase("back", "返回")),
      ]
    }
    return [
      (.confirm, Phrase("open", "打开")), (.back, Phrase("back", "返回")), (.renameDraft, Phrase("name", "命名")),
      (.deleteDraft, Phrase("delete", "删除")), (.restoreDraft, Phrase("undo", "撤销")),
      (.showDeleted, Phrase("deleted", "已删除")), (.duplicateDraft, Phrase("copy", "复制")),
    ]
  }

  /// While takes are marked: what is done to all of them.
  private static let marked: [(Command, Phrase)] = [
    (.mark, Phrase("mark", "标记")), (.changeTags, Phrase("tags", "标签")), (.moveToShot, Phrase("shot", "镜头")),
    (.save, Phrase("save", "保存")), (.hide, Phrase("hide", "隐藏")), (.again, Phrase("again", "再来")),
    (.help, Phrase("help", "帮助")), (.writeComment, Phrase("note", "备注")), (.checkNow, Phrase("check", "查询")),
    (.circle, Phrase("circle", "圈选")), (.noGood, Phrase("no good", "不用")),
    (.drop, Phrase("drop", "放弃")), (.copyMenu, Phrase("copy", "复制")), (.markAll, Phrase("all", "全部")),
    (.undoAct, Phrase("undo", "撤销")),
  ]

  /// While something was looked for, and while not all is shown.
  private static func matches(_ state: State) -> [(Command, Phrase)] {
    (state.soughtWords.isEmpty
      ? [] : [(.findNext, Phrase("next", "下一处")), (.findPrevious, Phrase("previous", "上一处"))])
      + (state.list.scope.isWhole ? [] : [(.back, Phrase("show all", "显示全部"))])
  }

  private static func views(_ state: State) -> [(Command, Phrase)] {
    var hints: [(Command, Phrase)] = [
      (.confirm, Phrase("show", "显示")), (.nextRow, Phrase("down", "向下")),
    ]
    if !state.ownViews.isEmpty { hints.append((.deleteView, Phrase("delete", "删除"))) }
    if !state.deletedViews.isEmpty { hints.append((.restoreView, Phrase("undo", "撤销"))) }
    return hints + [(.back, Phrase("back", "返回"))]
  }

  /// Where the list is empty: nothing that is done to a take.
  private static func empty(_ state: State) -> [(Command, Phrase)] {
    let isWhole = state.list.scope.isWhole
    return (isWhole ? [] : [(.back, Phrase("show all", "显示全部")), (.findTake, Phrase("find", "查找"))]) + [
      (.showDraft, Phrase("draft", "草稿")), (.importTake, Phrase("bring in by ID", "按编号导入")),
      (.help, Phrase("help", "帮助")), (.showViews, Phrase("views", "视图")), (.quit, Phrase("quit", "退出")),
    ]
  }

  /// On a film that is here, or on its way.
  private static func judging(_ state: State) -> [(Command, Phrase)] {
    guard state.list.selected?.hasFilm == true else { return [] }
    return [
      (.circle, Phrase("circle", "圈选")), (.noGood, Phrase("no good", "不用")), (.compare, Phrase("compare", "对比")),
    ]
  }

  /// On a take: first what it wants, then what can be done with it.
  private static func takes(_ state: State) -> [(Command, Phrase)] {
    if state.marks.rangeStart != nil {
      return [
        (.markRange, Phrase("mark to here", "标到此处")), (.selectNext, Phrase("further", "继续")),
        (.back, Phrase("leave it", "放弃")), (.help, Phrase("help", "帮助")),
      ]
    }
    if !state.marks.isEmpty {
      return (state.marks.count == 2 ? [(.compare, Phrase("compare", "对比"))] : []) + marked
    }
    if state.list.isLoaded, state.list.total == 0 { return empty(state) }
    let open: Phrase =
      switch state.list.selected?.phase {
      case .unsure: Phrase("settle", "核实")
      case .leaving: Phrase("send now", "立即发送")
      case .held where state.list.selected?.heldReason?.isOfBatch == true: Phrase("send the batch", "发送整批")
      case .held: Phrase("send", "发送")
      default: Phrase("open", "打开")
      }
    return [(.open, open)] + queue(state) + [
      (.save, Phrase("save", "保存")), (.play, Phrase("play", "播放")),
    ] + frames(of: state.list.selected) + [
      (.again, Phrase("again", "再来")), (.edit, Phrase("edit", "修改")), (.findTake, Phrase("find", "查找")),
    ] + matches(state) + [
      (.help, Phrase("help", "帮助")),
      (.showDraft, Phrase("draft", "草稿")), (.showViews, Phrase("views", "视图")),
      (.showSort, Phrase("sort", "排序")), (.copyMenu, Phrase("copy", "复制")),
    ] + judging(state) + [
      (.hide, Phrase("hide", "隐藏")), (.mark, Phrase("mark", "标记")), (.changeTags, Phrase("tags", "标签")),
      (.quit, Phrase("quit", "退出")),
    ]
  }
}

extension Key {
  /// How the key is called on the screen in a language: caps are engraved in English, but the space bar and the arrows bear
  /// no name.
  package func name(in language: Language) -> String {
    guard language == .chinese, let own = Self.chineseName(code) else { return name }
    return name.split(separator: "-").dropLast().map { $0 + "-" }.joined() + own
  }

  private static func chineseName(_ code: Code) -> String? {
    switch code {
    case .character(" "): "空格"
    case .up: "上"
    case .down: "下"
    case .left: "左"
    case .right: "右"
    default: nil
    }
  }
}
