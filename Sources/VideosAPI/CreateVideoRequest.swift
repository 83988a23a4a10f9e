/// What is asked of the service when a video is created.
///
/// `seconds` and `size` are always sent, because servers differ in what they take for granted. `seconds` goes out as a
/// text, as the interface demands.
///
/// Source: Videos API reference, "Create".
public struct CreateVideoRequest: Hashable, Sendable {
  public var model: String
  public var prompt: String
  public var seconds: Int
  public var size: VideoSize
  public var inputReference: ImageReference?

  public init(
    model: String, prompt: String, seconds: Int, size: VideoSize, inputReference: ImageReference? = nil
  ) {
    self.model = model
    self.prompt = prompt
    self.seconds = seconds
    self.size = size
    self.inputReference = inputReference
  }

  /// Why a request cannot be sent.
  public enum Flaw: Error, Hashable, Sendable, CustomStringConvertible {
    case noModel
    case noPrompt
    case secondsOutOfRange(Int)
    case sizeOutOfRange(VideoSize)
    case pictureIsEmpty
    /// The bytes are not of the media type that goes with them.
    case pictureIsNot(ImageMediaType)
    /// Not an `https` address, or one with blanks or control characters in it.
    case pictureAddress(String)
    /// An address, to a service that takes pictures as files only.
    case pictureAddressAsFile

    public var description: String {
      switch self {
      case .noModel: "no model is named"
      case .noPrompt: "the prompt is empty"
      case .secondsOutOfRange(let seconds): "\(seconds) is no length in seconds"
      case .sizeOutOfRange(let size): "\(size) is no size"
      case .pictureIsEmpty: "the picture is empty"
      case .pictureIsNot(let type): "the picture is no \(type.rawValue)"
      case .pictureAddress: "the picture's address is not an https address"
      case .pictureAddressAsFile: "pictures go to this service as files, and an address is none"
      }
    }
  }

  /// Refuses what no service could take. What a particular model takes is for the service to say.
  ///
  /// - Parameter encoding: How the service wants pictures.
  public func validate(pictureAs encoding: ImageEncoding = .dataURL) throws(Flaw) {
    guard !model.trimmed.isEmpty else { throw .noModel }
    guard !prompt.trimmed.isEmpty else { throw .noPrompt }
    guard (1...3600).contains(seconds) else { throw .secondsOutOfRange(seconds) }
    guard (1...99_999).contains(size.width), (1...99_999).contains(size.height) else { throw .sizeOutOfRange(size) }
    switch inputReference {
    case .address(let address):
      let isPlain = address.unicodeScalars.allSatisfy { $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) }
      let hasHost = address.count > "https://".count
      guard address.lowercased().hasPrefix("https://"), hasHost, isPlain else { throw .pictureAddress(address) }
      guard encoding != .multipart else { throw .pictureAddressAsFile }
    case .data(let bytes, let mediaType):
      guard !bytes.isEmpty else { throw .pictureIsEmpty }
      guard ImageMediaType(sniffing: bytes) == mediaType else { throw .pictureIsNot(mediaType) }
    case nil: break
    }
  }

  /// The body of the request: JSON, or a form when a picture is to travel as a file.
  ///
  /// `input_reference` is left out when there is none: an empty one is refused.
  public func encoded(pictureAs encoding: ImageEncoding = .dataURL) -> EncodedBody {
    let texts = [("model", model), ("prompt", prompt), ("seconds", String(seconds)), ("size", size.description)]
    if encoding == .multipart, case .data(let bytes, let type) = inputReference {
      var form = FormBody()
      for (name, text) in texts { form.add(name, text: text) }
      form.add("input_reference", fileName: type.fileName, mediaType: type.rawValue, bytes: bytes)
      return form.encoded()
    }
    var members = Dictionary(texts.map { ($0, JSONValue.text($1)) }, uniquingKeysWith: { first, _ in first })
    if let inputReference { members["input_reference"] = .text(inputReference.fieldText(as: encoding)) }
    return EncodedBody(mediaType: "application/json", bytes: JSONValue.object(members).encoded())
  }
}
