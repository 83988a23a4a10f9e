/// How a picture of one's own travels in a create. Services differ in which of these they take.
///
/// Source: Videos API reference, "Reference picture".
public enum ImageEncoding: String, Hashable, Sendable, CaseIterable {
  /// In JSON, as a data URL.
  case dataURL = "data_url"
  /// In JSON, the base64 text alone.
  case base64
  /// As the file of a form. Stock LiteLLM proxies and OpenAI's own interface need this; an address cannot be sent so.
  case multipart

  /// How many bytes `count` bytes of a picture become on their way.
  public func weight(of count: Int) -> Int {
    self == .multipart ? count : (count + 2) / 3 * 4
  }
}
