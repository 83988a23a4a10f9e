import Foundation
import VideosAPI

/// What a create request asks for, once it has been found acceptable.
struct DemoOrder {
  let model: DemoModel
  let prompt: String
  let seconds: Int
  let size: VideoSize
  /// What the prompt's magic word brings about, if it has one.
  let effect: DemoEffect?

  /// Reads and checks a request body, JSON or multipart.
  init(_ body: Data, mediaType: String) throws(Refusal) {
    let fields: [String: JSONValue]
    let picture: Data?
    if mediaType.lowercased().hasPrefix("multipart/") {
      (fields, picture) = try Self.formFields(body, mediaType: mediaType)
    } else {
      (fields, picture) = try Self.jsonFields(body)
    }
    let modelName = fields["model"]?.text ?? "None"
    guard let model = DemoModel(rawValue: modelName) else { throw .unknownModel(modelName) }
    guard case .text(let prompt) = fields["prompt"], prompt.contains(where: { !$0.isWhitespace }) else {
      throw .noPrompt
    }
    let seconds = fields["seconds"]?.text ?? "8"
    guard let length = Int(seconds), model.lengths.contains(length) else { throw .badSeconds(seconds, model) }
    if let picture, ImageMediaType(sniffing: Array(picture.prefix(12))) == nil {
      throw .pictureIsUnreadable(String(decoding: picture.prefix(40), as: UTF8.self))
    }
    self.model = model
    self.prompt = prompt
    self.seconds = length
    size = try Self.size(fields["size"]?.text ?? "1280x720", model)
    effect = DemoWord.effect(in: prompt)
    if effect == .refused { throw .promptRefused(model) }
  }

  /// A size outside the six is refused by one model, and taken for the nearest plain shape by the other.
  private static func size(_ text: String, _ model: DemoModel) throws(Refusal) -> VideoSize {
    let size = VideoSize(text)
    if let size, VideoSize.known.contains(size) { return size }
    guard model == .veo else { throw .badSize(text, model, known: VideoSize.known.map(\.description)) }
    return size?.shape == .portrait ? VideoSize(width: 720, height: 1280) : VideoSize(width: 1280, height: 720)
  }

  private static func formFields(
    _ body: Data, mediaType: String
  ) throws(Refusal) -> (fields: [String: JSONValue], picture: Data?) {
    guard let form = MultipartForm(body, mediaType: mediaType) else { throw .badJSON }
    let picture = form["input_reference"]
    if let picture, picture.fileName == nil { throw .pictureIsFormText }
    let texts = form.parts.filter { $0.fileName == nil }.map { ($0.name, JSONValue.text($0.text)) }
    return (Dictionary(texts, uniquingKeysWith: { first, _ in first }), picture?.bytes)
  }

  /// The picture is nil as well when it is an address: that is taken as it is, and never fetched.
  private static func jsonFields(_ body: Data) throws(Refusal) -> (fields: [String: JSONValue], picture: Data?) {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: body), case .object(let fields) = value else {
      throw .badJSON
    }
    guard let reference = fields["input_reference"], reference != .null else { return (fields, nil) }
    guard case .text(let text) = reference else { throw .pictureIsUnreadable("") }
    if text.hasPrefix("https://"), text.count > 8 { return (fields, nil) }
    let base64 = text.hasPrefix("data:image/") ? text.split(separator: ",").last.map(String.init) ?? "" : text
    guard let picture = Data(base64Encoded: base64), !picture.isEmpty else { throw .pictureIsUnreadable(text) }
    return (fields, picture)
  }
}
