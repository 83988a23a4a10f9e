/// The size of a picture, in pixels.
public struct VideoSize: Hashable, Sendable {
  public let width: Int
  public let height: Int

  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Which side is the longer one.
  public enum Shape: Hashable, Sendable {
    case landscape, portrait, square
  }

  public var shape: Shape {
    if width == height { return .square }
    return width > height ? .landscape : .portrait
  }

  /// How the trade calls this many lines: `"720p"`, `"1080p"`, `"4K"`, else the shorter side with a `p`.
  public var tier: String {
    let lines = min(width, height)
    return lines == 2160 ? "4K" : "\(lines)p"
  }

  /// The six sizes of the service's document, in its order.
  public static let known = [
    VideoSize(width: 1280, height: 720),
    VideoSize(width: 720, height: 1280),
    VideoSize(width: 1920, height: 1080),
    VideoSize(width: 1080, height: 1920),
    VideoSize(width: 3840, height: 2160),
    VideoSize(width: 2160, height: 3840),
  ]
}

extension VideoSize: LosslessStringConvertible {
  /// Reads `1280x720`; `X`, `*` and `×` count as `x`. Nil for anything else, sides of 0 and of more than five digits
  /// among it.
  public init?(_ text: String) {
    let marks = "xX*×".unicodeScalars
    let sides = text.trimmed.unicodeScalars.split(omittingEmptySubsequences: false) { marks.contains($0) }
    guard sides.count == 2, let width = Self.side(sides[0]), let height = Self.side(sides[1]) else { return nil }
    self.init(width: width, height: height)
  }

  /// As the service writes it: `1280x720`.
  public var description: String { "\(width)x\(height)" }

  private static func side(_ digits: Substring.UnicodeScalarView) -> Int? {
    guard (1...5).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return Int(Substring(digits)).flatMap { $0 > 0 ? $0 : nil }
  }
}

extension VideoSize: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let size = VideoSize(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is not a size")
    }
    self = size
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
