extension Footer {
  static let screening: [(Command, Phrase)] = [
    (.circle, Phrase("circle", "圈选")), (.noGood, Phrase("no good", "不用")), (.nextFilm, Phrase("next", "下一条")),
    (.previousFilm, Phrase("back", "上一条")), (.play, Phrase("play", "播放")), (.writeComment, Phrase("note", "备注")),
    (.back, Phrase("end", "结束")), (.again, Phrase("again", "再来")), (.edit, Phrase("edit", "修改")),
    (.undoAct, Phrase("undo", "撤销")), (.clearVerdict, Phrase("clear", "取消评定")),
  ]

  static let compare: [(Command, Phrase)] = [
    (.otherSide, Phrase("other one", "另一条")), (.circle, Phrase("circle", "圈选")), (.noGood, Phrase("no good", "不用")),
    (.toggleDifference, Phrase("prompts", "提示词")), (.secondForward, Phrase("a second on", "前进一秒")),
    (.back, Phrase("back", "返回")), (.play, Phrase("play", "播放")),
    (.confirm, Phrase("open", "打开")), (.writeComment, Phrase("note", "备注")), (.clearVerdict, Phrase("clear", "取消评定")),
  ]

  static let eveningSheet: [(Command, Phrase)] = [
    (.confirm, Phrase("open", "打开")), (.again, Phrase("again", "再来")), (.edit, Phrase("edit", "修改")),
    (.circle, Phrase("circle", "圈选")), (.noGood, Phrase("no good", "不用")), (.screening, Phrase("go on", "继续看片")),
    (.back, Phrase("back", "返回")), (.undoAct, Phrase("undo", "撤销")), (.play, Phrase("play", "播放")),
  ]
}
