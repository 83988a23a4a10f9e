import DailiesCore
import TerminalCanvas

extension PictureAbilities {
  private static let kitty = Phrase(
    "Pictures: as pixels, by the kitty graphics protocol.", "图片：通过 kitty 图形协议以像素显示。")
  private static let placeholders = Phrase(
    "Pictures: as pixels, by the kitty graphics protocol through tmux.", "图片：经 tmux 通过 kitty 图形协议以像素显示。")
  private static let withheld = Phrase(
    "Pictures: as half blocks. tmux hands nothing through (`set -g allow-passthrough on`), or the terminal around it says no "
      + "kitty graphics.",
    "图片：以色块显示。tmux 未放行（`set -g allow-passthrough on`），或外层终端未表示支持 kitty 图形协议。")
  private static let sixel = Phrase("Pictures: as pixels, by sixel in %1 colours.", "图片：通过 sixel（%1 色）以像素显示。")
  private static let sizeless = Phrase(
    "Pictures: as half blocks. The terminal takes sixel, but does not say how large its cells are.",
    "图片：以色块显示。终端支持 sixel，但未告知单元格大小。")
  private static let blocks = Phrase(
    "Pictures: as half blocks. The terminal says neither kitty graphics nor sixel.",
    "图片：以色块显示。终端未表示支持 kitty 图形协议或 sixel。")
  private static let cellSize = Phrase(" A cell has %1 x %2 pixels.", "每个单元格 %1 x %2 像素。")

  /// What is done with pictures here, and why.
  func account(_ language: Language) -> String {
    let way =
      switch best?.way {
      case .kitty: Self.kitty(language)
      case .sixel: Self.sixel(language, String(best?.colors ?? 0))
      case .placeholders: Self.placeholders(language)
      case nil where isTmux && !takesSixel: Self.withheld(language)
      case nil: takesSixel ? Self.sizeless(language) : Self.blocks(language)
      }
    return way + (cell.map { Self.cellSize(language, String($0.width), String($0.height)) } ?? "")
  }
}
