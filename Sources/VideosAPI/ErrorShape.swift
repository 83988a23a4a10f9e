/// An error found in one of the shapes in which services put it.
///
/// Source: Videos API reference, "Errors", body forms 1 to 4, in that order.
struct ErrorShape: Equatable {
  var message: String
  var code: String?
  var type: String?
  var parameter: String?
  /// True when the message stood in `detail`, where web frameworks put what they say themselves.
  var isDetail = false
  /// The code and the upstream's status word, which name the error.
  var names: [String] = []

  init?(_ json: JSONValue) {
    if let error = json["error"], let shape = Self(error: error) {
      self = shape
    } else if let detail = json["detail"], let shape = Self(detail: detail) {
      self = shape
    } else if let message = json["message"]?.meaningfulText {
      self.init(message: message, of: json)
    } else {
      return nil
    }
  }

  private init(message: String, of object: JSONValue) {
    self.message = message
    code = object["code"]?.meaningfulText
    type = object["type"]?.meaningfulText
    parameter = object["param"]?.meaningfulText
    names = [code, object["status"]?.meaningfulText].compactMap { $0 }
  }

  /// Everything that classifies the error.
  var codes: [String] { names + (type.map { [$0] } ?? []) }

  private init?(error: JSONValue) {
    if let message = error["message"]?.meaningfulText ?? error["msg"]?.meaningfulText {
      self.init(message: message, of: error)
    } else if let text = error.meaningfulText {
      self.init(message: text, of: .null)
    } else if let code = error["code"]?.meaningfulText ?? error["type"]?.meaningfulText {
      self.init(message: code, of: error)
    } else {
      return nil
    }
  }

  private init?(detail: JSONValue) {
    if let text = detail.meaningfulText {
      self.init(message: text, of: .null)
    } else if case .array(let items) = detail {
      let lines = items.prefix(8).compactMap(Self.line)
      guard !lines.isEmpty else { return nil }
      self.init(message: lines.joined(separator: "; "), of: .null)
    } else if let shape = Self(detail) {
      self = shape
    } else {
      return nil
    }
    isDetail = true
  }

  /// `input_reference: Value error, …` from one entry of a `detail` list.
  private static func line(_ item: JSONValue) -> String? {
    guard let message = item["msg"]?.meaningfulText ?? item.meaningfulText else { return nil }
    guard case .array(let path)? = item["loc"] else { return message }
    let place = path.compactMap(\.text).filter { $0 != "body" }.joined(separator: ".")
    return place.isEmpty ? message : "\(place): \(message)"
  }
}
