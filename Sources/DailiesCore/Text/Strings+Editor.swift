/// What is said of writing: the editor, its keys, and the editor of one's own.
extension Strings {
  package static let nothingSelected = Phrase("Nothing is selected.", "没有选中内容。")
  package static let nothingCut = Phrase("Nothing was cut or copied here yet.", "尚未剪切或复制内容。")
  package static let nothingDeleted = Phrase("Nothing was deleted yet that could come back.", "没有可取回的删除内容。")
  package static let nothingToRedo = Phrase("Nothing to redo.", "没有可重做的操作。")
}
