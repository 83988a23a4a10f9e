import VideosAPI

/// Larger and longer forms of a good take, to be ordered as a new one; type to narrow.
package struct BlowUpPicker: Equatable, Sendable {
  package let take: Take
  package var chooser = Chooser()
  private let options: [Order]

  package init(take: Take) {
    self.take = take
    options = Self.options(for: take.order)
  }

  /// The rows that hold what was typed.
  package var entries: [Order] {
    let typed = chooser.text.lowercased()
    return typed.isEmpty ? options : options.filter { Self.name(of: $0).contains(typed) }
  }

  /// `8 s  1920x1080`
  package static func name(of order: Order) -> String { "\(order.seconds) s  \(order.size)" }

  /// The sizes of the same shape that are no smaller, with the lengths that are no shorter: first the larger ones of the
  /// same length, then the longer ones.
  package static func options(for order: Order) -> [Order] {
    func pixels(_ size: VideoSize) -> Int { size.width * size.height }
    let isWide = order.size.width >= order.size.height
    let larger = VideoSize.known
      .filter { ($0.width >= $0.height) == isWide && pixels($0) > pixels(order.size) }
      .sorted { pixels($0) < pixels($1) }
    let lengths = [order.seconds] + ShotSettings.lengths.filter { $0 > order.seconds }
    return lengths.flatMap { seconds in
      ([order.size] + larger).compactMap { size in
        var option = order
        (option.seconds, option.size) = (seconds, size)
        return option == order ? nil : option
      }
    }
  }
}
