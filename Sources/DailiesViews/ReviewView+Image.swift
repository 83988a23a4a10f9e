import DailiesCore
import TerminalCanvas

extension ReviewView {
  /// What a person should know of an order's picture before it is sent.
  func imageWarnings(_ order: Order) -> [(text: String, role: Role)] {
    guard let image = order.image else { return [] }
    if let flaw = state.flaw(of: image) {
      return [("! " + state.say(Strings.imageCannotBeSent, flaw.text(state.language)), .bad)]
    }
    return state.remarks(on: image, for: order.size).map { ("! " + $0, .attention) }
  }

  func imageLines(_ order: Order, columns: Int, indent: Int, widths: DisplayWidth) -> [TextLine] {
    imageWarnings(order).flatMap {
      WrappedText($0.text, columns: columns, limit: 2, widths: widths).textLines($0.role, indent: indent)
    }
  }
}
